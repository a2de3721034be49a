#include "report/choices.hpp"

#include <initializer_list>
#include <utility>

#include "org/functions.hpp"

namespace ent::report {
namespace {

/// The latest of this division and level that has begun; null: nothing was said.
const rows::Choice* latest(std::span<const rows::Choice> choices, std::int64_t division, const std::string& level, Date day) {
  const rows::Choice* found = nullptr;
  for (const rows::Choice& one : choices) {
    if (one.division != division || one.level != level || one.valid_from > day) continue;
    if (found == nullptr || found->valid_from < one.valid_from) found = &one;
  }
  return found;
}

}  // namespace

const Preset* chosen(std::span<const rows::Choice> choices, std::int64_t division, const std::string& level, Date day) {
  const std::string none;
  using Key = std::pair<std::int64_t, const std::string*>;
  for (const auto& [of, at] : {Key{division, &none}, Key{0, &level}, Key{0, &none}}) {
    const rows::Choice* const found = latest(choices, of, *at, day);
    if (found != nullptr && !found->model.empty()) return find_preset(found->model);
  }
  return nullptr;
}

const Preset& SchoolModels::of(std::int64_t division, const std::string& level, Date first_day) const {
  const Preset* const own = chosen(choices, division, level, first_day);
  return own != nullptr ? *own : preset_for(degree, nature, level);
}

SchoolModels models_of(unit::Unit& unit, const org::View& school) {
  return {school.degree, school.nature_code.value_or(""), rows::choices(unit, school.id)};
}

SchoolModels models_of(unit::Unit& unit, OrgId org) {
  return models_of(unit, org::find_at(unit, org, unit.at()).value_or(org::View{.id = org}));
}

}  // namespace ent::report
