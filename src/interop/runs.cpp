#include "interop/runs.hpp"

#include <algorithm>

#include "unit/dates.hpp"

namespace ent::interop {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_last{"SELECT feed_date FROM import_run WHERE feed = $1 AND undone_at IS NULL ORDER BY run DESC LIMIT 1"};

constexpr Sql select_run{
    "SELECT run, CASE WHEN undone_at IS NULL THEN 0 ELSE 1 END, format FROM import_run WHERE feed = $1 ORDER BY run DESC LIMIT 1"};

constexpr Sql update_undone{"UPDATE import_run SET undone_at = $1 WHERE run = $2"};

constexpr Sql insert_run{
    "INSERT INTO import_run (run, feed, format, mode, feed_date, school_year, at, records, created, changed, marked, "
    "removed, refused, warnings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};

}  // namespace

// `import_image` holds of the last run of each feed what stood before it (undo/image.hpp); the next run deletes it.
const char* const schema = R"(
CREATE TABLE import_run (
  run INT NOT NULL, feed TEXT NOT NULL, format TEXT NOT NULL, mode INT NOT NULL, feed_date INT NOT NULL,
  school_year INT NOT NULL, at INT NOT NULL, records INT NOT NULL, created INT NOT NULL, changed INT NOT NULL,
  marked INT NOT NULL, removed INT NOT NULL, refused INT NOT NULL, warnings INT NOT NULL, undone_at INT,
  PRIMARY KEY (run)
) WHOLE;
CREATE INDEX import_run_feed ON import_run (feed, run);

CREATE TABLE import_image (
  feed TEXT NOT NULL, run INT NOT NULL, part INT NOT NULL, image TEXT NOT NULL,
  PRIMARY KEY (feed, run, part)
) WHOLE;
)";

std::optional<Date> last_date(unit::Unit& unit, const std::string& feed) {
  Rows rows = unit.query(select_last, feed);
  return rows.next() ? std::optional(unit::date(rows.integer(0))) : std::nullopt;
}

std::int64_t begin_run(unit::WriteUnit& unit, const unit::Granted& granted) { return unit.take_numbers(granted, 0, "import"); }

std::optional<Run> last_run(unit::Unit& unit, const std::string& feed) {
  Rows rows = unit.query(select_run, feed);
  return rows.next() ? std::optional(Run{rows.integer(0), rows.integer(1) != 0, rows.string(2)}) : std::nullopt;
}

void mark_undone(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t run) {
  unit.exec(granted, update_undone, unit.now().time_since_epoch().count(), run);
}

std::string feed_in(OrgId org, const std::string& feed) { return feed + '@' + std::to_string(org.value); }

void add_up(ImportCounts& sum, const ImportCounts& counts) noexcept {
  sum.created += counts.created;
  sum.changed += counts.changed;
  sum.marked += counts.marked;
  sum.removed += counts.removed;
}

void write_row(unit::WriteUnit& unit, const unit::Granted& granted, const RunRow& row) {
  unit.exec(granted, insert_run, row.run, row.feed, row.format, static_cast<std::int32_t>(row.mode), unit::day(row.date), row.school_year,
            unit.now().time_since_epoch().count(), row.records, row.counts.created, row.counts.changed, row.counts.marked,
            row.counts.removed, row.refusals, row.warnings);
}

void write_run(Task& task, std::int64_t run, std::string_view format, ImportMode mode) {
  const ImportReport& report = task.report;
  RunRow row{run, task.feed.name, format, mode, task.feed.date, task.feed.school_year, report.records, {}, report.refusals, report.warnings};
  for (const ImportCounts& counts : {report.units, report.groups, report.people, report.affiliations, report.memberships,
                                     report.roles, report.services, report.guardianships})
    add_up(row.counts, counts);
  write_row(task.unit, task.granted, row);
  tell_of(task.unit, task.granted, task.touched);
}

void tell_of(unit::WriteUnit& unit, const unit::Granted& granted, const std::unordered_set<std::int64_t>& touched) {
  std::vector<std::int64_t> orgs(touched.begin(), touched.end());
  std::ranges::sort(orgs);
  if (!orgs.empty()) unit.rights_changed(granted, orgs);
  for (const std::int64_t org : orgs) {
    if (org != 0) unit.publish(granted, "org.was_imported", org, org);
  }
}

}  // namespace ent::interop
