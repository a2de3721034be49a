#include "interop/import.hpp"

#include "interop/runs.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"

namespace ent::interop {

Result<base::SchoolYears> years_of_feed(unit::Unit& unit, OrgId root) {
  constexpr org::Kind kinds[] = {org::Kind::academy, org::Kind::establishment};
  const bool whole = root.value == 0;
  auto orgs = whole ? org::all_of(unit, kinds, unit.today()) : org::establishments_of(unit, root, unit.today());
  if (!whole || orgs.empty()) orgs.push_back(root.value);
  return org::common_school_years(unit, orgs, unit.today());
}

std::optional<Error> accept(unit::Unit& unit, const Feed& feed, ImportReport& report) {
  if (last_date(unit, feed.name).value_or(feed.date) > feed.date)
    return base::fail(Errc::failed_precondition, "import.feed_older");
  report.feed = feed.name;
  report.date = feed.date;
  report.school_year = feed.school_year;
  return std::nullopt;
}

void conclude(Task& task, std::int64_t number, std::string_view format, bool broken) {
  task.unit.concerns(task.granted, task.options.org_id.value_or(OrgId{}).value, 0);
  task.report.applied = !broken && !task.options.dry_run;
  if (!task.report.applied) return task.unit.rehearse(task.granted);
  task.keeper.flush();
  write_run(task, number, format, task.options.mode);
  task.report.run = number;
}

Result<ImportReport> import_by(const unit::Op& op, Session& session, const std::string& folder, const ImportOptions& options) {
  ImportReport report;
  auto done = unit::run<Done>(op, session, ImportRequest{&folder, &options, &report}, {});
  if (!done) return std::move(done).error();
  return report;
}

}  // namespace ent::interop
