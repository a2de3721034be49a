/// One export while it runs: what all its parts share.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/school_year.hpp"
#include "ent/export.hpp"
#include "group/bulk.hpp"
#include "interop/oneroster/part_files.hpp"
#include "org/bulk.hpp"
#include "unit/unit.hpp"

namespace ent::interop::oneroster {

struct ExportTask {
  unit::ReadUnit& unit;
  const ExportOptions& options;
  std::vector<std::int64_t> schools;  ///< That are given out, by their ids.
  base::SchoolYears years{};          ///< Of these schools.
  std::int32_t school_year = 0;
  PartFiles& files;
  ExportReport& report;

  std::int64_t day() const noexcept { return unit.at().time_since_epoch().count(); }
};

/// "ent-p0000000042": in the order of the numbers, as texts too.
std::string made_key(char kind, std::int64_t number);

/// A class that is given out.
struct ExportedGroup {
  std::string key{};
  std::string school{};  ///< Key.
  bool is_division = false;
  bool has_one_teacher = false;
};

/// Units and groups, in memory: they are written first, and then people refer to them.
class ExportedStructure {
 public:
  explicit ExportedStructure(ExportTask& task) : task_(task) {}

  /// Writes orgs.csv, academicSessions.csv, courses.csv and classes.csv.
  void write();

  /// nullptr: it is not given out.
  const std::string* school(std::int64_t org) const;
  const ExportedGroup* group(std::int64_t org, std::int64_t number) const;

 private:
  struct Unit {
    std::string key{};
    org::View view{};
    std::string parent{};
  };
  struct Teaching {
    std::vector<std::string> subjects{};  ///< In order, but for "none".
    std::vector<std::int64_t> teachers{};
    std::vector<std::string> levels{};
  };

  void load_units();
  void write_units();
  void write_session();
  void write_classes();
  std::string session_key() const;

  ExportTask& task_;
  std::map<std::int64_t, Unit> units_;
  std::unordered_map<std::int64_t, ExportedGroup> groups_;  ///< By public id.
};

/// Writes users.csv, demographics.csv and enrollments.csv. Errors: cancelled (export.cancelled).
std::optional<Error> write_people(ExportTask& task, const ExportedStructure& structure);

}  // namespace ent::interop::oneroster
