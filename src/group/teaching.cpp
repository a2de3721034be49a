// The rows of `group_role` and `service`: who does what for a group.
#include "base/text.hpp"
#include "group/rows.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr std::int32_t regular = 1;
constexpr std::int32_t substitution = 2;

constexpr Sql upsert_roles{
    "INSERT INTO group_role (org, grp, member, role, valid_from, valid_to, source) "
    "VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM_TEXT($7)) "
    "ON CONFLICT (org, grp, member, role, valid_from) DO UPDATE SET valid_to = excluded.valid_to, source = excluded.source"};

constexpr Sql insert_service_rows{
    "INSERT INTO service (org, service, grp, member, subject, kind, replaces, valid_from, valid_to, source, modality) "
    "VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM_TEXT($5), ITEM($6), ITEM($7), ITEM($8), ITEM($9), ITEM_TEXT($10), ITEM_TEXT($11))"};

constexpr Sql select_role{
    "SELECT 1 FROM group_role WHERE org = $1 AND grp = $2 AND member = $3 AND role = $4 AND valid_from < $5 "
    "AND valid_to > $6 AND valid_to > valid_from"};

constexpr Sql end_roles{
    "UPDATE group_role SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "
    "WHERE org = $2 AND grp = $3 AND member = $4 AND role = $5 AND valid_to > $1"};

constexpr Sql select_roles{
    "SELECT p.person, p.family_name, p.given_name, p.title, r.role, r.valid_from, r.valid_to FROM group_role r "
    "JOIN member m ON m.org = r.org AND m.member = r.member JOIN person p ON p.person = m.person "
    "WHERE r.org = $1 AND r.grp = $2 AND r.valid_from <= $3 AND r.valid_to > $3 "
    "AND " ENT_VISIBLE("m", "$4", "$5", "$6", "$7", "$8", "$9", "$10") " AND " ENT_PRESENT("m", "$3")
    " ORDER BY r.role, m.sort_key, m.person, r.valid_from"};

constexpr Sql select_service{
    "SELECT service, grp, member, subject, replaces, valid_from, valid_to, source, modality FROM service "
    "WHERE org = $1 AND service = $2"};

constexpr Sql select_taught_by{
    "SELECT 1 FROM service WHERE org = $1 AND grp = $2 AND member = $3 AND subject = $4 AND modality = $5 "
    "AND valid_from < $6 AND valid_to > $7 AND valid_to > valid_from LIMIT 1"};

constexpr Sql select_taught_on{
    "SELECT 1 FROM service s CROSS JOIN member m WHERE m.org = s.org AND m.member = s.member "
    "AND s.org = $1 AND s.grp = $2 AND s.subject = $3 AND s.valid_from <= $4 AND s.valid_to > $4 AND m.person = $5 LIMIT 1"};

/// By a service to the group itself or, where it is a division, to one that has a pupil in common with it; or as its main teacher (role 1).
constexpr Sql select_teaches_pupils{
    "SELECT 1 FROM service s WHERE s.org = $1 AND s.member = $2 AND s.valid_from < $3 AND s.valid_to > $4 AND s.valid_to > s.valid_from "
    "AND (s.grp = $5 OR ($6 = 1 AND EXISTS (SELECT 1 FROM group_member a CROSS JOIN group_member b WHERE a.org = s.org AND a.grp = s.grp "
    "AND a.valid_from < $7 AND a.valid_to > $8 AND a.valid_to > a.valid_from AND b.org = a.org AND b.grp = $5 AND b.member = a.member "
    "AND b.valid_from < $7 AND b.valid_to > $8 AND b.valid_to > b.valid_from))) UNION ALL "
    "SELECT 1 FROM group_role r WHERE r.org = $1 AND r.grp = $5 AND r.member = $2 AND r.role = 1 AND r.valid_from < $3 "
    "AND r.valid_to > $4 AND r.valid_to > r.valid_from LIMIT 1"};

