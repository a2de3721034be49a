#include "home/reader.hpp"

#include <algorithm>
#include <set>

#include "guardian/children.hpp"
#include "person/oneself.hpp"
#include "unit/others.hpp"

namespace ent::home {
namespace {

access::Target about(const Ward& ward) { return {.org = ward.org().value, .person = ward.card.id.value}; }

/// Whether one acts in a unit under the profile.
bool acts_in(const Reader& reader, std::int64_t org) {
  return std::ranges::find(reader.places, access::Place{reader.profile, org}) != reader.places.end();
}

/// Those of whom the reader may know, with what they may see of each.
std::vector<Ward> wards_of(unit::Unit& unit, const Reader& reader, const std::vector<person::MemberCard>& pupils) {
  std::vector<Ward> wards;
  for (const person::MemberCard& pupil : pupils) {
    Ward ward{.member = pupil.org << 32 | pupil.member, .card = pupil.card};
    if (!acts_in(reader, pupil.org) || !unit.sees(Perm::person_read, about(ward))) continue;
    ward.lessons = unit.sees(Perm::timetable_read, about(ward)) == access::Mask::full;
    ward.homework = unit.sees(Perm::homework_read, about(ward)).has_value();
    ward.attendance = unit.sees(Perm::attendance_read, about(ward)).has_value();
    ward.justify = unit.sees(Perm::attendance_justify, about(ward)).has_value();
    wards.push_back(std::move(ward));
  }
  return wards;
}

void add_stays(unit::Unit& unit, std::vector<Ward>& wards, Date first, Date last) {
  std::vector<std::int64_t> members;
  for (const Ward& ward : wards) members.push_back(ward.member);
  for (group::Stayed& stay : group::stays_of(unit, members, first, last)) {
    const std::int64_t member = GroupId{stay.attendance.group}.establishment() << 32 | stay.attendance.member;
    const auto ward = std::ranges::find(wards, member, &Ward::member);
    if (ward != wards.end()) ward->stays.push_back(std::move(stay));
  }
}

}  // namespace

const org::Named* Reader::unit(std::int64_t org) const noexcept {
  const auto found = std::ranges::find(names, org, &org::Named::org);
  return found == names.end() ? nullptr : &*found;
}

std::string Reader::name_of(std::int64_t org) const {
  const org::Named* found = unit(org);
  return found == nullptr ? std::string{} : found->name;
}

Reader reader_of(unit::Unit& unit, std::vector<access::Place> places, Date first, Date last) {
  Reader reader{.profile = unit.actor().profile, .places = std::move(places)};
  const PersonId person{unit.actor().person};
  reader.units = unit::Others::units_seen(unit, Perm::org_read);
  const auto oneself = person::oneself(unit, person);
  if (oneself) reader.card = oneself->card;
  std::vector<person::MemberCard> pupils;
  if (reader.profile == Profile::guardian) pupils = guardian::children_of(unit, person, unit.at());
  for (const std::int64_t member : oneself ? oneself->members : std::vector<std::int64_t>{}) {
    if (!acts_in(reader, member >> 32)) continue;
    if (reader.profile == Profile::pupil) pupils.push_back({member >> 32, member & 0xffff'ffff, reader.card});
    if (is_family(reader.profile)) continue;
    reader.posts.push_back(member);
    const auto timetable = unit.sees(Perm::timetable_read, {.org = member >> 32, .person = person.value});
    if (timetable == access::Mask::full) reader.teaching.push_back(member);
  }
  reader.wards = wards_of(unit, reader, pupils);
  add_stays(unit, reader.wards, first, last);
  std::set<std::int64_t> named;
  for (const access::Place& place : reader.places) named.insert(place.org);
  if (!is_family(reader.profile)) named.insert(reader.units.begin(), reader.units.end());
  reader.names = org::named(unit, std::vector(named.begin(), named.end()), unit.at());
  return reader;
}

}  // namespace ent::home
