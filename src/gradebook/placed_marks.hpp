/// Marks as cells of tables: pupils in one direction, the assessments of a subject in the other.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/rows.hpp"

namespace ent::gradebook {

struct Counted;

/// A mark with the places of its pupil and of its assessment among those that are asked about.
struct PlacedMark {
  std::size_t pupil = 0;
  std::size_t assessment = 0;
  MarkKind kind = MarkKind::not_entered;
  Decimal value = 0;
};
using PlacedMarks = std::vector<PlacedMark>;

/// By subject, the marks of these pupils, who are by member, in these assessments, in the order of the marks. An assessment is looked up once
/// for all marks of it that follow one another.
std::map<std::string, PlacedMarks> placed_by_subject(const AssessmentsBySubject& subjects,
                                                     std::span<const rows::GroupMark> marks, std::span<const Counted> pupils);

}  // namespace ent::gradebook
