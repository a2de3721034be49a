/// Averages that people write in the place of computed ones.
#pragma once

#include <string_view>

#include "base/decimal.hpp"
#include "gradebook/scales.hpp"
#include "report/choices.hpp"
#include "report/places.hpp"

namespace ent::report {

/// What may stand in the reports of a group and a period.
class HandAverages {
 public:
  /// The place is one that Place::expect() lets through.
  HandAverages(unit::Unit& unit, const Place& place);

  /// The reason for which it (none: not marked) is refused of a pupil, in a subject (Block::averages) or as a whole; empty: it is not.
  std::string_view refused(const Sitting& sitting, std::optional<Decimal> average, Block block) const;

 private:
  Date first_day_;
  SchoolModels models_;
  gradebook::Scales scales_;
};

}  // namespace ent::report