constexpr Sql end_service_row{
    "UPDATE service SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "
    "WHERE org = $2 AND service = $3 AND valid_to > $1"};

constexpr Sql select_services{
    "SELECT p.person, p.family_name, p.given_name, p.title, s.service, s.grp, g.name, s.subject, s.replaces, s.valid_from, "
    "s.valid_to, s.modality FROM service s JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
    "JOIN member m ON m.org = s.org AND m.member = s.member JOIN person p ON p.person = m.person "
    "WHERE s.org = $1 AND (s.grp = $2 OR $2 = 0) AND (s.member = $3 OR $3 = 0) AND s.valid_from <= $4 AND s.valid_to > $4 "
    "AND " ENT_MEMBER_ROW("m", "$4", "$4") " AND (s.org IN (SELECT v.value FROM EACH($5) v) "
    "     OR (s.org * 4294967296 + s.grp) IN (SELECT v.value FROM EACH($6) v)) "
    "ORDER BY g.folded_name, s.grp, s.subject, p.sort_key, s.service"};

/// Services to the group itself and to those drawn out of it; and its main teachers (role 1), who may teach it
/// nothing. Who has left the school is in no team, whatever services were left open.
constexpr Sql select_team{
    "SELECT p.person AS person, p.family_name, p.given_name, p.title, s.subject AS subject, 0 AS main, p.sort_key AS sort_key "
    "FROM service s JOIN member m ON m.org = s.org AND m.member = s.member JOIN person p ON p.person = m.person "
    "WHERE s.org = $1 AND s.grp IN (SELECT CAST($2 AS BIGINT) UNION ALL "
    "                               SELECT d.grp FROM group_division d WHERE d.org = $1 AND d.division = $2) "
    "AND s.valid_from <= $3 AND s.valid_to > $3 AND " ENT_MEMBER_ROW("m", "$3", "$3")
    " UNION "
    "SELECT p.person, p.family_name, p.given_name, p.title, '', 1, p.sort_key FROM group_role r "
    "JOIN member m ON m.org = r.org AND m.member = r.member JOIN person p ON p.person = m.person "
    "WHERE r.org = $1 AND r.grp = $2 AND r.role = 1 AND r.valid_from <= $3 AND r.valid_to > $3 "
    "AND " ENT_MEMBER_ROW("m", "$3", "$3") " ORDER BY sort_key, person, subject"};

}  // namespace

void insert_roles(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const RoleRow> roles) {
  if (roles.empty()) return;
  std::vector<std::int64_t> groups, members, numbers, from, to;
  std::vector<std::string> sources;
  for (const RoleRow& role : roles) {
    groups.push_back(role.group);
    members.push_back(role.member);
    numbers.push_back(static_cast<std::int64_t>(role.role));
    from.push_back(day(role.period.from));
    to.push_back(day(role.period.to));
    sources.push_back(role.source);
  }
  unit.exec_each(granted, upsert_roles, org.value, groups, members, numbers, from, to, sources);
}

void insert_services(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                     std::span<const ServiceRow> services) {
  if (services.empty()) return;
  std::vector<std::int64_t> numbers, groups, members, kinds, replaced, from, to;
  std::vector<std::string> subjects, sources, modalities;
  for (const ServiceRow& service : services) {
    numbers.push_back(service.service);
    groups.push_back(service.group);
    members.push_back(service.member);
    subjects.push_back(service.subject);
    kinds.push_back(service.replaces == 0 ? regular : substitution);
    replaced.push_back(service.replaces);
    from.push_back(day(service.period.from));
    to.push_back(day(service.period.to));
    sources.push_back(service.source);
    modalities.push_back(service.modality);
  }
  unit.exec_each(granted, insert_service_rows, org.value, numbers, groups, members, subjects, kinds, replaced, from, to,
                 sources, modalities);
}

