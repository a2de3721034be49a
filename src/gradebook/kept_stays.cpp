#include "gradebook/kept_stays.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/date.hpp"
#include "base/each_once.hpp"
#include "base/error.hpp"
#include "gradebook/frozen_describe.hpp"
#include "gradebook/seat_is_kept.hpp"
#include "reflect/codec.hpp"
#include "unit/dates.hpp"

namespace ent::gradebook {
namespace {

using group::Attendance;
using unit::Rows;
using unit::Sql;

constexpr Sql update_stays{
    "UPDATE period_seat SET stays = ITEM_TEXT($1) WHERE org = $2 AND grp = ITEM($3) AND first_day = $4 AND period = $5 "
    "AND version = ITEM($6) AND member = ITEM($7)"};

/// What is kept with the own division comes last, of several with the one that holds.
constexpr Sql select_stays{
    "SELECT i.member, i.first_day, i.last_day, i.stays FROM EACH($1) v CROSS JOIN period_seat i CROSS JOIN period_state s CROSS JOIN period_formula f "
    "WHERE i.org = $2 AND i.member = v.value AND i.first_day >= $3 AND i.last_day <= $4 AND (i.grp = i.division OR i.grp = $5) "
    "AND i.stays IS NOT NULL AND " ENT_SEAT_IS_KEPT " AND " ENT_FORMULA_OF_SEAT
    " ORDER BY CASE WHEN i.grp = i.division THEN 1 ELSE 0 END, i.last_day, " ENT_HOLDING_LAST};

constexpr Sql select_there{
    "SELECT i.member, t.person, i.stays FROM period_state s CROSS JOIN period_seat i CROSS JOIN member t WHERE s.org = $1 AND s.school_year >= $2 "
    "AND s.school_year <= $3 AND i.org = s.org AND i.grp = s.grp AND i.first_day <= $4 AND i.last_day >= $5 "
    "AND (i.grp = i.division OR i.grp = $6) AND i.stays IS NOT NULL AND " ENT_SEAT_IS_KEPT " AND t.org = i.org AND t.member = i.member "
    "ORDER BY i.member"};

constexpr std::chrono::days one_day{1};

std::vector<FrozenStay> stays_in(const std::string& text) {
  FrozenStays kept;
  if (const auto fault = reflect::read_json(reflect::TypeOf<FrozenStays>::value, text, &kept)) throw Exception(*fault);
  return std::move(kept.stays);
}

/// By member, and the first day of the period.
struct Kept {
  Date last_day{};
  std::vector<FrozenStay> stays{};
};
using KeptStays = std::map<std::pair<std::int64_t, Date>, Kept>;

KeptStays kept_stays(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, std::int64_t group, const Span& days) {
  Rows rows = unit.query(select_stays, members, org.value, unit::day(days.first_day), unit::day(days.last_day), group);
  KeptStays found;
  while (rows.next()) {
    found.insert_or_assign({rows.integer(0), unit::date(rows.integer(1))}, Kept{unit::date(rows.integer(2)), stays_in(rows.string(3))});
  }
  return found;
}

/// What of a stay lies outside the periods that are kept of its member.
void add_outside(const Attendance& stay, const KeptStays& kept, std::vector<Attendance>& found) {
  Date from = stay.period.from;
  for (auto one = kept.lower_bound({stay.member, Date{}}); one != kept.end() && one->first.first == stay.member; ++one) {
    const Date first_day = one->first.second, last_day = one->second.last_day;
    if (last_day < from || stay.period.to <= first_day) continue;
    if (from < first_day) found.push_back({stay.group, stay.member, {from, first_day}});
    from = last_day + one_day;
  }
  if (from < stay.period.to) found.push_back({stay.group, stay.member, {from, stay.period.to}});
}

void add_kept(OrgId org, const KeptStays& kept, std::vector<Attendance>& found) {
  for (const auto& [key, period] : kept) {
    for (const FrozenStay& stay : period.stays) {
      found.push_back({make_id<GroupId>(org.value, stay.group).value, key.first, {stay.from, stay.to}});
    }
  }
}

}  // namespace

void keep_stays(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, const KeptSeats& seats) {
  if (seats.members.empty()) return;
  std::vector<std::int64_t> each = seats.members;
  base::keep_each_once(each);
  std::map<std::int64_t, FrozenStays> stays;
  for (const Attendance& stay : group::attended(unit, period.org_id, each, period.first_day, period.last_day))
    stays[stay.member].stays.push_back({GroupId{stay.group}.number(), std::max(stay.period.from, period.first_day),
                                        std::min(stay.period.to, period.last_day + one_day)});
  std::vector<std::string> texts;
  for (const std::int64_t member : seats.members)
    reflect::write_json(reflect::TypeOf<FrozenStays>::value, &stays[member], texts.emplace_back());
  unit.exec_each(granted, update_stays, texts, period.org_id.value, seats.groups, unit::day(period.first_day), period.id.number(),
                 seats.versions, seats.members);
}

std::vector<Attendance> attended_as_kept(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, std::int64_t group,
                                         const Span& days) {
  std::vector<Attendance> stays = group::attended(unit, org, members, days.first_day, days.last_day);
  const KeptStays kept = kept_stays(unit, org, members, group, days);
  if (kept.empty()) return stays;
  std::vector<Attendance> found;
  for (const Attendance& stay : stays) add_outside(stay, kept, found);
  add_kept(org, kept, found);
  std::ranges::sort(found, {}, [](const Attendance& stay) { return std::tuple(stay.group, stay.member, stay.period.from); });
  return found;
}

std::vector<KeptPupil> kept_there(unit::Unit& unit, GroupId group, const Span& days) {
  const auto first = base::civil_year(days.first_day), last = base::civil_year(days.last_day);  // that of a period begins in January or later
  Rows rows = unit.query(select_there, group.establishment(), first - 1, last, unit::day(days.last_day), unit::day(days.first_day), group.number());
  std::vector<KeptPupil> found;
  while (rows.next()) {
    const bool was_there = std::ranges::any_of(stays_in(rows.string(2)), [&](const FrozenStay& stay) {
      return stay.group == group.number() && stay.from <= days.last_day && days.first_day < stay.to;
    });
    if (was_there) found.push_back({rows.integer(0), PersonId{rows.integer(1)}});
  }
  return found;
}

}  // namespace ent::gradebook
