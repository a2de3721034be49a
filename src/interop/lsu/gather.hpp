/// Reads what a file is made of: a fixed number of statements, whatever the number of classes; of drafts for each class.
#pragma once

#include <vector>

#include "ent/org.hpp"
#include "interop/lsu/facts.hpp"
#include "report/places.hpp"
#include "unit/unit.hpp"

namespace ent::lsu {

/// The places are divisions of the school that go by one period.
Result<Delivery> gathered(unit::Unit& unit, const Asked& asked, const Form& form, const org::View& school,
                          const std::vector<report::Place>& places);

}  // namespace ent::lsu
