// Groups, and who is in them, as they are taken back.
#include "group/bulk.hpp"
#include "unit/columns.hpp"

namespace ent::group::bulk {
namespace {

using unit::numbers;
using unit::Rows;
using unit::Sql;

constexpr Sql select_by_ids{
    "SELECT g.org, g.grp, g.kind, g.school_year, g.code, g.name, g.valid_from, g.valid_to, g.source, g.revision "
    "FROM EACH($1) v JOIN school_group g ON g.org = v.value / 4294967296 AND g.grp = v.value % 4294967296"};

constexpr Sql select_unused{
    "SELECT v.value FROM EACH($1) v JOIN school_group g ON g.org = v.value / 4294967296 AND g.grp = v.value % 4294967296 "
    "WHERE NOT EXISTS (SELECT 1 FROM group_member t WHERE t.org = g.org AND t.grp = g.grp) "
    "AND NOT EXISTS (SELECT 1 FROM group_role t WHERE t.org = g.org AND t.grp = g.grp) "
    "AND NOT EXISTS (SELECT 1 FROM service t WHERE t.org = g.org AND t.grp = g.grp) "
    "AND NOT EXISTS (SELECT 1 FROM group_division t JOIN school_group d ON d.org = t.org AND d.grp = t.grp "
    "WHERE t.org = g.org AND t.division = g.grp AND d.source <> g.source)"};

constexpr Sql delete_parts_of{"DELETE FROM group_part WHERE org = ITEM($1) AND grp = ITEM($2)"};
constexpr Sql delete_levels_of{"DELETE FROM group_level WHERE org = ITEM($1) AND grp = ITEM($2)"};
constexpr Sql delete_divisions_of{"DELETE FROM group_division WHERE org = ITEM($1) AND grp = ITEM($2)"};
constexpr Sql delete_drawn{"DELETE FROM group_division WHERE org = ITEM($1) AND division = ITEM($2)"};
constexpr Sql delete_references{"DELETE FROM group_reference WHERE org = ITEM($1) AND grp = ITEM($2)"};
constexpr Sql delete_groups{"DELETE FROM school_group WHERE org = ITEM($1) AND grp = ITEM($2)"};

constexpr Sql select_all_stays{
    "SELECT s.org, s.grp, s.member, m.person, s.valid_from, s.valid_to, s.level, s.source, g.kind, COALESCE(s.regime, 0) FROM EACH($1) v "
    "JOIN member m ON m.person = v.value JOIN group_member s ON s.org = m.org AND s.member = m.member "
    "JOIN school_group g ON g.org = s.org AND g.grp = s.grp"};
constexpr Sql delete_stay_rows{
    "DELETE FROM group_member WHERE org = ITEM($1) AND grp = ITEM($2) AND member = ITEM($3) AND valid_from = ITEM($4)"};

constexpr Sql select_all_roles{
    "SELECT r.org, r.grp, r.member, m.person, r.role, r.valid_from, r.valid_to, r.source FROM EACH($1) v "
    "JOIN member m ON m.person = v.value JOIN group_role r ON r.org = m.org AND r.member = m.member"};
constexpr Sql delete_role_rows{
    "DELETE FROM group_role WHERE org = ITEM($1) AND grp = ITEM($2) AND member = ITEM($3) AND role = ITEM($4) "
    "AND valid_from = ITEM($5)"};

constexpr Sql select_all_services{
    "SELECT s.org, s.service, s.grp, s.member, m.person, s.subject, s.valid_from, s.valid_to, s.source FROM EACH($1) v "
    "JOIN member m ON m.person = v.value JOIN service s ON s.org = m.org AND s.member = m.member WHERE s.kind = 1"};
constexpr Sql select_services_of_year{
    "SELECT s.org, s.service, s.grp, s.member, m.person, s.subject, s.valid_from, s.valid_to, s.source FROM school_group g "
    "JOIN service s ON s.org = g.org AND s.grp = g.grp JOIN member m ON m.org = s.org AND m.member = s.member "
    "WHERE g.org = $1 AND g.school_year = $2 AND s.kind = 1 ORDER BY s.service"};
constexpr Sql delete_reference_rows{"DELETE FROM group_reference WHERE org = ITEM($1) AND feed = $2 AND key = ITEM_TEXT($3)"};
constexpr Sql delete_service_rows{"DELETE FROM service WHERE org = ITEM($1) AND service = ITEM($2)"};

}  // namespace

std::vector<Group> by_ids(unit::Unit& unit, std::span<const std::int64_t> ids) {
  std::vector<Group> found;
  if (ids.empty()) return found;
  Rows rows = unit.query(select_by_ids, ids);
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), static_cast<Kind>(rows.int32(2)), rows.int32(3), rows.string(4),
                     rows.string(5), rows.integer(6), rows.integer(7), rows.string(8), rows.integer(9)});
  }
  return found;
}

