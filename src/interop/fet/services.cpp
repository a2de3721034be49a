// Who teaches what to whom: rights rest on it.
#include <algorithm>
#include <set>
#include <tuple>

#include "group/bulk.hpp"
#include "interop/fet/load.hpp"
#include "person/cards.hpp"
#include "unit/dates.hpp"

namespace ent::interop::fet {
namespace {

using Taught = std::tuple<std::int64_t, std::int64_t, std::string>;  ///< Member, group, subject.

std::set<Taught> wanted_of(const Loading& loading, const Found& found) {
  std::set<Taught> wanted;
  for (const Lesson& lesson : loading.plan.lessons) {
    for (const std::int32_t teacher : lesson.teachers) {
      const std::int64_t member = found.members[static_cast<std::size_t>(teacher)];
      if (member == 0) continue;
      for (const std::int32_t set : lesson.sets)
        wanted.emplace(member, found.groups[static_cast<std::size_t>(set)], found.subjects[static_cast<std::size_t>(lesson.subject)]);
    }
  }
  return wanted;
}

/// Those whose services may stand: the teachers of the file, and those of what the feed brought before.
std::vector<std::int64_t> people_of(Loading& loading, const Found& found, std::vector<std::int64_t> former) {
  std::set<std::int64_t> people;
  for (const std::int64_t person : found.people) {
    if (person != 0) people.insert(person);
  }
  for (std::int64_t& member : former) member |= loading.org().value << 32;
  for (const person::MemberCard& one : person::cards_of(loading.unit, former)) people.insert(one.card.id.value);
  return {people.begin(), people.end()};
}

}  // namespace

void put_services(Loading& loading, const Found& found, std::vector<std::int64_t> former) {
  const std::int64_t org = loading.org().value, from = unit::day(loading.period.from), to = unit::day(loading.period.to);
  std::set<Taught> wanted = wanted_of(loading, found);
  std::vector<group::bulk::ServiceRow> ended, fresh;
  const auto people = people_of(loading, found, std::move(former));
  ImportCounts& counts = loading.report.services;
  if (!people.empty()) {
    for (group::bulk::ServiceRow& row : group::bulk::services(loading.unit, people, from)) {
      if (row.org != org) continue;
      if (wanted.erase({row.member, row.group, row.subject}) > 0) {
        ++counts.unchanged;
      } else if (row.source == loading.report.feed) {
        row.to = std::max(row.from, from);
        ended.push_back(std::move(row));
        ++counts.marked;
      }
    }
  }
  if (!wanted.empty()) {
    std::int64_t number = loading.unit.take_numbers(loading.granted, org, "service", static_cast<std::int64_t>(wanted.size()));
    for (const auto& [member, group, subject] : wanted)
      fresh.push_back({org, number++, group, member, 0, subject, from, to, loading.report.feed});
    counts.created = static_cast<std::int64_t>(fresh.size());
  }
  group::bulk::end_services(loading.unit, loading.granted, ended);
  group::bulk::insert_services(loading.unit, loading.granted, fresh);
  if (!ended.empty() || !fresh.empty()) loading.unit.rights_changed(loading.granted, org);
}

}  // namespace ent::interop::fet
