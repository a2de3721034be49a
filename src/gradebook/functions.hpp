/// What other domains may ask of the grade book.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// A pupil of a unit.
struct Assessed {
  std::int64_t member = 0;  ///< org << 32 | member.
  PersonId person{};
};

/// A mark of one of several pupils.
struct Latest {
  std::int64_t member = 0;
  PupilMark mark{};
  std::optional<std::string> subject_name{};
};

/// The last `most` marks of each of these pupils in the assessments of the days [first, last], the latest first, by pupil;
/// of each the marks that the actor may read.
std::vector<Latest> latest_of(unit::Unit& unit, std::span<const Assessed> pupils, Date first, Date last, std::size_t most);

}  // namespace ent::gradebook
