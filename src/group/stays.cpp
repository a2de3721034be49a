// The rows of `group_member`: who is in which group when.
#include <unordered_map>

#include "base/error.hpp"
#include "group/functions.hpp"
#include "group/rows.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql upsert_stays{
    "INSERT INTO group_member (org, grp, member, valid_from, valid_to, level, regime, source) "
    "VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), NULLIF(ITEM_TEXT($6), ''), NULLIF(ITEM($7), 0), ITEM_TEXT($8)) "
    "ON CONFLICT (org, grp, member, valid_from) DO UPDATE SET valid_to = excluded.valid_to, level = excluded.level, "
    "regime = excluded.regime, source = excluded.source"};

/// Into a division goes with the pupils how they live at school; for other groups nobody looks for it. Where they come again later,
/// what begins then stands. The + keeps SQLite from going by the member, who may have been in many groups.
constexpr Sql insert_absent{
    "INSERT INTO group_member (org, grp, member, valid_from, valid_to, level, regime, source) "
    "SELECT $1, $2, v.value, $3, COALESCE((SELECT MIN(n.valid_from) FROM group_member n WHERE n.org = $1 AND n.grp = $2 "
    "AND n.member = v.value AND n.valid_from > $3 AND n.valid_from < $4 AND n.valid_to > n.valid_from), $4), "
    "CAST($5 AS TEXT), (SELECT r.regime FROM school_group g CROSS JOIN group_member r "
    "WHERE g.org = $1 AND g.grp = $2 AND g.kind = 1 AND r.org = g.org AND r.member = v.value AND r.regime IS NOT NULL "
    "AND r.valid_from <= $3 AND r.valid_to > r.valid_from ORDER BY r.valid_from DESC LIMIT 1), '' FROM EACH($6) v "
    "WHERE NOT EXISTS (SELECT 1 FROM group_member k WHERE k.org = $1 AND k.grp = $2 AND k.member = v.value "
    "                  AND k.valid_from <= $3 AND +k.valid_to > $3) "
    "ON CONFLICT (org, grp, member, valid_from) DO UPDATE SET valid_to = excluded.valid_to, level = excluded.level, "
    "regime = excluded.regime, source = excluded.source"};

/// What ends within [$5, $1) goes on until the next time, or to the end.
constexpr Sql update_ends{
    "UPDATE group_member SET valid_to = COALESCE((SELECT MIN(n.valid_from) FROM group_member n WHERE n.org = group_member.org "
    "AND n.grp = group_member.grp AND n.member = group_member.member AND n.valid_from >= group_member.valid_to "
    "AND n.valid_from < $1 AND n.valid_to > n.valid_from), $1) "
    "WHERE org = $2 AND grp = $3 AND member IN (SELECT v.value FROM EACH($4) v) AND valid_from < $1 AND valid_to > $5 "
    "AND valid_to < $1 AND valid_to > valid_from"};

#define ENT_END "valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "

constexpr Sql end_stays{
    "UPDATE group_member SET " ENT_END "WHERE org = $2 AND grp = $3 AND member IN (SELECT v.value FROM EACH($4) v) "
    "AND valid_to > $1"};

constexpr Sql end_other_divisions{
    "UPDATE group_member SET " ENT_END "WHERE org = $2 AND member IN (SELECT v.value FROM EACH($3) v) AND valid_to > $1 "
    "AND grp IN (SELECT g.grp FROM school_group g WHERE g.org = $2 AND g.school_year = $4 AND g.kind = 1 AND g.grp <> $5)"};

constexpr Sql end_other_levels{
    "UPDATE group_member SET " ENT_END "WHERE org = $2 AND grp = $3 AND member IN (SELECT v.value FROM EACH($4) v) "
    "AND valid_to > $1 AND COALESCE(level, '') <> $5"};

constexpr Sql end_all_stays{
    "UPDATE group_member SET " ENT_END "WHERE org = $2 AND member IN (SELECT v.value FROM EACH($3) v) AND valid_to > $1"};

constexpr Sql end_all_roles{
    "UPDATE group_role SET " ENT_END "WHERE org = $2 AND member IN (SELECT v.value FROM EACH($3) v) AND valid_to > $1"};

constexpr Sql close_stays{"UPDATE group_member SET " ENT_END "WHERE org = $2 AND grp = $3 AND valid_to > $1"};
constexpr Sql close_roles{"UPDATE group_role SET " ENT_END "WHERE org = $2 AND grp = $3 AND valid_to > $1"};
constexpr Sql close_services{"UPDATE service SET " ENT_END "WHERE org = $2 AND grp = $3 AND valid_to > $1"};

#define ENT_ENDED_WITH "WHERE org = $2 AND grp = $3 AND valid_to = $4 AND valid_from < $4 "

// Who has not left the unit.
#define ENT_STAYING(table)                                                                                             \
  "AND EXISTS (SELECT 1 FROM affiliation a WHERE a.org = " table ".org AND a.member = " table ".member AND a.valid_from <= $4 " \
  "AND a.valid_to > $4) "

