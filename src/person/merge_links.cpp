#include "person/merge_links.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "person/links_joined.hpp"
#include "unit/columns.hpp"

namespace ent::person::rows {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_LINK_VALUES \
  "valid_from, valid_to, kind, rights, relationship, priority, court_ref, lifted_ref, source, revision"
#define ENT_LINK_OF(t)                                                                                        \
  t ".valid_from, " t ".valid_to, " t ".kind, " t ".rights, " t ".relationship, " t ".priority, COALESCE(" t  \
    ".court_ref, ''), COALESCE(" t ".lifted_ref, ''), " t ".source, " t ".revision "

/// All links of either of two records to somebody to whom both are linked.
#define ENT_KEEP_BOTH(side, third)                                                                            \
  "INSERT INTO person_merge_link (merge, pupil, adult, " ENT_LINK_VALUES ") SELECT $1, g.pupil, g.adult, "    \
  ENT_LINK_VALUES " FROM guardianship g WHERE g." side " IN ($2, $3) AND EXISTS (SELECT 1 FROM guardianship o " \
  "WHERE o." side " = $2 + $3 - g." side " AND o." third " = g." third ")"

constexpr Sql keep_as_adult{ENT_KEEP_BOTH("adult", "pupil")};
constexpr Sql keep_as_pupil{ENT_KEEP_BOTH("pupil", "adult")};

/// As they stood, by who the people are now: those to whom the records are linked may have been merged themselves since.
constexpr Sql select_kept_links{
    "SELECT r.pupil, r.adult, " ENT_LINK_OF("r") ", COALESCE(p.merged_into, p.person), COALESCE(a.merged_into, a.person) "
    "FROM person_merge_link r JOIN person p ON p.person = r.pupil JOIN person a ON a.person = r.adult "
    "WHERE r.merge = $1 ORDER BY r.pupil, r.adult, r.valid_from"};

constexpr Sql select_standing_as_adult{
    "SELECT g.pupil, g.adult, " ENT_LINK_OF("g") "FROM EACH($1) v JOIN guardianship g ON g.pupil = v.value AND g.adult = $2 "
    "ORDER BY g.pupil, g.valid_from"};
constexpr Sql select_standing_as_pupil{
    "SELECT g.pupil, g.adult, " ENT_LINK_OF("g") "FROM EACH($1) v JOIN guardianship g ON g.adult = v.value AND g.pupil = $2 "
    "ORDER BY g.adult, g.valid_from"};

constexpr Sql insert_each_link{
    "INSERT INTO guardianship (pupil, adult, " ENT_LINK_VALUES ") VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), "
    "ITEM($6), ITEM($7), ITEM($8), NULLIF(ITEM_TEXT($9), ''), NULLIF(ITEM_TEXT($10), ''), ITEM_TEXT($11), ITEM($12))"};
constexpr Sql delete_each_link{"DELETE FROM guardianship WHERE pupil = ITEM($1) AND adult = ITEM($2) AND valid_from = ITEM($3)"};
constexpr Sql delete_kept_links{"DELETE FROM person_merge_link WHERE merge = $1"};

using Links = std::vector<Link>;

Link link_at(const Rows& row) {
  return {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.int32(4), row.integer(5), row.int32(6),
          row.int32(7), row.string(8), row.string(9), row.string(10), row.integer(11)};
}

/// Who is linked to both records, and as what.
struct Third {
  std::int64_t person = 0;
  bool is_pupil = false;
  auto operator<=>(const Third&) const = default;
};

/// The links of both records to a third person.
struct OfBoth {
  Links kept, merged;
  bool moved = false;  ///< The third person was merged since.
};

/// Likewise of all, by the third as they are known now.
std::map<Third, OfBoth> links_of_both(unit::Unit& unit, std::int64_t merge, std::int64_t kept, std::int64_t merged) {
  Rows rows = unit.query(select_kept_links, merge);
  std::map<Third, OfBoth> found;
  while (rows.next()) {
    const Link link = link_at(rows);
    const bool is_pupil = link.adult == kept || link.adult == merged;
    const Third third{rows.integer(is_pupil ? 12 : 13), is_pupil};
    OfBoth& pair = found[third];
    pair.moved |= third.person != (is_pupil ? link.pupil : link.adult);
    ((is_pupil ? link.adult : link.pupil) == kept ? pair.kept : pair.merged).push_back(link);
  }
  return found;
}

/// The links of the kept one as they stand, to those of these thirds.
std::map<Third, Links> standing_links(unit::Unit& unit, const std::map<Third, OfBoth>& all, std::int64_t kept) {
  std::vector<std::int64_t> pupils, adults;
  for (const auto& [third, pair] : all) (third.is_pupil ? pupils : adults).push_back(third.person);
  std::map<Third, Links> found;
  Rows of_pupils = unit.query(select_standing_as_adult, pupils, kept);
  while (of_pupils.next()) found[{of_pupils.integer(0), true}].push_back(link_at(of_pupils));
  Rows of_adults = unit.query(select_standing_as_pupil, adults, kept);
  while (of_adults.next()) found[{of_adults.integer(1), false}].push_back(link_at(of_adults));
  return found;
}

/// The same links of another record.
Links of_record(Links links, bool as_adult, std::int64_t person) {
  for (Link& link : links) (as_adult ? link.adult : link.pupil) = person;
  return links;
}

void append(Links& links, const Links& more) { links.insert(links.end(), more.begin(), more.end()); }

void remove_links(unit::WriteUnit& unit, const unit::Granted& granted, const Links& links) {
  if (links.empty()) return;
  unit.exec_each(granted, delete_each_link, unit::numbers(links, &Link::pupil), unit::numbers(links, &Link::adult),
                 unit::numbers(links, &Link::from));
}

void insert_links(unit::WriteUnit& unit, const unit::Granted& granted, const Links& links) {
  if (links.empty()) return;
  unit.exec_each(granted, insert_each_link, unit::numbers(links, &Link::pupil), unit::numbers(links, &Link::adult),
                 unit::numbers(links, &Link::from), unit::numbers(links, &Link::to), unit::numbers(links, &Link::kind),
                 unit::numbers(links, &Link::rights), unit::numbers(links, &Link::relationship),
                 unit::numbers(links, &Link::priority), unit::texts(links, &Link::court_ref),
                 unit::texts(links, &Link::lifted_ref), unit::texts(links, &Link::source),
                 unit::numbers(links, &Link::revision));
}

}  // namespace

void join_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged) {
  for (const Sql* sql : {&keep_as_adult, &keep_as_pupil}) unit.exec(granted, *sql, merge, kept, merged);
  Links before, after;
  for (const auto& [third, pair] : links_of_both(unit, merge, kept, merged)) {
    append(before, pair.kept);
    append(before, pair.merged);
    append(after, joined(pair.kept, of_record(pair.merged, third.is_pupil, kept)));
  }
  remove_links(unit, granted, before);
  insert_links(unit, granted, after);
}

void part_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged) {
  const auto all = links_of_both(unit, merge, kept, merged);
  if (all.empty()) return;
  auto now = standing_links(unit, all, kept);
  Links before, after;
  for (const auto& [third, pair] : all) {
    const Links& stands = now[third];
    if (!pair.moved && stands == joined(pair.kept, of_record(pair.merged, third.is_pupil, kept))) {
      append(before, stands);
      append(after, pair.kept);
      append(after, pair.merged);
    } else {
      append(after, of_record(stands, third.is_pupil, merged));
    }
  }
  remove_links(unit, granted, before);
  insert_links(unit, granted, after);
  unit.exec(granted, delete_kept_links, merge);
}

}  // namespace ent::person::rows
