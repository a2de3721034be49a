#include "gradebook/box_tree.hpp"

#include <algorithm>
#include <set>

namespace ent::gradebook {
namespace {

/// Of one group: what holds on the first day, and what is said later inside the days.
std::span<const SaidBoxes> said_within(std::span<const SaidBoxes> said, const Span& days) {
  const auto begun = [](Date day, const SaidBoxes& one) { return day < one.valid_from; };
  auto first = std::upper_bound(said.begin(), said.end(), days.first_day, begun);
  if (first != said.begin()) --first;
  return {first, std::upper_bound(first, said.end(), days.last_day, begun)};
}

}  // namespace

std::span<const SaidBoxes> of_subject(std::span<const SaidBoxes> said, const std::string& subject) {
  const auto found = std::ranges::equal_range(said, subject, {}, &SaidBoxes::subject);
  return {found.begin(), found.end()};
}

const SaidBoxes* holding(std::span<const SaidBoxes> said, Date day) {
  const auto later = std::ranges::upper_bound(said, day, {}, &SaidBoxes::valid_from);
  return later == said.begin() ? nullptr : &*std::prev(later);
}

// What comes first around a box is there before it: a set holds the boxes around each of its own.
BoxTree tree_over(const Span& days, std::span<const SaidBoxes> said, std::span<const std::int64_t> groups) {
  BoxTree tree;
  std::set<std::string> known;
  bool ruled = false;
  for (const std::int64_t group : groups) {
    const auto own = std::ranges::equal_range(said, group, {}, &SaidBoxes::group);
    for (const SaidBoxes& one : said_within({own.begin(), own.end()}, days)) {
      if (!ruled) tree.rules = one.tree.rules;
      ruled = true;
      for (const Box& box : one.tree.boxes) {
        if (known.insert(box.code).second) tree.boxes.push_back(box);
      }
    }
  }
  return tree;
}

}  // namespace ent::gradebook
