#include "skill/import_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gradebook/table.hpp"
#include "skill/level_words.hpp"
#include "skill/target.hpp"

namespace ent::skill {
namespace {

using gradebook::CellOutcome;
using rows::LevelRow;

constexpr std::size_t longest_column = 100;

bool names(std::string_view code, const rows::ItemRow& item) {
  return code == item.code || code == item.referential_code + ":" + item.code;
}

/// One cell against what stands of an item.
void plan_cell(ImportPlan& plan, ImportCell& cell, const ImportFacts& facts, Spot place, std::string_view text) {
  const TypedLevel typed = read_level(text, facts.scale);
  if (!typed.fault.empty()) return gradebook::refuse(cell, typed.fault);
  if (typed.kind == LevelKind::not_entered) {
    cell.outcome = CellOutcome::empty;
    return;
  }
  cell.kind = typed.kind;
  if (typed.kind == LevelKind::level) cell.level = typed.level;
  const LevelRow* const stands = standing_in(facts.standing, place);
  LevelRow row{.item = place.first, .member = place.second, .kind = typed.kind, .level = typed.level, .version = 1};
  if (stands != nullptr) {
    if (stands->kind != LevelKind::not_entered) cell.stood_kind = stands->kind;
    if (stands->kind == LevelKind::level) cell.stood_level = stands->level;
    row.comment = stands->comment;
    row.evidence = stands->evidence;
  }
  const bool same = stands != nullptr && stands->kind == row.kind && stands->level == row.level;
  const bool closed = std::ranges::find(facts.closed, place.second) != facts.closed.end();
  if (closed && !same) return gradebook::refuse(cell, period_closed);
  cell.outcome = same ? CellOutcome::stands : CellOutcome::changes;
  plan.changes.put(std::move(row), stands);
}

}  // namespace

std::optional<Error> well_formed(const ImportLevels& input) {
  base::Fields fields;
  gradebook::check_table(fields, input.item_codes, "/item_codes", input.items);
  for (std::size_t i = 0; i < input.item_codes.size(); ++i) {
    fields.length(base::trim(input.item_codes[i]), 1, longest_column, "/item_codes/" + std::to_string(i));
  }
  return fields.error();
}

Result<std::vector<SkillItemId>> columns_of(const ImportLevels& input, std::span<const SkillItemId> items,
                                            const std::unordered_map<std::int64_t, rows::ItemRow>& shown) {
  base::Fields fields;
  std::vector<SkillItemId> columns;
  for (std::size_t i = 0; i < input.item_codes.size(); ++i) {
    const std::string path = "/item_codes/" + std::to_string(i);
    const auto meant = [&](SkillItemId item) { return names(base::trim(input.item_codes[i]), shown.at(item.value)); };
    const auto found = std::ranges::find_if(items, meant);
    if (found == items.end()) {
      fields.refuse_if(true, path, no_item);
      continue;
    }
    const bool alone = std::ranges::none_of(found + 1, items.end(), meant);
    fields.refuse_if(!alone, path, "skill.item_ambiguous")
        .refuse_if(alone && std::ranges::find(columns, *found) != columns.end(), path, "field.repeated");
    columns.push_back(*found);
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return columns;
}

ImportPlan plan_of(const ImportLevels& input, const ImportFacts& facts) {
  ImportPlan plan;
  const auto read = [&](ImportCell& cell, std::size_t column, std::int64_t member, std::string_view text) {
    plan_cell(plan, cell, facts, {facts.columns[column].value, member}, text);
  };
  plan.cells = gradebook::cells_of<ImportCell>(input.items, facts.pupils, read);
  return plan;
}

}  // namespace ent::skill
