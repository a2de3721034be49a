#include "group/bulk.hpp"

#include "base/text.hpp"
#include "unit/columns.hpp"

namespace ent::group::bulk {
namespace {

using unit::numbers;
using unit::Rows;
using unit::Sql;
using unit::texts;

#define ENT_BULK_GROUP \
  "g.org, g.grp, g.kind, g.school_year, g.code, g.name, g.valid_from, g.valid_to, g.source, g.revision "

constexpr Sql select_groups{
    "SELECT " ENT_BULK_GROUP "FROM EACH($1) v JOIN school_group g ON g.org = v.value WHERE g.school_year = $2"};

constexpr Sql select_former{
    "SELECT " ENT_BULK_GROUP "FROM EACH($1) v JOIN school_group g ON g.org = v.value "
    "WHERE g.school_year < $2 AND g.source = $3 AND g.valid_to > $4"};

constexpr Sql insert_group_rows{
    "INSERT INTO school_group (org, grp, kind, school_year, code, name, folded_name, author, valid_from, valid_to, source, "
    "revision) VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM_TEXT($5), ITEM_TEXT($6), ITEM_TEXT($7), 0, ITEM($8), "
    "ITEM($9), ITEM_TEXT($10), ITEM($11))"};

constexpr Sql update_groups{
    "UPDATE school_group SET name = ITEM_TEXT($1), folded_name = ITEM_TEXT($2), valid_to = ITEM($3), revision = ITEM($4) "
    "WHERE org = ITEM($5) AND grp = ITEM($6)"};

constexpr Sql select_levels{
    "SELECT l.org, l.grp, l.level FROM EACH($1) v JOIN school_group g ON g.org = v.value "
    "JOIN group_level l ON l.org = g.org AND l.grp = g.grp WHERE g.school_year = $2"};

constexpr Sql select_parts_in_bulk{
    "SELECT p.org, p.grp, p.part FROM EACH($1) v JOIN school_group g ON g.org = v.value "
    "JOIN group_part p ON p.org = g.org AND p.grp = g.grp WHERE g.school_year = $2"};

constexpr Sql insert_part_rows{"INSERT INTO group_part (org, grp, part) VALUES (ITEM($1), ITEM($2), ITEM_TEXT($3))"};
constexpr Sql delete_part_rows{"DELETE FROM group_part WHERE org = ITEM($1) AND grp = ITEM($2) AND part = ITEM_TEXT($3)"};

constexpr Sql select_divisions_in_bulk{
    "SELECT d.org, d.grp, d.division FROM EACH($1) v JOIN school_group g ON g.org = v.value "
    "JOIN group_division d ON d.org = g.org AND d.grp = g.grp WHERE g.school_year = $2"};

constexpr Sql insert_level_rows{
    "INSERT INTO group_level (org, grp, level) VALUES (ITEM($1), ITEM($2), ITEM_TEXT($3)) "
    "ON CONFLICT (org, grp, level) DO NOTHING"};
constexpr Sql delete_level_rows{"DELETE FROM group_level WHERE org = ITEM($1) AND grp = ITEM($2) AND level = ITEM_TEXT($3)"};

constexpr Sql insert_division_rows{
    "INSERT INTO group_division (org, grp, division) VALUES (ITEM($1), ITEM($2), ITEM($3)) "
    "ON CONFLICT (org, grp, division) DO NOTHING"};
constexpr Sql delete_division_rows{
    "DELETE FROM group_division WHERE org = ITEM($1) AND grp = ITEM($2) AND division = ITEM($3)"};

constexpr Sql select_stays{
    "SELECT s.org, s.grp, s.member, m.person, s.valid_from, s.valid_to, s.level, s.source, g.kind, COALESCE(s.regime, 0) FROM EACH($1) v "
    "JOIN member m ON m.person = v.value JOIN group_member s ON s.org = m.org AND s.member = m.member "
    "JOIN school_group g ON g.org = s.org AND g.grp = s.grp WHERE s.valid_to > $2 AND s.valid_to > s.valid_from"};

constexpr Sql insert_stay_rows{
    "INSERT INTO group_member (org, grp, member, valid_from, valid_to, level, regime, source) VALUES "
    "(ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), NULLIF(ITEM_TEXT($6), ''), NULLIF(ITEM($7), 0), ITEM_TEXT($8)) "
    "ON CONFLICT (org, grp, member, valid_from) DO UPDATE SET valid_to = excluded.valid_to, level = excluded.level, "
    "regime = excluded.regime, source = excluded.source"};

constexpr Sql end_stay_rows{
    "UPDATE group_member SET valid_to = ITEM($1) WHERE org = ITEM($2) AND grp = ITEM($3) AND member = ITEM($4) "
    "AND valid_from = ITEM($5)"};

constexpr Sql select_roles{
    "SELECT r.org, r.grp, r.member, m.person, r.role, r.valid_from, r.valid_to, r.source FROM EACH($1) v "
    "JOIN member m ON m.person = v.value JOIN group_role r ON r.org = m.org AND r.member = m.member "
    "WHERE r.valid_to > $2 AND r.valid_to > r.valid_from"};

constexpr Sql insert_role_rows{
    "INSERT INTO group_role (org, grp, member, role, valid_from, valid_to, source) VALUES "
    "(ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM_TEXT($7)) "
    "ON CONFLICT (org, grp, member, role, valid_from) "
    "DO UPDATE SET valid_to = excluded.valid_to, source = excluded.source"};

constexpr Sql end_role_rows{
    "UPDATE group_role SET valid_to = ITEM($1) WHERE org = ITEM($2) AND grp = ITEM($3) AND member = ITEM($4) "
    "AND role = ITEM($5) AND valid_from = ITEM($6)"};

constexpr Sql select_services{
    "SELECT s.org, s.service, s.grp, s.member, m.person, s.subject, s.valid_from, s.valid_to, s.source FROM EACH($1) v "
    "JOIN member m ON m.person = v.value JOIN service s ON s.org = m.org AND s.member = m.member "
    "WHERE s.kind = 1 AND s.valid_to > $2 AND s.valid_to > s.valid_from"};

constexpr Sql select_taught_in_bulk{
    "SELECT DISTINCT s.org, s.grp, s.member, s.subject FROM EACH($1) v JOIN school_group g ON g.org = v.value "
    "JOIN service s ON s.org = g.org AND s.grp = g.grp "
    "WHERE g.school_year = $2 AND s.kind = 1 AND s.valid_to > $3 AND s.valid_to > s.valid_from"};

constexpr Sql insert_service_rows{
    "INSERT INTO service (org, service, grp, member, subject, kind, replaces, valid_from, valid_to, source) VALUES "
    "(ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM_TEXT($5), 1, 0, ITEM($6), ITEM($7), ITEM_TEXT($8))"};

constexpr Sql end_service_rows{"UPDATE service SET valid_to = ITEM($1) WHERE org = ITEM($2) AND service = ITEM($3)"};

constexpr Sql select_references{
    "SELECT r.org, r.key, r.grp FROM EACH($1) v JOIN group_reference r ON r.org = v.value AND r.feed = $2"};

constexpr Sql put_references{
    "INSERT INTO group_reference (org, feed, key, grp) VALUES (ITEM($1), $2, ITEM_TEXT($3), ITEM($4)) "
    "ON CONFLICT (org, feed, key) DO UPDATE SET grp = excluded.grp"};

std::vector<Group> all_groups(Rows rows) {
  std::vector<Group> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), static_cast<Kind>(rows.int32(2)), rows.int32(3), rows.string(4),
                     rows.string(5), rows.integer(6), rows.integer(7), rows.string(8), rows.integer(9)});
  }
  return found;
}

