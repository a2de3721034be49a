/// The reasons of a unit: its own, those from above, those of the library.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ent/attendance.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// By code; what is set nearer replaces what is set farther.
std::vector<Reason> reasons_of(unit::Unit& unit, OrgId org);

/// A reason that may be given in a unit for what was observed; `by_family`: by a family. The code is refused at `/reason_code`.
Result<Reason> expect_reason(unit::Unit& unit, OrgId org, const std::string& code, Kind kind, bool by_family);

void put_reason(unit::WriteUnit& unit, const unit::Granted& granted, const Reason& reason);

}  // namespace ent::attendance
