#include "person/merge_link_rows.hpp"

#include <utility>

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

/// All links of either of two records, but to one another: nobody becomes their own guardian. Those to numbers that are out of use
/// have stayed behind likewise.
#define ENT_KEEP_ALL(side, third)                                                                                   \
  "INSERT INTO person_merge_link (merge, pupil, adult, " ENT_LINK_VALUES ") SELECT $1, g.pupil, g.adult, "           \
  ENT_LINK_VALUES " FROM guardianship g WHERE g." side " IN ($2, $3) AND g." third " NOT IN ($2, $3) "               \
  "AND NOT EXISTS (SELECT 1 FROM person p WHERE p.person = g." third " AND p.merged_into IS NOT NULL)"

constexpr Sql keep_as_adult{ENT_KEEP_ALL("adult", "pupil")};
constexpr Sql keep_as_pupil{ENT_KEEP_ALL("pupil", "adult")};

/// Beside the facts of a merge.
constexpr Sql note_all_kept{"INSERT INTO person_merge_row (merge, fact, org, key1, key2, key3) VALUES ($1, 39, 0, 0, 0, 0)"};
constexpr Sql select_all_kept{"SELECT 1 FROM person_merge_row WHERE merge = $1 AND fact = 39"};

/// As they stood, and who the people are now: those to whom the records are linked may have been merged themselves since.
constexpr Sql select_kept_links{
    "SELECT r.pupil, r.adult, " ENT_LINK_OF("r") ", COALESCE(p.merged_into, p.person), COALESCE(a.merged_into, a.person) "
    "FROM person_merge_link r JOIN person p ON p.person = r.pupil JOIN person a ON a.person = r.adult "
    "WHERE r.merge = $1 ORDER BY r.pupil, r.adult, r.valid_from"};

/// What merges of others that were made since and stand have kept of somebody.
constexpr Sql select_kept_since{
    "SELECT r.pupil, r.adult, " ENT_LINK_OF("r") ", r.merge, e.kept, e.merged, COALESCE(k.merged_into, k.person) "
    "FROM person_merge_link r JOIN person_merge e ON e.merge = r.merge JOIN person k ON k.person = e.kept "
    "WHERE r.merge > $1 AND (r.pupil = $2 OR r.adult = $2) AND e.undone_on IS NULL "
    "ORDER BY r.merge, r.pupil, r.adult, r.valid_from"};

constexpr Sql select_standing_as_adult{
    "SELECT g.pupil, g.adult, " ENT_LINK_OF("g") "FROM guardianship g JOIN person p ON p.person = g.pupil "
    "WHERE g.adult = $1 AND g.pupil <> $2 AND p.merged_into IS NULL ORDER BY g.pupil, g.valid_from"};
constexpr Sql select_standing_as_pupil{
    "SELECT g.pupil, g.adult, " ENT_LINK_OF("g") "FROM guardianship g JOIN person a ON a.person = g.adult "
    "WHERE g.pupil = $1 AND g.adult <> $2 AND a.merged_into IS NULL ORDER BY g.adult, g.valid_from"};

constexpr Sql insert_each_link{
    "INSERT INTO guardianship (pupil, adult, " ENT_LINK_VALUES ") VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), "
    "ITEM($6), ITEM($7), ITEM($8), NULLIF(ITEM_TEXT($9), ''), NULLIF(ITEM_TEXT($10), ''), ITEM_TEXT($11), ITEM($12))"};
constexpr Sql delete_each_link{"DELETE FROM guardianship WHERE pupil = ITEM($1) AND adult = ITEM($2) AND valid_from = ITEM($3)"};

constexpr Sql insert_each_kept{
    "INSERT INTO person_merge_link (pupil, adult, " ENT_LINK_VALUES ", merge) VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), "
    "ITEM($5), ITEM($6), ITEM($7), ITEM($8), NULLIF(ITEM_TEXT($9), ''), NULLIF(ITEM_TEXT($10), ''), ITEM_TEXT($11), ITEM($12), "
    "ITEM($13))"};
constexpr Sql delete_each_kept{
    "DELETE FROM person_merge_link WHERE pupil = ITEM($1) AND adult = ITEM($2) AND valid_from = ITEM($3) AND merge = ITEM($4)"};
constexpr Sql delete_kept_links{"DELETE FROM person_merge_link WHERE merge = $1"};

