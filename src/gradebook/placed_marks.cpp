#include "gradebook/placed_marks.hpp"

#include <unordered_map>

#include "base/in_turn.hpp"
#include "gradebook/averages.hpp"

namespace ent::gradebook {
namespace {

/// Where the marks of an assessment go.
struct Destination {
  PlacedMarks* of_subject = nullptr;
  std::size_t assessment = 0;
};

}  // namespace

std::map<std::string, PlacedMarks> placed_by_subject(const AssessmentsBySubject& subjects,
                                                     std::span<const rows::GroupMark> marks, std::span<const Counted> pupils) {
  std::map<std::string, PlacedMarks> placed;
  std::unordered_map<std::int64_t, Destination> destinations;  // of assessments of other days: none
  for (const auto& [subject, assessments] : subjects) {
    PlacedMarks* const own = &placed[subject];
    own->reserve(assessments.size() * pupils.size());
    for (std::size_t i = 0; i < assessments.size(); ++i) destinations.emplace(assessments[i].id.value, Destination{own, i});
  }
  base::InTurn members(pupils, &Counted::member);
  auto destination = destinations.end();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const rows::GroupMark& mark = marks[i];
    if (i == 0 || mark.assessment != marks[i - 1].assessment) destination = destinations.find(mark.assessment.value);
    if (destination == destinations.end()) continue;
    const auto pupil = members.place_of(mark.member);
    if (pupil) destination->second.of_subject->push_back({*pupil, destination->second.assessment, mark.kind, mark.value});
  }
  return placed;
}

}  // namespace ent::gradebook
