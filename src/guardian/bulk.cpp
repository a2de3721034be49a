#include "guardian/bulk.hpp"

#include "unit/columns.hpp"

namespace ent::guardian::bulk {
namespace {

using unit::numbers;
using unit::Rows;
using unit::Sql;
using unit::texts;

#define ENT_BULK_LINK                                                                                       \
  "g.pupil, g.adult, g.valid_from, g.valid_to, g.kind, g.rights, g.relationship, g.priority, "              \
  "CASE WHEN g.kind = 4 OR g.court_ref IS NOT NULL OR g.lifted_ref IS NOT NULL THEN 1 ELSE 0 END, g.source "

constexpr Sql select_of_pupils{
    "SELECT " ENT_BULK_LINK "FROM EACH($1) v JOIN guardianship g ON g.pupil = v.value "
    "WHERE g.valid_to > $2 AND g.valid_to > g.valid_from"};

constexpr Sql select_all_of_pupils{
    "SELECT " ENT_BULK_LINK "FROM EACH($1) v JOIN guardianship g ON g.pupil = v.value"};

constexpr Sql delete_rows{"DELETE FROM guardianship WHERE pupil = ITEM($1) AND adult = ITEM($2) AND valid_from = ITEM($3)"};

constexpr Sql select_of_adults{
    "SELECT " ENT_BULK_LINK "FROM EACH($1) v JOIN guardianship g ON g.adult = v.value "
    "WHERE g.valid_to > $2 AND g.valid_to > g.valid_from"};

constexpr Sql insert_rows{
    "INSERT INTO guardianship (pupil, adult, valid_from, valid_to, kind, rights, relationship, priority, source, revision) "
    "VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM($7), ITEM($8), ITEM_TEXT($9), 1) "
    "ON CONFLICT (pupil, adult, valid_from) DO UPDATE SET valid_to = excluded.valid_to, kind = excluded.kind, "
    "rights = excluded.rights, relationship = excluded.relationship, priority = excluded.priority, court_ref = NULL, "
    "lifted_ref = NULL, source = excluded.source, revision = guardianship.revision + 1"};

constexpr Sql end_rows{
    "UPDATE guardianship SET valid_to = ITEM($1), revision = revision + 1 "
    "WHERE pupil = ITEM($2) AND adult = ITEM($3) AND valid_from = ITEM($4)"};

std::vector<Link> all_links(Rows rows) {
  std::vector<Link> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.int32(4), rows.integer(5),
                     rows.int32(6), rows.int32(7), rows.integer(8) != 0, rows.string(9)});
  }
  return found;
}

}  // namespace

std::vector<Link> of_pupils(unit::Unit& unit, std::span<const std::int64_t> pupils, std::int64_t day) {
  return all_links(unit.query(select_of_pupils, pupils, day));
}

std::vector<Link> all_of_pupils(unit::Unit& unit, std::span<const std::int64_t> pupils) {
  if (pupils.empty()) return {};
  return all_links(unit.query(select_all_of_pupils, pupils));
}

void delete_links(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Link> links) {
  if (links.empty()) return;
  unit.exec_each(granted, delete_rows, numbers(links, &Link::pupil), numbers(links, &Link::adult), numbers(links, &Link::from));
}

std::vector<Link> of_adults(unit::Unit& unit, std::span<const std::int64_t> adults, std::int64_t day) {
  return all_links(unit.query(select_of_adults, adults, day));
}

void insert_links(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Link> links) {
  if (links.empty()) return;
  unit.exec_each(granted, insert_rows, numbers(links, &Link::pupil), numbers(links, &Link::adult),
                 numbers(links, &Link::from), numbers(links, &Link::to), numbers(links, &Link::kind),
                 numbers(links, &Link::rights), numbers(links, &Link::relationship), numbers(links, &Link::priority),
                 texts(links, &Link::source));
}

void end_links(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Link> links) {
  if (links.empty()) return;
  unit.exec_each(granted, end_rows, numbers(links, &Link::to), numbers(links, &Link::pupil), numbers(links, &Link::adult),
                 numbers(links, &Link::from));
}

}  // namespace ent::guardian::bulk
