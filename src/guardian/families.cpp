// Families: the guardians who are told of some pupils.
#include <unordered_map>

#include "guardian/functions.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::guardian {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// Of the pupils $1 (org << 32 | member): their guardians on the day $2 who are told of results or of daily
/// life (bits 1 and 2), unless the pupil is of age and has closed this. Seen is $3 to $9.
#define ENT_TOLD                                                                                              \
  "FROM EACH($1) v JOIN member pm ON pm.org = v.value / 4294967296 AND pm.member = v.value % 4294967296 "     \
  "JOIN guardianship g ON g.pupil = pm.person AND g.valid_from <= $2 AND g.valid_to > $2 AND (g.rights & 3) <> 0 " \
  "JOIN member m ON m.person = g.adult AND m.org = pm.org "                                                   \
  "WHERE NOT EXISTS (SELECT 1 FROM guardian_closure c WHERE c.pupil = g.pupil AND c.valid_from <= $2 "        \
  "AND c.valid_to > $2) AND " ENT_VISIBLE("m", "$3", "$4", "$5", "$6", "$7", "$8", "$9")                      \
  " AND " ENT_VISIBLE("pm", "$3", "$4", "$5", "$6", "$7", "$8", "$9")

constexpr Sql select_adults{
    "SELECT p.person, p.family_name, p.given_name, p.title FROM person p WHERE p.person IN (SELECT g.adult " ENT_TOLD
    ") AND (p.sort_key, p.person) > ($10, $11) ORDER BY p.sort_key, p.person LIMIT $12"};

constexpr Sql select_pupils{
    "SELECT DISTINCT t.adult, p.person, p.family_name, p.given_name, p.title, p.sort_key FROM "
    "(SELECT g.adult AS adult, g.pupil AS pupil " ENT_TOLD " AND g.adult IN (SELECT a.value FROM EACH($10) a)) t "
    "JOIN person p ON p.person = t.pupil ORDER BY t.adult, p.sort_key, p.person"};

constexpr Sql select_adults_of{
    "SELECT DISTINCT p.person, p.family_name, p.given_name, p.birth_date, p.sort_key FROM EACH($1) v "
    "JOIN member m ON m.org = v.value / 4294967296 AND m.member = v.value % 4294967296 "
    "JOIN guardianship g ON g.pupil = m.person JOIN person p ON p.person = g.adult "
    "WHERE g.valid_from <= $2 AND g.valid_to > $2 ORDER BY p.sort_key, p.person"};

/// Kind 4: withdrawn.
constexpr Sql select_beside{
    "SELECT g.pupil, a.person, a.family_name, a.given_name, a.title, g.kind, g.relationship, g.priority FROM EACH($1) v "
    "JOIN guardianship g ON g.pupil = v.value JOIN person a ON a.person = g.adult "
    "WHERE g.kind <> 4 AND g.valid_from <= $2 AND g.valid_to > $2 "
    "ORDER BY g.pupil, g.priority, a.sort_key, g.adult"};
static_assert(static_cast<int>(Kind::withdrawn) == 4);

}  // namespace

std::vector<Beside> beside(unit::Unit& unit, std::span<const std::int64_t> pupils, Date at) {
  std::vector<Beside> found;
  Rows rows = unit.query(select_beside, pupils, day(at));
  while (rows.next()) {
    found.push_back({rows.integer(0), person::card_of(rows, 1), static_cast<Kind>(rows.int32(5)), {}, rows.int32(7)});
    if (rows.int32(6) != 0) found.back().relationship = static_cast<Relationship>(rows.int32(6));
  }
  return found;
}

std::vector<person::Named> adults_of(unit::Unit& unit, std::span<const std::int64_t> pupils, Date at) {
  return person::named_of(unit.query(select_adults_of, pupils, day(at)));
}

std::vector<Family> families(unit::Unit& unit, const person::Seen& seen, std::span<const std::int64_t> pupils,
                             const base::Place& start, std::int64_t limit) {
  const std::int64_t at = day(unit.at());
  std::vector<Family> found;
  std::vector<std::int64_t> adults;
  std::unordered_map<std::int64_t, std::size_t> places;
  {
    Rows rows = unit.query(select_adults, pupils, at, seen.whole, seen.members, seen.from, seen.to, seen.today,
                           seen.partial, seen.hidden, start.text, start.number, limit);
    while (rows.next()) {
      places.emplace(rows.integer(0), found.size());
      adults.push_back(rows.integer(0));
      found.push_back({person::card_of(rows, 0), {}});
    }
  }
  if (adults.empty()) return found;
  Rows rows = unit.query(select_pupils, pupils, at, seen.whole, seen.members, seen.from, seen.to, seen.today,
                         seen.partial, seen.hidden, adults);
  while (rows.next()) found[places.at(rows.integer(0))].pupils.push_back(person::card_of(rows, 1));
  return found;
}

}  // namespace ent::guardian
