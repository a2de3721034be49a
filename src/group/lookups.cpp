#include "group/lookups.hpp"

#include "access/family.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_shown{
    "SELECT g.org, g.grp, g.name FROM EACH($1) v "
    "JOIN school_group g ON g.org = v.value / 4294967296 AND g.grp = v.value % 4294967296 "
    "ORDER BY g.folded_name, g.org, g.grp"};

constexpr Sql select_with_drawn{
    "SELECT g.grp AS grp FROM school_group g WHERE g.org = $1 AND g.grp = $2 UNION "
    "SELECT d.grp FROM group_division d WHERE d.org = $1 AND d.division = $2 ORDER BY grp"};

constexpr Sql select_attended{
    "SELECT s.org, s.grp, s.member, s.valid_from, s.valid_to FROM group_member s "
    "WHERE s.org = $1 AND s.member = $2 AND s.valid_from <= $3 AND s.valid_to > $4 AND s.valid_to > s.valid_from "
    "ORDER BY s.grp, s.valid_from"};

constexpr Sql select_attended_by{
    "SELECT s.org, s.grp, s.member, s.valid_from, s.valid_to FROM EACH($1) v CROSS JOIN group_member s "
    "WHERE s.org = $2 AND s.member = v.value AND s.valid_from <= $3 AND s.valid_to > $4 AND s.valid_to > s.valid_from "
    "ORDER BY s.grp, s.member, s.valid_from"};

constexpr Sql select_attending{
    "SELECT s.org, s.grp, s.member, s.valid_from, s.valid_to FROM EACH($1) v "
    "JOIN group_member s ON s.org = v.value / 4294967296 AND s.grp = v.value % 4294967296 "
    "JOIN member m ON m.org = s.org AND m.member = s.member "
    "WHERE s.valid_from <= $2 AND s.valid_to > $3 AND s.valid_to > s.valid_from ORDER BY s.org, s.grp, s.member, s.valid_from"};

constexpr Sql select_attended_with{
    "SELECT DISTINCT s.org, s.grp, s.member, s.valid_from, s.valid_to FROM group_member a CROSS JOIN group_member s "
    "WHERE a.org = $1 AND a.grp = $2 AND a.valid_from <= $3 AND a.valid_to > $4 AND a.valid_to > a.valid_from "
    "AND s.org = a.org AND s.member = a.member AND s.valid_from <= $3 AND s.valid_to > $4 AND s.valid_to > s.valid_from "
    "ORDER BY s.grp, s.member, s.valid_from"};

constexpr Sql select_drawn{
    "SELECT d.org, d.grp, d.division FROM EACH($1) v "
    "JOIN group_division d ON d.org = v.value / 4294967296 AND d.grp = v.value % 4294967296 ORDER BY d.org, d.grp, d.division"};

constexpr Sql select_parts_of{
    "SELECT p.org, p.grp, p.part FROM EACH($1) v "
    "JOIN group_part p ON p.org = v.value / 4294967296 AND p.grp = v.value % 4294967296 ORDER BY p.org, p.grp, p.part"};

constexpr Sql select_taught{
    "SELECT s.service, s.grp, s.member, s.subject, s.modality, s.valid_from, s.valid_to "
    "FROM EACH($1) v JOIN service s ON s.org = $2 AND s.grp = v.value "
    "WHERE s.valid_from <= $3 AND s.valid_to > $4 AND s.valid_to > s.valid_from ORDER BY s.service"};

constexpr Sql delete_services{
    "DELETE FROM service WHERE org = $1 AND service IN (SELECT v.value FROM EACH($2) v) AND valid_from >= $3"};

std::int64_t public_id(std::int64_t org, std::int64_t number) noexcept { return org << 32 | number; }

std::vector<Attendance> attendances(Rows rows) {
  std::vector<Attendance> found;
  while (rows.next()) {
    found.push_back({public_id(rows.integer(0), rows.integer(1)), rows.integer(2),
                     {unit::date(rows.integer(3)), unit::date(rows.integer(4))}});
  }
  return found;
}

}  // namespace

std::vector<Shown> shown(unit::Unit& unit, std::span<const std::int64_t> ids) {
  std::vector<Shown> found;
  if (ids.empty()) return found;
  Rows rows = unit.query(select_shown, ids);
  while (rows.next()) found.push_back({public_id(rows.integer(0), rows.integer(1)), rows.string(2)});
  return found;
}

std::vector<std::int64_t> with_drawn(unit::Unit& unit, GroupId division) {
  Rows rows = unit.query(select_with_drawn, division.establishment(), division.number());
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

std::vector<Attendance> attended(unit::Unit& unit, OrgId org, std::int64_t member, Date first, Date last) {
  return attendances(unit.query(select_attended, org.value, member, day(last), day(first)));
}

std::vector<Attendance> attended(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date first, Date last) {
  return attendances(unit.query(select_attended_by, members, org.value, day(last), day(first)));
}

bool shown_by_group(unit::Unit& unit, Perm perm, OrgId org, PersonId person) {
  const access::Actor& actor = unit.actor();
  if (actor.person == person.value || !access::is_family(actor.profile)) return false;
  return actor.profile == Profile::pupil || !unit.sees(perm, {.org = org.value, .person = person.value});
}

std::vector<Attendance> attended_as_shown(unit::Unit& unit, Perm perm, OrgId org, const person::Member& whose, Date first, Date last) {
  auto stays = attended(unit, org, whose.member, first, last);
  if (!shown_by_group(unit, perm, org, PersonId{whose.person})) return stays;
  std::erase_if(stays, [&](const Attendance& stay) {
    return !unit.sees(perm, {.org = org.value, .group = GroupId{stay.group}.number()});
  });
  return stays;
}

std::vector<Attendance> attending(unit::Unit& unit, std::span<const std::int64_t> ids, Date first, Date last) {
  if (ids.empty()) return {};
  return attendances(unit.query(select_attending, ids, day(last), day(first)));
}

std::vector<Attendance> attended_with(unit::Unit& unit, GroupId group, Date first, Date last) {
  return attendances(unit.query(select_attended_with, group.establishment(), group.number(), day(last), day(first)));
}

std::vector<Drawn> drawn(unit::Unit& unit, std::span<const std::int64_t> ids) {
  std::vector<Drawn> found;
  if (ids.empty()) return found;
  Rows rows = unit.query(select_drawn, ids);
  while (rows.next()) {
    found.push_back({public_id(rows.integer(0), rows.integer(1)), public_id(rows.integer(0), rows.integer(2))});
  }
  return found;
}

std::vector<Part> parts(unit::Unit& unit, std::span<const std::int64_t> ids) {
  std::vector<Part> found;
  if (ids.empty()) return found;
  Rows rows = unit.query(select_parts_of, ids);
  while (rows.next()) found.push_back({public_id(rows.integer(0), rows.integer(1)), rows.string(2)});
  return found;
}

std::vector<Taught> taught(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date first, Date last) {
  std::vector<Taught> found;
  if (groups.empty()) return found;
  Rows rows = unit.query(select_taught, groups, org.value, day(last), day(first));
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.string(3), rows.string(4),
                     {unit::date(rows.integer(5)), unit::date(rows.integer(6))}});
  }
  return found;
}

std::vector<Taught> taught(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date at) {
  return taught(unit, org, groups, at, at);
}

void take_back_services(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                        std::span<const std::int64_t> services, Date from) {
  if (!services.empty()) unit.exec(granted, delete_services, org.value, services, day(from));
}

}  // namespace ent::group
