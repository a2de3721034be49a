#include "gradebook/period_rows.hpp"

#include <map>

#include "base/date.hpp"
#include "person/card.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::gradebook::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_closed{
    "SELECT period, grp, state FROM period_state WHERE org = $1 AND school_year >= $2 AND school_year <= $3 AND standing = 1 "
    "AND state <> 1"};
static_assert(static_cast<int>(PeriodState::open) == 1);

constexpr Sql select_standing{
    "SELECT grp, version, state FROM period_state WHERE org = $1 AND school_year = $2 AND period = $3 AND standing = 1 ORDER BY grp"};

constexpr Sql end_standing{
    "UPDATE period_state SET standing = 0 WHERE org = $1 AND school_year = $2 AND period = $3 AND standing = 1 "
    "AND grp IN (SELECT v.value FROM EACH($4) v)"};

constexpr Sql insert_states{
    "INSERT INTO period_state (org, school_year, period, grp, version, state, standing, reason, at, author) "
    "VALUES ($1, $2, $3, ITEM($4), ITEM($5), ITEM($6), 1, $7, $8, $9)"};

constexpr Sql select_states{
    "SELECT s.grp, s.state, s.reason, s.at, p.person, p.family_name, p.given_name, p.title FROM period_state s "
    "LEFT JOIN person p ON p.person = s.author WHERE s.org = $1 AND s.school_year = $2 AND s.period = $3 "
    "AND (s.grp = $4 OR $4 = 0) AND (s.standing = 1 OR $5 = 1) ORDER BY s.grp, s.version DESC"};

constexpr Sql select_open_again{
    "SELECT r.period, r.grp, r.first_day, r.last_day FROM member t CROSS JOIN mark_reopening r WHERE r.org = t.org "
    "AND r.member = t.member AND t.org = $1 AND t.person = $2 ORDER BY r.period, r.grp, r.version"};

constexpr Sql insert_reopening{
    "INSERT INTO mark_reopening (org, period, grp, member, version, first_day, last_day, reason, at, author) "
    "SELECT $1, $2, $3, $4, COUNT(*) + 1, $5, $6, $7, $8, $9 FROM mark_reopening r "
    "WHERE r.org = $1 AND r.period = $2 AND r.grp = $3 AND r.member = $4"};

constexpr Sql select_reopenings{
    "SELECT r.grp, r.first_day, r.last_day, r.reason, r.at, p.person, p.family_name, p.given_name, p.title, "
    "a.person, a.family_name, a.given_name, a.title FROM mark_reopening r JOIN member m ON m.org = r.org AND m.member = r.member "
    "JOIN person p ON p.person = m.person LEFT JOIN person a ON a.person = r.author "
    "WHERE r.org = $1 AND r.period = $2 AND (r.grp = $3 OR $3 = 0) ORDER BY r.grp, r.at DESC, p.person, r.version DESC"};

std::vector<StateOf> closed_in(Rows rows) {
  std::vector<StateOf> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), static_cast<PeriodState>(rows.int32(2))});
  return found;
}

}  // namespace

std::vector<StateOf> closed_states(unit::Unit& unit, OrgId org, const Span& days) {
  const auto first = base::civil_year(days.first_day), last = base::civil_year(days.last_day);  // that of a period begins in January or later
  return closed_in(unit.query(select_closed, org.value, first - 1, last));
}

std::vector<StateOf> closed_states(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  return closed_in(unit.query(select_closed, org.value, school_year, school_year));
}

std::vector<StateRow> standing_states(unit::Unit& unit, const period::View& period) {
  Rows rows = unit.query(select_standing, period.org_id.value, period.school_year, period.id.number());
  std::vector<StateRow> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), static_cast<PeriodState>(rows.int32(2))});
  return found;
}

void set_states(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, std::span<const StateRow> states,
                const std::optional<std::string>& reason) {
  const auto groups = unit::numbers(states, &StateRow::group);
  unit.exec(granted, end_standing, period.org_id.value, period.school_year, period.id.number(), groups);
  unit.exec_each(granted, insert_states, period.org_id.value, period.school_year, period.id.number(), groups,
                 unit::numbers(states, &StateRow::version), unit::numbers(states, &StateRow::state), reason,
                 unit::micros(unit.now()), unit.actor().person);
}

std::vector<GroupState> states(unit::Unit& unit, const period::View& period, const OfPeriod& input) {
  Rows rows = unit.query(select_states, period.org_id.value, period.school_year, period.id.number(),
                         input.group_id ? input.group_id->number() : 0, input.history);
  std::vector<GroupState> found;
  while (rows.next()) {
    found.push_back({make_id<GroupId>(period.org_id.value, rows.integer(0)), {}, static_cast<PeriodState>(rows.int32(1)),
                     rows.optional_string(2), unit::instant(rows.integer(3)), {}});
    if (!rows.is_null(4)) found.back().author = person::card_of(rows, 4);
  }
  return found;
}

std::vector<OpenAgain> open_again(unit::Unit& unit, OrgId org, std::int64_t person, Date today) {
  Rows rows = unit.query(select_open_again, org.value, person);
  std::map<std::pair<std::int64_t, std::int64_t>, bool> last;
  while (rows.next()) {
    last[{rows.integer(0), rows.integer(1)}] = rows.integer(2) <= day(today) && day(today) <= rows.integer(3);
  }
  std::vector<OpenAgain> found;
  for (const auto& [place, holds] : last) {
    if (holds) found.push_back({place.first, place.second});
  }
  return found;
}

void add_reopening(unit::WriteUnit& unit, const unit::Granted& granted, const Reopen& input, Date first_day, std::int64_t member) {
  unit.exec(granted, insert_reopening, input.period_id.establishment(), input.period_id.number(), input.group_id.number(), member,
            day(first_day), day(input.last_day), input.reason, unit::micros(unit.now()), unit.actor().person);
}

std::vector<Reopening> reopenings(unit::Unit& unit, const OfPeriod& input) {
  const std::int64_t org = input.period_id.establishment();
  Rows rows = unit.query(select_reopenings, org, input.period_id.number(), input.group_id ? input.group_id->number() : 0);
  std::vector<Reopening> found;
  while (rows.next()) {
    found.push_back({make_id<GroupId>(org, rows.integer(0)), {}, person::card_of(rows, 5), unit::date(rows.integer(1)),
                     unit::date(rows.integer(2)), rows.string(3), unit::instant(rows.integer(4)), person::card_of(rows, 9)});
  }
  return found;
}

}  // namespace ent::gradebook::rows
