/// Assessments and marks as the engine takes them.
#pragma once

#include "ent/gradebook.hpp"
#include "gradebook/engine/book.hpp"

namespace ent::gradebook {

inline engine::Assessment asked(const Assessment& assessment) {
  engine::Assessment asked;
  asked.maximum = assessment.maximum;
  asked.minimum = assessment.minimum;
  asked.coefficient = assessment.coefficient;
  asked.part = static_cast<engine::Part>(assessment.part);
  asked.brought_to_scale = assessment.brought_to_scale;
  asked.formative = assessment.formative;
  asked.omitted = assessment.omitted;
  asked.never_dropped = assessment.never_dropped;
  asked.share = assessment.own_share;
  return asked;
}

inline engine::Mark entered(MarkKind kind, Decimal value) {
  engine::Mark mark;
  mark.value = value;
  mark.kind = static_cast<engine::MarkKind>(kind);
  return mark;
}

}  // namespace ent::gradebook
