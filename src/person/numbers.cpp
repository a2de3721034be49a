#include "person/numbers.hpp"

#include "base/text.hpp"
#include "unit/columns.hpp"

namespace ent::person {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_BROUGHT "CASE WHEN r.said IS NULL THEN 0 ELSE 1 END"

// A key of a directory has a kind; of a number `said` tells that an import brought it.
constexpr Sql select_numbers{
    "SELECT x.feed, x.key, x.person, x.brought FROM ("
    "SELECT r.feed AS feed, r.key AS key, v.value AS person, " ENT_BROUGHT " AS brought FROM EACH($1) v "
    "JOIN person_reference r ON r.person = v.value WHERE r.kind IS NULL UNION ALL "
    "SELECT r.feed AS feed, r.key AS key, v.value AS person, " ENT_BROUGHT " AS brought FROM EACH($1) v "
    "JOIN person q ON q.merged_into = v.value JOIN person_reference r ON r.person = q.person WHERE r.kind IS NULL) x "
    "ORDER BY x.person, x.feed, x.key"};

constexpr Sql insert_numbers{
    "INSERT INTO person_reference (feed, key, person, said) VALUES (ITEM_TEXT($1), ITEM_TEXT($2), ITEM($3), 1) "
    "ON CONFLICT (feed, key) DO NOTHING"};

constexpr Sql delete_numbers{
    "DELETE FROM person_reference WHERE feed = ITEM_TEXT($1) AND key = ITEM_TEXT($2) AND kind IS NULL AND said IS NOT NULL"};

}  // namespace

std::string feed_in_school(std::string_view application, std::string_view school_code) {
  std::string feed(application);
  feed.push_back(':');
  for (const char c : school_code) feed.push_back(base::ascii_lower(c));
  return feed;
}

std::vector<Number> numbers_of(unit::Unit& unit, std::span<const std::int64_t> people) {
  Rows rows = unit.query(select_numbers, people);
  std::vector<Number> found;
  while (rows.next()) found.push_back({rows.string(0), rows.string(1), rows.integer(2), rows.integer(3) != 0});
  return found;
}

void give_numbers(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Number> numbers) {
  if (numbers.empty()) return;
  unit.exec_each(granted, insert_numbers, unit::texts(numbers, &Number::feed), unit::texts(numbers, &Number::key),
                 unit::numbers(numbers, &Number::person));
}

void drop_numbers(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Number> numbers) {
  if (numbers.empty()) return;
  unit.exec_each(granted, delete_numbers, unit::texts(numbers, &Number::feed), unit::texts(numbers, &Number::key));
}

}  // namespace ent::person
