// Who teaches what to whom: rights rest on it.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "group/bulk.hpp"
#include "group/handover.hpp"
#include "interop/fet/load.hpp"
#include "person/cards.hpp"
#include "timetable/beside.hpp"
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

using Needs = std::map<Taught, std::string>;  ///< By whose slots.

/// What the slots of others, and those made by hand, need from the day on.
Needs needs_beside(Loading& loading) {
  Needs needs;
  for (const timetable::Beside& it : timetable::slots_beside(loading.unit, loading.org(), loading.report.feed, loading.period.from)) {
    for (const std::int64_t member : timetable::numbers_of(it.state.parts, timetable::Role::teacher)) {
      for (const std::int64_t group : timetable::numbers_of(it.state.parts, timetable::Role::group))
        needs.emplace(Taught{member, group, it.state.subject}, it.feed);
    }
  }
  return needs;
}

/// Of services that the file does not name any more, those that others need go over to them; the others end.
std::vector<group::bulk::ServiceRow> leave(Loading& loading, std::vector<group::bulk::ServiceRow> left) {
  if (left.empty()) return left;
  const Needs needs = needs_beside(loading);
  std::vector<group::Handover> given;
  std::erase_if(left, [&](const group::bulk::ServiceRow& row) {
    const auto need = needs.find({row.member, row.group, row.subject});
    if (need == needs.end()) return false;
    given.push_back({row.org, row.service, need->second});
    return true;
  });
  group::hand_over_services(loading.unit, loading.granted, given);
  loading.report.services.unchanged += std::ssize(given);
  loading.report.services.marked = std::ssize(left);
  return left;
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
      }
    }
  }
  ended = leave(loading, std::move(ended));
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
