/// The runs of imports, as the store remembers them.
#pragma once

#include <optional>

#include "interop/task.hpp"

namespace ent::interop {

extern const char* const schema;

/// The day of the last delivery that was taken of a feed.
std::optional<Date> last_date(unit::Unit& unit, const std::string& feed);

/// Writes the run down, and tells the change feed once of each unit that was touched: whoever follows it reads the
/// unit again. Gives the number of the run.
std::int64_t write_run(Task& task, std::string_view format, ImportMode mode);

}  // namespace ent::interop
