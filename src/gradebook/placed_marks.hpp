/// Marks as cells of a table: pupils in one direction, assessments in the other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "gradebook/averages.hpp"
#include "gradebook/rows.hpp"

namespace ent::gradebook {

/// Visits (pupil, assessment, mark), the first two as indices, where both are among those given. Pupils are by member. An assessment is looked
/// up once for all marks of it that follow one another.
template <class Visit>
void each_placed(std::span<const Assessment> assessments, std::span<const rows::GroupMark> marks, std::span<const Counted> pupils,
                 Visit visit) {
  std::unordered_map<std::int64_t, std::size_t> columns;
  for (std::size_t i = 0; i < assessments.size(); ++i) columns.emplace(assessments[i].id.value, i);
  auto column = columns.end();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const rows::GroupMark& mark = marks[i];
    if (i == 0 || mark.assessment != marks[i - 1].assessment) column = columns.find(mark.assessment.value);
    if (column == columns.end()) continue;
    const auto pupil = std::ranges::lower_bound(pupils, mark.member, {}, &Counted::member);
    if (pupil == pupils.end() || pupil->member != mark.member) continue;
    visit(static_cast<std::size_t>(pupil - pupils.begin()), column->second, mark);
  }
}

}  // namespace ent::gradebook