std::vector<std::string> folded_names(std::span<const Group> groups) {
  std::vector<std::string> names;
  for (const Group& group : groups) names.push_back(base::fold(group.name));
  return names;
}

}  // namespace

std::vector<Group> groups(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year) {
  return all_groups(unit.query(select_groups, orgs, school_year));
}

std::vector<Group> former_groups(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year,
                                 const std::string& feed, std::int64_t day) {
  return all_groups(unit.query(select_former, orgs, school_year, feed, day));
}

void insert_groups(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Group> groups) {
  if (groups.empty()) return;
  unit.exec_each(granted, insert_group_rows, numbers(groups, &Group::org), numbers(groups, &Group::group),
                 numbers(groups, &Group::kind), numbers(groups, &Group::school_year), texts(groups, &Group::code),
                 texts(groups, &Group::name), folded_names(groups), numbers(groups, &Group::from),
                 numbers(groups, &Group::to), texts(groups, &Group::source), numbers(groups, &Group::revision));
}

void change_groups(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Group> groups) {
  if (groups.empty()) return;
  unit.exec_each(granted, update_groups, texts(groups, &Group::name), folded_names(groups), numbers(groups, &Group::to),
                 numbers(groups, &Group::revision), numbers(groups, &Group::org), numbers(groups, &Group::group));
}

std::vector<Trait> levels(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year) {
  Rows rows = unit.query(select_levels, orgs, school_year);
  std::vector<Trait> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), rows.string(2), 0});
  return found;
}

std::vector<Trait> divisions(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year) {
  Rows rows = unit.query(select_divisions_in_bulk, orgs, school_year);
  std::vector<Trait> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), {}, rows.integer(2)});
  return found;
}

void insert_levels(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> levels) {
  if (levels.empty()) return;
  unit.exec_each(granted, insert_level_rows, numbers(levels, &Trait::org), numbers(levels, &Trait::group),
                 texts(levels, &Trait::level));
}

void delete_levels(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> levels) {
  if (levels.empty()) return;
  unit.exec_each(granted, delete_level_rows, numbers(levels, &Trait::org), numbers(levels, &Trait::group),
                 texts(levels, &Trait::level));
}

