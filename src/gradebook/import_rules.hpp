/// A table of marks as text: what each cell says, and whose it is. Pure functions.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/engine/policy.hpp"
#include "gradebook/rows.hpp"
#include "group/functions.hpp"

namespace ent::gradebook {

std::optional<Error> well_formed(const ImportMarks& input);

/// A cell with the mark that it is to become.
struct CellRow {
  AssessmentId assessment{};
  rows::MarkRow mark{};
};

/// By assessment, then by member.
inline std::pair<std::int64_t, std::int64_t> cell_place(const CellRow& cell) noexcept { return {cell.assessment.value, cell.mark.member}; }

/// What an import would do.
struct ImportPlan {
  std::vector<ImportCell> cells{};
  std::vector<CellRow> before{};  ///< What stands where something changes.
  std::vector<CellRow> after{};   ///< What comes in its place.
};

/// What is let in of an assessment for a member.
using LetIn = std::function<const engine::EntryRule&(const Assessment&, std::int64_t)>;

/// What the table says against what stands. The others by assessment, then by member; `away`: who is not
/// in the group on the day of which assessment; `closed`: whose marks in which assessment can't be entered; `own`: the school's own kinds
/// of marks.
ImportPlan plan_of(const ImportMarks& input, std::span<const Assessment> assessments, const LetIn& let_in,
                   std::span<const group::Pupil> pupils, std::span<const CellRow> standing, std::span<const CellRow> away,
                   std::span<const CellRow> closed, std::span<const Annotation> own);

}  // namespace ent::gradebook
