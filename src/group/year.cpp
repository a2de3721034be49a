#include "group/year.hpp"

#include <map>

#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::group::year {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_former{
    "SELECT g.grp, g.code, g.name, COALESCE(s.level, ''), COUNT(DISTINCT s.member) FROM school_group g "
    "LEFT JOIN group_member s ON s.org = g.org AND s.grp = g.grp AND s.valid_from <= $1 AND s.valid_to > $1 "
    "WHERE g.org = $2 AND g.school_year < $3 AND g.kind = 1 AND g.valid_from <= $1 AND g.valid_to > $1 "
    "GROUP BY g.grp, g.code, g.name, COALESCE(s.level, '') ORDER BY g.code, g.grp"};

constexpr Sql select_levels{
    "SELECT l.grp, l.level FROM school_group g JOIN group_level l ON l.org = g.org AND l.grp = g.grp "
    "WHERE g.org = $1 AND g.school_year < $2 AND g.kind = 1 ORDER BY l.grp, l.level"};

constexpr Sql select_codes{"SELECT code FROM school_group WHERE org = $1 AND school_year = $2 AND kind = 1"};

constexpr Sql select_going_on{
    "SELECT s.grp, s.member, MIN(COALESCE(s.level, '')), COALESCE(MAX(s.regime), 0) FROM EACH($1) v JOIN group_member s ON s.org = $2 AND s.grp = v.value "
    "WHERE s.valid_from <= $3 AND s.valid_to > $3 AND EXISTS (SELECT 1 FROM affiliation a WHERE a.org = s.org "
    "AND a.member = s.member AND a.profile = 1 AND a.valid_from <= $4 AND a.valid_to > $4) GROUP BY s.grp, s.member"};

constexpr Sql select_without{
    "SELECT DISTINCT p.person, p.family_name, p.given_name, p.title, m.sort_key FROM affiliation a "
    "JOIN member m ON m.org = a.org AND m.member = a.member JOIN person p ON p.person = m.person "
    "WHERE a.org = $1 AND a.profile = 1 AND a.valid_from <= $2 AND a.valid_to > $2 "
    "AND NOT EXISTS (SELECT 1 FROM group_member s JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
    "WHERE s.org = a.org AND s.member = a.member AND s.valid_from <= $2 AND s.valid_to > $2 AND g.kind = 1) "
    "AND " ENT_VISIBLE("m", "$3", "$4", "$5", "$6", "$7", "$8", "$9") " ORDER BY m.sort_key, p.person"};

// What is ended, by what it is: 1 a group, 2 a stay, 3 a role, 4 a service. What ended on that very day before stands there too: so what
// ends then and does not stand there was added since.
#define ENT_KEEP "INSERT INTO group_ended (org, school_year, kind, number, member, role, valid_from, valid_to) "
#define ENT_OF_YEARS "WHERE g.org = $2 AND g.school_year < $1 AND g.kind <> 3 AND t.valid_to >= $3 AND t.valid_to > t.valid_from"

constexpr Sql keep_groups{
    ENT_KEEP "SELECT g.org, $1, 1, g.grp, 0, 0, g.valid_from, g.valid_to FROM school_group g "
    "WHERE g.org = $2 AND g.school_year < $1 AND g.kind <> 3 AND g.valid_to >= $3"};
constexpr Sql keep_stays{
    ENT_KEEP "SELECT t.org, $1, 2, t.grp, t.member, 0, t.valid_from, t.valid_to FROM school_group g "
    "JOIN group_member t ON t.org = g.org AND t.grp = g.grp " ENT_OF_YEARS};
constexpr Sql keep_roles{
    ENT_KEEP "SELECT t.org, $1, 3, t.grp, t.member, t.role, t.valid_from, t.valid_to FROM school_group g "
    "JOIN group_role t ON t.org = g.org AND t.grp = g.grp " ENT_OF_YEARS};
constexpr Sql keep_services{
    ENT_KEEP "SELECT t.org, $1, 4, t.service, 0, 0, t.valid_from, t.valid_to FROM school_group g "
    "JOIN service t ON t.org = g.org AND t.grp = g.grp " ENT_OF_YEARS};

// What a feed has added since ends on that day because of the opening alone.
constexpr Sql keep_added_groups{
    ENT_KEEP "SELECT g.org, $1, 1, g.grp, 0, 0, g.valid_from, $2 FROM school_group g "
    "WHERE g.org = $3 AND g.school_year < $1 AND g.kind <> 3 AND g.valid_to = $4 AND g.source <> '' "
    "AND NOT EXISTS (SELECT 1 FROM group_ended k WHERE k.org = g.org AND k.school_year = $1 AND k.kind = 1 AND k.number = g.grp)"};

// An end on the day $1; what would have begun after it has no day left.
#define ENT_ENDED "CASE WHEN t.valid_from > $1 THEN t.valid_from ELSE $1 END "
#define ENT_KEPT(kind) "FROM group_ended e WHERE e.org = $2 AND e.school_year = $3 AND e.kind = " kind " AND t.org = e.org "

