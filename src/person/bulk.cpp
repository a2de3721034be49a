// What feeds say of people, and the numbers of people in units, many at a time.
#include "person/bulk.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "base/text.hpp"
#include "person/columns.hpp"
#include "person/rules.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::person::bulk {
namespace {

using unit::numbers;
using unit::Rows;
using unit::Sql;
using unit::texts;

constexpr Sql select_referred{
    "SELECT r.key, p.person, r.kind, r.said, r.said_contact, r.marked_on, p.family_name, p.given_name, p.birth_name, "
    "p.other_given_names, p.title, p.sex, p.birth_date, p.source, p.revision "
    "FROM EACH_TEXT($1) v JOIN person_reference r ON r.feed = $2 AND r.key = v.value "
    "JOIN person q ON q.person = r.person JOIN person p ON p.person = COALESCE(q.merged_into, q.person)"};

constexpr Sql select_references{
    "SELECT r.key, COALESCE(p.merged_into, p.person), r.kind, r.said, r.said_contact, r.marked_on "
    "FROM EACH_TEXT($1) v JOIN person_reference r ON r.feed = $2 AND r.key = v.value "
    "JOIN person p ON p.person = r.person"};

constexpr Sql select_keys{
    "SELECT x.person, x.key FROM (SELECT v.value AS person, r.key AS key, 0 AS merged FROM EACH($1) v JOIN person p ON p.person = v.value "
    "JOIN person_reference r ON r.person = COALESCE(p.merged_into, p.person) WHERE r.feed = $2 UNION ALL "
    "SELECT v.value AS person, r.key AS key, 1 AS merged FROM EACH($1) v JOIN person p ON p.person = v.value "
    "JOIN person q ON q.merged_into = COALESCE(p.merged_into, p.person) JOIN person_reference r ON r.person = q.person "
    "WHERE r.feed = $2) x ORDER BY x.person, x.merged, x.key"};

constexpr Sql select_references_after{
    "SELECT r.key, COALESCE(p.merged_into, p.person), r.kind, r.said, r.said_contact, r.marked_on "
    "FROM person_reference r JOIN person p ON p.person = r.person "
    "WHERE r.feed = $1 AND r.key > $2 ORDER BY r.key LIMIT $3"};

constexpr Sql select_marked{
    "SELECT r.key, COALESCE(p.merged_into, p.person), r.kind, r.said, r.said_contact, r.marked_on "
    "FROM person_reference r JOIN person p ON p.person = r.person "
    "WHERE r.feed = $1 AND r.marked_on IS NOT NULL AND r.marked_on <= $2 ORDER BY r.marked_on, r.key LIMIT $3"};

constexpr Sql count_references{
    "SELECT kind, CAST(count(*) AS BIGINT) FROM person_reference "
    "WHERE feed = $1 AND kind IS NOT NULL AND marked_on IS NULL GROUP BY kind ORDER BY kind"};

constexpr Sql put_references{
    "INSERT INTO person_reference (feed, key, person, kind, said, said_contact, marked_on) "
    "VALUES ($1, ITEM_TEXT($2), ITEM($3), NULLIF(ITEM($4), 0), ITEM($5), ITEM($6), NULLIF(ITEM($7), -2147483648)) "
    "ON CONFLICT (feed, key) DO UPDATE SET kind = excluded.kind, said = excluded.said, "
    "said_contact = excluded.said_contact, marked_on = excluded.marked_on"};

constexpr Sql insert_references{
    "INSERT INTO person_reference (feed, key, person) VALUES ($1, ITEM_TEXT($2), ITEM($3)) "
    "ON CONFLICT (feed, key) DO NOTHING"};

constexpr Sql doubt_references{"UPDATE person_reference SET said = 0 WHERE person = ITEM($1) AND feed = $2"};

constexpr Sql delete_references{"DELETE FROM person_reference WHERE feed = $1 AND key = ITEM_TEXT($2)"};

constexpr Sql select_released{
    "SELECT v.value FROM EACH($1) v WHERE NOT EXISTS (SELECT 1 FROM person_reference r WHERE r.person = v.value "
    "AND r.feed <> $2 AND r.kind IS NOT NULL AND r.marked_on IS NULL) "
    "AND NOT EXISTS (SELECT 1 FROM member m JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE m.person = v.value AND a.valid_to > $3) "
    "AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.adult = v.value AND g.valid_to > $3) "
    "AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.pupil = v.value AND g.valid_to > $3)"};

constexpr Sql delete_contacts_of{"DELETE FROM person_contact WHERE person = ITEM($1)"};
constexpr Sql delete_residences_of{"DELETE FROM residence WHERE person = ITEM($1)"};

constexpr Sql select_people{
    "SELECT '', p.person, 0, 0, 0, NULL, p.family_name, p.given_name, p.birth_name, p.other_given_names, p.title, p.sex, "
    "p.birth_date, p.source, p.revision FROM EACH($1) v JOIN person p ON p.person = v.value"};

constexpr Sql update_people{
    "UPDATE person SET family_name = ITEM_TEXT($1), given_name = ITEM_TEXT($2), birth_name = NULLIF(ITEM_TEXT($3), ''), "
    "other_given_names = NULLIF(ITEM_TEXT($4), ''), title = NULLIF(ITEM($5), 0), sex = NULLIF(ITEM($6), 0), "
    "birth_date = NULLIF(ITEM($7), -2147483648), sort_key = ITEM_TEXT($8), source = ITEM_TEXT($9), "
    "revision = ITEM($10) WHERE person = ITEM($11)"};

constexpr Sql update_names{"UPDATE member SET sort_key = ITEM_TEXT($1) WHERE person = ITEM($2)"};

constexpr Sql delete_words{
    "DELETE FROM member_word WHERE org = ITEM($1) AND word = ITEM_TEXT($2) AND member = ITEM($3)"};

constexpr Sql insert_words{
    "INSERT INTO member_word (org, word, member) VALUES (ITEM($1), ITEM_TEXT($2), ITEM($3)) "
    "ON CONFLICT (org, word, member) DO NOTHING"};

constexpr Sql select_places{
    "SELECT m.org, m.person, m.member FROM EACH($1) v JOIN member m ON m.person = v.value"};

constexpr Sql insert_places{
    "INSERT INTO member (org, member, person, sort_key) VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM_TEXT($4))"};

Reference reference_of(const Rows& row) {
  return {row.string(0),  row.integer(1), row.int32(2),
          row.integer(3), row.integer(4), row.optional_integer(5)};
}

Person person_of(const Rows& row) {
  Person person;
  person.person = row.integer(1);
  person.family_name = row.string(6);
  person.given_name = row.string(7);
  person.birth_name = row.optional_string(8);
  person.other_given_names = row.optional_string(9);
  if (!row.is_null(10)) person.title = static_cast<Title>(row.int32(10));
  if (!row.is_null(11)) person.sex = static_cast<Sex>(row.int32(11));
  if (!row.is_null(12)) person.birth_date = unit::date(row.integer(12));
  person.source = row.string(13);
  person.revision = row.integer(14);
  return person;
}

std::vector<Reference> all_references(Rows rows) {
  std::vector<Reference> found;
  while (rows.next()) found.push_back(reference_of(rows));
  return found;
}

/// The words of members, row by row.
struct Words {
  std::vector<std::int64_t> orgs, members;
  std::vector<std::string> words;

