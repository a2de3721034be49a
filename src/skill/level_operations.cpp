// Levels: entered as a grid, read by evaluation and by pupil.
#include <algorithm>
#include <unordered_map>

#include "gradebook/closing.hpp"
#include "group/functions.hpp"
#include "person/functions.hpp"
#include "skill/asked.hpp"
#include "skill/describe.hpp"
#include "skill/evaluation_rules.hpp"
#include "skill/level_rows.hpp"
#include "skill/level_rules.hpp"
#include "skill/referential_rows.hpp"
#include "skill/scales.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

using rows::LevelRow;

/// Each entry with the member that it is about; pupils of another group are refused by their place.
Result<std::vector<LevelRow>> wanted_of(const EnterLevels& input, const std::vector<group::Pupil>& pupils) {
  std::unordered_map<std::int64_t, std::int64_t> members;
  for (const group::Pupil& pupil : pupils) members.emplace(pupil.card.id.value, pupil.member);
  base::Fields fields;
  std::vector<LevelRow> wanted;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Entry& entry = input.items[i];
    const auto member = members.find(entry.pupil_id.value);
    fields.refuse_if(member == members.end(), "/items/" + std::to_string(i) + "/pupil_id", "group.no_member");
    if (member == members.end()) continue;
    wanted.push_back({entry.item_id.value, member->second, kind_of(entry), entry.level.value_or(0), said(entry.comment),
                      said(entry.evidence), 1, 0, 0});
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return wanted;
}

/// skill.enter_levels
Result<Entered> enter_levels_(Write<Perm::skill_evaluate>& unit, const EnterLevels& input) {
  // facts
  const Asked facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_evaluation));
  if (!facts.row) return base::fail(Errc::not_found, no_evaluation);
  // rule
  const Evaluation& view = facts.row->view;
  ENT_REFUSE(unit.expect_revision(view.revision));
  const auto scales = rows::levels_in(unit, std::span(&facts.row->scale, 1));
  ENT_REFUSE(well_formed(input, view, scales.at(facts.row->scale).size()));
  ENT_TRY(wanted, wanted_of(input, group::pupils_on(unit, view.group_id, view.date)));
  const auto standing = rows::levels_of(unit, input.id);
  GridChanges changes;
  for (LevelRow& row : wanted) {
    const LevelRow* stands = standing_in(standing, place_of(row));
    changes.put(std::move(row), stands);
  }
  const auto changed = static_cast<std::int32_t>(changes.after.size());
  const auto unchanged = static_cast<std::int32_t>(input.items.size()) - changed;
  if (changed == 0) return Entered{changed, unchanged, view.revision};
  const auto closed = gradebook::closed_on(unit, view.group_id, view.date);
  const auto is_closed = [&](const LevelRow& row) { return std::ranges::find(closed, row.member) != closed.end(); };
  if (std::ranges::any_of(changes.after, is_closed)) return base::fail(Errc::failed_precondition, period_closed);
  // rows
  rows::replace_levels(unit, granted, input.id, changes.before, changes.after);
  rows::set_evaluation_revision(unit, granted, input.id, view.revision + 1);
  // event
  unit.publish(granted, "skill.levels_were_entered", input.id.value);
  return Entered{changed, unchanged, view.revision + 1};
}

/// skill.levels
Result<Sheet> levels_(Read<Perm::skill_read>& unit, const OfEvaluation& input) {
  const Asked facts(unit, input.id);
  ENT_TRY(granted, unit.may(facts.target(input.id), no_evaluation));
  static_cast<void>(granted);
  if (!facts.row) return base::fail(Errc::not_found, no_evaluation);
  const Evaluation& view = facts.row->view;
  const auto standing = rows::levels_of(unit, input.id);
  auto scales = rows::levels_in(unit, std::span(&facts.row->scale, 1));
  Sheet sheet{{}, std::move(scales.at(facts.row->scale)), view};
  for (const group::Pupil& pupil : group::pupils_on(unit, view.group_id, view.date)) {
    for (const SkillItemId item : view.item_ids) {
      const LevelRow* stands = standing_in(standing, {item.value, pupil.member});
      const LevelRow row = stands != nullptr ? *stands : LevelRow{};
      const auto level = row.level == 0 ? std::nullopt : std::optional(row.level);
      sheet.items.push_back({pupil.card, item, row.kind, level, row.comment, row.evidence});
    }
  }
  return sheet;
}

