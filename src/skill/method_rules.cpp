#include "skill/method_rules.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "skill/engine/presets.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t longest_referential_code = 40;
constexpr std::size_t most_bounds = 5;
const Decimal highest_bound = 200;

}  // namespace

std::optional<Error> well_formed(const SetMethod& input) {
  const auto outside = [](Decimal bound) { return bound <= 0 || bound > highest_bound; };
  const auto not_rising = [](Decimal one, Decimal next) { return one >= next; };
  base::Fields fields;
  fields.refuse_if(engine::preset(input.method) == nullptr, "/method", "skill.method_unknown")
      .refuse_if(input.bounds.size() > most_bounds || std::ranges::any_of(input.bounds, outside), "/bounds", "field.range")
      .refuse_if(std::ranges::adjacent_find(input.bounds, not_rising) != input.bounds.end(), "/bounds", "skill.bounds_not_rising");
  if (input.referential_code) fields.length(base::trim(*input.referential_code), 1, longest_referential_code, "/referential_code");
  return fields.error();
}

std::optional<engine::Method> method_of(const MethodView& said) {
  const engine::Method* named = engine::preset(said.method);
  if (named == nullptr) return std::nullopt;
  engine::Method method = *named;
  if (said.bounds.empty()) return method;
  method.bounds.clear();
  for (const Decimal bound : said.bounds) method.bounds.push_back({bound});
  method.whole_bounds.clear();
  return method;
}

}  // namespace ent::skill
