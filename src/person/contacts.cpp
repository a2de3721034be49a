// The rows of `person_contact`, `household`, `residence` and `person_reference`, and the match of a new person.
#include <algorithm>

#include "base/joined.hpp"
#include "person/rows.hpp"
#include "person/rules.hpp"
#include "unit/dates.hpp"

namespace ent::person::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_same_birth{
    "SELECT person FROM person WHERE birth_date = $1 AND sort_key = $2 AND merged_into IS NULL LIMIT 2"};

constexpr Sql select_same_names{"SELECT person FROM member WHERE org = $1 AND sort_key = $2 LIMIT 2"};

constexpr Sql select_contact{
    "SELECT email, home_phone, work_phone, mobile, accepts_sms, shares_address, revision FROM person_contact "
    "WHERE person = $1"};

constexpr Sql put_contact_row{
    "INSERT INTO person_contact (person, email, home_phone, work_phone, mobile, accepts_sms, shares_address, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (person) DO UPDATE SET email = excluded.email, "
    "home_phone = excluded.home_phone, work_phone = excluded.work_phone, mobile = excluded.mobile, "
    "accepts_sms = excluded.accepts_sms, shares_address = excluded.shares_address, revision = excluded.revision"};

constexpr Sql select_addresses{
    "SELECT h.lines, h.postal_code, h.town, h.country FROM residence r JOIN household h ON h.household = r.household "
    "WHERE r.person = $1 AND r.valid_from <= $2 AND r.valid_to > $2 "
    "AND ($3 = 0 OR EXISTS (SELECT 1 FROM residence o WHERE o.person = $3 AND o.household = r.household "
    "                       AND o.valid_from <= $2 AND o.valid_to > $2)) "
    "ORDER BY r.valid_from, r.household"};

constexpr Sql select_reached{
    "SELECT c.person, c.email, c.home_phone, c.work_phone, c.mobile, c.accepts_sms FROM EACH($1) v "
    "JOIN person_contact c ON c.person = v.value"};

/// The last comes last.
constexpr Sql select_homes{
    "SELECT r.person, h.lines, h.postal_code, h.town, h.country FROM EACH($1) v JOIN residence r ON r.person = v.value "
    "JOIN household h ON h.household = r.household WHERE r.valid_from <= $2 AND r.valid_to > $2 "
    "ORDER BY r.person, r.valid_from, r.household"};

constexpr Sql insert_household_row{
    "INSERT INTO household (household, lines, postal_code, town, country) VALUES ($1, $2, $3, $4, $5)"};

constexpr Sql end_residence_rows{
    "UPDATE residence SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "
    "WHERE person = $2 AND valid_to > $1"};

constexpr Sql insert_residence{
    "INSERT INTO residence (person, household, valid_from, valid_to) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (person, household, valid_from) DO UPDATE SET valid_to = excluded.valid_to"};

constexpr Sql insert_shared_residence{
    "INSERT INTO residence (person, household, valid_from, valid_to) "
    "SELECT $1, r.household, CASE WHEN r.valid_from > $2 THEN r.valid_from ELSE $2 END, r.valid_to FROM residence r "
    "WHERE r.person = $3 AND r.valid_to > $2 AND r.valid_to > r.valid_from "
    "ON CONFLICT (person, household, valid_from) DO UPDATE SET valid_to = excluded.valid_to"};

// The keys of somebody who was merged stay theirs, and lead to the person kept.
constexpr Sql select_reference{
    "SELECT COALESCE(p.merged_into, p.person) FROM person_reference r JOIN person p ON p.person = r.person "
    "WHERE r.feed = $1 AND r.key = $2"};

constexpr Sql insert_reference{
    "INSERT INTO person_reference (feed, key, person) VALUES ($1, $2, $3) ON CONFLICT (feed, key) DO NOTHING"};

constexpr Sql select_references{
    "SELECT r.feed, r.key FROM person p JOIN person_reference r ON r.person = p.person "
    "WHERE p.person = $1 OR p.merged_into = $1 ORDER BY r.feed, r.key"};

}  // namespace

std::vector<std::int64_t> matches(unit::Unit& unit, OrgId org, const Person& person) {
  const std::string key = sort_key(person.family_name, person.given_name);
  Rows rows = person.birth_date ? unit.query(select_same_birth, day(*person.birth_date), key)
                                : unit.query(select_same_names, org.value, key);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

Contact contact(unit::Unit& unit, std::int64_t person) {
  Rows rows = unit.query(select_contact, person);
  if (!rows.next()) return {};
  return {rows.optional_string(0), rows.optional_string(1), rows.optional_string(2), rows.optional_string(3),
          rows.integer(4) != 0,    rows.integer(5) != 0,    rows.integer(6)};
}

void put_contact(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, const Contact& contact) {
  unit.exec(granted, put_contact_row, person, contact.email, contact.home_phone, contact.work_phone, contact.mobile,
            contact.accepts_sms, contact.shares_address, contact.revision);
}

std::vector<Address> addresses(unit::Unit& unit, std::int64_t person, Date at, std::int64_t with) {
  Rows rows = unit.query(select_addresses, person, day(at), with);
  std::vector<Address> found;
  while (rows.next()) found.push_back({base::lines_of(rows.text(0)), rows.string(1), rows.string(2), rows.optional_string(3)});
  return found;
}

std::int64_t insert_household(unit::WriteUnit& unit, const unit::Granted& granted, const Address& address) {
  const std::int64_t household = unit.take_numbers(granted, 0, "household");
  unit.exec(granted, insert_household_row, household, base::joined(address.lines), address.postal_code, address.town,
            address.country);
  return household;
}

void end_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, Date end) {
  unit.exec(granted, end_residence_rows, day(end), person);
}

void live_in(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, std::int64_t household, Date from) {
  unit.exec(granted, insert_residence, person, household, day(from), day(open_end));
}

void live_with(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, std::int64_t other, Date from) {
  unit.exec(granted, insert_shared_residence, person, day(from), other);
}

std::int64_t referred_to(unit::Unit& unit, const std::string& feed, const std::string& key) {
  Rows rows = unit.query(select_reference, feed, key);
  return rows.next() ? rows.integer(0) : 0;
}

void refer(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, const std::string& feed,
           const std::string& key) {
  unit.exec(granted, insert_reference, feed, key, person);
}

std::vector<Reference> references(unit::Unit& unit, std::int64_t person) {
  Rows rows = unit.query(select_references, person);
  std::vector<Reference> found;
  while (rows.next()) found.push_back({rows.string(0), rows.string(1)});
  return found;
}

}  // namespace ent::person::rows

namespace ent::person {

std::unordered_map<std::int64_t, Reached> how_reached(unit::Unit& unit, std::span<const std::int64_t> people, Date at) {
  std::unordered_map<std::int64_t, Reached> found;
  {
    rows::Rows row = unit.query(rows::select_reached, people);
    while (row.next()) {
      found[row.integer(0)] = {row.optional_string(1), row.optional_string(2), row.optional_string(3), row.optional_string(4),
                               row.integer(5) != 0, {}};
    }
  }
  rows::Rows row = unit.query(rows::select_homes, people, unit::day(at));
  while (row.next()) {
    found[row.integer(0)].address = {base::lines_of(row.text(1)), row.string(2), row.string(3), row.optional_string(4)};
  }
  return found;
}

}  // namespace ent::person
