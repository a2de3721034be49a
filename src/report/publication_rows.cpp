#include "report/publication_rows.hpp"

#include "person/card.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::report::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_issued{
    "SELECT p.person, p.version, p.at, p.hash FROM EACH($1) v CROSS JOIN report_publication p WHERE p.org = $2 AND p.period = $3 "
    "AND p.person = v.value AND p.standing = 1"};

constexpr Sql end_publications{
    "UPDATE report_publication SET standing = 0 WHERE org = $1 AND period = $2 AND standing = 1 "
    "AND person IN (SELECT v.value FROM EACH($3) v)"};

constexpr Sql insert_publications{
    "INSERT INTO report_publication (org, publication, period, person, grp, version, standing, school_year, period_name, last_day, "
    "hash, reason, at, author) VALUES ($1, ITEM($2), $3, ITEM($4), $5, ITEM($6), 1, $7, $8, $9, ITEM_TEXT($10), $11, $12, $13)"};

constexpr Sql insert_snapshots{"INSERT INTO report_snapshot (org, publication, data) VALUES ($1, ITEM($2), ITEM_TEXT($3))"};

#define ENT_PUBLICATION \
  "p.org, p.publication, p.period, p.version, p.standing, p.school_year, p.period_name, p.hash, p.reason, p.at "

constexpr Sql select_of_person{
    "SELECT " ENT_PUBLICATION "FROM report_publication p WHERE p.person = $1 AND (p.org = $2 OR $2 = 0) "
    "AND (p.standing = 1 OR $3 = 1) ORDER BY (SELECT MAX(q.last_day) FROM report_publication q WHERE q.org = p.org "
    "AND q.period = p.period AND q.person = p.person AND q.standing = 1) DESC, p.org, p.period, p.version DESC"};

constexpr Sql select_publication{
    "SELECT " ENT_PUBLICATION ", p.person, s.data FROM report_publication p CROSS JOIN report_snapshot s WHERE s.org = p.org "
    "AND s.publication = p.publication AND p.org = $1 AND p.publication = $2"};

constexpr Sql select_of_classes{
    "SELECT q.person, q.family_name, q.given_name, q.title, p.version, p.at, p.hash, s.data, p.grp FROM report_publication p "
    "CROSS JOIN report_snapshot s CROSS JOIN person q WHERE p.org = $1 AND p.period = $2 AND p.standing = 1 "
    "AND p.grp IN (SELECT v.value FROM EACH($3) v) "
    "AND s.org = p.org AND s.publication = p.publication AND q.person = p.person"};

constexpr Sql select_out_of{
    "SELECT q.person, q.family_name, q.given_name, q.title, p.publication, p.version, p.at, p.hash FROM report_publication p "
    "CROSS JOIN person q WHERE p.org = $1 AND p.period = $2 AND p.grp = $3 AND p.standing = 1 AND q.person = p.person "
    "ORDER BY q.sort_key, q.person"};

constexpr Sql upsert_reading{
    "INSERT INTO report_reading (org, publication, reader, profile, first_at, last_at, times) VALUES ($1, $2, $3, $4, $5, $5, 1) "
    "ON CONFLICT (org, publication, reader, profile) DO UPDATE SET last_at = excluded.last_at, times = report_reading.times + 1"};

constexpr Sql select_readings{
    "SELECT q.person, q.family_name, q.given_name, q.title, p.version, r.profile, r.first_at, r.last_at, r.times, "
    "w.person, w.family_name, w.given_name, w.title FROM report_publication p CROSS JOIN report_reading r CROSS JOIN person q "
    "CROSS JOIN person w WHERE p.org = $1 AND p.period = $2 AND p.grp = $3 AND r.org = p.org AND r.publication = p.publication "
    "AND q.person = p.person AND w.person = r.reader ORDER BY q.sort_key, q.person, p.version DESC, r.first_at, r.reader"};