  void add(const Place& place, const std::string& word) {
    orgs.push_back(place.org);
    members.push_back(place.member);
    words.push_back(word);
  }
};

}  // namespace

std::vector<Referred> find(unit::Unit& unit, const std::string& feed, std::span<const std::string> keys) {
  Rows rows = unit.query(select_referred, keys, feed);
  std::vector<Referred> found;
  while (rows.next()) found.push_back({reference_of(rows), person_of(rows)});
  return found;
}

std::vector<Reference> references(unit::Unit& unit, const std::string& feed, std::span<const std::string> keys) {
  return all_references(unit.query(select_references, keys, feed));
}

std::vector<Reference> references_after(unit::Unit& unit, const std::string& feed, const std::string& after,
                                        std::int64_t limit) {
  return all_references(unit.query(select_references_after, feed, after, limit));
}

std::vector<Reference> marked(unit::Unit& unit, const std::string& feed, std::int64_t day, std::int64_t limit) {
  return all_references(unit.query(select_marked, feed, day, limit));
}

std::vector<KindCount> count_unmarked(unit::Unit& unit, const std::string& feed) {
  Rows rows = unit.query(count_references, feed);
  std::vector<KindCount> counts;
  while (rows.next()) counts.push_back({rows.int32(0), rows.integer(1)});
  return counts;
}

std::vector<Key> keys(unit::Unit& unit, const std::string& feed, std::span<const std::int64_t> people) {
  Rows rows = unit.query(select_keys, people, feed);
  std::vector<Key> found;
  while (rows.next()) {
    if (found.empty() || found.back().person != rows.integer(0)) found.push_back({rows.integer(0), rows.string(1)});
  }
  return found;
}

void refer(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const Reference> references) {
  if (references.empty()) return;
  std::vector<std::int64_t> marks;
  for (const Reference& reference : references) marks.push_back(reference.marked_on.value_or(none));
  unit.exec_each(granted, put_references, feed, texts(references, &Reference::key),
                 numbers(references, &Reference::person), numbers(references, &Reference::kind),
                 numbers(references, &Reference::said), numbers(references, &Reference::said_contact), marks);
}

