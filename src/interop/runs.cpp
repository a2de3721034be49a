#include "interop/runs.hpp"

#include <algorithm>

#include "unit/dates.hpp"

namespace ent::interop {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_last{"SELECT feed_date FROM import_run WHERE feed = $1 ORDER BY run DESC LIMIT 1"};

constexpr Sql insert_run{
    "INSERT INTO import_run (run, feed, format, mode, feed_date, school_year, at, records, created, changed, marked, "
    "removed, refused, warnings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};

}  // namespace

const char* const schema = R"(
CREATE TABLE import_run (
  run INT NOT NULL, feed TEXT NOT NULL, format TEXT NOT NULL, mode INT NOT NULL, feed_date INT NOT NULL,
  school_year INT NOT NULL, at INT NOT NULL, records INT NOT NULL, created INT NOT NULL, changed INT NOT NULL,
  marked INT NOT NULL, removed INT NOT NULL, refused INT NOT NULL, warnings INT NOT NULL,
  PRIMARY KEY (run)
) WHOLE;
CREATE INDEX import_run_feed ON import_run (feed, run);
)";

std::optional<Date> last_date(unit::Unit& unit, const std::string& feed) {
  Rows rows = unit.query(select_last, feed);
  return rows.next() ? std::optional(unit::date(rows.integer(0))) : std::nullopt;
}

std::int64_t write_run(Task& task, std::string_view format, ImportMode mode) {
  const ImportReport& report = task.report;
  ImportCounts all;
  for (const ImportCounts& counts : {report.units, report.groups, report.people, report.affiliations, report.memberships,
                                     report.roles, report.services, report.guardianships}) {
    all.created += counts.created;
    all.changed += counts.changed;
    all.marked += counts.marked;
    all.removed += counts.removed;
  }
  const unit::Granted& granted = task.granted;
  const std::int64_t run = task.unit.take_numbers(granted, 0, "import");
  task.unit.exec(granted, insert_run, run, task.feed.name, format, static_cast<std::int32_t>(mode), task.today(),
                 task.feed.school_year, task.unit.now().time_since_epoch().count(), report.records, all.created,
                 all.changed, all.marked, all.removed, report.refusals, report.warnings);
  std::vector<std::int64_t> orgs(task.touched.begin(), task.touched.end());
  std::ranges::sort(orgs);
  if (!orgs.empty()) task.unit.rights_changed(granted, orgs);
  for (const std::int64_t org : orgs) {
    if (org != 0) task.unit.publish(granted, "org.was_imported", org, org);
  }
  return run;
}

}  // namespace ent::interop
