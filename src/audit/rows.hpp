/// The rows that units leave behind, read again. They are written by unit/journal.cpp alone.
#pragma once

#include "base/page.hpp"
#include "ent/audit.hpp"
#include "unit/unit.hpp"

namespace ent::audit::rows {

/// Up to `limit` + 1 entries of a unit before a number, the latest first.
std::vector<Entry> list(unit::Unit& unit, const List& input, std::int64_t before, bool technical_only);

/// Up to `limit` changes of a unit after a number, the oldest first.
std::vector<Change> changes(unit::Unit& unit, const Changes& input);

}  // namespace ent::audit::rows
