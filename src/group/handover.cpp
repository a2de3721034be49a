#include "group/handover.hpp"

#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::Sql;

constexpr Sql update_source_of_service{"UPDATE service SET source = ITEM_TEXT($1) WHERE org = ITEM($2) AND service = ITEM($3)"};
constexpr Sql update_source_of_group{
    "UPDATE school_group SET source = ITEM_TEXT($1), revision = revision + 1 WHERE org = ITEM($2) AND grp = ITEM($3)"};

constexpr Sql select_in_use{
    "SELECT v.value FROM EACH($1) v WHERE EXISTS (SELECT 1 FROM group_member t WHERE t.org = v.value / 4294967296 "
    "AND t.grp = v.value % 4294967296 AND t.valid_to > $2) OR EXISTS (SELECT 1 FROM group_role t "
    "WHERE t.org = v.value / 4294967296 AND t.grp = v.value % 4294967296 AND t.valid_to > $2) OR EXISTS (SELECT 1 FROM service t "
    "WHERE t.org = v.value / 4294967296 AND t.grp = v.value % 4294967296 AND t.valid_to > $2 AND t.source <> $3) "
    "ORDER BY v.value"};

void hand_over(unit::WriteUnit& unit, const unit::Granted& granted, const Sql& sql, std::span<const Handover> things) {
  if (things.empty()) return;
  unit.exec_each(granted, sql, unit::texts(things, &Handover::feed), unit::numbers(things, &Handover::org),
                 unit::numbers(things, &Handover::number));
}

}  // namespace

void hand_over_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Handover> services) {
  hand_over(unit, granted, update_source_of_service, services);
}

void hand_over_groups(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Handover> groups) {
  hand_over(unit, granted, update_source_of_group, groups);
}

std::vector<std::int64_t> in_use(unit::Unit& unit, std::span<const std::int64_t> ids, const std::string& feed, Date day) {
  std::vector<std::int64_t> found;
  if (ids.empty()) return found;
  unit::Rows rows = unit.query(select_in_use, ids, unit::day(day), feed);
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace ent::group
