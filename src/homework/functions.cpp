#include "homework/functions.hpp"

#include <algorithm>

#include "homework/lookups.hpp"

namespace ent::homework {

std::vector<View> of_pupil(unit::Unit& unit, OrgId org, const person::Member& pupil, Date first, Date last) {
  const rows::Shown shown = shown_to(unit);
  const auto only = shown.to_family ? std::optional(PersonId{pupil.person}) : std::nullopt;
  std::vector<View> views = show(unit, rows_of_pupil(unit, org, pupil, first, last, shown), only);
  const auto& actor = unit.actor();
  if (actor.profile != Profile::guardian && actor.person != pupil.person) return views;
  std::vector<std::int64_t> numbers;
  for (const View& view : views) numbers.push_back(view.id.value);
  const std::int64_t member = org.value << 32 | pupil.member;
  const auto done = rows::done_of(unit, std::span(&member, 1), numbers);
  for (View& view : views) view.done = std::ranges::binary_search(done, rows::Tick{member, view.id});
  return views;
}

}  // namespace ent::homework
