// The dated facts of a chunk: what stands is asked at once, what differs is written at once.
#include "interop/apply/facts.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "unit/dates.hpp"

namespace ent::interop {
namespace {

std::vector<std::int64_t> each_once(std::vector<std::int64_t> numbers) {
  base::keep_each_once(numbers);
  return numbers;
}

}  // namespace

std::vector<person::bulk::Place> Places::missing() const {
  std::vector<person::bulk::Place> found;
  for (const auto& [key, member] : members_) {
    if (member == 0) found.push_back({key.org, key.person, 0});
  }
  std::ranges::sort(found, {}, [](const person::bulk::Place& place) { return std::pair(place.org, place.person); });
  return found;
}

void People::write_facts(std::vector<Case>& cases) {
  Facts facts;
  const PersonKind kind = cases.front().dossier->kind;
  if (kind == PersonKind::relative) return;  // guardians are where the children are
  load(cases, kind, facts);
  for (Case& subject : cases) {
    if (kind == PersonKind::pupil) settle_stays(subject, facts);
    settle_posts(subject, facts);
    if (kind == PersonKind::pupil) settle_ties(subject, facts);
    if (kind == PersonKind::staff) settle_teaching(subject, facts);
  }
  write(facts);
}

void People::load(const std::vector<Case>& cases, PersonKind kind, Facts& facts) {
  std::vector<std::int64_t> known;
  std::vector<std::string> adult_keys;
  for (const Case& subject : cases) {
    if (!subject.is_new) known.push_back(subject.person);
    if (!subject.dossier->ties) continue;
    for (const Tie& tie : *subject.dossier->ties) adult_keys.push_back(tie.adult);
  }
  std::vector<std::int64_t> placed = known;
  if (!adult_keys.empty()) {
    for (auto& adult : person::bulk::references(task_.unit, task_.feed.name, adult_keys)) {
      placed.push_back(adult.person);
      facts.adults.emplace(std::move(adult.key), adult.person);
    }
  }
  const std::int64_t since = std::min(task_.today(), unit::day(task_.feed.years.first_day(task_.feed.school_year)));
  if (!known.empty()) {
    facts.posts = person::bulk::posts(task_.unit, known, task_.today());
    std::ranges::sort(facts.posts, {}, &person::bulk::Post::person);
    if (kind == PersonKind::pupil) {
      facts.stays = group::bulk::stays(task_.unit, known, since);
      std::ranges::sort(facts.stays, {}, &group::bulk::Stay::person);
      facts.links = guardian::bulk::of_pupils(task_.unit, known, task_.today());
      std::ranges::sort(facts.links, {}, &guardian::bulk::Link::pupil);
      for (const auto& link : facts.links) placed.push_back(link.adult);
    } else {
      facts.roles = group::bulk::roles(task_.unit, known, task_.today());
      std::ranges::sort(facts.roles, {}, &group::bulk::RoleRow::person);
      facts.services = group::bulk::services(task_.unit, known, task_.today());
      std::ranges::sort(facts.services, {}, &group::bulk::ServiceRow::person);
    }
  }
  if (placed.empty()) return;
  for (const auto& place : person::bulk::places(task_.unit, each_once(std::move(placed)))) facts.places.know(place);
  for (const Case& subject : cases) {
    // The age of a pupil is one of the facts that rights rest on.
    if (subject.changed) facts.places.for_units_of(subject.person, [this](std::int64_t org) { task_.touched.insert(org); });
  }
}

void People::write(Facts& facts) {
  std::vector<person::bulk::Place> newcomers = facts.places.missing();
  person::bulk::join(task_.unit, task_.granted, newcomers);
  for (const auto& newcomer : newcomers) facts.places.know(newcomer);
  const auto place_all = [&](auto& turn) {
    for (auto& row : turn.in) row.member = facts.places.member(row.org, row.person);
    for (const auto* rows : {&turn.in, &turn.out}) {
      for (const auto& row : *rows) task_.touched.insert(row.org);
    }
  };
  place_all(facts.post_turn);
  place_all(facts.stay_turn);
  place_all(facts.role_turn);
  place_all(facts.service_turn);
  number_services(facts);
  Keeper& keeper = task_.keeper;
  keeper.posts(written(facts.post_turn));
  keeper.stays(written(facts.stay_turn));
  keeper.roles(written(facts.role_turn));
  keeper.services(written(facts.service_turn));
  keeper.links(written(facts.link_turn));
  unit::WriteUnit& unit = task_.unit;
  person::bulk::end_posts(unit, task_.granted, facts.post_turn.out);
  person::bulk::insert_posts(unit, task_.granted, facts.post_turn.in);
  group::bulk::end_stays(unit, task_.granted, facts.stay_turn.out);
  group::bulk::insert_stays(unit, task_.granted, facts.stay_turn.in);
  group::bulk::end_roles(unit, task_.granted, facts.role_turn.out);
  group::bulk::insert_roles(unit, task_.granted, facts.role_turn.in);
  group::bulk::end_services(unit, task_.granted, facts.service_turn.out);
  group::bulk::insert_services(unit, task_.granted, facts.service_turn.in);
  guardian::bulk::end_links(unit, task_.granted, facts.link_turn.out);
  guardian::bulk::insert_links(unit, task_.granted, facts.link_turn.in);
}

void People::number_services(Facts& facts) {
  auto& fresh = facts.service_turn.in;
  std::ranges::stable_sort(fresh, {}, &group::bulk::ServiceRow::org);
  for (auto begin = fresh.begin(); begin != fresh.end();) {
    const std::int64_t org = begin->org;
    const auto end = std::find_if(begin, fresh.end(), [org](const auto& row) { return row.org != org; });
    std::int64_t next = task_.unit.take_numbers(task_.granted, org, "service", end - begin);
    for (; begin != end; ++begin) begin->service = next++;
  }
}

}  // namespace ent::interop
