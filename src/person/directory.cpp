// Listings of people: the directory of a unit, and the search over all that the actor reaches.
#include <algorithm>

#include "base/text.hpp"
#include "person/columns.hpp"
#include "person/rows.hpp"
#include "person/rules.hpp"
#include "person/visible.hpp"
#include "unit/dates.hpp"

namespace ent::person {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_ENTRY_COLUMNS "m.org, m.member, m.person, p.family_name, p.given_name, p.title "

/// Of the unit $1, after the place ($2, $3), as far as Seen ($4 to $10) shows them.
#define ENT_LISTED \
  "m.org = $1 AND (m.sort_key, m.person) > ($2, $3) AND " ENT_VISIBLE("m", "$4", "$5", "$6", "$7", "$8", "$9", "$10")

/// Everybody: in the order of the index.
constexpr Sql select_all{
    "SELECT " ENT_ENTRY_COLUMNS "FROM member m JOIN person p ON p.person = m.person "
    "WHERE " ENT_LISTED " AND " ENT_PRESENT("m", "$11") " ORDER BY m.sort_key, m.person LIMIT $12"};

constexpr Sql select_listed_guardians{
    "SELECT " ENT_ENTRY_COLUMNS "FROM member m JOIN person p ON p.person = m.person "
    "WHERE " ENT_LISTED " AND " ENT_MEMBER_CHILD("m", "$11", "$11", "$11") " ORDER BY m.sort_key, m.person LIMIT $12"};

/// Of any other profile: by its rows, which are few.
constexpr Sql select_profile{
    "SELECT DISTINCT " ENT_ENTRY_COLUMNS ", m.sort_key FROM member m JOIN person p ON p.person = m.person "
    "JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE " ENT_LISTED " AND a.valid_from <= $11 AND a.valid_to > $11 AND a.profile = $12 "
    "ORDER BY m.sort_key, m.person LIMIT $13"};

/// All of the words $1, each as the beginning of a name; $3 comes after all letters.
constexpr Sql select_hits{
    "WITH hit (org, member) AS ("
    "  SELECT w.org, w.member FROM EACH_TEXT($1) q CROSS JOIN EACH($2) v JOIN member_word w ON w.org = v.value "
    "  AND w.word >= q.value AND w.word < q.value || $3 "
    "  GROUP BY w.org, w.member HAVING COUNT(DISTINCT q.value) = $4"
    ") SELECT " ENT_ENTRY_COLUMNS "FROM hit JOIN member m ON m.org = hit.org AND m.member = hit.member "
    "JOIN person p ON p.person = m.person "
    "WHERE (m.sort_key, m.person * 2097152 + m.org) > ($5, $6) AND "
    ENT_VISIBLE("m", "$7", "$8", "$9", "$10", "$11", "$12", "$13") " AND " ENT_PRESENT("m", "$14")
    " AND ($15 = 0 OR ($15 = 2 AND " ENT_MEMBER_CHILD("m", "$14", "$14", "$14")
    ") OR EXISTS (SELECT 1 FROM affiliation a WHERE a.org = m.org AND a.member = m.member AND a.profile = $15 "
    "AND a.valid_from <= $14 AND a.valid_to > $14)) "
    "ORDER BY m.sort_key, m.person, m.org LIMIT $16"};

/// Of one profile in the units $1.
constexpr Sql select_of_profile{
    "SELECT DISTINCT " ENT_ENTRY_COLUMNS ", m.sort_key FROM EACH($1) v JOIN affiliation a ON a.org = v.value "
    "AND a.profile = $2 JOIN member m ON m.org = a.org AND m.member = a.member JOIN person p ON p.person = m.person "
    "WHERE a.valid_from <= $3 AND a.valid_to > $3 AND (m.sort_key, m.person * 2097152 + m.org) > ($4, $5) AND "
    ENT_VISIBLE("m", "$6", "$7", "$8", "$9", "$10", "$11", "$12") " ORDER BY m.sort_key, m.person, m.org LIMIT $13"};

/// Of members given as org << 32 | member.
constexpr Sql select_listed_posts{
    "SELECT v.value AS place, a.profile AS profile, a.function AS function FROM EACH($1) v "
    "JOIN affiliation a ON a.org = v.value / 4294967296 AND a.member = v.value % 4294967296 "
    "WHERE a.valid_from <= $2 AND a.valid_to > $2 "
    "UNION "
    "SELECT v.value, 2, 0 FROM EACH($1) v "
    "JOIN member m ON m.org = v.value / 4294967296 AND m.member = v.value % 4294967296 "
    "WHERE " ENT_MEMBER_CHILD("m", "$2", "$2", "$2") " ORDER BY place, profile, function"};

constexpr std::string_view after_all_letters = "\xF4\x8F\xBF\xBF";  // U+10FFFF

/// In the place of an entry, the person's number and that of the unit make one.
constexpr int org_bits = 21;

std::int64_t key_in(std::int64_t org, std::int64_t member) noexcept { return org << 32 | member; }

/// The entries, and their keys as select_listed_posts takes them.
struct Listing {
  std::vector<Entry> entries;
  std::vector<std::int64_t> keys;

