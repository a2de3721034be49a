// Pairs of records that may be one person: those that share a birth date or their names.
#include <algorithm>
#include <unordered_map>

#include "base/each_once.hpp"
#include "base/text.hpp"
#include "person/card.hpp"
#include "person/rows.hpp"
#include "person/visible.hpp"
#include "unit/dates.hpp"

namespace ent::person::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_pairs{
    "SELECT a.person, a.family_name, a.given_name, a.title, a.birth_name, a.birth_date, a.sex, "
    "b.person, b.family_name, b.given_name, b.title, b.birth_name, b.birth_date, b.sex, mb.org "
    "FROM member ma JOIN person a ON a.person = ma.person "
    "JOIN person b ON (b.birth_date = a.birth_date OR b.sort_key = a.sort_key) AND b.person <> a.person "
    "JOIN member mb ON mb.person = b.person "
    "WHERE ma.org = $1 AND (ma.person = $2 OR ($2 = 0 AND (mb.org <> ma.org OR a.person < b.person))) "
    "AND " ENT_VISIBLE("ma", "$3", "$4", "$5", "$6", "$7", "$8", "$9") " AND "
    ENT_VISIBLE("mb", "$3", "$4", "$5", "$6", "$7", "$8", "$9") " ORDER BY a.person, b.person, mb.org"};

constexpr Sql select_feeds{
    "SELECT r.person, r.feed, r.key FROM EACH($1) v JOIN person_reference r ON r.person = v.value "
    "ORDER BY r.person, r.feed"};

constexpr std::string_view national_number = "ine";

Identity identity_of(const Rows& row, int column) {
  Identity identity{base::fold(row.text(column + 1)), base::fold(row.text(column + 2)), base::fold(row.text(column + 4)),
                    {}, {}, {}, {}};
  if (!row.is_null(column + 5)) identity.birth_date = unit::date(row.integer(column + 5));
  if (!row.is_null(column + 6)) identity.sex = static_cast<Sex>(row.int32(column + 6));
  return identity;
}

/// What the feeds say of each person.
void add_feeds(unit::Unit& unit, std::vector<Pair>& pairs) {
  std::vector<std::int64_t> people;
  std::unordered_multimap<std::int64_t, Identity*> identities;
  for (Pair& pair : pairs) {
    identities.emplace(pair.first.id.value, &pair.first_identity);
    identities.emplace(pair.second.id.value, &pair.second_identity);
    people.push_back(pair.first.id.value);
    people.push_back(pair.second.id.value);
  }
  base::keep_each_once(people);
  Rows rows = unit.query(select_feeds, people);
  while (rows.next()) {
    const auto [begin, end] = identities.equal_range(rows.integer(0));
    for (auto identity = begin; identity != end; ++identity) {
      if (rows.text(1) == national_number)
        identity->second->national_number = rows.string(2);
      else
        identity->second->feeds.push_back(rows.string(1));
    }
  }
}

}  // namespace

std::vector<Pair> suspects(unit::Unit& unit, const Seen& seen, const FindDuplicates& input) {
  std::vector<Pair> pairs;
  {
    Rows rows = unit.query(select_pairs, input.org_id.value, input.person_id.value_or(PersonId{}).value, seen.whole,
                           seen.members, seen.from, seen.to, seen.today, seen.partial, seen.hidden);
    while (rows.next()) {
      const bool again = !pairs.empty() && pairs.back().first.id.value == rows.integer(0) &&
                         pairs.back().second.id.value == rows.integer(7);
      if (again) continue;  // the second is known in several units
      pairs.push_back({card_of(rows, 0), card_of(rows, 7), OrgId{rows.integer(14)}, identity_of(rows, 0),
                       identity_of(rows, 7)});
    }
  }
  add_feeds(unit, pairs);
  return pairs;
}

}  // namespace ent::person::rows
