// Reports are handed over to the national application, and what hinders them is told.
#include <fmt/format.h>

#include <algorithm>

#include "interop/lsu/asked.hpp"
#include "interop/lsu/describe.hpp"
#include "interop/lsu/document.hpp"
#include "interop/lsu/gather.hpp"
#include "interop/lsu/obstacles.hpp"
#include "org/functions.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::lsu {
namespace {

/// What a file would be made of, and what hinders: a line for each sheet.
struct Prepared {
  Form form{};
  period::View period{};
  Delivery delivery{};
  std::vector<PupilLine> lines{};
};

bool goes(const PupilLine& line) noexcept { return !line.left_out && line.obstacles.empty(); }

Result<Prepared> prepared(unit::ReadUnit& unit, const Asked& asked) {
  const auto& divisions = asked.reports.division_ids;
  ENT_REFUSE(well_formed(asked));
  // facts
  const auto places = report::places_of(unit, asked.reports.period_id, divisions);
  // guard
  for (const GroupId division : divisions) {
    ENT_TRY(granted, unit.may(report::target_of(division), report::no_group));
    static_cast<void>(granted);
  }
  // rule
  for (const report::Place& place : places) ENT_REFUSE(place.expect_division());
  const report::Place& first = places.front();
  if (asked.cycle && !report::is_last_of_year(*first.period, first.schemes)) return base::invalid("/period_id", "report.no_cycle_end");
  const OrgId org = first.period->org_id;
  const org::View school = org::find_at(unit, org, unit.at()).value_or(org::View{.id = org});
  ENT_TRY(form, form_of(asked, school));
  ENT_TRY(delivery, gathered(unit, asked, form, school, places));
  Prepared found{std::move(form), *first.period, std::move(delivery), {}};
  for (const Sheet& sheet : found.delivery.sheets)
    found.lines.push_back({sheet.pupil, sheet.division_id, sheet.left_out, obstacles_of(sheet, found.delivery, found.form)});
  return found;
}

Result<Checked> checked(unit::ReadUnit& unit, const Asked& asked) {
  ENT_TRY(found, prepared(unit, asked));
  const auto ready = std::ranges::count_if(found.lines, goes);
  return Checked{std::move(found.lines), static_cast<std::int32_t>(ready)};
}

/// "2" of the reports of a second period, "cycle4" of the end of a cycle.
std::string what_is_in(const Prepared& found) {
  return found.delivery.cycle ? fmt::format("cycle{}", *found.delivery.cycle) : std::to_string(found.period.number);
}

Result<Document> written(unit::ReadUnit& unit, const Asked& asked) {
  ENT_TRY(found, prepared(unit, asked));
  const bool is_anything_out = std::ranges::any_of(found.delivery.sheets, [](const Sheet& sheet) { return sheet.report.has_value(); });
  if (!is_anything_out && !asked.reports.draft) return base::fail(Errc::failed_precondition, "report.not_published");
  std::vector<const Sheet*> ready;
  Document document;
  for (std::size_t i = 0; i < found.lines.size(); ++i) {
    const Sheet& sheet = found.delivery.sheets[i];
    if (goes(found.lines[i])) {
      ready.push_back(&sheet);
    } else {
      document.kept_back.push_back(std::move(found.lines[i]));
    }
  }
  if (ready.empty()) return base::fail(Errc::failed_precondition, "lsu.nothing_ready");
  document.xml = xml_of(found.delivery, found.form, ready);
  document.file_name = fmt::format("lsu-{}-{}-{}.xml", found.delivery.school_code, found.period.school_year, what_is_in(found));
  document.schema_version = found.form.version;
  document.written = static_cast<std::int32_t>(ready.size());
  return document;
}

/// lsu.check
Result<Checked> check_(Read<Perm::report_export_lsu>& unit, const OfReports& input) { return checked(unit, asked_by(input)); }

/// lsu.write
Result<Document> write_(Read<Perm::report_export_lsu>& unit, const OfReports& input) { return written(unit, asked_by(input)); }

/// lsu.check_cycle
Result<Checked> check_cycle_(Read<Perm::report_export_lsu>& unit, const OfCycle& input) { return checked(unit, asked_by(input)); }

/// lsu.write_cycle
Result<Document> write_cycle_(Read<Perm::report_export_lsu>& unit, const OfCycle& input) { return written(unit, asked_by(input)); }

}  // namespace

extern constexpr Op op_check = op<&check_>("lsu.check", "0.1");
extern constexpr Op op_write = op<&write_>("lsu.write", "0.1");
extern constexpr Op op_check_cycle = op<&check_cycle_>("lsu.check_cycle", "0.1");
extern constexpr Op op_write_cycle = op<&write_cycle_>("lsu.write_cycle", "0.1");

Result<Checked> check(Session& session, const OfReports& input, const CallOptions& options) {
  return run<Checked>(op_check, session, input, options);
}
Result<Document> write(Session& session, const OfReports& input, const CallOptions& options) {
  return run<Document>(op_write, session, input, options);
}
Result<Checked> check_cycle(Session& session, const OfCycle& input, const CallOptions& options) {
  return run<Checked>(op_check_cycle, session, input, options);
}
Result<Document> write_cycle(Session& session, const OfCycle& input, const CallOptions& options) {
  return run<Document>(op_write_cycle, session, input, options);
}

}  // namespace ent::lsu
