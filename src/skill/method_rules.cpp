#include "skill/method_rules.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "skill/engine/presets.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t longest_referential_code = 40;
constexpr std::size_t most_bounds = 5;
constexpr std::int32_t most_latest = 50;
const Decimal highest_bound = 200;

}  // namespace

std::optional<Error> well_formed(const SetMethod& input) {
  const auto outside = [](Decimal bound) { return bound <= 0 || bound > highest_bound; };
  const auto not_rising = [](Decimal one, Decimal next) { return one >= next; };
  const engine::Method* const method = engine::preset(input.method);
  base::Fields fields;
  fields.refuse_if(method == nullptr, "/method", "skill.method_unknown")
      .refuse_if(input.bounds.size() > most_bounds || std::ranges::any_of(input.bounds, outside), "/bounds", "field.range")
      .refuse_if(std::ranges::adjacent_find(input.bounds, not_rising) != input.bounds.end(), "/bounds", "skill.bounds_not_rising");
  fields.refuse_if(input.partly_from && outside(*input.partly_from), "/partly_from", "field.range")
      .refuse_if(input.acquired_from && outside(*input.acquired_from), "/acquired_from", "field.range")
      .refuse_if(input.latest && (*input.latest < 1 || *input.latest > most_latest), "/latest", "field.range");
  const bool falls = method != nullptr && input.partly_from.value_or(method->partly.value) > input.acquired_from.value_or(method->acquired.value);
  fields.refuse_if(falls, input.acquired_from ? "/acquired_from" : "/partly_from", "skill.bounds_not_rising");
  if (input.referential_code) fields.length(base::trim(*input.referential_code), 1, longest_referential_code, "/referential_code");
  return fields.error();
}

std::optional<engine::Method> method_of(const MethodView& said) {
  const engine::Method* named = engine::preset(said.method);
  if (named == nullptr) return std::nullopt;
  engine::Method method = *named;
  if (said.partly_from) method.partly = {*said.partly_from};
  if (said.acquired_from) method.acquired = {*said.acquired_from};
  if (said.latest) method.latest = *said.latest;
  if (said.bounds.empty()) return method;
  method.bounds.clear();
  for (const Decimal bound : said.bounds) method.bounds.push_back({bound});
  method.whole_bounds.clear();
  return method;
}

MethodView told(MethodView said, const engine::Method& method) {
  said.bounds.clear();
  for (const engine::Bound& bound : method.bounds) said.bounds.push_back(bound.value);
  said.partly_from = method.partly.value;
  said.acquired_from = method.acquired.value;
  if (method.latest != 0) said.latest = method.latest;
  return said;
}

}  // namespace ent::skill
