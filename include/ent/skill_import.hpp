/// Levels of a whole table at once, as a teacher keeps them in a spreadsheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/gradebook.hpp"
#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/skill_ids.hpp"

namespace ent::skill {

/// Input of import_levels().
struct ImportLevels {
  SkillEvaluationId id{};                     ///< The evaluation.
  std::vector<std::string> item_codes{};      ///< 1 to 40, each once: the columns, by codes of its items: "D1"; or "SOCLE:D1".
  std::vector<gradebook::ImportRow> items{};  ///< 1 to 500, each pupil once; of the group on the day of the evaluation.
  bool dry_run = false;                       ///< Only say what would become of each cell.
};

/// One cell of a table.
struct ImportCell {
  std::int32_t row{};                         ///< 1 for the first.
  std::int32_t column{};                      ///< 1 for the first; 0: the pupil of the row is refused, and with them all its cells.
  gradebook::CellOutcome outcome{};           ///< What becomes of it.
  std::optional<std::string> reason{};        ///< Why it is refused.
  std::optional<PersonId> pupil_id{};         ///< Whose it is.
  std::optional<LevelKind> kind{};            ///< What it says.
  std::optional<std::int32_t> level{};        ///< Of `level`.
  std::optional<LevelKind> stood_kind{};      ///< What stands until then, or stays; none: nothing was entered.
  std::optional<std::int32_t> stood_level{};  ///< Of `level`.
};

/// What became of a table.
struct Imported {
  std::vector<ImportCell> items{};  ///< By row, then by column.
  std::int32_t changed{};           ///< Levels that were, or would be, entered.
  std::int32_t refused{};           ///< Cells that would be refused.
  bool written{};                   ///< Not in a dry run.
  std::int64_t revision{};          ///< Of the evaluation.
};

/// Enters the levels of a table of texts, whole or not at all, as gradebook::import_marks() does marks: where a cell is refused
/// nothing is written, and the error names all of them by row and column, `/items/2/cells/0`. A dry run answers them instead.
///
/// A cell holds the symbol of a level; or its number from 1, if no symbol of the scale is a number; or the first letters of its label, as
/// many as tell it from the others; or "abs", "disp", "ne", "nf" and like words for a kind without level. An empty one leaves what
/// stands, and comments stay. What may be read as two things is refused.
///
/// Permission: skill.evaluate on the group.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, skill.no_item, skill.item_ambiguous,
/// gradebook.id_or_name, gradebook.columns_differ, group.no_member, gradebook.pupil_ambiguous, skill.no_level, skill.level_ambiguous,
/// gradebook.period_closed), not_found (skill.no_evaluation), conflict (call.stale_revision). Since 0.1.
Result<Imported> import_levels(Session& session, const ImportLevels& input, const CallOptions& options = {});

}  // namespace ent::skill
