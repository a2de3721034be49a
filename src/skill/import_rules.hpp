/// A table of levels as text: which items its columns are, what each cell says, and whose it is. Pure functions.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "group/functions.hpp"
#include "skill/level_rules.hpp"
#include "skill/referential_rows.hpp"

namespace ent::skill {

std::optional<Error> well_formed(const ImportLevels& input);

/// The items of an evaluation for which the columns stand, in their order; `shown` tells their codes.
Result<std::vector<SkillItemId>> columns_of(const ImportLevels& input, std::span<const SkillItemId> items,
                                            const std::unordered_map<std::int64_t, rows::ItemRow>& shown);

/// What an import would do.
struct ImportPlan {
  std::vector<ImportCell> cells{};
  GridChanges changes{};
};

/// What a table is held against.
struct ImportFacts {
  std::vector<SkillItemId> columns{};
  std::vector<LevelView> scale{};
  std::vector<group::Pupil> pupils{};       ///< Of the group on the day.
  std::vector<rows::LevelRow> standing{};   ///< By item and member.
  std::vector<std::int64_t> closed{};       ///< Members whose levels can't be entered.
};

ImportPlan plan_of(const ImportLevels& input, const ImportFacts& facts);

}  // namespace ent::skill
