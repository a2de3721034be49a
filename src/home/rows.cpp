#include "home/rows.hpp"

namespace ent::home::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_said{
    "SELECT i.org, i.level, i.interface FROM EACH($1) v JOIN home_interface i ON i.org = v.value ORDER BY i.org, i.level"};

constexpr Sql upsert{
    "INSERT INTO home_interface (org, level, interface) VALUES ($1, $2, $3) "
    "ON CONFLICT (org, level) DO UPDATE SET interface = excluded.interface"};

constexpr Sql delete_one{"DELETE FROM home_interface WHERE org = $1 AND level = $2"};

}  // namespace

std::map<std::pair<std::int64_t, std::string>, Interface> said(unit::Unit& unit, std::span<const std::int64_t> orgs) {
  std::map<std::pair<std::int64_t, std::string>, Interface> found;
  if (orgs.empty()) return found;
  Rows rows = unit.query(select_said, orgs);
  while (rows.next()) found.emplace(std::pair(rows.integer(0), rows.string(1)), static_cast<Interface>(rows.int32(2)));
  return found;
}

void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& level, Interface look) {
  unit.exec(granted, upsert, org.value, level, static_cast<std::int32_t>(look));
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& level) {
  unit.exec(granted, delete_one, org.value, level);
}

}  // namespace ent::home::rows
