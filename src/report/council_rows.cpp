// The rows of what is said of a class: elements of the programme, opinions of the school, councils.
#include <algorithm>

#include "person/card.hpp"
#include "report/rows.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::report::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_elements{
    "SELECT e.grp, e.subject, e.text FROM EACH($1) v CROSS JOIN report_element e WHERE e.org = $2 AND e.period = $3 "
    "AND e.grp = v.value ORDER BY e.grp, e.subject, e.place"};
constexpr Sql delete_elements{"DELETE FROM report_element WHERE org = $1 AND period = $2 AND grp = $3 AND subject = $4"};
constexpr Sql insert_elements{
    "INSERT INTO report_element (org, period, grp, subject, place, text) VALUES ($1, $2, $3, $4, ITEM($5), ITEM_TEXT($6))"};

constexpr Sql select_opinions{"SELECT code, name, kind FROM report_opinion WHERE org = $1 ORDER BY place"};
constexpr Sql delete_opinions{"DELETE FROM report_opinion WHERE org = $1"};
constexpr Sql insert_opinions{
    "INSERT INTO report_opinion (org, place, code, name, kind) VALUES ($1, ITEM($2), ITEM_TEXT($3), ITEM_TEXT($4), ITEM($5))"};

constexpr Sql select_council{
    "SELECT held_on, synthesis, minutes, revision FROM report_council WHERE org = $1 AND period = $2 AND grp = $3"};
constexpr Sql upsert_council{
    "INSERT INTO report_council (org, period, grp, held_on, synthesis, minutes, revision, at, author) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (org, period, grp) DO UPDATE SET held_on = excluded.held_on, "
    "synthesis = excluded.synthesis, minutes = excluded.minutes, revision = excluded.revision, at = excluded.at, "
    "author = excluded.author"};
constexpr Sql select_seats_of_council{
    "SELECT name, role, present FROM report_council_seat WHERE org = $1 AND period = $2 AND grp = $3 ORDER BY place"};
constexpr Sql delete_council_seats{"DELETE FROM report_council_seat WHERE org = $1 AND period = $2 AND grp = $3"};
constexpr Sql insert_council_seats{
    "INSERT INTO report_council_seat (org, period, grp, place, name, role, present) "
    "VALUES ($1, $2, $3, ITEM($4), ITEM_TEXT($5), ITEM($6), ITEM($7))"};
constexpr Sql keep_council{
    "INSERT INTO report_council_before (org, period, grp, revision, held_on, synthesis, minutes, at, author) "
    "SELECT org, period, grp, revision, held_on, synthesis, minutes, at, author FROM report_council "
    "WHERE org = $1 AND period = $2 AND grp = $3"};
constexpr Sql keep_seats{
    "INSERT INTO report_council_seat_before (org, period, grp, revision, place, name, role, present) "
    "SELECT s.org, s.period, s.grp, c.revision, s.place, s.name, s.role, s.present FROM report_council c "
    "CROSS JOIN report_council_seat s WHERE c.org = $1 AND c.period = $2 AND c.grp = $3 "
    "AND s.org = c.org AND s.period = c.period AND s.grp = c.grp"};
constexpr Sql select_councils_before{
    "SELECT b.held_on, b.synthesis, b.minutes, b.revision, b.at, p.person, p.family_name, p.given_name, p.title "
    "FROM report_council_before b LEFT JOIN person p ON p.person = b.author "
    "WHERE b.org = $1 AND b.period = $2 AND b.grp = $3 ORDER BY b.revision DESC"};
constexpr Sql select_seats_before{
    "SELECT name, role, present, revision FROM report_council_seat_before WHERE org = $1 AND period = $2 AND grp = $3 "
    "ORDER BY revision DESC, place"};

std::vector<std::int64_t> places(std::size_t count) {
  std::vector<std::int64_t> numbers(count);
  for (std::size_t i = 0; i < count; ++i) numbers[i] = static_cast<std::int64_t>(i) + 1;
  return numbers;
}

std::optional<Date> date_or_none(const Rows& rows, int column) {
  return rows.is_null(column) ? std::nullopt : std::optional(unit::date(rows.integer(column)));
}

std::optional<std::string> text_or_none(const Rows& rows, int column) {
  return rows.string(column).empty() ? std::nullopt : std::optional(rows.string(column));
}

