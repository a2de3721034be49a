#include "report/hand_averages.hpp"

namespace ent::report {

HandAverages::HandAverages(unit::Unit& unit, const Place& place)
    : first_day_(place.period->first_day), models_(models_of(unit, place.period->org_id)), scales_(unit, place.period->org_id, first_day_) {}

std::string_view HandAverages::refused(const Sitting& sitting, std::optional<Decimal> average, Block block) const {
  if (!models_.of(sitting.division, sitting.pupil.level, first_day_).has(block)) return "report.no_averages";
  return average && *average > scales_.of(sitting.pupil.level) ? "field.range" : "";
}

}  // namespace ent::report