Publication publication_of(const Rows& row) {
  const std::int64_t org = row.integer(0);
  Publication one{make_id<ReportId>(org, row.integer(1)), OrgId{org}, make_id<PeriodId>(org, row.integer(2)), row.string(6),
                  row.int32(5), row.int32(3), row.integer(4) != 0, unit::instant(row.integer(9)), row.string(7), {}};
  if (!row.string(8).empty()) one.reason = row.string(8);
  return one;
}

}  // namespace

std::map<std::int64_t, Issued> issued(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> people) {
  std::map<std::int64_t, Issued> found;
  if (people.empty()) return found;
  Rows rows = unit.query(select_issued, people, period.establishment(), period.number());
  while (rows.next()) found.emplace(rows.integer(0), Issued{rows.int32(1), unit::instant(rows.integer(2)), rows.string(3)});
  return found;
}

void publish(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, GroupId division,
             std::span<const Edition> editions, const std::string& reason) {
  if (editions.empty()) return;
  const std::int64_t org = period.org_id.value;
  std::int64_t number = unit.take_numbers(granted, org, "report", static_cast<std::int64_t>(editions.size()));
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < editions.size(); ++i) numbers.push_back(number++);
  const auto people = unit::numbers(editions, &Edition::person);
  unit.exec(granted, end_publications, org, period.id.number(), people);
  unit.exec_each(granted, insert_publications, org, numbers, period.id.number(), people, division.number(),
                 unit::numbers(editions, &Edition::version), period.school_year, period.name, day(period.last_day),
                 unit::texts(editions, &Edition::hash), reason, unit::micros(unit.now()), unit.actor().person);
  unit.exec_each(granted, insert_snapshots, org, numbers, unit::texts(editions, &Edition::data));
}

std::vector<Publication> of_person(unit::Unit& unit, PersonId person, std::int64_t org, bool all_versions) {
  Rows rows = unit.query(select_of_person, person.value, org, all_versions);
  std::vector<Publication> found;
  while (rows.next()) found.push_back(publication_of(rows));
  return found;
}

std::optional<Published> find(unit::Unit& unit, ReportId id) {
  Rows rows = unit.query(select_publication, id.establishment(), id.number());
  if (!rows.next()) return std::nullopt;
  return Published{publication_of(rows), PersonId{rows.integer(10)}, rows.string(11)};
}

std::vector<Outgoing> of_classes(unit::Unit& unit, const period::View& period, std::span<const GroupId> divisions) {
  std::vector<std::int64_t> numbers;
  for (const GroupId division : divisions) numbers.push_back(division.number());
  Rows rows = unit.query(select_of_classes, period.org_id.value, period.id.number(), numbers);
  std::vector<Outgoing> found;
  while (rows.next()) {
    found.push_back({make_id<GroupId>(period.org_id.value, rows.integer(8)), person::card_of(rows, 0),
                     {rows.int32(4), unit::instant(rows.integer(5)), rows.string(6)}, rows.string(7)});
  }
  return found;
}

std::vector<Gone> out_of(unit::Unit& unit, const period::View& period, GroupId division) {
  Rows rows = unit.query(select_out_of, period.org_id.value, period.id.number(), division.number());
  std::vector<Gone> found;
  while (rows.next()) {
    found.push_back({person::card_of(rows, 0), make_id<ReportId>(period.org_id.value, rows.integer(4)),
                     {rows.int32(5), unit::instant(rows.integer(6)), rows.string(7)}});
  }
  return found;
}

void note_reading(unit::WriteUnit& unit, const unit::Granted& granted, ReportId id) {
  unit.exec(granted, upsert_reading, id.establishment(), id.number(), unit.actor().person,
            static_cast<std::int32_t>(unit.actor().profile), unit::micros(unit.now()));
}

std::vector<Reading> readings(unit::Unit& unit, const period::View& period, GroupId division) {
  Rows rows = unit.query(select_readings, period.org_id.value, period.id.number(), division.number());
  std::vector<Reading> found;
  while (rows.next()) {
    found.push_back({person::card_of(rows, 0), rows.int32(4), person::card_of(rows, 9), static_cast<Profile>(rows.int32(5)),
                     unit::instant(rows.integer(6)), unit::instant(rows.integer(7)), rows.int32(8)});
  }
  return found;
}

}  // namespace ent::report::rows