CouncilSeat seat_of(const Rows& rows) { return {rows.string(0), static_cast<SeatRole>(rows.int32(1)), rows.integer(2) != 0}; }

}  // namespace

std::vector<Element> elements(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> groups) {
  std::vector<Element> found;
  if (groups.empty()) return found;
  Rows rows = unit.query(select_elements, groups, period.establishment(), period.number());
  while (rows.next()) found.push_back({rows.integer(0), rows.string(1), rows.string(2)});
  return found;
}

void put_elements(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, GroupId group, const std::string& subject,
                  std::span<const std::string> texts) {
  unit.exec(granted, delete_elements, period.establishment(), period.number(), group.number(), subject);
  if (texts.empty()) return;
  unit.exec_each(granted, insert_elements, period.establishment(), period.number(), group.number(), subject, places(texts.size()),
                 std::vector(texts.begin(), texts.end()));
}

std::vector<Opinion> opinions(unit::Unit& unit, OrgId org) {
  Rows rows = unit.query(select_opinions, org.value);
  std::vector<Opinion> found;
  while (rows.next()) found.push_back({rows.string(0), rows.string(1), static_cast<OpinionKind>(rows.int32(2))});
  return found;
}

void put_opinions(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Opinion> opinions) {
  unit.exec(granted, delete_opinions, org.value);
  if (opinions.empty()) return;
  unit.exec_each(granted, insert_opinions, org.value, places(opinions.size()), unit::texts(opinions, &Opinion::code),
                 unit::texts(opinions, &Opinion::name), unit::numbers(opinions, &Opinion::kind));
}

CouncilView council(unit::Unit& unit, PeriodId period, GroupId division) {
  CouncilView view{.division_id = division, .period_id = period};
  Rows rows = unit.query(select_council, period.establishment(), period.number(), division.number());
  if (!rows.next()) return view;
  view.held_on = date_or_none(rows, 0);
  view.synthesis = text_or_none(rows, 1);
  view.minutes = text_or_none(rows, 2);
  view.revision = rows.integer(3);
  Rows seats = unit.query(select_seats_of_council, period.establishment(), period.number(), division.number());
  while (seats.next()) view.seats.push_back(seat_of(seats));
  return view;
}

std::vector<CouncilVersion> councils_before(unit::Unit& unit, PeriodId period, GroupId division) {
  std::vector<CouncilVersion> found;
  Rows rows = unit.query(select_councils_before, period.establishment(), period.number(), division.number());
  while (rows.next()) {
    CouncilVersion version{date_or_none(rows, 0), text_or_none(rows, 1), text_or_none(rows, 2), {}, rows.integer(3),
                           unit::instant(rows.integer(4)), {}};
    if (!rows.is_null(5)) version.author = person::card_of(rows, 5);
    found.push_back(std::move(version));
  }
  Rows seats = unit.query(select_seats_before, period.establishment(), period.number(), division.number());
  while (seats.next()) std::ranges::find(found, seats.integer(3), &CouncilVersion::revision)->seats.push_back(seat_of(seats));
  return found;
}

void put_council(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, GroupId division, const CouncilView& council) {
  const std::int64_t org = period.establishment();
  unit.exec(granted, keep_council, org, period.number(), division.number());
  unit.exec(granted, keep_seats, org, period.number(), division.number());
  unit.exec(granted, upsert_council, org, period.number(), division.number(),
            council.held_on ? std::optional(day(*council.held_on)) : std::nullopt, council.synthesis.value_or(""),
            council.minutes.value_or(""), council.revision, unit::micros(unit.now()), unit.actor().person);
  unit.exec(granted, delete_council_seats, org, period.number(), division.number());
  if (council.seats.empty()) return;
  unit.exec_each(granted, insert_council_seats, org, period.number(), division.number(), places(council.seats.size()),
                 unit::texts(council.seats, &CouncilSeat::name), unit::numbers(council.seats, &CouncilSeat::role),
                 unit::numbers(council.seats, &CouncilSeat::present));
}

std::optional<Date> held_on(unit::Unit& unit, PeriodId period, GroupId division) {
  Rows rows = unit.query(select_council, period.establishment(), period.number(), division.number());
  return rows.next() ? date_or_none(rows, 0) : std::nullopt;
}

}  // namespace ent::report::rows
