/// Report cards that are out: what was published stays as it was, whatever becomes of marks, classes and names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/profile.hpp"
#include "ent/report_entry.hpp"

namespace ent::report {

/// Input of missing().
struct OfMissing {
  GroupId division_id{};                         ///< A division.
  PeriodId period_id{};                          ///< A period by which it goes.
  std::optional<std::string> subject_code = {};  ///< Only in this subject.
};

/// What is missing in the reports of a class.
struct MissingList {
  std::vector<Missing> items{};  ///< By pupil, then in the order of the report.
  State state{};                 ///< That of the report which is least far.
  std::int32_t pupils{};         ///< Reports of the class,
  std::int32_t complete{};       ///< of these complete or published.
};

/// What is missing in the reports of a class, and from whom.
///
/// Permission: report.read on the division. Errors: invalid_argument (group.not_division, gradebook.other_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<MissingList> missing(Session& session, const OfMissing& input, const CallOptions& options = {});

/// The models that there are.
struct Models {
  std::vector<Model> items{};  ///< Which of them a pupil has follows from the school's degree and nature, and from the level.
};

/// Which parts reports have.
///
/// Permission: period.read on the establishment. Errors: not_found (org.not_found). Since 0.1.
Result<Models> models(Session& session, const OfSchool& input, const CallOptions& options = {});

/// Input of publish().
struct Publish {
  GroupId division_id{};                  ///< A division,
  PeriodId period_id{};                   ///< for which this period is published: gradebook::set_period_state().
  std::vector<PersonId> pupil_ids = {};   ///< Only of these; default: of all.
  bool incomplete_too = false;            ///< Those in which something is missing as well.
  std::optional<std::string> reason = {}; ///< Of a correction: 1 to 300 characters; required where there is one.
};

/// What became of reports.
struct PublishedCount {
  std::int32_t published{};  ///< Out for the first time,
  std::int32_t corrected{};  ///< out again, since they say something else now,
  std::int32_t unchanged{};  ///< or out already, as they are.
};

/// Publishes reports: writes them down as they stand, once and for all, and tells the guardians who are told of results, once.
/// What says something else than what was published last becomes a new version; the old one is kept.
///
/// Permission: report.publish on the division.
/// Errors: invalid_argument (field.range, text.too_short, text.too_long, group.no_member, group.not_division,
/// gradebook.other_period, report.reason_missing), not_found (group.not_found, period.not_found), failed_precondition
/// (report.not_published: the period is not published for the division, report.incomplete). Since 0.1.
Result<PublishedCount> publish(Session& session, const Publish& input, const CallOptions& options = {});

/// A version of a published report.
struct Publication {
  ReportId id{};                        ///< Carries its establishment.
  OrgId org_id{};                       ///< The establishment.
  PeriodId period_id{};                 ///< Of which period,
  std::string period_name{};            ///< as it was called then.
  std::int32_t school_year{};           ///< 2026 for 2026-2027.
  std::int32_t version{};               ///< 1 for the first.
  bool standing{};                      ///< No later one has taken its place.
  Instant at{};                         ///< When it was published.
  std::string hash{};                   ///< SHA-256 of what was published, in hexadecimal.
  std::optional<std::string> reason{};  ///< Of a correction.
};

/// Input of publications().
struct OfPublications {
  OrgId org_id{};             ///< An establishment in which the pupil is.
  PersonId pupil_id{};        ///< The pupil.
  bool all_versions = false;  ///< Those that a correction has replaced too.
};

/// Published reports.
struct Publications {
  std::vector<Publication> items{};  ///< The last period first.
};

/// The published reports of a pupil, of all years; for the family those of all schools of the portal.
///
/// Permission: report.read on the pupil. Errors: not_found (person.not_found). Since 0.1.
Result<Publications> publications(Session& session, const OfPublications& input, const CallOptions& options = {});

/// Input of published().
struct OfReport {
  ReportId id{};                       ///< A publication.
  std::optional<OrgId> org_id = {};    ///< Where the pupil is now; default: the establishment of the report.
};

/// A published report.
struct Snapshot {
  Publication publication{};  ///< Which.
  std::string data{};         ///< A Report as JSON, to the byte as it was published: the hash is of it.
};

/// A published report, as it was published. That it was read is written down: readings().
///
/// Permission: report.read on the pupil. Errors: not_found (report.not_found). Since 0.1.
Result<Snapshot> published(Session& session, const OfReport& input, const CallOptions& options = {});

/// Somebody who has read a published report.
struct Reading {
  person::Card pupil{};     ///< Whose report.
  std::int32_t version{};   ///< Which version.
  person::Card reader{};    ///< Who read it,
  Profile profile{};        ///< as what.
  Instant first_at{};       ///< For the first time,
  Instant last_at{};        ///< and for the last one.
  std::int32_t times{};     ///< How often.
};

/// Who has read published reports.
struct Readings {
  std::vector<Reading> items{};  ///< By name of the pupil, the last version first.
};

/// Who has read the published reports of a class.
///
/// Permission: report.general_comment.write on the division. Errors: invalid_argument (group.not_division,
/// gradebook.other_period), not_found (group.not_found, period.not_found). Since 0.1.
Result<Readings> readings(Session& session, const OfClass& input, const CallOptions& options = {});

}  // namespace ent::report
