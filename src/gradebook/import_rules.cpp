#include "gradebook/import_rules.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "gradebook/annotation_rules.hpp"
#include "gradebook/engine_marks.hpp"
#include "gradebook/entry_rules.hpp"
#include "gradebook/mark_kinds.hpp"
#include "gradebook/table.hpp"
#include "gradebook/target.hpp"

namespace ent::gradebook {
namespace {

const rows::MarkRow* find(std::span<const CellRow> cells, AssessmentId assessment, std::int64_t member) {
  const std::pair place{assessment.value, member};
  const auto found = std::ranges::lower_bound(cells, place, {}, cell_place);
  return found == cells.end() || cell_place(*found) != place ? nullptr : &found->mark;
}

/// One table against what stands.
struct Planner {
  std::span<const CellRow> standing;
  std::span<const CellRow> away;
  std::span<const CellRow> closed;
  std::span<const Annotation> own;
  std::vector<CellRow> before{};
  std::vector<CellRow> after{};

  void take(ImportCell& cell, const Assessment& assessment, const engine::EntryRule& rule, std::int64_t member, std::string_view text) {
    if (const Annotation* const annotation = annotation_typed(own, text)) {
      cell.kind = kind_of(*annotation);
      cell.annotation = annotation->code;
      return set(cell, assessment.id, member);
    }
    const engine::Entry entry = engine::read_mark(text, asked(assessment), rule);
    if (entry.fault != engine::EntryFault::none) return refuse(cell, reason_of(entry.fault));
    if (entry.mark.kind == engine::MarkKind::not_entered) {
      cell.outcome = CellOutcome::empty;
      return;
    }
    cell.kind = static_cast<MarkKind>(entry.mark.kind);
    if (cell.kind == MarkKind::number) cell.value = entry.mark.value;
    set(cell, assessment.id, member);
  }

  void set(ImportCell& cell, AssessmentId assessment, std::int64_t member) {
    const rows::MarkRow* const stands = find(standing, assessment, member);
    rows::MarkRow row{.member = member, .kind = *cell.kind, .value = cell.value.value_or(0), .version = 1, .annotation = cell.annotation};
    if (stands != nullptr) {
      if (stands->kind != MarkKind::not_entered) cell.stood_kind = stands->kind;
      if (has_number(stands->kind)) cell.stood_value = stands->value;
      cell.stood_annotation = stands->annotation;
      if (stands->kind == row.kind && stands->value == row.value && stands->annotation == row.annotation) {
        cell.outcome = CellOutcome::stands;
        return;
      }
    }
    if (find(away, assessment, member) != nullptr) return refuse(cell, "group.no_member");
    if (find(closed, assessment, member) != nullptr) return refuse(cell, period_closed);
    cell.outcome = CellOutcome::changes;
    if (stands != nullptr) {
      row.version = stands->version + 1;
      row.comment = stands->comment;
      before.push_back({assessment, *stands});
    }
    after.push_back({assessment, std::move(row)});
  }
};

}  // namespace

std::optional<Error> well_formed(const ImportMarks& input) {
  base::Fields fields;
  check_table(fields, input.assessment_ids, "/assessment_ids", input.items);
  return fields.error();
}

ImportPlan plan_of(const ImportMarks& input, std::span<const Assessment> assessments, const LetIn& let_in,
                   std::span<const group::Pupil> pupils, std::span<const CellRow> standing, std::span<const CellRow> away,
                   std::span<const CellRow> closed, std::span<const Annotation> own) {
  Planner planner{standing, away, closed, own};
  const auto take = [&](ImportCell& cell, std::size_t column, std::int64_t member, std::string_view text) {
    planner.take(cell, assessments[column], let_in(assessments[column], member), member, text);
  };
  auto cells = cells_of<ImportCell>(input.items, pupils, take);
  return {std::move(cells), std::move(planner.before), std::move(planner.after)};
}

}  // namespace ent::gradebook
