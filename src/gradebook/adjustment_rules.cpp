#include "gradebook/adjustment_rules.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_set>

#include "base/error.hpp"
#include "gradebook/limits.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t most_adjusted = 200;

}  // namespace

std::optional<Error> well_formed(const Adjust& input, Decimal scale) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_adjusted, "/items", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const AdjustEntry& item = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(!seen.insert(item.pupil_id.value).second, path + "/pupil_id", "field.repeated");
    if (!item.points) continue;
    fields.refuse_if(std::abs(item.points->millionths()) > scale.millionths(), path + "/points", "field.range")
        .refuse_if(item.points->millionths() % hundredth != 0, path + "/points", "gradebook.too_many_decimals");
  }
  return fields.error();
}

std::vector<rows::AdjustmentRow> adjustment_changes(std::vector<rows::AdjustmentRow> wanted, std::span<const rows::AdjustmentRow> standing) {
  std::vector<rows::AdjustmentRow> next;
  for (rows::AdjustmentRow& row : wanted) {
    const auto stands = std::ranges::lower_bound(standing, row.member, {}, &rows::AdjustmentRow::member);
    const bool there = stands != standing.end() && stands->member == row.member;
    if (row.points == (there ? stands->points : std::nullopt)) continue;
    row.version = there ? stands->version + 1 : 1;
    next.push_back(std::move(row));
  }
  return next;
}

}  // namespace ent::gradebook