void insert_divisions(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> divisions) {
  if (divisions.empty()) return;
  unit.exec_each(granted, insert_division_rows, numbers(divisions, &Trait::org), numbers(divisions, &Trait::group),
                 numbers(divisions, &Trait::division));
}

void delete_divisions(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> divisions) {
  if (divisions.empty()) return;
  unit.exec_each(granted, delete_division_rows, numbers(divisions, &Trait::org), numbers(divisions, &Trait::group),
                 numbers(divisions, &Trait::division));
}

std::vector<Part> parts(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year) {
  Rows rows = unit.query(select_parts_in_bulk, orgs, school_year);
  std::vector<Part> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), rows.string(2)});
  return found;
}

void insert_parts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Part> parts) {
  if (parts.empty()) return;
  unit.exec_each(granted, insert_part_rows, numbers(parts, &Part::org), numbers(parts, &Part::group), texts(parts, &Part::part));
}

void delete_parts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Part> parts) {
  if (parts.empty()) return;
  unit.exec_each(granted, delete_part_rows, numbers(parts, &Part::org), numbers(parts, &Part::group), texts(parts, &Part::part));
}

std::vector<Stay> stays(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day) {
  Rows rows = unit.query(select_stays, people, day);
  std::vector<Stay> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5),
                     rows.string(6), rows.string(7), static_cast<Kind>(rows.int32(8)), rows.int32(9)});
  }
  return found;
}

void insert_stays(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Stay> stays) {
  if (stays.empty()) return;
  unit.exec_each(granted, insert_stay_rows, numbers(stays, &Stay::org), numbers(stays, &Stay::group),
                 numbers(stays, &Stay::member), numbers(stays, &Stay::from), numbers(stays, &Stay::to),
                 texts(stays, &Stay::level), numbers(stays, &Stay::regime), texts(stays, &Stay::source));
}

void end_stays(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Stay> stays) {
  if (stays.empty()) return;
  unit.exec_each(granted, end_stay_rows, numbers(stays, &Stay::to), numbers(stays, &Stay::org),
                 numbers(stays, &Stay::group), numbers(stays, &Stay::member), numbers(stays, &Stay::from));
}

std::vector<RoleRow> roles(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day) {
  Rows rows = unit.query(select_roles, people, day);
  std::vector<RoleRow> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), static_cast<Role>(rows.int32(4)),
                     rows.integer(5), rows.integer(6), rows.string(7)});
  }
  return found;
}

void insert_roles(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const RoleRow> roles) {
  if (roles.empty()) return;
  unit.exec_each(granted, insert_role_rows, numbers(roles, &RoleRow::org), numbers(roles, &RoleRow::group),
                 numbers(roles, &RoleRow::member), numbers(roles, &RoleRow::role), numbers(roles, &RoleRow::from),
                 numbers(roles, &RoleRow::to), texts(roles, &RoleRow::source));
}

void end_roles(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const RoleRow> roles) {
  if (roles.empty()) return;
  unit.exec_each(granted, end_role_rows, numbers(roles, &RoleRow::to), numbers(roles, &RoleRow::org),
                 numbers(roles, &RoleRow::group), numbers(roles, &RoleRow::member), numbers(roles, &RoleRow::role),
                 numbers(roles, &RoleRow::from));
}

std::vector<ServiceRow> services(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day) {
  Rows rows = unit.query(select_services, people, day);
  std::vector<ServiceRow> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.string(5),
                     rows.integer(6), rows.integer(7), rows.string(8)});
  }
  return found;
}

void insert_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const ServiceRow> services) {
  if (services.empty()) return;
  unit.exec_each(granted, insert_service_rows, numbers(services, &ServiceRow::org), numbers(services, &ServiceRow::service),
                 numbers(services, &ServiceRow::group), numbers(services, &ServiceRow::member),
                 texts(services, &ServiceRow::subject), numbers(services, &ServiceRow::from),
                 numbers(services, &ServiceRow::to), texts(services, &ServiceRow::source));
}

void end_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const ServiceRow> services) {
  if (services.empty()) return;
  unit.exec_each(granted, end_service_rows, numbers(services, &ServiceRow::to), numbers(services, &ServiceRow::org),
                 numbers(services, &ServiceRow::service));
}

std::vector<Taught> taught(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year, std::int64_t day) {
  Rows rows = unit.query(select_taught_in_bulk, orgs, school_year, day);
  std::vector<Taught> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.string(3)});
  return found;
}

std::vector<Reference> references(unit::Unit& unit, std::span<const std::int64_t> orgs, const std::string& feed) {
  Rows rows = unit.query(select_references, orgs, feed);
  std::vector<Reference> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.string(1), rows.integer(2)});
  return found;
}

void refer(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const Reference> references) {
  if (references.empty()) return;
  unit.exec_each(granted, put_references, numbers(references, &Reference::org), feed, texts(references, &Reference::key),
                 numbers(references, &Reference::group));
}

}  // namespace ent::group::bulk