constexpr Sql end_groups{
    "UPDATE school_group AS t SET valid_to = " ENT_ENDED ", revision = revision + 1 " ENT_KEPT("1")
    "AND t.grp = e.number AND t.valid_to > $1"};
constexpr Sql end_stays{
    "UPDATE group_member AS t SET valid_to = " ENT_ENDED ENT_KEPT("2")
    "AND t.grp = e.number AND t.member = e.member AND t.valid_from = e.valid_from"};
constexpr Sql end_roles{
    "UPDATE group_role AS t SET valid_to = " ENT_ENDED ENT_KEPT("3")
    "AND t.grp = e.number AND t.member = e.member AND t.role = e.role AND t.valid_from = e.valid_from"};
constexpr Sql end_services{"UPDATE service AS t SET valid_to = " ENT_ENDED ENT_KEPT("4") "AND t.service = e.number"};

#define ENT_STILL "AND t.valid_to = CASE WHEN t.valid_from > $3 THEN t.valid_from ELSE $3 END"
#define ENT_AS_KEPT(kind) "FROM group_ended e WHERE e.org = $1 AND e.school_year = $2 AND e.kind = " kind " AND t.org = e.org "

constexpr Sql resume_groups{
    "UPDATE school_group AS t SET valid_to = e.valid_to, revision = revision + 1 " ENT_AS_KEPT("1")
    "AND t.grp = e.number AND t.valid_to <> e.valid_to " ENT_STILL};

// When somebody is no longer there: at the end of a post upon which no other follows at once.
#define ENT_LEAVING                                                                                                          \
  "SELECT a.valid_to FROM affiliation a WHERE a.org = t.org AND a.member = t.member AND a.valid_to > t.valid_to "            \
  "AND a.valid_to > a.valid_from AND NOT EXISTS (SELECT 1 FROM affiliation n WHERE n.org = a.org AND n.member = a.member "   \
  "AND n.valid_from <= a.valid_to AND n.valid_to > a.valid_to) "

// When somebody begins in another division, into which they came since: what was ended with this one has no day after that yet. In one in
// which they were before they stay beside this one.
#define ENT_OTHER_DIVISION                                                                                                   \
  "SELECT o.valid_from FROM school_group c CROSS JOIN group_member o CROSS JOIN school_group d WHERE c.org = t.org "         \
  "AND c.grp = t.grp AND c.kind = 1 AND o.org = c.org AND o.member = t.member AND o.valid_to > t.valid_to "                  \
  "AND o.valid_to > o.valid_from AND d.org = o.org AND d.grp = o.grp AND d.kind = 1 AND d.grp <> c.grp "          \
  "AND o.valid_from >= t.valid_to "

// As it was kept, but not beyond its group, whose end may have been moved since, and only of who is still there then, until they leave.
#define ENT_RESUMED(ends)                                                                                                    \
  "SET valid_to = (SELECT CASE WHEN MIN(l.day) > t.valid_to THEN MIN(l.day) ELSE t.valid_to END FROM (SELECT e.valid_to AS day " \
  "UNION ALL SELECT g.valid_to FROM school_group g WHERE g.org = t.org AND g.grp = t.grp UNION ALL " ENT_LEAVING ends ") l) "
#define ENT_RESUMED_STAY ENT_RESUMED("UNION ALL " ENT_OTHER_DIVISION)

#define ENT_STILL_THERE                                                                                                      \
  " AND EXISTS (SELECT 1 FROM affiliation a WHERE a.org = t.org AND a.member = t.member AND a.valid_from <= t.valid_to "     \
  "AND a.valid_to > t.valid_to)"

constexpr Sql resume_stays{
    "UPDATE group_member AS t " ENT_RESUMED_STAY ENT_AS_KEPT("2")
    "AND t.grp = e.number AND t.member = e.member AND t.valid_from = e.valid_from " ENT_STILL ENT_STILL_THERE};
constexpr Sql resume_roles{
    "UPDATE group_role AS t " ENT_RESUMED("") ENT_AS_KEPT("3")
    "AND t.grp = e.number AND t.member = e.member AND t.role = e.role AND t.valid_from = e.valid_from " ENT_STILL ENT_STILL_THERE};
constexpr Sql resume_services{"UPDATE service AS t " ENT_RESUMED("") ENT_AS_KEPT("4") "AND t.service = e.number " ENT_STILL ENT_STILL_THERE};

// What was added since, and ends with its group.
#define ENT_ADDED(kind)                                                                                                \
  "FROM group_ended e WHERE e.org = $1 AND e.school_year = $2 AND e.kind = 1 AND t.org = e.org AND t.grp = e.number "  \
  "AND t.valid_to = $3 AND t.valid_from < $3 AND NOT EXISTS (SELECT 1 FROM group_ended k WHERE k.org = e.org "         \
  "AND k.school_year = e.school_year AND k.kind = " kind " "

constexpr Sql resume_added_stays{
    "UPDATE group_member AS t " ENT_RESUMED_STAY ENT_ADDED("2")
    "AND k.number = t.grp AND k.member = t.member AND k.valid_from = t.valid_from)" ENT_STILL_THERE};
