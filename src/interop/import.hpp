/// What every import begins and ends with, whatever the format of the delivery.
#pragma once

#include <string>
#include <string_view>

#include "ent/import.hpp"
#include "interop/task.hpp"
#include "unit/op.hpp"

namespace ent::interop {

/// What the body of an import is given; the report is filled whatever becomes of the writes.
struct ImportRequest {
  const std::string* folder = nullptr;
  const ImportOptions* options = nullptr;
  ImportReport* report = nullptr;
};
ENT_EMPTY_RECORD(ImportRequest)

/// The school years of the units that a feed is of: those below a unit, or of the portal, where years turn in August unless a unit says
/// otherwise. Errors: calendar.turns_differ.
Result<base::SchoolYears> years_of_feed(unit::Unit& unit, OrgId root);

/// Takes a delivery of a feed, unless a newer one has been taken, and says so in the report.
std::optional<Error> accept(unit::Unit& unit, const Feed& feed, ImportReport& report);

/// Ends the run `number`: all of it stands, or nothing where the delivery is broken or the run a rehearsal.
void conclude(Task& task, std::int64_t number, std::string_view format, bool broken);

/// The public face of an import.
Result<ImportReport> import_by(const unit::Op& op, Session& session, const std::string& folder, const ImportOptions& options);

}  // namespace ent::interop
