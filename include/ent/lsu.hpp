/// Livret scolaire unique: what schools hand over to the national application, as far as its schema is known.
///
/// A file is made of reports that are published (ent/report.hpp). Where something hinders a pupil's report from going into it, that
/// is told pupil by pupil, and the others go: nothing is cut short, nothing is made up. docs/lsu.md says what is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"

namespace ent::lsu {

/// Which number a class of a primary school has there.
struct ClassNumber {
  GroupId division_id{};  ///< The class.
  std::string number{};   ///< Digits, no zero before them.
};

/// Input of check() and write().
struct OfReports {
  PeriodId period_id{};                            ///< A period by which the divisions go.
  std::vector<GroupId> division_ids{};             ///< 1 to 100 divisions of the period's school, each once.
  std::vector<PersonId> left_out_ids = {};         ///< Pupils who are left out, whatever stands of them.
  std::optional<std::string> schema_version = {};  ///< "2.0" to "7.0", by default the last; of primary schools "1.0".
  bool unknown_version = false;                    ///< Another version too: written as the last one that is known.
  bool draft = false;                              ///< As reports would be published now, instead of those that are.
  bool incomplete_too = false;                     ///< Subjects that nobody has commented on too.
  std::vector<ClassNumber> class_numbers = {};     ///< Of primary schools: one for each division.
  std::optional<std::string> publisher = {};       ///< Who makes the software: 1 to 50 characters; default: "ent".
  std::optional<std::string> application = {};     ///< What it is called: 1 to 50 characters; default: "ent".
};

/// What hinders a pupil's report from going into the file.
struct Obstacle {
  std::string reason{};                       ///< "lsu.text_too_long": docs/errors.md has them all.
  std::string field{};                        ///< Where in the file: "acquis/appreciation", "eleve/@id-be".
  std::optional<std::string> subject_code{};  ///< Of which subject.
  std::optional<person::Card> teacher{};      ///< Of whom, where it is a teacher's.
  std::optional<std::int32_t> length{};       ///< How long a text is, in characters,
  std::optional<std::int32_t> longest{};      ///< and how long it may be.
  std::string english{};                      ///< What it says, in English
  std::string french{};                       ///< and in French.
};

/// A pupil, and what hinders.
struct PupilLine {
  person::Card pupil{};                ///< Who.
  GroupId division_id{};               ///< In which class.
  bool left_out{};                     ///< As it was asked for.
  std::vector<Obstacle> obstacles{};   ///< In the order of the file; none: the report goes.
};

/// What check() answers.
struct Checked {
  std::vector<PupilLine> items{};  ///< All pupils, by class and name.
  std::int32_t ready{};            ///< Those whose reports go.
};

/// What hinders the reports of classes from going into a file, pupil by pupil.
///
/// Permission: report.export_lsu on each division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden, group.not_division,
/// gradebook.other_period, lsu.version_unknown), not_found (group.not_found, period.not_found), failed_precondition
/// (lsu.other_school: a lycée, lsu.no_uai). Since 0.1.
Result<Checked> check(Session& session, const OfReports& input, const CallOptions& options = {});

/// A file.
struct Document {
  std::string xml{};                 ///< UTF-8; the same reports are the same bytes.
  std::string file_name{};           ///< "lsu-9990002B-2026-2.xml": school, school year, period; "...-cycle4.xml".
  std::string schema_version{};      ///< As it says itself.
  std::int32_t written{};            ///< Pupils in it.
  std::vector<PupilLine> kept_back{};  ///< Those who are not, by class and name.
};

/// The reports of classes as a file for the national application. What hinders some pupils keeps these back alone.
///
/// Permission: report.export_lsu on each division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden, group.not_division,
/// gradebook.other_period, lsu.version_unknown), not_found (group.not_found, period.not_found), failed_precondition
/// (lsu.other_school: a lycée; lsu.no_uai; report.not_published: of none of the pupils; lsu.nothing_ready). Since 0.1.
Result<Document> write(Session& session, const OfReports& input, const CallOptions& options = {});

/// Input of check_cycle() and write_cycle().
struct OfCycle {
  PeriodId period_id{};                            ///< The last period of its year, by which the divisions go.
  std::vector<GroupId> division_ids{};             ///< 1 to 100 divisions of the period's school, each once.
  std::int32_t cycle{};                            ///< Which ends: 2 or 3 of primary schools, 3 or 4 of collèges.
  std::vector<PersonId> left_out_ids = {};         ///< Pupils who are left out, whatever stands of them.
  std::optional<std::string> schema_version = {};  ///< As in OfReports.
  bool unknown_version = false;                    ///< As in OfReports.
  bool draft = false;                              ///< As in OfReports.
  std::vector<ClassNumber> class_numbers = {};     ///< Of primary schools: one for each division.
  std::optional<std::string> publisher = {};       ///< Who makes the software: 1 to 50 characters; default: "ent".
  std::optional<std::string> application = {};     ///< What it is called: 1 to 50 characters; default: "ent".
};

/// What hinders reports of the end of a cycle from going into a file, pupil by pupil: of those pupils of the classes whose cycle ends
/// with the period. What is written is what their reports of this period say (report::record_cycle()).
///
/// Permission: report.export_lsu on each division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden, group.not_division,
/// gradebook.other_period, report.no_cycle_end: the period is not the last of its year, lsu.other_cycle, lsu.version_unknown), not_found
/// (group.not_found, period.not_found), failed_precondition (lsu.other_school, lsu.no_uai). Since 0.1.
Result<Checked> check_cycle(Session& session, const OfCycle& input, const CallOptions& options = {});

/// Reports of the end of a cycle (bilans de fin de cycle) as a file for the national application.
///
/// Permission: report.export_lsu on each division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden, group.not_division,
/// gradebook.other_period, report.no_cycle_end: the period is not the last of its year, lsu.other_cycle, lsu.version_unknown), not_found
/// (group.not_found, period.not_found), failed_precondition (lsu.other_school, lsu.no_uai, report.not_published: of none of the pupils,
/// lsu.nothing_ready). Since 0.1.
Result<Document> write_cycle(Session& session, const OfCycle& input, const CallOptions& options = {});

}  // namespace ent::lsu
