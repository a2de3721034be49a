// What clashes, and whether a lesson can go somewhere.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/unit_key.hpp"
#include "group/lookups.hpp"
#include "org/functions.hpp"
#include "person/cards.hpp"
#include "timetable/clash.hpp"
#include "timetable/describe.hpp"
#include "timetable/functions.hpp"
#include "timetable/load.hpp"
#include "timetable/named.hpp"
#include "timetable/rows.hpp"
#include "timetable/rules.hpp"
#include "unit/op.hpp"
#include "unit/others.hpp"

namespace ent::timetable {
namespace {

/// All lessons of a school on some days, and those that its teachers give elsewhere.
struct Occupied {
  std::vector<Busy> own{};
  std::vector<Busy> elsewhere{};
  GroupTies ties{};
};

std::vector<std::int64_t> teachers_of(std::span<const Planned> lessons) {
  std::set<std::int64_t> members;
  for (const Planned& lesson : lessons) {
    for (const std::int64_t member : lesson.numbers(Role::teacher)) members.insert(member);
  }
  return {members.begin(), members.end()};
}

/// `people`: the persons of members, given as org << 32 | member.
Busy busy_of(const Planned& lesson, const base::Zone& zone, const std::map<std::int64_t, std::int64_t>& people) {
  const std::int64_t org = lesson.state->org;
  Busy busy{lesson_id(org, lesson.state->slot, lesson.week), lesson.date, lesson.begins, lesson.ends, {}, {}, {}, zone};
  for (const std::int64_t member : lesson.numbers(Role::teacher)) {
    if (const auto person = people.find(org << 32 | member); person != people.end()) busy.people.push_back(person->second);
  }
  for (const std::int64_t room : lesson.numbers(Role::room)) busy.rooms.push_back(org << 32 | room);
  for (const std::int64_t group : lesson.numbers(Role::group)) busy.groups.push_back(org << 32 | group);
  for (auto* ids : {&busy.people, &busy.rooms, &busy.groups}) std::ranges::sort(*ids);
  return busy;
}

std::vector<Busy> busy_of(const Timetable& timetable, std::span<const Planned> lessons,
                          const std::map<std::int64_t, std::int64_t>& people) {
  std::vector<Busy> busy;
  for (const Planned& lesson : lessons) {
    if (!lesson.cancelled()) busy.push_back(busy_of(lesson, timetable.almanacs.at(lesson.state->org).zone(), people));
  }
  return busy;
}

void add_ties(unit::Unit& unit, Occupied& occupied, Date first, Date last) {
  std::set<std::int64_t> groups;
  for (const Busy& lesson : occupied.own) groups.insert(lesson.groups.begin(), lesson.groups.end());
  const std::vector<std::int64_t> ids(groups.begin(), groups.end());
  for (const group::Drawn& drawn : group::drawn(unit, ids)) occupied.ties.declare(drawn.group, drawn.division);
  std::map<std::string, std::int64_t> parts;
  for (const group::Part& part : group::parts(unit, ids)) {
    const auto number = parts.try_emplace(part.name, static_cast<std::int64_t>(parts.size())).first->second;
    occupied.ties.add_part(part.group, number);
  }
  for (const group::Attendance& stay : group::attending(unit, ids, first, last))
    occupied.ties.add_stay(stay.group, stay.member, stay.period);
}

/// The lessons of some members, given as org << 32 | member, on some days, and on the days that the clocks of other schools may show meanwhile.
std::vector<Busy> busy_around(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last,
                              const std::map<std::int64_t, std::int64_t>& people) {
  const Date from = first - most_days_apart, to = last + most_days_apart;
  const auto keys = keys_of_teachers(unit, members, from, to);
  const Timetable timetable = load(unit, rows::slots_of(unit, std::vector(keys.begin(), keys.end()), from, to), from, to);
  return busy_of(timetable, plan(timetable, from, to), people);
}

/// Of lessons of `others`, only the times and the people count; `more`: members who are asked for too.
Occupied occupied_on(unit::Unit& unit, OrgId org, Date first, Date last, const std::vector<std::int64_t>& more) {
  const Timetable own = load(unit, rows::slots_in(unit, std::span(&org.value, 1), first, last), first, last);
  const auto lessons = plan(own, first, last);
  auto members = teachers_of(lessons);
  members.insert(members.end(), more.begin(), more.end());
  const auto elsewhere = person::elsewhere(unit, org, members);
  std::vector<std::int64_t> there, here;
  std::map<std::int64_t, std::int64_t> people;
  for (const person::Elsewhere& one : elsewhere) {
    there.push_back(one.member);
    people.emplace(one.member, one.person);
  }
  for (const std::int64_t member : members) here.push_back(org.value << 32 | member);
  for (const person::MemberCard& one : person::cards_of(unit, here)) people.emplace(one.org << 32 | one.member, one.card.id.value);
  Occupied occupied{busy_of(own, lessons, people), busy_around(unit, there, first, last, people), {}};
  add_ties(unit, occupied, first, last);
  return occupied;
}

/// timetable.clashes
Result<Clashes> clashes_(Read<Perm::timetable_edit>& unit, const ListClashes& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, "org.not_found"));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, "org.not_found");
  ENT_REFUSE(well_formed_span(input.first_day, input.last_day));
  const Occupied occupied = occupied_on(unit, input.org_id, input.first_day, input.last_day, {});
  Clashes clashes{clashes_among(occupied.own, occupied.ties)};
  for (const Busy& lesson : occupied.own)
    std::ranges::move(against(lesson, occupied.elsewhere, occupied.ties), std::back_inserter(clashes.items));
  std::ranges::stable_sort(clashes.items, {}, [](const Clash& clash) {
    return std::tuple(clash.date, clash.begins, clash.lesson_id, clash.other_id, clash.shared);
  });
  return clashes;
}

