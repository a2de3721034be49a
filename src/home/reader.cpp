#include "home/reader.hpp"

#include <algorithm>
#include <set>

#include "access/family.hpp"
#include "base/unit_key.hpp"
#include "guardian/children.hpp"
#include "person/oneself.hpp"
#include "unit/others.hpp"

namespace ent::home {
namespace {

/// Questions that are asked together, each with the place of its answer.
class Questions {
 public:
  void ask(bool& into, Perm perm, const access::Target& target, bool wholly = false) {
    asked_.push_back({perm, target});
    places_.push_back({&into, wholly});
  }
  void settle(unit::Unit& unit) const {
    const auto seen = unit::Others::sees_all(unit, asked_);
    for (std::size_t i = 0; i < seen.size(); ++i)
      *places_[i].into = seen[i].has_value() && (!places_[i].wholly || *seen[i] == access::Mask::full);
  }

 private:
  struct Place {
    bool* into;
    bool wholly;  ///< Only what is seen in full counts.
  };
  std::vector<access::Inquiry> asked_{};
  std::vector<Place> places_{};
};

/// Whether one acts in a unit under the profile.
bool acts_in(const Reader& reader, std::int64_t org) {
  return std::ranges::find(reader.places, access::Place{reader.profile, org}) != reader.places.end();
}

/// Those of whom the reader may know, with what they may see of each.
std::vector<Ward> wards_of(unit::Unit& unit, const Reader& reader, const std::vector<person::MemberCard>& pupils) {
  std::vector<Ward> wards;
  for (const person::MemberCard& pupil : pupils) {
    if (acts_in(reader, pupil.org)) wards.push_back({.member = pupil.org << 32 | pupil.member, .card = pupil.card});
  }
  Questions questions;
  for (Ward& ward : wards) {
    const access::Target about{.org = ward.org().value, .person = ward.card.id.value};
    questions.ask(ward.known, Perm::person_read, about);
    questions.ask(ward.lessons, Perm::timetable_read, about, true);
    questions.ask(ward.homework, Perm::homework_read, about);
    questions.ask(ward.skills, Perm::skill_read, {.org = about.org, .person = about.person, .met = access::met_pub});
    questions.ask(ward.attendance, Perm::attendance_read, about);
    questions.ask(ward.justify, Perm::attendance_justify, about);
  }
  questions.settle(unit);
  std::erase_if(wards, [](const Ward& ward) { return !ward.known; });
  return wards;
}

/// A unit as a whole is asked about by listings: what rights rest on is read of all units together, and kept.
void look_around(unit::Unit& unit, Reader& reader) {
  const auto note = [&](bool Sight::*seen, Perm perm) {
    for (const std::int64_t org : unit::Others::units_seen(unit, perm)) reader.sights[org].*seen = true;
  };
  note(&Sight::known, Perm::org_read);
  note(&Sight::divisions, Perm::group_read);
  note(&Sight::absent, Perm::attendance_read);
  note(&Sight::waiting, Perm::attendance_validate);
  note(&Sight::registers, Perm::attendance_take);
  for (auto& [org, sight] : reader.sights)
    sight.many = sight.absent || unit.sees(Perm::attendance_read, {.org = org, .aggregate = true});
}

/// Where somebody works under the profile, and where they may read what they teach themselves.
void add_posts(unit::Unit& unit, Reader& reader, const std::vector<std::int64_t>& members) {
  std::vector<access::Inquiry> asked;
  for (const std::int64_t member : members) {
    if (!acts_in(reader, base::unit_of(member))) continue;
    reader.posts.push_back(member);
    asked.push_back({Perm::timetable_read, {.org = base::unit_of(member), .person = reader.card.id.value}});
  }
  const auto seen = unit::Others::sees_all(unit, asked);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == access::Mask::full) reader.teaching.push_back(reader.posts[i]);
  }
}

/// Oneself, or one's children, in all their schools.
std::vector<person::MemberCard> children_or_oneself(unit::Unit& unit, const Reader& reader, const std::vector<std::int64_t>& members) {
  if (reader.profile == Profile::guardian) return guardian::children_of(unit, {unit.actor().person}, unit.at());
  std::vector<person::MemberCard> pupils;
  for (const std::int64_t member : members) pupils.push_back({base::unit_of(member), base::number_of(member), reader.card});
  return pupils;
}

void add_stays(unit::Unit& unit, Reader& reader, Date first, Date last) {
  std::vector<std::int64_t> members;
  for (const Ward& ward : reader.wards) members.push_back(ward.member);
  for (group::Stayed& stay : group::stays_of(unit, members, first, last)) {
    const std::int64_t member = GroupId{stay.attendance.group}.establishment() << 32 | stay.attendance.member;
    reader.wards[reader.ward_places.at(member)].stays.push_back(std::move(stay));
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
  const auto oneself = person::oneself(unit, {unit.actor().person});
  if (oneself) reader.card = oneself->card;
  const auto members = oneself ? oneself->members : std::vector<std::int64_t>{};
  std::set<std::int64_t> named;
  for (const access::Place& place : reader.places) named.insert(place.org);
  if (access::is_family(reader.profile)) {
    reader.wards = wards_of(unit, reader, children_or_oneself(unit, reader, members));
    for (std::size_t i = 0; i < reader.wards.size(); ++i) reader.ward_places.emplace(reader.wards[i].member, i);
    add_stays(unit, reader, first, last);
  } else {
    look_around(unit, reader);
    add_posts(unit, reader, members);
    for (const auto& [org, sight] : reader.sights) named.insert(org);
  }
  reader.names = org::named(unit, std::vector(named.begin(), named.end()), unit.at());
  return reader;
}

}  // namespace ent::home
