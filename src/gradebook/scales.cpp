#include "gradebook/scales.hpp"

#include "gradebook/engine/presets.hpp"
#include "gradebook/formulas.hpp"
#include "org/functions.hpp"

namespace ent::gradebook {

Scales::Scales(unit::Unit& unit, OrgId org, Date day)
    : policies_(rows::policies_until(unit, org::line_of(unit, org, unit.at()), day)), day_(day) {}

Decimal Scales::of(const std::string& level) const {
  const rows::SaidBy* const found = holding(policies_, level, day_);
  return found == nullptr ? engine::fr_exact.scale : policy_of(found->said).scale;
}

}  // namespace ent::gradebook
