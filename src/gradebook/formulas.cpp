#include "gradebook/formulas.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "gradebook/engine/presets.hpp"
#include "org/functions.hpp"

namespace ent::gradebook {
namespace {

/// Of each division and level the latest set that has begun; each begins with a row without subject.
Weights weights_holding(std::span<const rows::WeightBy> said, Date day) {
  std::map<std::pair<std::int64_t, std::string>, Date> latest;
  for (const rows::WeightBy& one : said) {
    if (one.valid_from > day) continue;
    Date& from = latest.try_emplace({one.division, one.level}, one.valid_from).first->second;
    from = std::max(from, one.valid_from);
  }
  Weights weights;
  for (const rows::WeightBy& one : said) {
    const auto from = latest.find({one.division, one.level});
    if (from != latest.end() && from->second == one.valid_from && !one.subject.empty())
      weights.add(one.division, one.level, one.subject, one.weight);
  }
  return weights;
}

}  // namespace

const rows::SaidBy* holding(std::span<const rows::SaidBy> policies, const std::string& level, Date day) {
  const rows::SaidBy* best = nullptr;
  for (const rows::SaidBy& one : policies) {  // the nearest unit first
    if (best != nullptr && best->org != one.org) break;
    if (one.valid_from > day || (!one.level.empty() && one.level != level)) continue;
    const auto rank = [](const rows::SaidBy& said) { return std::tuple(!said.level.empty(), said.valid_from); };
    if (best == nullptr || rank(*best) < rank(one)) best = &one;
  }
  return best;
}

Formulas::Formulas(unit::Unit& unit, OrgId org, std::set<std::int64_t> divisions, Date until)
    : policies_(rows::policies_until(unit, org::line_of(unit, org, unit.at()), until)) {
  divisions.insert(0);
  weights_ = rows::weights_until(unit, org, {divisions.begin(), divisions.end()}, until);
}

Formula Formulas::on(Date first_day, const std::string& level) const {
  const rows::SaidBy* const found = holding(policies_, level, first_day);
  const Said said = found != nullptr ? found->said : Said{.preset = std::string(engine::fr_exact.name)};
  return {policy_of(said), text_of(said), weights_holding(weights_, first_day), said.moved.value_or(MovedRule::follow)};
}

Formula formula_on(unit::Unit& unit, OrgId org, Date first_day, std::span<const Place> places) {
  std::set<std::int64_t> divisions;
  std::set<std::string> levels;
  for (const Place& place : places) {
    divisions.insert(place.division);
    levels.insert(place.level);
  }
  return Formulas(unit, org, std::move(divisions), first_day).on(first_day, levels.size() == 1 ? *levels.begin() : std::string());
}

}  // namespace ent::gradebook
