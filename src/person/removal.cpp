#include "person/removal.hpp"

#include <algorithm>

#include "person/bulk.hpp"
#include "person/rules.hpp"
#include "unit/columns.hpp"

namespace ent::person::removal {
namespace {

using unit::numbers;
using unit::Rows;
using unit::Sql;

#define ENT_BY_ANOTHER(table) \
  "AND NOT EXISTS (SELECT 1 FROM member m JOIN " table " ON " table ".org = m.org AND " table ".member = m.member " \
  "WHERE m.person = v.value AND " table ".source <> $2) "
#define ENT_NAMED_IN(table, column) \
  "AND NOT EXISTS (SELECT 1 FROM member m JOIN " table " " column " ON " column ".org = m.org AND " column "." column " = m.member " \
  "WHERE m.person = v.value) "

constexpr Sql select_unused{
    "SELECT v.value FROM EACH($1) v JOIN person p ON p.person = v.value "
    "WHERE p.source = $2 AND p.revision = 1 AND p.merged_into IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = v.value) "
    "AND NOT EXISTS (SELECT 1 FROM person_merge k WHERE k.kept = v.value) "
    "AND NOT EXISTS (SELECT 1 FROM person_contact c WHERE c.person = v.value AND c.revision > 1) "
    "AND NOT EXISTS (SELECT 1 FROM person_reference r WHERE r.person = v.value AND r.feed <> $2 AND r.feed <> 'ine' "
    "AND (r.kind IS NOT NULL OR r.said IS NULL)) "
    "AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.adult = v.value) "
    "AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.pupil = v.value AND g.source <> $2) "
    "AND NOT EXISTS (SELECT 1 FROM guardian_closure c WHERE c.pupil = v.value) "
    "AND NOT EXISTS (SELECT 1 FROM school_group g WHERE g.author = v.value) "
    ENT_BY_ANOTHER("affiliation") ENT_BY_ANOTHER("group_member") ENT_BY_ANOTHER("group_role") ENT_BY_ANOTHER("service")
    ENT_NAMED_IN("assignment", "pupil") ENT_NAMED_IN("assignment", "adult")
    ENT_NAMED_IN("delegation", "grantor") ENT_NAMED_IN("delegation", "delegate")};

constexpr Sql select_standing{"SELECT p.person FROM EACH($1) v JOIN person p ON p.person = v.value ORDER BY p.person"};

constexpr Sql delete_words{"DELETE FROM member_word WHERE org = ITEM($1) AND word = ITEM_TEXT($2) AND member = ITEM($3)"};
constexpr Sql delete_posts{"DELETE FROM affiliation WHERE org = ITEM($1) AND member = ITEM($2)"};
constexpr Sql delete_stays{
    "DELETE FROM group_member WHERE org = ITEM($1) AND member = ITEM($2)"};
constexpr Sql delete_roles{"DELETE FROM group_role WHERE org = ITEM($1) AND member = ITEM($2)"};
constexpr Sql delete_services{"DELETE FROM service WHERE org = ITEM($1) AND member = ITEM($2)"};
constexpr Sql delete_members{"DELETE FROM member WHERE org = ITEM($1) AND member = ITEM($2)"};
constexpr Sql delete_links{"DELETE FROM guardianship WHERE pupil = ITEM($1)"};
constexpr Sql delete_references{"DELETE FROM person_reference WHERE person = ITEM($1)"};
constexpr Sql delete_people{"DELETE FROM person WHERE person = ITEM($1)"};

constexpr Sql delete_households{
    "DELETE FROM household WHERE household = ITEM($1) "
    "AND NOT EXISTS (SELECT 1 FROM residence r WHERE r.household = household.household)"};

std::vector<std::int64_t> all_numbers(Rows rows) {
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace

std::vector<std::int64_t> unused(unit::Unit& unit, std::span<const std::int64_t> people, const std::string& source) {
  return all_numbers(unit.query(select_unused, people, source));
}

std::vector<std::int64_t> standing(unit::Unit& unit, std::span<const std::int64_t> people) {
  return all_numbers(unit.query(select_standing, people));
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> people) {
  if (people.empty()) return;
  const auto places = bulk::places(unit, people);
  const auto known = bulk::people(unit, people);
  std::vector<std::int64_t> orgs, members;
  std::vector<std::string> words;
  for (const bulk::Place& place : places) {
    const auto person = std::ranges::find(known, place.person, &Person::person);
    for (std::string& word : search_words(*person)) {
      orgs.push_back(place.org);
      members.push_back(place.member);
      words.push_back(std::move(word));
    }
  }
  if (!words.empty()) unit.exec_each(granted, delete_words, orgs, words, members);
  if (!places.empty()) {
    orgs = numbers(places, &bulk::Place::org);
    members = numbers(places, &bulk::Place::member);
    for (const Sql* sql : {&delete_posts, &delete_stays, &delete_roles, &delete_services, &delete_members})
      unit.exec_each(granted, *sql, orgs, members);
  }
  bulk::remove_contacts(unit, granted, people);
  for (const Sql* sql : {&delete_links, &delete_references, &delete_people}) unit.exec_each(granted, *sql, people);
}

void remove_households(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> households) {
  if (!households.empty()) unit.exec_each(granted, delete_households, households);
}

}  // namespace ent::person::removal
