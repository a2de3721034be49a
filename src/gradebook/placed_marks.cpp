#include "gradebook/placed_marks.hpp"

#include <algorithm>
#include <unordered_map>

#include "gradebook/averages.hpp"

namespace ent::gradebook {
namespace {

/// Where the marks of an assessment go.
struct Column {
  PlacedMarks* of_subject = nullptr;
  std::size_t assessment = 0;
};

}  // namespace

std::map<std::string, PlacedMarks> placed_by_subject(const std::map<std::string, std::vector<Assessment>>& subjects,
                                                     std::span<const rows::GroupMark> marks, std::span<const Counted> pupils) {
  std::map<std::string, PlacedMarks> placed;
  std::unordered_map<std::int64_t, Column> columns;
  for (const auto& [subject, assessments] : subjects) {
    PlacedMarks* const own = &placed[subject];
    for (std::size_t i = 0; i < assessments.size(); ++i) columns.emplace(assessments[i].id.value, Column{own, i});
  }
  auto column = columns.end();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const rows::GroupMark& mark = marks[i];
    if (i == 0 || mark.assessment != marks[i - 1].assessment) column = columns.find(mark.assessment.value);
    if (column == columns.end()) continue;
    const auto pupil = std::ranges::lower_bound(pupils, mark.member, {}, &Counted::member);
    if (pupil == pupils.end() || pupil->member != mark.member) continue;
    const auto place = static_cast<std::size_t>(pupil - pupils.begin());
    column->second.of_subject->push_back({place, column->second.assessment, mark.kind, mark.value});
  }
  return placed;
}

}  // namespace ent::gradebook
