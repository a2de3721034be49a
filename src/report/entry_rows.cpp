// The rows of `report_entry`.
#include "person/card.hpp"
#include "report/rows.hpp"
#include "unit/columns.hpp"
#include "unit/instants.hpp"

namespace ent::report::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_standing_entries{
    "SELECT e.member, e.kind, e.item, e.value, e.text, e.version, e.given FROM EACH($1) v CROSS JOIN report_entry e "
    "WHERE e.org = $2 AND e.period = $3 AND e.member = v.value AND e.standing = 1 AND e.given = 1 ORDER BY e.member, e.kind, e.item"};

constexpr Sql select_averages_said{
    "SELECT e.period, e.member, e.kind, e.item, e.value FROM EACH($1) p CROSS JOIN EACH($2) m CROSS JOIN report_entry e "
    "WHERE e.org = $3 AND e.period = p.value AND e.member = m.value AND e.kind IN (5, 6) AND e.standing = 1 AND e.given = 1"};
static_assert(static_cast<int>(Kind::average) == 5 && static_cast<int>(Kind::general_average) == 6);

constexpr Sql select_standing_of{
    "SELECT e.member, e.kind, e.item, e.value, e.text, e.version, e.given FROM EACH($1) v CROSS JOIN report_entry e "
    "WHERE e.org = $2 AND e.period = $3 AND e.member = v.value AND e.standing = 1 AND e.kind IN (SELECT k.value FROM EACH($4) k)"};

constexpr Sql end_standing_entry{
    "UPDATE report_entry SET standing = 0 WHERE org = $1 AND period = $2 AND member = ITEM($3) AND kind = ITEM($4) "
    "AND item = ITEM_TEXT($5) AND standing = 1"};

constexpr Sql insert_entries{
    "INSERT INTO report_entry (org, period, member, kind, item, version, entry, standing, given, value, text, at, author) "
    "VALUES ($1, $2, ITEM($3), ITEM($4), ITEM_TEXT($5), ITEM($6), ITEM($7), 1, ITEM($8), ITEM($9), ITEM_TEXT($10), $11, $12)"};

constexpr Sql select_entry_versions{
    "SELECT e.kind, e.item, e.given, e.value, e.text, e.at, p.person, p.family_name, p.given_name, p.title FROM report_entry e "
    "LEFT JOIN person p ON p.person = e.author WHERE e.org = $1 AND e.period = $2 AND e.member = $3 "
    "ORDER BY e.kind, e.item, e.version DESC"};

std::vector<Entry> entries_of(Rows rows) {
  std::vector<Entry> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), static_cast<Kind>(rows.int32(1)), rows.string(2), rows.integer(3), rows.string(4),
                     rows.integer(5), rows.integer(6) != 0});
  }
  return found;
}

std::optional<Decimal> number_of(Kind kind, std::int64_t value) {
  switch (kind) {
    case Kind::average:
    case Kind::general_average: return average_of(value);
    case Kind::positioning:
    case Kind::component:
    case Kind::complement:
    case Kind::regional_language:
    case Kind::justified_half_days:
    case Kind::unjustified_half_days:
    case Kind::latenesses: return Decimal(static_cast<std::int32_t>(value));
    default: return std::nullopt;
  }
}

std::optional<Answer> answer_of(Kind kind, std::int64_t value) {
  return kind == Kind::wish && value != 0 ? std::optional(static_cast<Answer>(value)) : std::nullopt;
}

}  // namespace

std::string project_item(std::int64_t group, const std::string& code) { return std::to_string(group) + "/" + code; }

std::vector<Entry> standing(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> members) {
  return entries_of(unit.query(select_standing_entries, members, period.establishment(), period.number()));
}

std::vector<SaidThen> averages_said(unit::Unit& unit, OrgId org, std::span<const std::int64_t> periods, std::span<const std::int64_t> members) {
  Rows rows = unit.query(select_averages_said, periods, members, org.value);
  std::vector<SaidThen> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), static_cast<Kind>(rows.int32(2)), rows.string(3), rows.integer(4)});
  }
  return found;
}

std::vector<Entry> standing_of(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> members, std::span<const Kind> kinds) {
  std::vector<std::int64_t> numbers;
  for (const Kind kind : kinds) numbers.push_back(static_cast<std::int64_t>(kind));
  return entries_of(unit.query(select_standing_of, members, period.establishment(), period.number(), numbers));
}

void put(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, std::span<const Entry> entries) {
  if (entries.empty()) return;
  const std::int64_t org = period.establishment();
  std::int64_t number = unit.take_numbers(granted, org, "report_entry", static_cast<std::int64_t>(entries.size()));
  std::vector<std::int64_t> numbers, given;
  for (const Entry& entry : entries) {
    numbers.push_back(number++);
    given.push_back(entry.given ? 1 : 0);
  }
  const auto members = unit::numbers(entries, &Entry::member), kinds = unit::numbers(entries, &Entry::kind);
  const auto items = unit::texts(entries, &Entry::item);
  unit.exec_each(granted, end_standing_entry, org, period.number(), members, kinds, items);
  unit.exec_each(granted, insert_entries, org, period.number(), members, kinds, items, unit::numbers(entries, &Entry::version),
                 numbers, given, unit::numbers(entries, &Entry::value), unit::texts(entries, &Entry::text),
                 unit::micros(unit.now()), unit.actor().person);
}

std::vector<Version> versions(unit::Unit& unit, PeriodId period, std::int64_t member) {
  Rows rows = unit.query(select_entry_versions, period.establishment(), period.number(), member);
  std::vector<Version> found;
  while (rows.next()) {
    const auto kind = static_cast<Kind>(rows.int32(0));
    Version version{kind, rows.string(1), rows.integer(2) != 0, {}, {}, {}, unit::instant(rows.integer(5)), {}};
    if (version.given) {
      version.value = number_of(kind, rows.integer(3));
      version.answer = answer_of(kind, rows.integer(3));
      if (!rows.string(4).empty()) version.text = rows.string(4);
    }
    if (!rows.is_null(6)) version.author = person::card_of(rows, 6);
    found.push_back(std::move(version));
  }
  return found;
}

}  // namespace ent::report::rows