constexpr Sql prolong_stays{
    "UPDATE group_member SET valid_to = $1 " ENT_ENDED_WITH ENT_STAYING("group_member")
    "AND NOT EXISTS (SELECT 1 FROM school_group g CROSS JOIN group_member o CROSS JOIN school_group d WHERE g.org = $2 AND g.grp = $3 "
    "AND g.kind = 1 AND o.org = g.org AND o.member = group_member.member AND o.valid_to > $4 AND o.valid_to > o.valid_from "
    "AND d.org = o.org AND d.grp = o.grp AND d.kind = 1 AND d.grp <> g.grp)"};
constexpr Sql prolong_roles{"UPDATE group_role SET valid_to = $1 " ENT_ENDED_WITH ENT_STAYING("group_role")};
constexpr Sql prolong_services{"UPDATE service SET valid_to = $1 " ENT_ENDED_WITH ENT_STAYING("service")};

constexpr Sql select_members{
    "SELECT p.person, p.family_name, p.given_name, p.title, s.level, s.valid_from, s.valid_to FROM group_member s "
    "JOIN member m ON m.org = s.org AND m.member = s.member JOIN person p ON p.person = m.person "
    "WHERE s.org = $1 AND s.grp = $2 AND s.valid_from <= $3 AND s.valid_to > $3 "
    "AND " ENT_VISIBLE("m", "$4", "$5", "$6", "$7", "$8", "$9", "$10") " AND " ENT_PRESENT("m", "$3")
    " ORDER BY m.sort_key, m.person, s.valid_from"};

constexpr Sql select_pupils_on{
    "SELECT DISTINCT p.person, p.family_name, p.given_name, p.title, m.member, m.sort_key FROM group_member s "
    "CROSS JOIN member m CROSS JOIN person p WHERE m.org = s.org AND m.member = s.member AND p.person = m.person "
    "AND s.org = $1 AND s.grp = $2 AND s.valid_from <= $3 AND s.valid_to > $3 ORDER BY m.sort_key, p.person"};

constexpr Sql select_memberships{
    "SELECT g.grp, g.kind, g.code, g.name, s.level, s.valid_from, s.valid_to, s.regime FROM group_member s "
    "JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
    "WHERE s.org = $1 AND s.member = $2 AND s.valid_from <= $3 AND s.valid_to > $3 AND (g.kind <> 3 OR $4 = 1) "
    "AND (g.org IN (SELECT v.value FROM EACH($5) v) OR (g.org * 4294967296 + g.grp) IN (SELECT v.value FROM EACH($6) v)) "
    "ORDER BY g.kind, g.folded_name, g.grp, s.valid_from"};

constexpr Sql select_pupils{
    "SELECT DISTINCT s.member FROM group_member s JOIN affiliation a ON a.org = s.org AND a.member = s.member "
    "WHERE s.org = $1 AND s.grp = $2 AND s.valid_from <= $3 AND s.valid_to > $3 "
    "AND a.profile = 1 AND a.valid_from <= $3 AND a.valid_to > $3"};

constexpr Sql select_everybody{
    "SELECT DISTINCT s.member FROM group_member s "
    "WHERE s.org = $1 AND s.grp = $2 AND s.valid_from <= $3 AND s.valid_to > $3"};

constexpr Sql select_classes{
    "SELECT m.person, g.name, s.level, s.regime FROM EACH($1) v JOIN member m ON m.person = v.value AND m.org = $2 "
    "JOIN group_member s ON s.org = m.org AND s.member = m.member JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
    "WHERE s.valid_from <= $3 AND s.valid_to > $3 AND g.kind = 1 ORDER BY m.person, g.folded_name, g.grp"};
static_assert(static_cast<int>(Kind::division) == 1);

constexpr Sql select_stay{
    "SELECT 1 FROM group_member WHERE org = $1 AND grp = $2 AND member = $3 AND valid_from < $4 AND valid_to > $5 "
    "AND valid_to > valid_from LIMIT 1"};

std::optional<Regime> regime_at(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(static_cast<Regime>(row.int32(column)));
}

}  // namespace

void insert_stays(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Stay> stays) {
  if (stays.empty()) return;
  std::vector<std::int64_t> groups, members, from, to, regimes;
  std::vector<std::string> levels, sources;
  for (const Stay& stay : stays) {
    groups.push_back(stay.group);
    members.push_back(stay.member);
    from.push_back(day(stay.period.from));
    to.push_back(day(stay.period.to));
    levels.push_back(stay.level);
    regimes.push_back(stay.regime);
    sources.push_back(stay.source);
  }
  unit.exec_each(granted, upsert_stays, org.value, groups, members, from, to, levels, regimes, sources);
}

void end_all(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> members,
             Date end) {
  unit.exec(granted, end_all_stays, day(end), org.value, members);
  unit.exec(granted, end_all_roles, day(end), org.value, members);
}

