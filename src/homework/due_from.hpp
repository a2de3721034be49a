/// What is to be done from some day on, whoever asks.
#pragma once

#include <cstdint>
#include <vector>

#include "unit/unit.hpp"

namespace ent::homework {

struct DueFrom {
  std::int64_t homework = 0;      ///< Number in the unit; likewise the following.
  std::int64_t group = 0;
  std::int64_t member = 0;        ///< Who has set it.
  std::int64_t given_lesson = 0;  ///< LessonId::number; 0: none. Likewise the next.
  std::int64_t due_lesson = 0;
};
/// By number.
std::vector<DueFrom> due_from(unit::Unit& unit, OrgId org, Date day);

}  // namespace ent::homework
