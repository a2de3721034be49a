#include "gradebook/import_rules.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gradebook/engine/entry.hpp"
#include "gradebook/engine_marks.hpp"
#include "gradebook/target.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t most_columns = 40;
constexpr std::size_t most_rows = 500;
constexpr std::size_t longest_text = 200;
constexpr std::size_t longest_cell = 100;

/// Who a row may be about: the one pupil, nobody, or several of the same name.
struct Whose {
  const group::Pupil* pupil = nullptr;
  std::string_view fault{};
};

/// The pupils of a group by number and by name, in either order, without case and accents.
class Pupils {
 public:
  explicit Pupils(std::span<const group::Pupil> pupils) {
    for (const group::Pupil& pupil : pupils) {
      by_id_.emplace(pupil.card.id.value, &pupil);
      add(pupil.card.family_name + " " + pupil.card.given_name, pupil);
      add(pupil.card.given_name + " " + pupil.card.family_name, pupil);
    }
  }

  Whose of(const ImportRow& row) const {
    if (row.pupil_id) {
      const auto found = by_id_.find(row.pupil_id->value);
      return found == by_id_.end() ? Whose{nullptr, "group.no_member"} : Whose{found->second, {}};
    }
    const auto found = by_name_.find(folded(row.pupil.value_or("")));
    if (found == by_name_.end()) return {nullptr, "group.no_member"};
    return found->second == nullptr ? Whose{nullptr, "gradebook.pupil_ambiguous"} : Whose{found->second, {}};
  }

 private:
  /// Words in lower case without accents, one space between them.
  static std::string folded(std::string_view name) {
    std::string words;
    for (const char c : base::fold(name)) {
      if (c != ' ' || (!words.empty() && words.back() != ' ')) words += c;
    }
    if (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
  }
  void add(const std::string& name, const group::Pupil& pupil) {
    const auto [place, is_new] = by_name_.emplace(folded(name), &pupil);
    if (!is_new && place->second != &pupil) place->second = nullptr;
  }

  std::map<std::int64_t, const group::Pupil*> by_id_;
  std::map<std::string, const group::Pupil*, std::less<>> by_name_;
};

std::string_view reason_of(engine::EntryFault fault) noexcept {
  switch (fault) {
    case engine::EntryFault::negative: return "field.range";
    case engine::EntryFault::above_maximum: return "gradebook.above_maximum";
    case engine::EntryFault::too_many_decimals: return "gradebook.too_many_decimals";
    default: return "gradebook.not_a_mark";
  }
}

const rows::MarkRow* find(std::span<const CellRow> cells, AssessmentId assessment, std::int64_t member) {
  const std::pair place{assessment.value, member};
  const auto found = std::ranges::lower_bound(cells, place, {}, cell_place);
  return found == cells.end() || cell_place(*found) != place ? nullptr : &found->mark;
}

void refuse(ImportCell& cell, std::string_view reason) {
  cell.outcome = CellOutcome::refused;
  cell.reason = std::string(reason);
}

/// One table against what stands.
struct Planner {
  std::span<const Assessment> assessments;
  std::span<const CellRow> standing;
  std::span<const CellRow> away;
  std::span<const CellRow> closed;
  ImportPlan plan{};

  void take(ImportCell cell, const Assessment& assessment, const group::Pupil& pupil, std::string_view text) {
    cell.pupil_id = pupil.card.id;
    const engine::Entry entry = engine::read_mark(text, asked(assessment), {});
    if (entry.fault != engine::EntryFault::none) {
      refuse(cell, reason_of(entry.fault));
    } else if (entry.mark.kind == engine::MarkKind::not_entered) {
      cell.outcome = CellOutcome::empty;
    } else {
      set(cell, assessment, pupil.member, entry.mark);
    }
    plan.cells.push_back(std::move(cell));
  }

  void set(ImportCell& cell, const Assessment& assessment, std::int64_t member, const engine::Mark& mark) {
    const auto kind = static_cast<MarkKind>(mark.kind);
    cell.kind = kind;
    if (kind == MarkKind::number) cell.value = mark.value;
    const rows::MarkRow* const stands = find(standing, assessment.id, member);
    if (stands != nullptr && stands->kind == kind && stands->value == cell.value.value_or(0)) {
      cell.outcome = CellOutcome::stands;
      return;
    }
    if (find(away, assessment.id, member) != nullptr) return refuse(cell, "group.no_member");
    if (find(closed, assessment.id, member) != nullptr) return refuse(cell, period_closed);
    cell.outcome = CellOutcome::changes;
    rows::MarkRow row{.member = member, .kind = kind, .value = cell.value.value_or(0), .version = 1};
    if (stands != nullptr) {
      row.version = stands->version + 1;
      row.comment = stands->comment;
      plan.before.push_back({assessment.id, *stands});
    }
    plan.after.push_back({assessment.id, std::move(row)});
  }
};

}  // namespace

std::optional<Error> well_formed(const ImportMarks& input) {
  base::Fields fields;
  const std::size_t columns = input.assessment_ids.size();
  fields.refuse_if(columns == 0 || columns > most_columns, "/assessment_ids", "field.range")
      .refuse_if(input.items.empty() || input.items.size() > most_rows, "/items", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < columns; ++i) {
    fields.refuse_if(!seen.insert(input.assessment_ids[i].value).second, "/assessment_ids/" + std::to_string(i), "field.repeated");
  }
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const ImportRow& row = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(row.pupil_id.has_value() == row.pupil.has_value(), path + "/pupil", "gradebook.id_or_name")
        .refuse_if(row.cells.size() != columns, path + "/cells", "gradebook.columns_differ");
    if (row.pupil) fields.length(*row.pupil, 1, longest_text, path + "/pupil");
    for (std::size_t j = 0; j < row.cells.size(); ++j) fields.length(row.cells[j], 0, longest_cell, path + "/cells/" + std::to_string(j));
  }
  return fields.error();
}

ImportPlan plan_of(const ImportMarks& input, std::span<const Assessment> assessments, std::span<const group::Pupil> pupils,
                   std::span<const CellRow> standing, std::span<const CellRow> away, std::span<const CellRow> closed) {
  const Pupils known(pupils);
  Planner planner{assessments, standing, away, closed};
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const ImportRow& row = input.items[i];
    Whose whose = known.of(row);
    if (whose.pupil != nullptr && !seen.insert(whose.pupil->member).second) whose = {nullptr, "field.repeated"};
    ImportCell cell{.row = static_cast<std::int32_t>(i + 1)};
    if (whose.pupil == nullptr) {
      refuse(cell, whose.fault);
      planner.plan.cells.push_back(std::move(cell));
      continue;
    }
    for (std::size_t j = 0; j < row.cells.size(); ++j) {
      cell.column = static_cast<std::int32_t>(j + 1);
      planner.take(cell, assessments[j], *whose.pupil, row.cells[j]);
    }
  }
  return std::move(planner.plan);
}

std::optional<Error> refusals_of(const ImportPlan& plan) {
  base::Fields fields;
  for (const ImportCell& cell : plan.cells) {
    std::string path = "/items/" + std::to_string(cell.row - 1);
    path += cell.column == 0 ? "/pupil" : "/cells/" + std::to_string(cell.column - 1);
    fields.refuse_if(cell.outcome == CellOutcome::refused, std::move(path), cell.reason.value_or(""));
  }
  return fields.error();
}

}  // namespace ent::gradebook
