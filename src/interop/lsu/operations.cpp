// Reports are handed over to the national application, and what hinders them is told.
#include <fmt/format.h>

#include <algorithm>

#include "group/divisions.hpp"
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

Result<Prepared> prepared(unit::ReadUnit& unit, const OfReports& input) {
  ENT_REFUSE(well_formed(input));
  // facts
  std::vector<report::Place> places;
  for (const GroupId division : input.division_ids) places.emplace_back(unit, input.period_id, division);
  // guard
  for (const GroupId division : input.division_ids) {
    ENT_TRY(granted, unit.may(report::target_of(division), report::no_group));
    static_cast<void>(granted);
  }
  // rule
  for (const report::Place& place : places) ENT_REFUSE(place.expect_division());
  const OrgId org = places.front().period->org_id;
  const org::View school = org::find_at(unit, org, unit.at()).value_or(org::View{.id = org});
  ENT_TRY(form, form_of(input, school));
  ENT_TRY(delivery, gathered(unit, input, form, school, places));
  Prepared found{std::move(form), *places.front().period, std::move(delivery), {}};
  for (const Sheet& sheet : found.delivery.sheets)
    found.lines.push_back({sheet.pupil, sheet.division_id, sheet.left_out, obstacles_of(sheet, found.delivery, found.form)});
  return found;
}

/// lsu.check
Result<Checked> check_(Read<Perm::report_export_lsu>& unit, const OfReports& input) {
  ENT_TRY(found, prepared(unit, input));
  const auto ready = std::ranges::count_if(found.lines, goes);
  return Checked{std::move(found.lines), static_cast<std::int32_t>(ready)};
}

Result<Document> document_of(Prepared found, std::string file_name) {
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
  document.file_name = std::move(file_name);
  document.schema_version = found.form.version;
  document.written = static_cast<std::int32_t>(ready.size());
  return document;
}

/// lsu.write
Result<Document> write_(Read<Perm::report_export_lsu>& unit, const OfReports& input) {
  ENT_TRY(found, prepared(unit, input));
  const bool is_anything_out = std::ranges::any_of(found.delivery.sheets, [](const Sheet& sheet) { return sheet.report.has_value(); });
  if (!is_anything_out && !input.draft) return base::fail(Errc::failed_precondition, "report.not_published");
  std::string name = fmt::format("lsu-{}-{}-{}.xml", found.delivery.school_code, found.period.school_year, found.period.number);
  return document_of(std::move(found), std::move(name));
}

Result<Prepared> prepared_of_cycle(unit::ReadUnit& unit, const OfCycle& input) {
  ENT_REFUSE(well_formed(input));
  // facts
  const OrgId org{input.division_ids.front().establishment()};
  const auto classes = group::placed(unit, org, input.division_ids);
  // guard
  for (const GroupId division : input.division_ids) {
    ENT_TRY(granted, unit.may(report::target_of(division), report::no_group));
    static_cast<void>(granted);
  }
  // rule
  if (classes.size() != input.division_ids.size()) return base::fail(Errc::not_found, report::no_group);
  for (const group::Placed& placed : classes) {
    const bool fits = placed.kind == group::Kind::division && placed.school_year == classes.front().school_year;
    if (!fits) return base::invalid("/division_ids", "group.not_division");
  }
  const org::View school = org::find_at(unit, org, unit.at()).value_or(org::View{.id = org});
  ENT_TRY(form, form_of(input, school));
  ENT_TRY(delivery, gathered_of_cycle(unit, input, form, school, classes));
  Prepared found{std::move(form), {.school_year = classes.front().school_year}, std::move(delivery), {}};
  for (const Sheet& sheet : found.delivery.sheets)
    found.lines.push_back({sheet.pupil, sheet.division_id, sheet.left_out, obstacles_of(sheet, found.delivery, found.form)});
  return found;
}

/// lsu.check_cycle
Result<Checked> check_cycle_(Read<Perm::report_export_lsu>& unit, const OfCycle& input) {
  ENT_TRY(found, prepared_of_cycle(unit, input));
  const auto ready = std::ranges::count_if(found.lines, goes);
  return Checked{std::move(found.lines), static_cast<std::int32_t>(ready)};
}

/// lsu.write_cycle
Result<Document> write_cycle_(Read<Perm::report_export_lsu>& unit, const OfCycle& input) {
  ENT_TRY(found, prepared_of_cycle(unit, input));
  std::string name = fmt::format("lsu-{}-{}-cycle{}.xml", found.delivery.school_code, found.period.school_year, input.cycle);
  return document_of(std::move(found), std::move(name));
}

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
