/// The runs of imports, as the store remembers them.
#pragma once

#include <optional>

#include "interop/task.hpp"

namespace ent::interop {

extern const char* const schema;

/// The day of the last delivery that was taken of a feed.
std::optional<Date> last_date(unit::Unit& unit, const std::string& feed);

/// The number of a run that begins.
std::int64_t begin_run(unit::WriteUnit& unit, const unit::Granted& granted);

struct Run {
  std::int64_t run = 0;
  bool was_undone = false;
};
std::optional<Run> last_run(unit::Unit& unit, const std::string& feed);
void mark_undone(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t run);

/// Writes the run down, and tells the change feed once of each unit that was touched: whoever follows it reads the
/// unit again.
void write_run(Task& task, std::int64_t run, std::string_view format, ImportMode mode);

/// Tells those who hold rights and those who follow the change feed.
void tell_of(unit::WriteUnit& unit, const unit::Granted& granted, const std::unordered_set<std::int64_t>& touched);

}  // namespace ent::interop
