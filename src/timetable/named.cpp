#include "timetable/named.hpp"

#include "group/lookups.hpp"
#include "group/terms.hpp"
#include "person/functions.hpp"
#include "room/functions.hpp"

namespace ent::timetable {
namespace {

std::vector<std::int64_t> listed(const std::set<std::int64_t>& ids) { return {ids.begin(), ids.end()}; }

template <class AnyId>
std::vector<std::int64_t> numbers_in_unit(const std::vector<AnyId>& ids) {
  std::vector<std::int64_t> numbers;
  for (const AnyId id : ids) numbers.push_back(id.number());
  return numbers;
}

template <class AnyId, class Known>
void check_each(base::Fields& fields, const std::vector<AnyId>& ids, const std::string& path, std::string_view reason,
                const Known& known) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    fields.refuse_if(!known.contains(ids[i].value), path + "/" + std::to_string(i), reason);
  }
}

}  // namespace

void Named::add(const std::vector<GroupId>& groups, const std::vector<PersonId>& people, const std::vector<RoomId>& rooms) {
  for (const GroupId id : groups) groups_.insert(id.value);
  for (const PersonId id : people) people_.insert(id.value);
  for (const RoomId id : rooms) rooms_.insert(id.value);
}

void Named::find(unit::Unit& unit, OrgId org, Date from) {
  const auto groups = group::shown(unit, listed(groups_));
  const auto terms = group::terms_of(unit, listed(groups_), from, from);
  const auto rooms = room::shown(unit, listed(rooms_));
  const auto people = listed(people_);
  groups_.clear();
  rooms_.clear();
  for (const group::Shown& group : groups) {
    if (GroupId{group.id}.establishment() == org.value) groups_.insert(group.id);
  }
  for (const room::Shown& room : rooms) {
    if (room.org == org.value) rooms_.insert(make_id<RoomId>(room.org, room.room).value);
  }
  for (const group::End& end : terms.ends) groups_.erase(end.group);
  if (people.empty()) return;
  for (const person::Member& member : person::members_of(unit, org, people)) members_.emplace(member.person, member.member);
}

void Named::check(base::Fields& fields, const std::vector<GroupId>& groups, const std::string& path) const {
  check_each(fields, groups, path, "group.not_found", groups_);
}

void Named::check(base::Fields& fields, const std::vector<PersonId>& people, const std::string& path) const {
  check_each(fields, people, path, "person.not_found", members_);
}

void Named::check(base::Fields& fields, const std::vector<RoomId>& rooms, const std::string& path) const {
  check_each(fields, rooms, path, "room.not_found", rooms_);
}

std::vector<std::int64_t> Named::numbers(const std::vector<GroupId>& groups) const { return numbers_in_unit(groups); }

std::vector<std::int64_t> Named::numbers(const std::vector<PersonId>& people) const {
  std::vector<std::int64_t> numbers;
  for (const PersonId person : people) numbers.push_back(members_.at(person.value));
  return numbers;
}

std::vector<std::int64_t> Named::numbers(const std::vector<RoomId>& rooms) const { return numbers_in_unit(rooms); }

}  // namespace ent::timetable
