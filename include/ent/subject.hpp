/// What is taught: subjects, as a nomenclature lists them and as a school names them.
///
/// A unit has the subjects of all units above it; what it says itself of a code holds for it and those below it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"

namespace ent::subject {

/// A row of a nomenclature, or a subject of a school's own.
struct Row {
  std::string code{};                            ///< What services and timetables name it by; 1 to 40 characters, unique in a unit.
  std::string name{};                            ///< As it is shown: "Mathématiques". 1 to 200 characters.
  std::optional<std::string> short_name{};       ///< Where there is little room: "Maths". 1 to 40 characters.
  std::optional<std::string> national_code{};    ///< Of the national nomenclature: six digits or capital letters.
  std::optional<std::string> management_code{};  ///< Code de gestion: "MATHS". 1 to 20 characters.
  std::int32_t position = 0;                     ///< Lists show smaller ones first: 0 to 100 000.
  std::optional<std::string> colour{};           ///< On a screen: "#1F77B4".
  bool retired = false;                          ///< No longer taught: not listed, but still named where it was taught.
};

/// A subject.
struct View {
  OrgId org_id{};                                ///< The unit that says so.
  std::string code{};                            ///< What services and timetables name it by.
  std::string name{};                            ///< As it is shown.
  std::optional<std::string> short_name{};       ///< Where there is little room.
  std::optional<std::string> national_code{};    ///< Of the national nomenclature.
  std::optional<std::string> management_code{};  ///< Code de gestion.
  std::int32_t position = 0;                     ///< Lists show smaller ones first.
  std::optional<std::string> colour{};           ///< On a screen: "#1F77B4".
  bool retired = false;                          ///< No longer taught.
  std::int64_t revision = 1;                     ///< Grows with each change; for CallOptions::if_revision.
};

/// Input of load().
struct Load {
  OrgId org_id{};             ///< The unit for which, and for those below it, the rows hold.
  std::vector<Row> items{};   ///< 1 to 5 000, each code once.
};

/// What load() did.
struct Loaded {
  std::int32_t added = 0;      ///< Codes that the unit did not have.
  std::int32_t changed = 0;    ///< Say something else now.
  std::int32_t unchanged = 0;  ///< Stood so already.
};

/// Loads rows of a nomenclature: what the unit says of these codes is replaced, other codes stay as they are.
/// The French nomenclature is that of the BCN, table N_MATIERE; the host gives its rows.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, subject.national_code_malformed,
/// subject.colour_malformed, subject.code_repeated), not_found (org.not_found). Since 0.1.
Result<Loaded> load(Session& session, const Load& input, const CallOptions& options = {});

/// Input of set().
struct Set {
  OrgId org_id{};                                ///< The unit.
  std::string code{};                            ///< 1 to 40 characters.
  std::string name{};                            ///< 1 to 200 characters.
  std::optional<std::string> short_name{};       ///< 1 to 40 characters.
  std::optional<std::string> national_code{};    ///< Six digits or capital letters.
  std::optional<std::string> management_code{};  ///< 1 to 20 characters.
  std::int32_t position = 0;                     ///< 0 to 100 000.
  std::optional<std::string> colour{};           ///< "#1F77B4".
  bool retired = false;                          ///< No longer taught in the unit and those below it.
};

/// Says what a subject is in a unit and those below it, in the place of what was said of it.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, subject.national_code_malformed,
/// subject.colour_malformed), not_found (org.not_found), conflict (call.stale_revision). Since 0.1.
Result<View> set(Session& session, const Set& input, const CallOptions& options = {});

/// Input of list().
struct List {
  OrgId org_id{};                      ///< The unit.
  bool retired = false;                ///< Those that are no longer taught too.
  std::int32_t limit = 50;             ///< At most so many: 1 to 500.
  std::optional<std::string> after{};  ///< The `next` of the page before.
};

/// One page of subjects.
struct Page {
  std::vector<View> items{};          ///< By position, then by name.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// The subjects of a unit: its own, and those of the units above it of which it says nothing itself.
///
/// Permission: subject.read on the unit. Errors: invalid_argument (field.range, cursor.malformed), not_found
/// (org.not_found). Since 0.1.
Result<Page> list(Session& session, const List& input, const CallOptions& options = {});

}  // namespace ent::subject
