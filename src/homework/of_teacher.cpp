// What is due of the services of a teacher, in however many schools.
#include <set>

#include "group/several.hpp"
#include "homework/functions.hpp"
#include "homework/lookups.hpp"
#include "homework/target.hpp"
#include "unit/others.hpp"

namespace ent::homework {
namespace {

/// The groups that the actor teaches, where they may read its homework.
std::vector<std::int64_t> groups_taught(unit::Unit& unit, std::span<const std::int64_t> members) {
  std::set<GroupId> taught;
  for (const group::Served& service : group::services_of(unit, members, unit.at())) taught.insert(service.group);
  std::vector<access::Inquiry> asked;
  for (const GroupId group : taught) asked.push_back({Perm::homework_read, target_of(group, {})});
  const auto seen = unit::Others::sees_all(unit, asked);
  std::vector<std::int64_t> found;
  auto answer = seen.begin();
  for (const GroupId group : taught) {
    if (*answer++) found.push_back(group.value);
  }
  return found;
}

}  // namespace

std::vector<Given> given_by(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last) {
  std::vector<Given> found;
  const auto groups = groups_taught(unit, members);
  if (groups.empty()) return found;
  std::set<std::int64_t> orgs;
  for (const std::int64_t group : groups) orgs.insert(GroupId{group}.establishment());
  rows::Shown shown = shown_to(unit);
  shown.taught_by = unit.actor().person;
  const auto span = span_of(unit, std::vector(orgs.begin(), orgs.end()), first, last);
  const auto rows = due_in(unit, rows::of_groups(unit, groups, span, shown), first, last);
  const auto progress = rows::progress_of(unit, rows);
  for (View& view : show(unit, rows, std::nullopt)) {
    const auto known = progress.find(view.id);
    const rows::Progress far = known == progress.end() ? rows::Progress{} : known->second;
    found.push_back({std::move(view), far.pupils, far.done});
  }
  return found;
}

}  // namespace ent::homework
