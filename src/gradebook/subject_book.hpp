/// A subject as the engine of averages takes it: its boxes, and what was asked in them. Pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "gradebook/bare_assessment.hpp"
#include "gradebook/box_tree.hpp"
#include "gradebook/engine/book.hpp"
#include "gradebook/formula.hpp"

namespace ent::gradebook {

/// The boxes are in the order of the tree, behind the whole, and assessments in the order in which they are added.
class SubjectBook {
 public:
  SubjectBook(const Formula& formula, const BoxTree& tree);

  /// Where there is no such box it stands in the whole.
  void add(const Assessment& assessment);
  void add(const BareAssessment& assessment);

  const engine::Book& book() const noexcept { return book_; }

 private:
  void add(const engine::Assessment& terms, const std::string& box);

  std::map<std::string, std::int32_t> places_;
  engine::Book book_;
};

/// Whether it matters what was asked and not entered: where it counts as 0, and where points are made of the maxima.
bool looks_at_missing(const Formula& formula, std::span<const SaidBoxes> said);

/// Whether averages rest on all that the pupil is asked, and on nothing that only others are: where points are made of the maxima.
bool looks_at_maxima(const Formula& formula, std::span<const SaidBoxes> said);

}  // namespace ent::gradebook