  explicit Listing(Rows rows) {
    while (rows.next()) {
      Entry entry{PersonId{rows.integer(2)}, OrgId{rows.integer(0)}, rows.string(3), rows.string(4), {}, {}};
      if (!rows.is_null(5)) entry.title = static_cast<Title>(rows.int32(5));
      entries.push_back(std::move(entry));
      keys.push_back(key_in(rows.integer(0), rows.integer(1)));
    }
  }
};

std::vector<Entry> with_posts(unit::Unit& unit, Listing listing) {
  if (listing.keys.empty()) return {};
  Rows rows = unit.query(select_listed_posts, listing.keys, day(unit.at()));
  std::vector<std::pair<std::int64_t, std::size_t>> places;
  for (std::size_t i = 0; i < listing.keys.size(); ++i) places.emplace_back(listing.keys[i], i);
  std::ranges::sort(places);
  auto place = places.begin();
  while (rows.next()) {
    while (place->first != rows.integer(0)) ++place;
    listing.entries[place->second].posts.push_back({static_cast<Profile>(rows.int32(1)), function_of(rows.int32(2))});
  }
  return std::move(listing.entries);
}

}  // namespace

base::Place place_of(const Entry& entry) {
  return {sort_key(entry.family_name, entry.given_name), entry.id.value << org_bits | entry.org_id.value};
}

base::Place place_of(const Card& card) { return {sort_key(card.family_name, card.given_name), card.id.value}; }

std::vector<Entry> of_profile(unit::Unit& unit, const Seen& seen, std::span<const std::int64_t> units, Profile profile,
                              const base::Place& start, std::int64_t limit) {
  return with_posts(unit, Listing(unit.query(select_of_profile, units, number(profile), day(unit.at()), start.text,
                                             start.number, seen.whole, seen.members, seen.from, seen.to, seen.today,
                                             seen.partial, seen.hidden, limit)));
}

namespace rows {

std::vector<Entry> list(unit::Unit& unit, const Seen& seen, const List& input, const base::Place& start) {
  const std::int64_t limit = input.limit + 1;
  const auto ask = [&](unit::Reading sql, auto... more) {
    return Listing(unit.query(sql, input.org_id.value, start.text, start.number >> org_bits, seen.whole, seen.members,
                              seen.from, seen.to, seen.today, seen.partial, seen.hidden, day(unit.at()), more...));
  };
  if (!input.profile) return with_posts(unit, ask(select_all, limit));
  if (*input.profile == Profile::guardian) return with_posts(unit, ask(select_listed_guardians, limit));
  return with_posts(unit, ask(select_profile, number(*input.profile), limit));
}

std::vector<Entry> search(unit::Unit& unit, const Seen& seen, const Search& input, const base::Place& start) {
  const std::vector<std::string> words = search_words(input.words, "", "");
  return with_posts(unit, Listing(unit.query(
      select_hits, words, seen.units(), after_all_letters, static_cast<std::int64_t>(words.size()), start.text,
      start.number, seen.whole, seen.members, seen.from, seen.to, seen.today, seen.partial, seen.hidden,
      day(unit.at()), input.profile ? number(*input.profile) : 0, input.limit + 1)));
}

}  // namespace rows
}  // namespace ent::person