constexpr Sql resume_added_roles{
    "UPDATE group_role AS t " ENT_RESUMED("") ENT_ADDED("3")
    "AND k.number = t.grp AND k.member = t.member AND k.role = t.role AND k.valid_from = t.valid_from)" ENT_STILL_THERE};
constexpr Sql resume_added_services{"UPDATE service AS t " ENT_RESUMED("") ENT_ADDED("4") "AND k.number = t.service)" ENT_STILL_THERE};

constexpr Sql delete_kept{"DELETE FROM group_ended WHERE org = $1 AND school_year = $2"};

#define ENT_OF_GROUPS "WHERE org = $1 AND grp IN (SELECT v.value FROM EACH($2) v)"

constexpr Sql delete_stays{"DELETE FROM group_member " ENT_OF_GROUPS};
constexpr Sql delete_roles{"DELETE FROM group_role " ENT_OF_GROUPS};
constexpr Sql delete_services{"DELETE FROM service " ENT_OF_GROUPS};
constexpr Sql delete_parts{"DELETE FROM group_part " ENT_OF_GROUPS};
constexpr Sql delete_group_levels{"DELETE FROM group_level " ENT_OF_GROUPS};
constexpr Sql delete_references{"DELETE FROM group_reference " ENT_OF_GROUPS};
constexpr Sql delete_drawn{"DELETE FROM group_division WHERE org = $1 AND division IN (SELECT v.value FROM EACH($2) v)"};
constexpr Sql delete_groups{"DELETE FROM school_group " ENT_OF_GROUPS};

std::vector<std::string> levels_of_pupils(const Former& division) {
  std::vector<std::string> levels;
  for (const auto& [level, pupils] : division.pupils) {
    if (!level.empty()) levels.push_back(level);
  }
  return levels;
}

}  // namespace

std::vector<Former> former(unit::Unit& unit, OrgId org, std::int32_t school_year, Date at) {
  Rows rows = unit.query(select_former, day(at), org.value, school_year);
  Rows levels = unit.query(select_levels, org.value, school_year);
  std::map<std::int64_t, std::vector<std::string>> by_group;
  while (levels.next()) by_group[levels.integer(0)].push_back(levels.string(1));
  std::vector<Former> found;
  while (rows.next()) {
    const auto id = make_id<GroupId>(org.value, rows.integer(0));
    if (found.empty() || found.back().id != id) found.push_back({id, rows.string(1), rows.string(2), by_group[id.number()], {}});
    found.back().pupils[rows.string(3)] = rows.int32(4);
  }
  for (Former& one : found) {
    if (one.levels.empty()) one.levels = levels_of_pupils(one);
  }
  return found;
}

std::vector<std::string> codes(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  Rows rows = unit.query(select_codes, org.value, school_year);
  std::vector<std::string> found;
  while (rows.next()) found.push_back(rows.string(0));
  return found;
}

std::vector<Stay> going_on(unit::Unit& unit, OrgId org, std::span<const std::int64_t> divisions, Date at, Date later) {
  std::vector<Stay> found;
  if (divisions.empty()) return found;
  Rows rows = unit.query(select_going_on, divisions, org.value, day(at), day(later));
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), {later, open_end}, rows.string(2), "", rows.int32(3)});
  return found;
}

std::vector<person::Card> without_division(unit::Unit& unit, const person::Seen& seen, OrgId org, Date at) {
  Rows rows = unit.query(select_without, org.value, day(at), seen.whole, seen.members, seen.from, seen.to, seen.today,
                         seen.partial, seen.hidden);
  std::vector<person::Card> found;
  while (rows.next()) found.push_back(person::card_of(rows, 0));
  return found;
}

void end(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year, Date at) {
  for (const Sql* sql : {&keep_groups, &keep_stays, &keep_roles, &keep_services}) {
    unit.exec(granted, *sql, school_year, org.value, day(at));
  }
  for (const Sql* sql : {&end_groups, &end_stays, &end_roles, &end_services}) {
    unit.exec(granted, *sql, day(at), org.value, school_year);
  }
}

void resume(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year, Date at) {
  unit.exec(granted, keep_added_groups, school_year, day(open_end), org.value, day(at));
  // Groups first: all else ends with them.
  for (const Sql* sql : {&resume_groups, &resume_added_stays, &resume_added_roles, &resume_added_services, &resume_stays, &resume_roles,
                         &resume_services}) {
    unit.exec(granted, *sql, org.value, school_year, day(at));
  }
  forget(unit, granted, org, school_year);
}

void forget(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year) {
  unit.exec(granted, delete_kept, org.value, school_year);
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> divisions) {
  for (const Sql* sql : {&delete_stays, &delete_roles, &delete_services, &delete_parts, &delete_group_levels, &delete_references,
                         &delete_drawn, &delete_groups}) {
    unit.exec(granted, *sql, org.value, divisions);
  }
}

}  // namespace ent::group::year
