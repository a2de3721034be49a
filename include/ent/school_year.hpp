/// From one school year to the next: divisions are made anew, people keep their accounts, addresses and history. All of it
/// can be taken back until it is confirmed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::school_year {

/// A division of the year to come.
struct Division {
  std::string code{};                  ///< Unique within the year: "5A". 1 to 40 characters.
  std::string name{};                  ///< As it is shown. 1 to 200 characters.
  std::vector<std::string> levels{};   ///< As in group::View; at most 20, of 1 to 40 characters.
  /// Divisions of the year that ends whose pupils go on into this one: all of them, or of a division of several levels those whose next level
  /// this one has.
  std::vector<GroupId> from_ids = {};
};

/// Input of plan() and of what else is about one school year of an establishment.
struct Of {
  OrgId org_id{};                             ///< The establishment.
  std::optional<std::int32_t> school_year{};  ///< The year in which it begins; default: the next to begin; to confirm and undo, see there.
};

/// How a school year could begin.
struct Plan {
  std::int32_t school_year = 0;       ///< 2027 for 2027-2028.
  Date first_day{};                   ///< As the calendar says; else 1 September, or 1 February where years turn in January.
  std::vector<Division> divisions{};  ///< Those of the year that ends, each with the divisions that go on into it.
  std::int32_t placed = 0;            ///< Pupils who go on into one of these divisions.
  std::int32_t unplaced = 0;          ///< The others: of divisions that go on into none, or of a level that does.
};

/// Proposes the divisions of the next school year: those of this one, under the same names. A division goes on into that
/// whose code comes after its own, where there is one: 6A into 5A, CM1 into CM2, 2B into 1B.
///
/// Permission: school_year.rollover on the establishment.
/// Errors: invalid_argument (field.range), not_found (org.not_found). Since 0.1.
Result<Plan> plan(Session& session, const Of& input, const CallOptions& options = {});

/// Input of open().
struct Open {
  OrgId org_id{};                       ///< The establishment.
  std::int32_t school_year{};           ///< The year in which it begins: 2027 for 2027-2028. 1950 to 2200.
  std::vector<Division> divisions = {};  ///< At most 200: those of plan(), as the school has changed them.
  std::optional<Date> first_day{};      ///< First day of the new divisions; default: as plan() says.
};

/// A school year that was opened.
struct Opening {
  std::int32_t school_year = 0;          ///< 2027 for 2027-2028.
  Date first_day{};                      ///< First day of its divisions.
  bool confirmed = false;                ///< It can no longer be taken back.
  std::vector<GroupId> division_ids{};   ///< The divisions that it made.
};

/// The school years that were opened.
struct Openings {
  std::vector<Opening> items{};  ///< The earliest first.
};

/// Opens a school year: makes its divisions, puts into them the pupils who go on with theirs, and ends on its first day the
/// divisions and teaching groups of the years before, with who is in them and who teaches them. Pupils stay pupils of the
/// school: those who have no division yet are told by unplaced(). Until confirm(), undo() takes all of it back.
///
/// Permission: school_year.rollover on the establishment.
/// Errors: invalid_argument (field.range, text.too_short, text.too_long, school_year.code_repeated,
/// school_year.division_repeated: it goes on into two, group.division_unknown, period.outside_year), not_found
/// (org.not_found), already_exists (school_year.opened, group.code_taken), failed_precondition (school_year.later_opened). Since 0.1.
Result<Opening> open(Session& session, const Open& input, const CallOptions& options = {});

/// Makes the opening of a school year final: by default that of the last one that is not confirmed.
///
/// Permission: school_year.rollover on the establishment.
/// Errors: not_found (school_year.not_opened), failed_precondition (school_year.confirmed). Since 0.1.
Result<Opening> confirm(Session& session, const Of& input, const CallOptions& options = {});

/// Takes the opening of a school year back, by default that of the last one that is not confirmed: its divisions are removed, with
/// the homework that was set for them and the slots of their timetables, and all that it ended stands again as it stood. What was
/// ended or changed by hand since then stays so; what was added since and ends with its group goes on with it. Of several years the
/// last is taken back first; and none once marks or evaluations of skills were entered for its divisions.
///
/// Permission: school_year.rollover on the establishment.
/// Errors: not_found (school_year.not_opened), failed_precondition (school_year.confirmed, school_year.later_opened,
/// school_year.in_use). Since 0.1.
Result<Done> undo(Session& session, const Of& input, const CallOptions& options = {});

/// Input of openings().
struct ListOpenings {
  OrgId org_id{};  ///< The establishment.
};

/// The school years of an establishment that were opened.
///
/// Permission: calendar.read on the establishment. Errors: not_found (org.not_found). Since 0.1.
Result<Openings> openings(Session& session, const ListOpenings& input, const CallOptions& options = {});

/// Pupils.
struct Pupils {
  std::vector<person::Card> items{};  ///< By name.
};

/// The pupils of an establishment who have no division of a school year, by default of the last that was opened, while it is neither
/// confirmed nor over, as far as the actor may know of each: on the day of the session while the year lasts, before and after that on its first day.
///
/// Permission: person.read on each. Errors: invalid_argument (field.range). Since 0.1.
Result<Pupils> unplaced(Session& session, const Of& input, const CallOptions& options = {});

}  // namespace ent::school_year