std::vector<Pupil> pupils_on(unit::Unit& unit, GroupId group, Date on) {
  Rows rows = unit.query(select_pupils_on, group.establishment(), group.number(), day(on));
  std::vector<Pupil> found;
  while (rows.next()) found.push_back({rows.integer(4), person::card_of(rows, 0)});
  return found;
}

Result<std::vector<std::int64_t>> members_named(const std::vector<PersonId>& people, const std::vector<Pupil>& pupils) {
  std::unordered_map<std::int64_t, std::int64_t> members;
  for (const Pupil& pupil : pupils) members.emplace(pupil.card.id.value, pupil.member);
  base::Fields fields;
  std::vector<std::int64_t> found;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto member = members.find(people[i].value);
    fields.refuse_if(member == members.end(), "/pupil_ids/" + std::to_string(i), "group.no_member");
    if (member != members.end()) found.push_back(member->second);
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return found;
}

namespace rows {

void add_members(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::span<const std::int64_t> members,
                 const std::optional<std::string>& level, const unit::Period& period) {
  unit.exec(granted, insert_absent, id.establishment(), id.number(), day(period.from), day(period.to), level, members);
}

void lengthen_stays(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::span<const std::int64_t> members,
                    const unit::Period& period) {
  unit.exec(granted, update_ends, day(period.to), id.establishment(), id.number(), members, day(period.from));
}

void remove_members(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::span<const std::int64_t> members,
                    Date end) {
  unit.exec(granted, end_stays, day(end), id.establishment(), id.number(), members);
}

void leave_divisions(unit::WriteUnit& unit, const unit::Granted& granted, const View& division,
                     std::span<const std::int64_t> pupils, const std::optional<std::string>& level, Date end) {
  const std::int64_t org = division.org_id.value, number = division.id.number();
  unit.exec(granted, end_other_divisions, day(end), org, pupils, division.school_year, number);
  unit.exec(granted, end_other_levels, day(end), org, number, pupils, level.value_or(""));
}

void close(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, Date end) {
  for (const Sql* sql : {&close_stays, &close_roles, &close_services}) {
    unit.exec(granted, *sql, day(end), id.establishment(), id.number());
  }
}

void prolong(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, Date end, Date later) {
  for (const Sql* sql : {&prolong_stays, &prolong_roles, &prolong_services}) {
    unit.exec(granted, *sql, day(later), id.establishment(), id.number(), day(end));
  }
}

std::vector<Member> members(unit::Unit& unit, const person::Seen& seen, GroupId id) {
  Rows rows = unit.query(select_members, id.establishment(), id.number(), day(unit.at()), seen.whole, seen.members,
                         seen.from, seen.to, seen.today, seen.partial, seen.hidden);
  std::vector<Member> found;
  while (rows.next()) {
    person::Card card = person::card_of(rows, 0);
    if (!found.empty() && found.back().id == card.id) continue;  // two records that were merged were both in it
    found.push_back({card.id, std::move(card.family_name), std::move(card.given_name), card.title,
                     rows.optional_string(4), unit::date(rows.integer(5)), unit::end_date(rows.integer(6))});
  }
  return found;
}

std::vector<Membership> memberships(unit::Unit& unit, const access::VisibleGroups& visible, OrgId org, std::int64_t member,
                                    bool with_manual) {
  Rows rows = unit.query(select_memberships, org.value, member, day(unit.at()), with_manual, visible.orgs, visible.groups);
  std::vector<Membership> found;
  while (rows.next()) {
    const GroupId id = make_id<GroupId>(org.value, rows.integer(0));
    if (!found.empty() && found.back().id == id) continue;
    found.push_back({id, static_cast<Kind>(rows.int32(1)), rows.string(2), rows.string(3), rows.optional_string(4),
                     regime_at(rows, 7), unit::date(rows.integer(5)), unit::end_date(rows.integer(6))});
  }
  return found;
}

bool is_member(unit::Unit& unit, GroupId id, std::int64_t member, const unit::Period& period) {
  return unit.query(select_stay, id.establishment(), id.number(), member, day(period.to), day(period.from)).next();
}

}  // namespace rows

namespace {

std::vector<std::int64_t> keys_of(GroupId id, Rows rows) {
  std::vector<std::int64_t> keys;
  while (rows.next()) keys.push_back(id.establishment() << 32 | rows.integer(0));
  return keys;
}

}  // namespace

std::vector<std::int64_t> pupils_of(unit::Unit& unit, GroupId id, Date at) {
  return keys_of(id, unit.query(select_pupils, id.establishment(), id.number(), day(at)));
}

std::vector<std::int64_t> members_of(unit::Unit& unit, GroupId id, Date at) {
  return keys_of(id, unit.query(select_everybody, id.establishment(), id.number(), day(at)));
}

std::vector<ClassOf> classes_of(unit::Unit& unit, std::int64_t org, std::span<const std::int64_t> people, Date at) {
  std::vector<ClassOf> found;
  Rows rows = unit.query(select_classes, people, org, day(at));
  while (rows.next()) found.push_back({rows.integer(0), rows.string(1), rows.string(2), regime_at(rows, 3)});
  return found;
}

}  // namespace ent::group
