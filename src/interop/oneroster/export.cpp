// The export of OneRoster: one read transaction, and files that are put into their places when all are whole.
#include "interop/oneroster/export.hpp"

#include <algorithm>

#include "interop/oneroster/manifest.hpp"
#include "interop/oneroster/tables.hpp"
#include "interop/options.hpp"
#include "interop/task.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "unit/failure.hpp"
#include "unit/op.hpp"

namespace ent::interop::oneroster {

/// What the body is given; the report is filled as it goes.
struct ExportRequest {
  PartFiles* files = nullptr;
  const ExportOptions* options = nullptr;
  ExportReport* report = nullptr;
};
ENT_EMPTY_RECORD(ExportRequest)

namespace {

constexpr std::string_view feed_of_format = "oneroster:";

void write_manifest(ExportTask& task) {
  CsvFile file = task.files.create(std::string(manifest_name));
  file.row({"propertyName", "value"});
  file.row({version_property("manifest"), "1.0"});
  file.row({version_property("oneroster"), "1.1"});
  for (std::size_t i = 0; i < count_of_data; ++i) {
    const Table& table = table_of(static_cast<Data>(i));
    file.row({property_of(table), table.kept ? "bulk" : "absent"});
  }
  // An import makes the name of its feed of this: who loads the files finds the keys under the same name.
  std::string_view system = task.options.feed ? std::string_view(*task.options.feed) : std::string_view("ent");
  if (system.starts_with(feed_of_format)) system.remove_prefix(feed_of_format.size());
  file.row({"source.systemName", "ent"});
  file.row({"source.systemCode", system});
  file.close();
}

/// The establishments of the unit in which the actor may export.
Result<std::vector<std::int64_t>> schools_of(unit::ReadUnit& unit, std::int64_t root) {
  ENT_TRY(visible, unit.visible_units());
  std::vector<std::int64_t> schools;
  if (root == 0) {
    for (const org::View& view : org::bulk::units(unit, visible)) {
      if (view.kind == org::Kind::establishment && (!view.valid_to || *view.valid_to > unit.at())) schools.push_back(view.id.value);
    }
  } else {
    schools = org::establishments_of(unit, OrgId{root}, unit.at());
    std::ranges::sort(visible);
    std::erase_if(schools, [&](std::int64_t org) { return !std::ranges::binary_search(visible, org); });
  }
  std::ranges::sort(schools);
  return schools;
}

/// export.oneroster
Result<Done> export_(Read<Perm::export_run>& unit, const ExportRequest& request) {
  const ExportOptions& options = *request.options;
  ExportReport& report = *request.report;
  report = {};
  // guard
  const std::int64_t root = options.org_id.value_or(OrgId{}).value;
  ENT_TRY(granted, unit.may({.org = root}, "org.not_found"));
  static_cast<void>(granted);
  // rule
  ImportOptions alike;
  alike.feed = options.feed;
  alike.school_year = options.school_year;
  ENT_REFUSE(well_formed(alike));
  // facts
  if (root != 0 && !org::kind_at(unit, OrgId{root}, unit.at())) return base::fail(Errc::not_found, "org.not_found");
  ENT_TRY(schools, schools_of(unit, root));
  ENT_TRY(years, org::common_school_years(unit, schools, unit.at()));
  ExportTask task{unit, options, std::move(schools), years, options.school_year.value_or(years.of(unit.at())), *request.files, report};
  ExportedStructure structure(task);
  structure.write();
  ENT_REFUSE(write_people(task, structure));
  write_manifest(task);
  return Done{};
}

constexpr Op op_export = op<&export_>("export.oneroster", "0.1");

}  // namespace
}  // namespace ent::interop::oneroster

namespace ent {

Result<ExportReport> export_oneroster(Session& session, const std::string& folder, const ExportOptions& options) {
  using namespace interop::oneroster;
  ExportReport report;
  auto fault = unit::walled([&]() -> std::optional<Error> {
    PartFiles files(folder);
    auto done = run<Done>(op_export, session, ExportRequest{&files, &options, &report}, {});
    if (!done) return std::move(done).error();
    files.keep();
    return std::nullopt;
  });
  if (fault) return std::move(*fault);
  return report;
}

}  // namespace ent
