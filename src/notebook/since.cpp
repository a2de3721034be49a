#include "notebook/since.hpp"

namespace ent::notebook {
namespace {

constexpr unit::Sql select_written_since{"SELECT e.lesson FROM notebook_entry e WHERE e.org = $1 AND e.written_at >= $2"};

}  // namespace

std::vector<std::int64_t> lessons_written_since(unit::Unit& unit, OrgId org, Instant since) {
  std::vector<std::int64_t> found;
  unit::Rows rows = unit.query(select_written_since, org.value, since.time_since_epoch().count());
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace ent::notebook
