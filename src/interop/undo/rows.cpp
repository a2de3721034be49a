#include "interop/undo/rows.hpp"

namespace ent::interop::undo {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql insert_part{"INSERT INTO import_image (feed, run, part, image) VALUES ($1, $2, $3, $4)"};
constexpr Sql delete_parts{"DELETE FROM import_image WHERE feed = $1"};
constexpr Sql select_part{
    "SELECT part, image FROM import_image WHERE feed = $1 AND run = $2 AND part < $3 ORDER BY part DESC LIMIT 1"};

}  // namespace

void keep(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::int64_t run, std::int64_t part,
          std::string_view image) {
  unit.exec(granted, insert_part, feed, run, part, image);
}

void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed) {
  unit.exec(granted, delete_parts, feed);
}

std::optional<Part> part_before(unit::Unit& unit, const std::string& feed, std::int64_t run, std::int64_t part) {
  Rows rows = unit.query(select_part, feed, run, part);
  if (!rows.next()) return std::nullopt;
  return Part{rows.integer(0), rows.string(1)};
}

}  // namespace ent::interop::undo
