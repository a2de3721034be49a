/// One import while it runs: what all its parts share.
#pragma once

#include <string>
#include <unordered_set>

#include "base/school_year.hpp"
#include "ent/import.hpp"
#include "interop/notes.hpp"
#include "interop/undo/keeper.hpp"
#include "unit/unit.hpp"

namespace ent::interop {

/// What makes keys unique, and from which day on what the feed newly brings holds.
struct Feed {
  std::string name{};
  Date date{};
  base::SchoolYears years{};  ///< Those of the units that it is of.
  std::int32_t school_year = 0;
};

struct Task {
  unit::WriteUnit& unit;
  const unit::Granted& granted;  ///< On the unit of ImportOptions::org_id, or on the portal as a whole.
  const ImportOptions& options;
  const Feed& feed;
  ImportReport& report;
  Notes& notes;
  Keeper& keeper;
  std::unordered_set<std::int64_t> touched{};  ///< Units in which something changed that rights rest on.

  std::int64_t today() const noexcept { return feed.date.time_since_epoch().count(); }
};

}  // namespace ent::interop
