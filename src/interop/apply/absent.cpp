// Who is no longer named: marked, and long after that freed of what only the feed had brought.
#include <algorithm>

#include "base/each_once.hpp"
#include "interop/apply/facts.hpp"
#include "unit/dates.hpp"

namespace ent::interop {
namespace {

constexpr std::int64_t page = 1000;
/// Among so few, a large part may well leave at once.
constexpr std::int64_t few = 10;

}  // namespace

std::optional<Error> People::mark_absent(const std::array<bool, 4>& kind_is_full) {
  std::int64_t known = 0;
  for (const auto& count : person::bulk::count_unmarked(task_.unit, task_.feed.name)) known += count.people;
  const auto judged = [&](const person::bulk::Reference& reference) {
    return !reference.marked_on && reference.kind > 0 && kind_is_full[static_cast<std::size_t>(reference.kind)];
  };
  const auto seen = [&](std::int64_t person) {
    return std::ranges::any_of(seen_, [person](const PersonBits& bits) { return bits.contains(person); });
  };
  std::vector<person::bulk::Reference> absent;
  std::int64_t missing = 0;
  std::string after;
  for (const bool counting : {true, false}) {
    after.clear();
    while (true) {
      const auto references = person::bulk::references_after(task_.unit, task_.feed.name, after, page);
      for (const auto& reference : references) {
        if (!judged(reference) || seen(reference.person)) continue;
        if (counting) ++missing;
        else absent.push_back(reference);
      }
      if (!counting) mark(std::exchange(absent, {}));
      if (std::ssize(references) < page) break;
      after = references.back().key;
    }
    if (counting && missing > few && missing * 100 > known * task_.options.most_absent_percent)
      return base::fail(Errc::failed_precondition, "import.too_many_absent");
    if (missing == 0) break;
  }
  return std::nullopt;
}

void People::mark(std::span<const person::bulk::Reference> references) {
  if (references.empty()) return;
  std::vector<std::int64_t> people;
  std::vector<person::bulk::Reference> marks;
  for (const auto& reference : references) {
    people.push_back(reference.person);
    marks.push_back(reference);
    marks.back().said = 0;
    marks.back().marked_on = task_.today();
  }
  base::keep_each_once(people);
  const std::int64_t today = task_.today();
  const auto end_ours = [&](const auto& rows, auto& counts) {
    auto ours = rows;
    std::erase_if(ours, [&](const auto& row) { return row.source != task_.feed.name; });
    for (auto& row : ours) {
      row = ended(row, today);
      task_.touched.insert(row.org);
    }
    counts.marked += std::ssize(ours);
    return ours;
  };
  ImportReport& report = task_.report;
  unit::WriteUnit& unit = task_.unit;
  const auto posts = end_ours(person::bulk::posts(unit, people, today), report.affiliations);
  task_.keeper.posts(posts);
  person::bulk::end_posts(unit, task_.granted, posts);
  const auto stays = end_ours(group::bulk::stays(unit, people, today), report.memberships);
  task_.keeper.stays(stays);
  group::bulk::end_stays(unit, task_.granted, stays);
  const auto roles = end_ours(group::bulk::roles(unit, people, today), report.roles);
  task_.keeper.roles(roles);
  group::bulk::end_roles(unit, task_.granted, roles);
  const auto services = end_ours(group::bulk::services(unit, people, today), report.services);
  task_.keeper.services(services);
  group::bulk::end_services(unit, task_.granted, services);
  end_links_of(people);
  Image& image = task_.keeper.image();
  image.keys_before.insert(image.keys_before.end(), references.begin(), references.end());
  image.keys_after.insert(image.keys_after.end(), marks.begin(), marks.end());
  person::bulk::refer(unit, task_.granted, task_.feed.name, marks);
  report.people.marked += std::ssize(marks);
  task_.keeper.flush();
}

/// On both sides. The pupils of an adult who is gone are looked at again: the adult may come back.
void People::end_links_of(std::span<const std::int64_t> people) {
  const std::int64_t today = task_.today();
  auto links = guardian::bulk::of_pupils(task_.unit, people, today);
  for (auto& link : guardian::bulk::of_adults(task_.unit, people, today)) {
    if (!std::ranges::binary_search(people, link.pupil)) links.push_back(std::move(link));
  }
  std::erase_if(links, [&](const auto& link) { return link.source != task_.feed.name || link.by_court; });
  std::vector<std::int64_t> pupils;
  for (auto& link : links) {
    link = ended(link, today);
    pupils.push_back(link.pupil);
  }
  base::keep_each_once(pupils);
  task_.keeper.links(links);
  guardian::bulk::end_links(task_.unit, task_.granted, links);
  person::bulk::doubt(task_.unit, task_.granted, task_.feed.name, pupils);
  for (const auto& place : pupils.empty() ? std::vector<person::bulk::Place>{} : person::bulk::places(task_.unit, pupils))
    task_.touched.insert(place.org);
  task_.report.guardianships.marked += std::ssize(links);
}

void People::remove_long_marked() {
  const std::int64_t until = task_.today() - task_.options.removal_days;
  while (true) {
    const auto references = person::bulk::marked(task_.unit, task_.feed.name, until, page);
    if (references.empty()) return;
    std::vector<std::string> keys;
    std::vector<std::int64_t> people;
    for (const auto& reference : references) {
      keys.push_back(reference.key);
      people.push_back(reference.person);
    }
    base::keep_each_once(people);
    person::bulk::remove_contacts(
        task_.unit, task_.granted, person::bulk::released(task_.unit, people, task_.feed.name, task_.today()));
    person::bulk::forget(task_.unit, task_.granted, task_.feed.name, keys);
    task_.report.people.removed += std::ssize(references);
  }
}

}  // namespace ent::interop
