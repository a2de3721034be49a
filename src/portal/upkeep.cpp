#include <filesystem>

#include "access/schema.hpp"
#include "account/schema.hpp"
#include "attendance/schema.hpp"
#include "calendar/schema.hpp"
#include "gradebook/schema.hpp"
#include "group/schema.hpp"
#include "guardian/schema.hpp"
#include "home/schema.hpp"
#include "homework/schema.hpp"
#include "notebook/schema.hpp"
#include "org/schema.hpp"
#include "period/schema.hpp"
#include "person/schema.hpp"
#include "portal/migrations.hpp"
#include "portal/step.hpp"
#include "report/schema.hpp"
#include "room/schema.hpp"
#include "skill/schema.hpp"
#include "subject/schema.hpp"
#include "timetable/schema.hpp"
#include "unit/borrow.hpp"

namespace ent {
namespace {

using namespace portal;

void tell_lines(std::string_view lines, std::string_view reason, std::vector<CheckFinding>& findings) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    findings.push_back({std::string(reason), std::string(lines.substr(0, end)), 1});
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

std::vector<store::Invariant> all_invariants() {
  std::vector<store::Invariant> all;
  for (const auto of_domain : {org::invariants(), person::invariants(), group::invariants(), guardian::invariants(),
                               access::invariants(), account::invariants(), calendar::invariants(),
                               period::invariants(), subject::invariants(), room::invariants(),
                               timetable::invariants(), attendance::invariants(), gradebook::invariants(),
                               homework::invariants(), notebook::invariants(), home::invariants(), skill::invariants(),
                               report::invariants()}) {
    all.insert(all.end(), of_domain.begin(), of_domain.end());
  }
  return all;
}

/// Of the rows that one read transaction sees.
std::optional<Error> tell_broken_rules(store::Connection& connection, Watch* watch,
                                       std::vector<CheckFinding>& findings) {
  const auto invariants = all_invariants();
  Progress progress{0, static_cast<std::int64_t>(invariants.size())};
  for (const store::Invariant& invariant : invariants) {
    store::Rows rows = connection.query(invariant.broken, {});
    const std::int64_t broken = rows.next() ? rows.integer(0) : 0;
    if (broken != 0) findings.push_back({"check.rule_broken", invariant.name, broken});
    ++progress.done;
    if (watch != nullptr && !watch->go_on(progress)) return base::fail(Errc::cancelled, "store.interrupted");
  }
  return std::nullopt;
}

Result<CheckReport> check_by(unit::PortalState& state, const CheckOptions& options) {
  const auto damage = state.database->check(options.level, options.watch);
  if (!damage) return base::fail(Errc::unimplemented, "check.by_server");
  CheckReport report;
  tell_lines(*damage, "check.file_damaged", report.findings);
  if (!report.findings.empty()) return report;  // of what cannot be read nothing else is to be said
  tell_lines(store::schema_differences(*state.database, portal::migrations()), "check.schema_differs", report.findings);
  if (options.level == CheckLevel::quick || !report.findings.empty()) return report;
  store::Lease lease = unit::borrow(*state.readers, std::nullopt);
  lease->begin_read();
  auto stopped = tell_broken_rules(*lease, options.watch, report.findings);
  lease->rollback();
  if (stopped) return *std::move(stopped);
  return report;
}

Result<BackupReport> back_up_by(unit::PortalState& state, const std::string& path, const BackupOptions& options) {
  if (!state.database->backup({path, options.replace}, options.watch)) {
    return base::fail(Errc::unimplemented, "backup.by_server");
  }
  const auto bytes = std::filesystem::file_size(std::u8string(path.begin(), path.end()));
  return BackupReport{static_cast<std::int64_t>(bytes)};
}

}  // namespace

Result<CheckReport> Portal::check(const CheckOptions& options) const {
  return portal::walled<CheckReport>(state_, [&] { return check_by(*state_, options); });
}

Result<BackupReport> Portal::backup(const std::string& path, const BackupOptions& options) const {
  return portal::walled<BackupReport>(state_, [&] { return back_up_by(*state_, path, options); });
}

}  // namespace ent
