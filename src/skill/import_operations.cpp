// Levels of a whole table at once.
#include "gradebook/closing.hpp"
#include "gradebook/table.hpp"
#include "skill/asked.hpp"
#include "skill/describe.hpp"
#include "skill/import_rules.hpp"
#include "skill/scales.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

/// skill.import_levels
Result<Imported> import_levels_(Write<Perm::skill_evaluate>& unit, const ImportLevels& input) {
  // facts
  const Asked asked(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(asked.target(input.id), no_evaluation));
  if (!asked.row) return base::fail(Errc::not_found, no_evaluation);
  // rule
  const Evaluation& view = asked.row->view;
  ENT_REFUSE(unit.expect_revision(view.revision));
  ENT_REFUSE(well_formed(input));
  std::vector<std::int64_t> items;
  for (const SkillItemId item : view.item_ids) items.push_back(item.value);
  ENT_TRY(columns, columns_of(input, view.item_ids, rows::items_of(unit, items)));
  const ImportFacts facts{columns, rows::levels_in(unit, std::span(&asked.row->scale, 1)).at(asked.row->scale),
                          group::pupils_on(unit, view.group_id, view.date), rows::levels_of(unit, input.id),
                          gradebook::closed_on(unit, view.group_id, view.date)};
  ImportPlan plan = plan_of(input, facts);
  if (!input.dry_run) ENT_REFUSE(gradebook::refusals_of(plan.cells));
  const std::int32_t changed = gradebook::cells_that(plan.cells, gradebook::CellOutcome::changes);
  const std::int32_t refused = gradebook::cells_that(plan.cells, gradebook::CellOutcome::refused);
  Imported imported{std::move(plan.cells), changed, refused, !input.dry_run, view.revision};
  if (input.dry_run || changed == 0) return imported;
  // rows
  rows::replace_levels(unit, granted, input.id, plan.changes.before, plan.changes.after);
  rows::set_evaluation_revision(unit, granted, input.id, ++imported.revision);
  // event
  unit.publish(granted, "skill.levels_were_entered", input.id.value);
  return imported;
}

}  // namespace

extern constexpr Op op_import_levels = op<&import_levels_>("skill.import_levels", "0.1");

Result<Imported> import_levels(Session& session, const ImportLevels& input, const CallOptions& options) {
  return run<Imported>(op_import_levels, session, input, options);
}

}  // namespace ent::skill
