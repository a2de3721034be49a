/// "What would my average be with 15 in the next test", and "what do I need to reach 12". Under any policy.
#pragma once

#include <optional>
#include <vector>

#include "gradebook/engine/evaluate.hpp"

namespace ent::gradebook::engine {

struct Change {
  std::int32_t assessment = 0;
  Mark mark;
};

/// The average with these marks in place of those that are there, or beside them. A test that is not in the book yet is
/// added to a copy of the book first.
Outcome what_if(const Evaluator& evaluator, const PupilMarks& pupil, const std::vector<Change>& changes,
                const View& view = {});

enum class Reach : std::uint8_t {
  reached = 1,      ///< By `mark`, and by no lower one.
  out_of_reach = 2, ///< Not even by the maximum.
  always = 3,       ///< Whatever the mark, so by the lowest one too.
};

struct Needed {
  Reach reach = Reach::out_of_reach;
  Decimal mark = 0;
};

/// The lowest mark in that test, a multiple of `step` or the maximum itself, with which the average that people see is `target` or
/// more.
/// Every mark is tried, since under some policies a better one may lower the average. None where there would be more
/// than 100 000 of them, or where `step` is not above 0.
std::optional<Needed> needed_for(const Evaluator& evaluator, const PupilMarks& pupil, std::int32_t assessment,
                                 const Assessment& scale, Decimal target, Decimal step, const View& view = {});

}  // namespace ent::gradebook::engine