/// timetable.own_clashes
Result<Clashes> own_clashes_(Read<Perm::account_use>& unit, const ListOwnClashes& input) {
  ENT_TRY(granted, unit.may({.org = unit::Others::home(unit), .person = unit.actor().person}, "account.not_found"));
  static_cast<void>(granted);
  ENT_REFUSE(well_formed_span(input.first_day, input.last_day));
  std::set<std::int64_t> acts_in;
  for (const access::Place& place : unit.places_of(unit.actor().person)) {
    if (place.profile == unit.actor().profile) acts_in.insert(place.org);
  }
  std::vector<std::int64_t> members;
  std::map<std::int64_t, std::int64_t> people;
  for (const std::int64_t member : person::members_of(unit, PersonId{unit.actor().person})) {
    if (!acts_in.contains(base::unit_of(member))) continue;
    members.push_back(member);
    people.emplace(member, unit.actor().person);
  }
  if (members.empty()) return Clashes{};
  std::vector<Busy> busy = busy_around(unit, members, input.first_day, input.last_day, people);
  std::erase_if(busy, [](const Busy& lesson) { return lesson.people.empty(); });  // somebody else gives it by now
  std::set<LessonId> asked;
  for (const Busy& lesson : busy) {
    if (lesson.date >= input.first_day && lesson.date <= input.last_day) asked.insert(lesson.lesson);
  }
  Clashes clashes{clashes_among(busy, {})};
  std::erase_if(clashes.items, [&](const Clash& clash) {
    return clash.shared != Shared::teacher || !(asked.contains(clash.lesson_id) || asked.contains(clash.other_id));
  });
  return clashes;
}

/// timetable.can_place
Result<Placing> can_place_(Read<Perm::timetable_edit>& unit, const CanPlace& input) {
  const OrgId org{input.id.establishment()};
  const auto found = find_lesson(unit, input.id, input.date);
  Named named;
  named.add({}, input.teacher_ids.value_or(std::vector<PersonId>{}), input.room_ids.value_or(std::vector<RoomId>{}));
  named.find(unit, org, unit.today());
  ENT_TRY(granted, unit.may({.org = org.value}, "timetable.no_lesson"));
  static_cast<void>(granted);
  if (!found) return base::fail(Errc::not_found, "timetable.no_lesson");
  ENT_REFUSE(well_formed(input));
  ENT_TRY(place, place_of(found->lesson, input.date, input.begins, input.ends));
  base::Fields fields;
  if (input.room_ids) named.check(fields, *input.room_ids, "/room_ids");
  if (input.teacher_ids) named.check(fields, *input.teacher_ids, "/teacher_ids");
  ENT_REFUSE(fields.error());
  Fact there = next_fact(found->lesson, FactKind::moved, std::nullopt);
  there.cancelled = false;
  if (input.room_ids) put(there.parts, Role::room, named.numbers(*input.room_ids));
  if (input.teacher_ids) put(there.parts, Role::teacher, named.numbers(*input.teacher_ids));
  there.rooms = there.rooms || input.room_ids.has_value();
  there.teachers = there.teachers || input.teacher_ids.has_value();
  Planned wanted = found->lesson;
  wanted.fact = &there;
  wanted.date = place.date;
  wanted.begins = place.begins;
  wanted.ends = place.ends;
  const auto members = wanted.numbers(Role::teacher);
  Occupied occupied = occupied_on(unit, org, place.date, place.date, members);
  std::map<std::int64_t, std::int64_t> people;
  std::vector<std::int64_t> keys;
  for (const std::int64_t member : members) keys.push_back(org.value << 32 | member);
  for (const person::MemberCard& one : person::cards_of(unit, keys)) people.emplace(one.org << 32 | one.member, one.card.id.value);
  const Busy lesson = busy_of(wanted, found->almanac.zone(), people);
  Occupied with_it{{lesson}, {}, {}};
  std::ranges::copy(occupied.own, std::back_inserter(with_it.own));
  add_ties(unit, with_it, place.date, place.date);
  Placing placing{true, against(lesson, occupied.own, with_it.ties)};
  std::ranges::move(against(lesson, occupied.elsewhere, with_it.ties), std::back_inserter(placing.items));
  placing.closed = !found->almanac.is_open(place.date, TimeOfDay{place.begins}) || wanted.outlives_groups();
  placing.fits = placing.items.empty() && !placing.closed;
  return placing;
}

}  // namespace

extern constexpr Op op_clashes = op<&clashes_>("timetable.clashes", "0.1");
extern constexpr Op op_own_clashes = op<&own_clashes_>("timetable.own_clashes", "0.1");
extern constexpr Op op_can_place = op<&can_place_>("timetable.can_place", "0.1");

Result<Clashes> clashes(Session& session, const ListClashes& input, const CallOptions& options) {
  return run<Clashes>(op_clashes, session, input, options);
}
Result<Clashes> own_clashes(Session& session, const ListOwnClashes& input, const CallOptions& options) {
  return run<Clashes>(op_own_clashes, session, input, options);
}
Result<Placing> can_place(Session& session, const CanPlace& input, const CallOptions& options) {
  return run<Placing>(op_can_place, session, input, options);
}

}  // namespace ent::timetable
