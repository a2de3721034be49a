/// What averages take of an assessment: what only people read is left out.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "ent/gradebook.hpp"
#include "gradebook/engine/book.hpp"

namespace ent::gradebook {

struct BareAssessment {
  AssessmentId id{};
  std::int64_t group = 0;  ///< Number in the unit.
  std::string subject{};   ///< Empty: none.
  std::string box{};       ///< Likewise.
  Date date{};
  engine::Assessment terms{};
};

/// "" for none; each by day.
using AssessmentsBySubject = std::map<std::string, std::span<const BareAssessment>>;

}  // namespace ent::gradebook
