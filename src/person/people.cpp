// The rows of `person`, and the numbers of people in units.
#include "base/text.hpp"
#include "person/columns.hpp"
#include "person/functions.hpp"
#include "person/rows.hpp"
#include "person/rules.hpp"
#include "unit/dates.hpp"

namespace ent::person {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_known{
    "SELECT p.person, p.family_name, p.given_name, p.birth_name, p.other_given_names, p.title, p.sex, p.birth_date, "
    "p.source, p.revision, m.member "
    "FROM person asked JOIN person p ON p.person = COALESCE(asked.merged_into, asked.person) "
    "JOIN member m ON m.person = p.person AND m.org = $1 WHERE asked.person = $2"};

constexpr Sql select_members{
    "SELECT m.member, m.person FROM EACH($1) v JOIN member m ON m.person = v.value AND m.org = $2 ORDER BY m.person"};

constexpr Sql select_units{"SELECT org FROM member WHERE person = $1 ORDER BY org"};

constexpr Sql select_strangers{
    "SELECT DISTINCT p.person, p.family_name, p.given_name, p.birth_name, p.sort_key "
    "FROM EACH($1) v JOIN person p ON p.person = v.value "
    "WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.person = p.person AND m.org = $2) ORDER BY p.person"};

constexpr Sql insert_people{
    "INSERT INTO person (person, family_name, given_name, birth_name, other_given_names, title, sex, birth_date, "
    "sort_key, source, revision) VALUES (ITEM($1), ITEM_TEXT($2), ITEM_TEXT($3), NULLIF(ITEM_TEXT($4), ''), "
    "NULLIF(ITEM_TEXT($5), ''), NULLIF(ITEM($6), 0), NULLIF(ITEM($7), 0), NULLIF(ITEM($8), -2147483648), "
    "ITEM_TEXT($9), ITEM_TEXT($10), 1)"};

constexpr Sql update_person{
    "UPDATE person SET family_name = $1, given_name = $2, birth_name = $3, other_given_names = $4, title = $5, sex = $6, "
    "birth_date = $7, sort_key = $8, revision = $9 WHERE person = $10"};

constexpr Sql update_member_name{"UPDATE member SET sort_key = $1 WHERE person = $2"};

constexpr Sql insert_members{
    "INSERT INTO member (org, member, person, sort_key) VALUES ($1, ITEM($2), ITEM($3), ITEM_TEXT($4))"};

constexpr Sql insert_words{
    "INSERT INTO member_word (org, word, member) VALUES ($1, ITEM_TEXT($2), ITEM($3)) "
    "ON CONFLICT (org, word, member) DO NOTHING"};

constexpr Sql delete_words{
    "DELETE FROM member_word WHERE word = ITEM_TEXT($1) AND org IN (SELECT m.org FROM member m WHERE m.person = $2) "
    "AND member = (SELECT m.member FROM member m WHERE m.person = $2 AND m.org = member_word.org)"};

constexpr Sql insert_words_everywhere{
    "INSERT INTO member_word (org, word, member) "
    "SELECT m.org, w.value, m.member FROM EACH_TEXT($1) w CROSS JOIN member m WHERE m.person = $2 "
    "ON CONFLICT (org, word, member) DO NOTHING"};

Person person_of(const Rows& row) {
  Person person;
  person.person = row.integer(0);
  person.family_name = row.string(1);
  person.given_name = row.string(2);
  person.birth_name = row.optional_string(3);
  person.other_given_names = row.optional_string(4);
  if (!row.is_null(5)) person.title = static_cast<Title>(row.int32(5));
  if (!row.is_null(6)) person.sex = static_cast<Sex>(row.int32(6));
  if (!row.is_null(7)) person.birth_date = unit::date(row.integer(7));
  person.source = row.string(8);
  person.revision = row.integer(9);
  return person;
}

/// The new numbers of a unit, column by column.
struct NewMembers {
  std::vector<std::int64_t> members, people;
  std::vector<std::string> sort_keys;
  std::vector<std::string> words;
  std::vector<std::int64_t> word_members;
};

NewMembers strangers_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> people) {
  NewMembers found;
  Rows rows = unit.query(select_strangers, people, org.value);
  while (rows.next()) {
    for (std::string& word : search_words(rows.text(1), rows.text(2), rows.text(3))) {
      found.words.push_back(std::move(word));
      found.word_members.push_back(static_cast<std::int64_t>(found.people.size()));
    }
    found.members.push_back(static_cast<std::int64_t>(found.people.size()));
    found.people.push_back(rows.integer(0));
    found.sort_keys.push_back(rows.string(4));
  }
  return found;
}

}  // namespace

std::optional<Known> find(unit::Unit& unit, OrgId org, PersonId person) {
  Rows rows = unit.query(select_known, org.value, person.value);
  return rows.next() ? std::optional(Known{person_of(rows), rows.integer(10)}) : std::nullopt;
}

std::vector<Member> members_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> people) {
  Rows rows = unit.query(select_members, people, org.value);
  std::vector<Member> found;
  found.reserve(people.size());
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1)});
  return found;
}

std::vector<std::int64_t> units_of(unit::Unit& unit, PersonId person) {
  Rows rows = unit.query(select_units, person.value);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Person> people) {
  if (people.empty()) return;
  std::vector<std::int64_t> ids, titles, sexes, births;
  std::vector<std::string> family, given, birth, other, keys, sources;
  for (const Person& person : people) {
    ids.push_back(person.person);
    family.push_back(person.family_name);
    given.push_back(person.given_name);
    birth.push_back(person.birth_name.value_or(""));
    other.push_back(person.other_given_names.value_or(""));
    titles.push_back(number(person.title).value_or(0));
    sexes.push_back(number(person.sex).value_or(0));
    births.push_back(person.birth_date ? day(*person.birth_date) : none);
    keys.push_back(sort_key(person.family_name, person.given_name));
    sources.push_back(person.source);
  }
  unit.exec_each(granted, insert_people, ids, family,
                 given, birth,
                 other, titles,
                 sexes, births,
                 keys, sources);
}

void join(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> people) {
  NewMembers fresh = strangers_among(unit, org, people);
  if (fresh.people.empty()) return;
  const auto first = unit.take_numbers(granted, org.value, "member", static_cast<std::int64_t>(fresh.people.size()));
  for (std::int64_t& member : fresh.members) member += first;
  for (std::int64_t& member : fresh.word_members) member += first;
  unit.exec_each(granted, insert_members, org.value, fresh.members,
                 fresh.people, fresh.sort_keys);
  if (fresh.words.empty()) return;
  unit.exec_each(granted, insert_words, org.value, fresh.words,
                 fresh.word_members);
}

namespace rows {

void update(unit::WriteUnit& unit, const unit::Granted& granted, const Person& before, const Person& after) {
  const std::string key = sort_key(after.family_name, after.given_name);
  unit.exec(granted, update_person, after.family_name, after.given_name, after.birth_name, after.other_given_names,
            number(after.title), number(after.sex),
            after.birth_date ? std::optional(day(*after.birth_date)) : std::nullopt, key, after.revision, after.person);
  const std::vector<std::string> old_words = search_words(before);
  const std::vector<std::string> new_words = search_words(after);
  if (key == sort_key(before.family_name, before.given_name) && old_words == new_words) return;
  unit.exec(granted, update_member_name, key, after.person);
  if (!old_words.empty()) {
    unit.exec_each(granted, delete_words, old_words, after.person);
  }
  unit.exec(granted, insert_words_everywhere, new_words, after.person);
}

}  // namespace rows
}  // namespace ent::person
