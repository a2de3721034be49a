#include "gradebook/box_rules.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/limits.hpp"
#include "gradebook/policy_rules.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t most_boxes = 40;
constexpr std::size_t longest_box_code = 40;
constexpr std::size_t longest_box_name = 100;
constexpr std::int32_t most_dropped = 50;

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }

void check_count(base::Fields& fields, const std::optional<std::int32_t>& count, const std::string& path) {
  if (count) fields.refuse_if(*count < 0 || *count > most_dropped, path, "field.range");
}

void check_box_rules(base::Fields& fields, const BoxRules& rules, const std::string& path) {
  fields.refuse_if(rules.preset && engine::find_preset(*rules.preset) == nullptr, path + "/preset", "gradebook.no_policy");
  check_count(fields, rules.drop_lowest, path + "/drop_lowest");
  check_count(fields, rules.drop_highest, path + "/drop_highest");
  check_count(fields, rules.keep_highest, path + "/keep_highest");
  check_weight(fields, rules.best_more, path + "/best_more");
  check_weight(fields, rules.best_times, path + "/best_times");
  check_weight(fields, rules.worst_times, path + "/worst_times");
  check_step(fields, rules.step, path + "/step");
}

void check_box(base::Fields& fields, const Box& box, std::set<std::string>& before, const std::string& path) {
  const std::string code = trimmed(box.code);
  fields.length(code, 1, longest_box_code, path + "/code").length(base::trim(box.name), 1, longest_box_name, path + "/name");
  if (box.parent_code) fields.refuse_if(!before.contains(trimmed(*box.parent_code)), path + "/parent_code", "gradebook.no_box");
  fields.refuse_if(!before.insert(code).second, path + "/code", "field.repeated");
  check_weight(fields, box.coefficient, path + "/coefficient");
  if (box.own_share) fields.refuse_if(*box.own_share < 0 || *box.own_share > 1, path + "/own_share", "field.range");
  if (box.maximum) {
    fields.refuse_if(*box.maximum <= 0 || *box.maximum > largest_maximum, path + "/maximum", "field.range")
        .refuse_if(box.maximum->millionths() % hundredth != 0, path + "/maximum", "gradebook.too_many_decimals");
  }
  if (box.rules) check_box_rules(fields, *box.rules, path + "/rules");
}

}  // namespace

std::optional<Error> well_formed(const SetBoxes& input) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_boxes, "/items", "field.range");
  std::set<std::string> before;
  for (std::size_t i = 0; i < input.items.size(); ++i) check_box(fields, input.items[i], before, "/items/" + std::to_string(i));
  if (input.rules) check_box_rules(fields, *input.rules, "/rules");
  return fields.error();
}

BoxTree tidy(const SetBoxes& input) {
  BoxTree tree{input.items, input.rules.value_or(BoxRules{})};
  for (Box& box : tree.boxes) {
    box.code = trimmed(box.code);
    box.name = trimmed(box.name);
    if (box.parent_code) box.parent_code = trimmed(*box.parent_code);
  }
  return tree;
}

}  // namespace ent::gradebook