std::optional<ServiceRow> find_service(unit::Unit& unit, ServiceId id) {
  Rows rows = unit.query(select_service, id.establishment(), id.number());
  if (!rows.next()) return std::nullopt;
  return ServiceRow{rows.integer(0), rows.integer(1), rows.integer(2), rows.string(3), rows.integer(4),
                    {unit::date(rows.integer(5)), unit::date(rows.integer(6))}, rows.string(7), rows.string(8)};
}

bool teaches_on(unit::Unit& unit, GroupId group, std::string_view subject, std::int64_t person, Date on) {
  return unit.query(select_taught_on, group.establishment(), group.number(), subject, day(on), person).next();
}

bool teaches_pupils_of(unit::Unit& unit, GroupId group, Kind kind, std::int64_t member, const unit::Period& when, const unit::Period& shared) {
  return unit
      .query(select_teaches_pupils, group.establishment(), member, day(when.to), day(when.from), group.number(), kind == Kind::division,
             day(shared.to), day(shared.from))
      .next();
}

namespace rows {

bool has_role(unit::Unit& unit, GroupId id, std::int64_t member, Role role, const unit::Period& period) {
  return unit
      .query(select_role, id.establishment(), id.number(), member, static_cast<std::int32_t>(role), day(period.to),
             day(period.from))
      .next();
}

void end_role(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::int64_t member, Role role, Date end) {
  unit.exec(granted, end_roles, day(end), id.establishment(), id.number(), member, static_cast<std::int32_t>(role));
}

std::vector<RoleView> roles(unit::Unit& unit, const person::Seen& seen, GroupId id) {
  Rows rows = unit.query(select_roles, id.establishment(), id.number(), day(unit.at()), seen.whole, seen.members, seen.from,
                         seen.to, seen.today, seen.partial, seen.hidden);
  std::vector<RoleView> found;
  while (rows.next()) {
    found.push_back({person::card_of(rows, 0), static_cast<Role>(rows.int32(4)), unit::date(rows.integer(5)),
                     unit::end_date(rows.integer(6))});
  }
  return found;
}

bool teaches(unit::Unit& unit, OrgId org, const ServiceRow& service) {
  return unit
      .query(select_taught_by, org.value, service.group, service.member, service.subject, service.modality,
             day(service.period.to), day(service.period.from))
      .next();
}

void end_service(unit::WriteUnit& unit, const unit::Granted& granted, ServiceId id, Date end) {
  unit.exec(granted, end_service_row, day(end), id.establishment(), id.number());
}

std::vector<Service> services(unit::Unit& unit, const access::VisibleGroups& visible, OrgId org, std::int64_t group,
                              std::int64_t teacher) {
  Rows rows = unit.query(select_services, org.value, group, teacher, day(unit.at()), visible.orgs, visible.groups);
  std::vector<Service> found;
  while (rows.next()) {
    const std::int64_t replaced = rows.integer(8);
    found.push_back({make_id<ServiceId>(org.value, rows.integer(4)), make_id<GroupId>(org.value, rows.integer(5)),
                     rows.string(6), person::card_of(rows, 0), base::unless_empty(rows.string(7)),
                     replaced == 0 ? std::nullopt : std::optional(make_id<ServiceId>(org.value, replaced)),
                     unit::date(rows.integer(9)), unit::end_date(rows.integer(10)), base::unless_empty(rows.string(11))});
  }
  return found;
}

std::vector<Teacher> team(unit::Unit& unit, GroupId id) {
  Rows rows = unit.query(select_team, id.establishment(), id.number(), day(unit.at()));
  std::vector<Teacher> found;
  while (rows.next()) {
    if (found.empty() || found.back().person.id.value != rows.integer(0)) found.push_back({person::card_of(rows, 0), false, {}});
    if (rows.integer(5) != 0) found.back().main_teacher = true;
    if (!rows.text(4).empty()) found.back().subject_codes.push_back(rows.string(4));
  }
  return found;
}

}  // namespace rows
}  // namespace ent::group