Link link_at(const Rows& row) {
  return {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.int32(4), row.integer(5), row.int32(6),
          row.int32(7), row.string(8), row.string(9), row.string(10), row.integer(11)};
}

std::int64_t third_of(const Link& link, bool is_pupil) { return is_pupil ? link.pupil : link.adult; }
std::int64_t record_of(const Link& link, bool third_is_pupil) { return third_is_pupil ? link.adult : link.pupil; }

/// What is compared and joined says nobody's name: it is said of a third and a record.
void add_unnamed(Links& links, Link link) {
  link.pupil = link.adult = 0;
  links.push_back(std::move(link));
}

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

void keep_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged) {
  for (const Sql* sql : {&keep_as_adult, &keep_as_pupil}) unit.exec(granted, *sql, merge, kept, merged);
  unit.exec(granted, note_all_kept, merge);
}

bool keeps_all_links(unit::Unit& unit, std::int64_t merge) { return unit.query(select_all_kept, merge).next(); }

void forget_kept_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge) {
  unit.exec(granted, delete_kept_links, merge);
}

SaidOfBoth said_of_both(unit::Unit& unit, std::int64_t merge, std::int64_t kept, std::int64_t merged) {
  Rows rows = unit.query(select_kept_links, merge);
  SaidOfBoth said;
  while (rows.next()) {
    const Link link = link_at(rows);
    const bool is_pupil = link.adult == kept || link.adult == merged;
    const Third third{third_of(link, is_pupil), is_pupil};
    LinksOfBoth& pair = said.links[third];
    add_unnamed(record_of(link, is_pupil) == kept ? pair.kept : pair.merged, link);
    said.now[third] = rows.integer(is_pupil ? 12 : 13);
  }
  for (auto& [third, pair] : said.links) pair.together = joined(pair.kept, pair.merged);
  return said;
}

std::vector<LaterMerge> later_merges(unit::Unit& unit, std::int64_t merge, std::int64_t person) {
  Rows rows = unit.query(select_kept_since, merge, person);
  std::vector<LaterMerge> found;
  while (rows.next()) {
    const Link link = link_at(rows);
    if (found.empty() || found.back().merge != rows.integer(12)) {
      found.push_back({rows.integer(12), rows.integer(13), rows.integer(14), rows.integer(15)});
    }
    const bool is_pupil = link.adult == person;
    add_unnamed(found.back().said[{third_of(link, is_pupil), is_pupil}], link);
  }
  return found;
}

std::map<Third, Links> standing_links(unit::Unit& unit, std::int64_t person, std::int64_t but) {
  std::map<Third, Links> found;
  Rows of_pupils = unit.query(select_standing_as_adult, person, but);
  while (of_pupils.next()) add_unnamed(found[{of_pupils.integer(0), true}], link_at(of_pupils));
  Rows of_adults = unit.query(select_standing_as_pupil, person, but);
  while (of_adults.next()) add_unnamed(found[{of_adults.integer(1), false}], link_at(of_adults));
  return found;
}

void rewrite_standing(unit::WriteUnit& unit, const unit::Granted& granted, const RewrittenLinks& links) {
  remove_links(unit, granted, links.before);
  insert_links(unit, granted, links.after);
}

void rewrite_kept(unit::WriteUnit& unit, const unit::Granted& granted, const RewrittenLinks& links) {
  const auto& [before, after, merges_before, merges_after] = links;
  if (!before.empty()) {
    unit.exec_each(granted, delete_each_kept, unit::numbers(before, &Link::pupil), unit::numbers(before, &Link::adult),
                   unit::numbers(before, &Link::from), merges_before);
  }
  if (after.empty()) return;
  unit.exec_each(granted, insert_each_kept, unit::numbers(after, &Link::pupil), unit::numbers(after, &Link::adult),
                 unit::numbers(after, &Link::from), unit::numbers(after, &Link::to), unit::numbers(after, &Link::kind),
                 unit::numbers(after, &Link::rights), unit::numbers(after, &Link::relationship),
                 unit::numbers(after, &Link::priority), unit::texts(after, &Link::court_ref),
                 unit::texts(after, &Link::lifted_ref), unit::texts(after, &Link::source),
                 unit::numbers(after, &Link::revision), merges_after);
}

}  // namespace ent::person::rows
