/// What is kept of the last run of each feed, part by part.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "unit/unit.hpp"

namespace ent::interop::undo {

void keep(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::int64_t run, std::int64_t part,
          std::string_view image);
/// Deletes all that is kept of a feed.
void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed);

struct Part {
  std::int64_t part = 0;
  std::string image{};
};
/// The last part of a run that comes before a given one.
std::optional<Part> part_before(unit::Unit& unit, const std::string& feed, std::int64_t run, std::int64_t part);

}  // namespace ent::interop::undo
