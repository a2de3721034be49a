/// The runs of imports, as the store remembers them.
#pragma once

#include <optional>

#include "interop/task.hpp"

namespace ent::interop {

extern const char* const schema;

/// The day of the last delivery that was taken of a feed.
std::optional<Date> last_date(unit::Unit& unit, const std::string& feed);

/// How runs of timetables are told from those of directories.
inline constexpr std::string_view timetable_format = "fet";

/// The number of a run that begins.
std::int64_t begin_run(unit::WriteUnit& unit, const unit::Granted& granted);

/// A feed of timetables is known within its school alone; runs tell it from others by this name, which no feed can have.
std::string feed_in(OrgId org, const std::string& feed);

struct Run {
  std::int64_t run = 0;
  bool was_undone = false;
  std::string format{};
};
std::optional<Run> last_run(unit::Unit& unit, const std::string& feed);
void mark_undone(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t run);

/// Writes the run down, and tells the change feed once of each unit that was touched: whoever follows it reads the
/// unit again.
void write_run(Task& task, std::int64_t run, std::string_view format, ImportMode mode);

/// A run as it is written down.
struct RunRow {
  std::int64_t run = 0;
  std::string feed{};
  std::string_view format{};
  ImportMode mode = ImportMode::full;
  Date date{};
  std::int32_t school_year = 0;
  std::int64_t records = 0;
  ImportCounts counts{};  ///< Of all kinds of things.
  std::int64_t refusals = 0;
  std::int64_t warnings = 0;
};
void write_row(unit::WriteUnit& unit, const unit::Granted& granted, const RunRow& row);

void add_up(ImportCounts& sum, const ImportCounts& counts) noexcept;

/// Tells those who hold rights and those who follow the change feed.
void tell_of(unit::WriteUnit& unit, const unit::Granted& granted, const std::unordered_set<std::int64_t>& touched);

}  // namespace ent::interop