void refer_new(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
               std::span<const std::string> keys, std::span<const std::int64_t> people) {
  if (!keys.empty()) unit.exec_each(granted, insert_references, feed, keys, people);
}

void doubt(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const std::int64_t> people) {
  if (!people.empty()) unit.exec_each(granted, doubt_references, people, feed);
}

void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
            std::span<const std::string> keys) {
  if (!keys.empty()) unit.exec_each(granted, delete_references, feed, keys);
}

std::vector<std::int64_t> released(unit::Unit& unit, std::span<const std::int64_t> people, const std::string& feed,
                                   std::int64_t day) {
  Rows rows = unit.query(select_released, people, feed, day);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

void remove_contacts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> people) {
  if (people.empty()) return;
  unit.exec_each(granted, delete_contacts_of, people);
  unit.exec_each(granted, delete_residences_of, people);
}

std::vector<Person> people(unit::Unit& unit, std::span<const std::int64_t> ids) {
  Rows rows = unit.query(select_people, ids);
  std::vector<Person> found;
  while (rows.next()) found.push_back(person_of(rows));
  return found;
}

void update(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Person> before,
            std::span<const Person> after) {
  if (after.empty()) return;
  std::vector<std::string> birth, other, keys;
  std::vector<std::int64_t> titles, sexes, births;
  for (const Person& person : after) {
    birth.push_back(person.birth_name.value_or(""));
    other.push_back(person.other_given_names.value_or(""));
    titles.push_back(number(person.title).value_or(0));
    sexes.push_back(number(person.sex).value_or(0));
    births.push_back(person.birth_date ? unit::day(*person.birth_date) : none);
    keys.push_back(sort_key(person.family_name, person.given_name));
  }
  const auto ids = numbers(after, &Person::person);
  unit.exec_each(granted, update_people, texts(after, &Person::family_name), texts(after, &Person::given_name), birth,
                 other, titles, sexes, births, keys, texts(after, &Person::source), numbers(after, &Person::revision),
                 ids);
  std::vector<std::size_t> renamed;
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (search_words(before[i]) != search_words(after[i]) || sort_key(before[i].family_name, before[i].given_name) != keys[i])
      renamed.push_back(i);
  }
  if (renamed.empty()) return;
  std::vector<std::string> new_keys;
  std::vector<std::int64_t> whose;
  for (const std::size_t i : renamed) {
    new_keys.push_back(keys[i]);
    whose.push_back(ids[i]);
  }
  unit.exec_each(granted, update_names, new_keys, whose);
  Words old_words, new_words;
  for (const Place& place : places(unit, whose)) {
    const auto i = static_cast<std::size_t>(std::ranges::find(ids, place.person) - ids.begin());
    for (const std::string& word : search_words(before[i])) old_words.add(place, word);
    for (const std::string& word : search_words(after[i])) new_words.add(place, word);
  }
  if (old_words.words.empty()) return;
  unit.exec_each(granted, delete_words, old_words.orgs, old_words.words, old_words.members);
  unit.exec_each(granted, insert_words, new_words.orgs, new_words.words, new_words.members);
}

std::vector<Place> places(unit::Unit& unit, std::span<const std::int64_t> people) {
  Rows rows = unit.query(select_places, people);
  std::vector<Place> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
  return found;
}

void join(unit::WriteUnit& unit, const unit::Granted& granted, std::span<Place> newcomers) {
  if (newcomers.empty()) return;
  for (std::size_t begin = 0; begin < newcomers.size();) {
    std::size_t end = begin;
    while (end < newcomers.size() && newcomers[end].org == newcomers[begin].org) ++end;
    std::int64_t next =
        unit.take_numbers(granted, newcomers[begin].org, "member", static_cast<std::int64_t>(end - begin));
    for (; begin < end; ++begin) newcomers[begin].member = next++;
  }
  std::vector<std::int64_t> ids = numbers(newcomers, &Place::person);
  base::keep_each_once(ids);
  std::vector<Person> known = people(unit, ids);
  std::ranges::sort(known, {}, &Person::person);
  std::vector<std::string> keys;
  Words words;
  for (const Place& place : newcomers) {
    const Person& person = *std::ranges::lower_bound(known, place.person, {}, &Person::person);
    keys.push_back(sort_key(person.family_name, person.given_name));
    for (const std::string& word : search_words(person)) words.add(place, word);
  }
  unit.exec_each(granted, insert_places, numbers(newcomers, &Place::org), numbers(newcomers, &Place::member),
                 numbers(newcomers, &Place::person), keys);
  if (!words.words.empty()) unit.exec_each(granted, insert_words, words.orgs, words.words, words.members);
}

}  // namespace ent::person::bulk
