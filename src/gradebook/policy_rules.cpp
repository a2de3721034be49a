#include "gradebook/policy_rules.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gradebook/categories.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/letters.hpp"
#include "gradebook/limits.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t longest_code = 40;
constexpr std::size_t most_subjects = 100;
constexpr std::int32_t most_decimals = 4;

/// Those with which 20 can be reached.
constexpr std::array steps{hundredth, 5 * hundredth, 10 * hundredth, 25 * hundredth, 50 * hundredth, 100 * hundredth};

void check_level(base::Fields& fields, const std::optional<std::string>& level) {
  if (level) fields.length(base::trim(*level), 1, longest_code, "/level");
}

void check_roundings(base::Fields& fields, const std::vector<RoundingOf>& roundings) {
  for (std::size_t i = 0; i < roundings.size(); ++i) {
    const std::string path = "/roundings/" + std::to_string(i);
    const auto before = std::span(roundings).first(i);
    fields.refuse_if(std::ranges::find(before, roundings[i].of, &RoundingOf::of) != before.end(), path + "/of", "field.repeated");
    fields.refuse_if(!roundings[i].step && !roundings[i].rounding, path + "/step", "field.missing");
    check_step(fields, roundings[i].step, path + "/step");
  }
}

}  // namespace

void check_weight(base::Fields& fields, const std::optional<Decimal>& value, const std::string& path) {
  if (!value) return;
  fields.refuse_if(*value < 0 || *value > largest_coefficient, path, "field.range")
      .refuse_if(value->millionths() % hundredth != 0, path, "gradebook.too_many_decimals");
}

void check_step(base::Fields& fields, const std::optional<Decimal>& step, const std::string& path) {
  fields.refuse_if(step && std::ranges::find(steps, step->millionths()) == steps.end(), path, "field.range");
}

std::optional<Error> well_formed(const SetPolicy& input) {
  base::Fields fields;
  fields.refuse_if(engine::find_preset(input.policy) == nullptr, "/policy", "gradebook.no_policy");
  check_level(fields, input.level);
  check_step(fields, input.step, "/step");
  check_weight(fields, input.best_more, "/best_more");
  check_weight(fields, input.best_times, "/best_times");
  check_weight(fields, input.worst_times, "/worst_times");
  fields.refuse_if(input.decimals && (*input.decimals < 0 || *input.decimals > most_decimals), "/decimals", "field.range");
  check_roundings(fields, input.roundings);
  check_letters(fields, input.letters);
  check_categories(fields, input.categories);
  return fields.error();
}

std::optional<Error> well_formed(const SetCoefficients& input) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_subjects, "/items", "field.range");
  check_level(fields, input.level);
  fields.refuse_if(input.level && input.division_id, "/division_id", "gradebook.level_or_division")
      .refuse_if(input.pupil_id && (input.level || input.division_id), "/pupil_id", "gradebook.level_or_division");
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const std::string path = "/items/" + std::to_string(i);
    const std::string code(base::trim(input.items[i].subject_code));
    fields.length(code, 1, longest_code, path + "/subject_code")
        .refuse_if(!seen.insert(code).second, path + "/subject_code", "field.repeated");
    check_weight(fields, input.items[i].coefficient, path + "/coefficient");
  }
  return fields.error();
}

std::vector<Coefficient> tidy(std::vector<Coefficient> items) {
  for (Coefficient& item : items) item.subject_code = std::string(base::trim(item.subject_code));
  return items;
}

}  // namespace ent::gradebook
