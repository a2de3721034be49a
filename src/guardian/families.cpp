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

}  // namespace

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