std::vector<std::int64_t> unused(unit::Unit& unit, std::span<const std::int64_t> ids) {
  Rows rows = unit.query(select_unused, ids);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> ids) {
  if (ids.empty()) return;
  std::vector<std::int64_t> orgs, groups;
  for (const std::int64_t id : ids) {
    orgs.push_back(id >> 32);
    groups.push_back(id & 0xFFFFFFFF);
  }
  for (const Sql* sql : {&delete_parts_of, &delete_levels_of, &delete_divisions_of, &delete_drawn, &delete_references,
                         &delete_groups})
    unit.exec_each(granted, *sql, orgs, groups);
}

std::vector<Stay> all_stays(unit::Unit& unit, std::span<const std::int64_t> people) {
  std::vector<Stay> found;
  if (people.empty()) return found;
  Rows rows = unit.query(select_all_stays, people);
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5),
                     rows.string(6), rows.string(7), static_cast<Kind>(rows.int32(8)), rows.int32(9)});
  }
  return found;
}

void delete_stays(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Stay> stays) {
  if (stays.empty()) return;
  unit.exec_each(granted, delete_stay_rows, numbers(stays, &Stay::org), numbers(stays, &Stay::group),
                 numbers(stays, &Stay::member), numbers(stays, &Stay::from));
}

std::vector<RoleRow> all_roles(unit::Unit& unit, std::span<const std::int64_t> people) {
  std::vector<RoleRow> found;
  if (people.empty()) return found;
  Rows rows = unit.query(select_all_roles, people);
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), static_cast<Role>(rows.int32(4)),
                     rows.integer(5), rows.integer(6), rows.string(7)});
  }
  return found;
}

void delete_roles(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const RoleRow> roles) {
  if (roles.empty()) return;
  unit.exec_each(granted, delete_role_rows, numbers(roles, &RoleRow::org), numbers(roles, &RoleRow::group),
                 numbers(roles, &RoleRow::member), numbers(roles, &RoleRow::role), numbers(roles, &RoleRow::from));
}

namespace {

std::vector<ServiceRow> services_in(Rows rows) {
  std::vector<ServiceRow> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.string(5),
                     rows.integer(6), rows.integer(7), rows.string(8)});
  }
  return found;
}

}  // namespace

std::vector<ServiceRow> all_services(unit::Unit& unit, std::span<const std::int64_t> people) {
  return people.empty() ? std::vector<ServiceRow>{} : services_in(unit.query(select_all_services, people));
}

std::vector<ServiceRow> services_of_year(unit::Unit& unit, std::int64_t org, std::int32_t school_year) {
  return services_in(unit.query(select_services_of_year, org, school_year));
}

void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::span<const Reference> references) {
  if (references.empty()) return;
  unit.exec_each(granted, delete_reference_rows, numbers(references, &Reference::org), feed,
                 unit::texts(references, &Reference::key));
}

void delete_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const ServiceRow> services) {
  if (services.empty()) return;
  unit.exec_each(granted, delete_service_rows, numbers(services, &ServiceRow::org), numbers(services, &ServiceRow::service));
}

}  // namespace ent::group::bulk
