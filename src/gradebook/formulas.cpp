#include "gradebook/formulas.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "gradebook/engine/presets.hpp"
#include "org/functions.hpp"

namespace ent::gradebook {
namespace {

Weights weights_of(std::span<const rows::WeightBy> said) {
  Weights weights;
  for (const rows::WeightBy& one : said) {
    if (one.member != 0) weights.add_own(one.member, one.subject, one.weight);
    else weights.add(one.division, one.level, one.subject, one.weight);
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

// Each set begins with a row without subject.
std::vector<rows::WeightBy> holding(std::span<const rows::WeightBy> weights, Date day) {
  std::map<std::tuple<std::int64_t, std::int64_t, std::string>, Date> latest;
  for (const rows::WeightBy& one : weights) {
    if (one.valid_from > day) continue;
    Date& from = latest.try_emplace({one.member, one.division, one.level}, one.valid_from).first->second;
    from = std::max(from, one.valid_from);
  }
  std::vector<rows::WeightBy> found;
  for (const rows::WeightBy& one : weights) {
    const auto from = latest.find({one.member, one.division, one.level});
    if (from != latest.end() && from->second == one.valid_from && !one.subject.empty()) found.push_back(one);
  }
  return found;
}

std::vector<rows::WeightBy> nearest(std::vector<rows::WeightBy> holding, const std::string& level) {
  std::erase_if(holding, [&](const rows::WeightBy& one) { return !one.level.empty() && one.level != level; });
  const auto farther = [](const rows::WeightBy& one) {
    return std::tuple(one.subject, one.member == 0, one.division == 0, one.level.empty());
  };
  std::ranges::sort(holding, {}, farther);
  for (std::size_t i = 1; i < holding.size(); ++i) {
    rows::WeightBy& own = holding[i - 1];
    if (own.subject == holding[i].subject && !own.weight.mode) own.weight.mode = holding[i].weight.mode;
  }
  const auto others = std::ranges::unique(holding, {}, &rows::WeightBy::subject);
  holding.erase(others.begin(), others.end());
  return holding;
}

Formulas::Formulas(unit::Unit& unit, OrgId org, std::set<std::int64_t> divisions, const std::vector<std::int64_t>& members,
                   const Span& first_days)
    : policies_(rows::policies_until(unit, org::line_of(unit, org, unit.at()), first_days.last_day)) {
  divisions.insert(0);
  const std::vector<std::int64_t> numbers(divisions.begin(), divisions.end());
  weights_ = rows::weights_until(unit, org, numbers, members, first_days.last_day);
  any_own_ = std::ranges::any_of(weights_, [](const rows::WeightBy& one) { return one.member != 0; });
  kept_ = kept_formulas(unit, org, numbers, first_days);
  if (any_own_ && !kept_.empty()) read_seated(unit, org, numbers, first_days, kept_);
}

Formula Formulas::kept_on(const Span& days, std::int64_t group, const std::string& level) const {
  const KeptFormula& kept = kept_.at({group, days.first_day, days.last_day});
  Formula formula = formula_of(kept, level);
  if (!any_own_) return formula;
  for (const rows::WeightBy& one : holding(weights_, days.first_day)) {
    if (one.member != 0 && !kept.seated.contains(one.member)) formula.weights.add_own(one.member, one.subject, one.weight);
  }
  return formula;
}

Formula Formulas::on(const Span& days, std::int64_t group, const std::string& level) const {
  if (group != 0) return kept_on(days, group, level);
  const rows::SaidBy* const found = holding(policies_, level, days.first_day);
  const Said said = found != nullptr ? found->said : Said{.preset = std::string(engine::fr_exact.name)};
  return {policy_of(said), text_of(said), weights_of(holding(weights_, days.first_day)), said.moved.value_or(MovedRule::follow), {},
          true, said.letters, said.categories};
}

Formula formula_for(unit::Unit& unit, OrgId org, const Place& place, const Span& days) {
  const Formulas formulas(unit, org, {place.division}, {place.member}, {days.first_day, days.first_day});
  return formulas.on(days, formulas.is_kept(place.division, days) ? place.division : 0, place.level);
}

}  // namespace ent::gradebook