/// skill.history
Result<Versions> history_(Read<Perm::skill_read>& unit, const OfCell& input) {
  const Asked facts(unit, input.id);
  const auto pupil = person::find(unit, OrgId{input.id.establishment()}, input.pupil_id);
  ENT_TRY(granted, unit.may(facts.target(input.id), no_evaluation));
  static_cast<void>(granted);
  if (!facts.row) return base::fail(Errc::not_found, no_evaluation);
  if (!pupil) return base::fail(Errc::not_found, no_person);
  return Versions{rows::level_versions(unit, input.id, pupil->member, input.item_id)};
}

/// As a pupil is told; `level` null: a kind without level.
PupilLevel shown_level(std::int64_t org, rows::Told told, const rows::ItemRow& item, const LevelView* level) {
  PupilLevel shown;
  shown.item_id = SkillItemId{told.item};
  shown.item_code = item.code;
  shown.item_label = item.label;
  shown.referential_code = item.referential_code;
  shown.date = told.date;
  shown.kind = told.kind;
  if (level != nullptr) {
    shown.level = level->level;
    shown.label = level->label;
    shown.symbol = level->symbol;
    shown.colour = level->colour;
    shown.value = level->value;
  }
  shown.comment = std::move(told.comment);
  shown.evidence = std::move(told.evidence);
  shown.subject_code = std::move(told.subject);
  if (told.evaluation != 0) shown.evaluation_id = make_id<SkillEvaluationId>(org, told.evaluation);
  shown.evaluation_name = std::move(told.name);
  return shown;
}

/// skill.of_pupil
Result<PupilLevels> of_pupil_(Read<Perm::skill_read>& unit, const OfPupil& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(span, gradebook::span_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  const std::int64_t member = input.org_id.value << 32 | pupil->member;
  auto told = rows::told_of(unit, std::span(&member, 1), shown, span);
  std::vector<std::int64_t> ids, scale_ids;
  for (const rows::Told& one : told) {
    ids.push_back(one.item);
    scale_ids.push_back(one.scale);
  }
  const auto items = rows::items_of(unit, ids);
  const auto scales = rows::levels_in(unit, scale_ids);
  PupilLevels levels;
  for (rows::Told& one : told) {
    const rows::ItemRow& item = items.at(one.item);
    if (input.referential_code && *input.referential_code != item.referential_code) continue;
    const auto& scale = scales.at(one.scale);
    const LevelView* level = one.kind == LevelKind::level ? &scale.at(static_cast<std::size_t>(one.level) - 1) : nullptr;
    levels.items.push_back(shown_level(input.org_id.value, std::move(one), item, level));
  }
  std::ranges::reverse(levels.items);
  return levels;
}

}  // namespace

extern constexpr Op op_enter_levels = op<&enter_levels_>("skill.enter_levels", "0.1");
extern constexpr Op op_levels = op<&levels_>("skill.levels", "0.1");
extern constexpr Op op_history = op<&history_>("skill.history", "0.1");
extern constexpr Op op_of_pupil = op<&of_pupil_>("skill.of_pupil", "0.1");

Result<Entered> enter_levels(Session& session, const EnterLevels& input, const CallOptions& options) {
  return run<Entered>(op_enter_levels, session, input, options);
}
Result<Sheet> levels(Session& session, const OfEvaluation& input, const CallOptions& options) {
  return run<Sheet>(op_levels, session, input, options);
}
Result<Versions> history(Session& session, const OfCell& input, const CallOptions& options) {
  return run<Versions>(op_history, session, input, options);
}
Result<PupilLevels> of_pupil(Session& session, const OfPupil& input, const CallOptions& options) {
  return run<PupilLevels>(op_of_pupil, session, input, options);
}

}  // namespace ent::skill
