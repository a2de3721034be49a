#include "guardian/rows.hpp"

#include "guardian/rules.hpp"
#include "person/card.hpp"
#include "person/functions.hpp"
#include "unit/dates.hpp"

namespace ent::guardian {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql insert_links{
    "INSERT INTO guardianship (pupil, adult, valid_from, valid_to, kind, rights, relationship, priority, court_ref, source, "
    "revision) VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM($7), ITEM($8), "
    "NULLIF(ITEM_TEXT($9), ''), ITEM_TEXT($10), ITEM($11)) "
    "ON CONFLICT (pupil, adult, valid_from) DO UPDATE SET valid_to = excluded.valid_to, kind = excluded.kind, "
    "rights = excluded.rights, relationship = excluded.relationship, priority = excluded.priority, "
    "court_ref = excluded.court_ref, lifted_ref = NULL, source = excluded.source, revision = excluded.revision"};

constexpr Sql select_guardians{
    "SELECT DISTINCT g.adult FROM EACH($1) v JOIN guardianship g ON g.pupil = v.value WHERE g.valid_to > $2"};

constexpr Sql select_standing{
    "SELECT kind, rights, relationship, priority, court_ref, valid_from, valid_to, source, revision FROM guardianship "
    "WHERE pupil = $1 AND adult = $2 AND valid_from <= $3 AND valid_to > $3"};

constexpr Sql select_linked{
    "SELECT kind FROM guardianship WHERE pupil = $1 AND adult = $2 AND valid_from < $3 AND valid_to > $4 "
    "AND valid_to > valid_from ORDER BY CASE WHEN kind = 4 THEN 0 ELSE 1 END LIMIT 1"};

constexpr Sql select_others_legal{
    "SELECT kind FROM guardianship WHERE pupil = $1 AND adult <> $2 AND valid_from < $3 AND valid_to > $4 "
    "AND valid_to > valid_from AND kind IN (1, 2)"};

constexpr Sql select_restricted{
    "SELECT valid_from, valid_to FROM guardianship WHERE pupil = $1 AND adult = $2 AND valid_from < $3 AND valid_to > $4 "
    "AND valid_to > valid_from AND kind = 4 ORDER BY valid_from"};

constexpr Sql end_standing_row{
    "UPDATE guardianship SET valid_to = $1, revision = revision + 1 "
    "WHERE pupil = $2 AND adult = $3 AND valid_from <= $1 AND valid_to > $1"};

constexpr Sql end_unrestricted_rows{
    "UPDATE guardianship SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END, revision = revision + 1 "
    "WHERE pupil = $2 AND adult = $3 AND valid_to > $1 AND kind <> 4"};

constexpr Sql end_link_rows{
    "UPDATE guardianship SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END, "
    "lifted_ref = COALESCE($2, lifted_ref), revision = revision + 1 "
    "WHERE pupil = $3 AND adult = $4 AND valid_to > $1"};

#define ENT_LINK_COLUMNS                                                                              \
  "p.person, p.family_name, p.given_name, p.title, a.person, a.family_name, a.given_name, a.title, "  \
  "g.kind, g.rights, g.relationship, g.priority, g.court_ref, g.valid_from, g.valid_to, g.revision "

constexpr Sql select_of_pupil{
    "SELECT " ENT_LINK_COLUMNS "FROM guardianship g JOIN person p ON p.person = g.pupil JOIN person a ON a.person = g.adult "
    "WHERE g.pupil = $1 AND g.valid_to > $2 AND g.valid_to > g.valid_from AND (g.adult = $3 OR $3 = 0) "
    "ORDER BY g.priority, a.sort_key, g.adult, g.valid_from"};

constexpr Sql select_of_adult{
    "SELECT " ENT_LINK_COLUMNS "FROM guardianship g JOIN member m ON m.person = g.pupil AND m.org = $1 "
    "JOIN person p ON p.person = g.pupil JOIN person a ON a.person = g.adult "
    "WHERE g.adult = $2 AND g.valid_to > $3 AND g.valid_to > g.valid_from "
    "ORDER BY p.sort_key, g.pupil, g.valid_from"};

constexpr Sql select_opposed{"SELECT 1 FROM guardian_closure WHERE pupil = $1 AND valid_to > $2 AND valid_to > valid_from"};

constexpr Sql insert_closure{
    "INSERT INTO guardian_closure (pupil, valid_from, valid_to, ground) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (pupil, valid_from) DO UPDATE SET valid_to = excluded.valid_to, ground = excluded.ground"};

constexpr Sql end_closures{
    "UPDATE guardian_closure SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "
    "WHERE pupil = $2 AND valid_to > $1"};

LinkRow link_of(const Rows& row, PersonId pupil, PersonId adult) {
  LinkRow link{pupil.value, adult.value, static_cast<Kind>(row.int32(0)), row.integer(1), {}, row.int32(3),
               row.optional_string(4), {unit::date(row.integer(5)), unit::date(row.integer(6))}, row.string(7),
               row.integer(8)};
  if (row.int32(2) != 0) link.relationship = static_cast<Relationship>(row.int32(2));
  return link;
}

std::vector<View> views_of(Rows rows) {
  std::vector<View> views;
  while (rows.next()) {
    View view{person::card_of(rows, 0), person::card_of(rows, 4), static_cast<Kind>(rows.int32(8)),
              rights_of(rows.integer(9)), {}, rows.int32(11), rows.optional_string(12), unit::date(rows.integer(13)),
              unit::end_date(rows.integer(14)), rows.integer(15)};
    if (rows.int32(10) != 0) view.relationship = static_cast<Relationship>(rows.int32(10));
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const LinkRow> links) {
  if (links.empty()) return;
  std::vector<std::int64_t> pupils, adults, from, to, kinds, rights, relationships, priorities, revisions;
  std::vector<std::string> references, sources;
  for (const LinkRow& link : links) {
    pupils.push_back(link.pupil);
    adults.push_back(link.adult);
    from.push_back(day(link.period.from));
    to.push_back(day(link.period.to));
    kinds.push_back(static_cast<std::int64_t>(link.kind));
    rights.push_back(link.rights & ceiling_of(link.kind));
    relationships.push_back(link.relationship ? static_cast<std::int64_t>(*link.relationship) : 0);
    priorities.push_back(link.priority);
    references.push_back(link.court_ref.value_or(""));
    sources.push_back(link.source);
    revisions.push_back(link.revision);
  }
  unit.exec_each(granted, insert_links, pupils, adults, from, to, kinds, rights, relationships, priorities, references,
                 sources, revisions);
}

void join_guardians(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                    std::span<const std::int64_t> pupils) {
  std::vector<std::int64_t> adults;
  {
    Rows rows = unit.query(select_guardians, pupils, day(unit.today()));
    while (rows.next()) adults.push_back(rows.integer(0));
  }
  if (!adults.empty()) person::join(unit, granted, org, adults);
}

namespace rows {

std::optional<LinkRow> standing(unit::Unit& unit, PersonId pupil, PersonId adult, Date on) {
  Rows rows = unit.query(select_standing, pupil.value, adult.value, day(on));
  return rows.next() ? std::optional(link_of(rows, pupil, adult)) : std::nullopt;
}

std::optional<Kind> linked(unit::Unit& unit, PersonId pupil, PersonId adult, const unit::Period& period) {
  Rows rows = unit.query(select_linked, pupil.value, adult.value, day(period.to), day(period.from));
  return rows.next() ? std::optional(static_cast<Kind>(rows.int32(0))) : std::nullopt;
}

std::vector<Kind> others_legal(unit::Unit& unit, PersonId pupil, PersonId adult, const unit::Period& period) {
  Rows rows = unit.query(select_others_legal, pupil.value, adult.value, day(period.to), day(period.from));
  std::vector<Kind> kinds;
  while (rows.next()) kinds.push_back(static_cast<Kind>(rows.int32(0)));
  return kinds;
}

void end_links(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, PersonId adult, Date end,
               const std::optional<std::string>& lifted_by) {
  unit.exec(granted, end_link_rows, day(end), lifted_by, pupil.value, adult.value);
}

void end_standing(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, PersonId adult, Date end) {
  unit.exec(granted, end_standing_row, day(end), pupil.value, adult.value);
}

void end_unrestricted(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, PersonId adult, Date end) {
  unit.exec(granted, end_unrestricted_rows, day(end), pupil.value, adult.value);
}

std::vector<unit::Period> restricted(unit::Unit& unit, PersonId pupil, PersonId adult, const unit::Period& period) {
  Rows rows = unit.query(select_restricted, pupil.value, adult.value, day(period.to), day(period.from));
  std::vector<unit::Period> found;
  while (rows.next()) found.push_back({unit::date(rows.integer(0)), unit::date(rows.integer(1))});
  return found;
}

std::vector<View> of_pupil(unit::Unit& unit, PersonId pupil, Date at, std::int64_t adult) {
  return views_of(unit.query(select_of_pupil, pupil.value, day(at), adult));
}

std::vector<View> of_adult(unit::Unit& unit, OrgId org, PersonId adult, Date at) {
  return views_of(unit.query(select_of_adult, org.value, adult.value, day(at)));
}

bool opposed(unit::Unit& unit, PersonId pupil, Date from) {
  return unit.query(select_opposed, pupil.value, day(from)).next();
}

void oppose(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, Ground ground, Date from) {
  unit.exec(granted, insert_closure, pupil.value, day(from), day(open_end), static_cast<std::int32_t>(ground));
}

void end_opposition(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, Date end) {
  unit.exec(granted, end_closures, day(end), pupil.value);
}

}  // namespace rows
}  // namespace ent::guardian
