#include "interop/import.hpp"

#include "interop/runs.hpp"

namespace ent::interop {

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
