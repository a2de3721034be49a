#include "notebook/rows.hpp"

#include "person/card.hpp"
#include "unit/instants.hpp"

namespace ent::notebook::rows {
namespace {

using unit::Rows;
using unit::Sql;

#define ENTRY                                                                                                            \
  "e.org, e.entry, e.lesson, e.author, p.person, p.family_name, p.given_name, p.title, e.text, e.state, e.written_at, "   \
  "e.revision "
#define WITH_AUTHOR "notebook_entry e CROSS JOIN member t CROSS JOIN person p "
// An entry is found by an index that holds no more than keys, and then read: asked for at once, SQLite would rather read all
// entries of the school.
#define BY_LESSON "notebook_entry i CROSS JOIN " WITH_AUTHOR
#define FOUND "e.org = i.org AND e.entry = i.entry AND "
#define AUTHOR "t.org = e.org AND t.member = e.author AND p.person = t.person "

constexpr Sql select_one{"SELECT " ENTRY "FROM " WITH_AUTHOR "WHERE e.org = $1 AND e.entry = $2 AND " AUTHOR};

/// Two people who were merged may have written one each.
constexpr Sql select_own{
    "SELECT " ENTRY "FROM " BY_LESSON "WHERE i.org = $1 AND i.lesson = $2 AND i.author = $3 AND " FOUND AUTHOR
    "ORDER BY e.entry LIMIT 1"};

// Published is 2, a draft 1.
constexpr Sql select_of_lessons{
    "SELECT " ENTRY "FROM EACH($1) v CROSS JOIN " BY_LESSON "WHERE i.org = $2 AND i.lesson = v.value AND " FOUND AUTHOR
    "AND (e.state = 2 OR (e.state = 1 AND (t.person = $3 OR e.lesson IN (SELECT w.value FROM EACH($4) w)))) "
    "ORDER BY e.lesson, e.entry"};

constexpr Sql insert_row{
    "INSERT INTO notebook_entry (org, entry, lesson, author, text, state, written_at, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};

constexpr Sql keep_row{
    "INSERT INTO notebook_before (org, entry, revision, text, state, written_at) "
    "SELECT e.org, e.entry, e.revision, e.text, e.state, e.written_at FROM notebook_entry e WHERE e.org = $1 AND e.entry = $2"};

constexpr Sql update_row{
    "UPDATE notebook_entry SET text = $1, state = $2, written_at = $3, revision = $4 WHERE org = $5 AND entry = $6"};

constexpr Sql select_versions{
    "SELECT e.revision AS revision, e.state AS state, e.text AS text, e.written_at AS written_at FROM notebook_entry e "
    "WHERE e.org = $1 AND e.entry = $2 UNION ALL "
    "SELECT b.revision, b.state, b.text, b.written_at FROM notebook_before b WHERE b.org = $1 AND b.entry = $2 "
    "ORDER BY revision DESC"};

Row row_of(const Rows& row) {
  return {make_id<NotebookEntryId>(row.integer(0), row.integer(1)),
          row.integer(2),
          row.integer(3),
          person::card_of(row, 4),
          row.string(8),
          static_cast<State>(row.int32(9)),
          unit::instant(row.integer(10)),
          row.integer(11)};
}

std::optional<Row> first(Rows rows) { return rows.next() ? std::optional(row_of(rows)) : std::nullopt; }

}  // namespace

std::optional<Row> find(unit::Unit& unit, NotebookEntryId id) {
  return first(unit.query(select_one, id.establishment(), id.number()));
}

std::optional<Row> find(unit::Unit& unit, OrgId org, std::int64_t lesson, std::int64_t author) {
  return first(unit.query(select_own, org.value, lesson, author));
}

std::vector<Row> of_lessons(unit::Unit& unit, OrgId org, std::span<const std::int64_t> lessons, std::int64_t drafts_of,
                            std::span<const std::int64_t> drafts) {
  std::vector<Row> found;
  if (lessons.empty()) return found;
  Rows rows = unit.query(select_of_lessons, lessons, org.value, drafts_of, drafts);
  while (rows.next()) found.push_back(row_of(rows));
  return found;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row) {
  unit.exec(granted, insert_row, row.id.establishment(), row.id.number(), row.lesson, row.author, row.text,
            static_cast<std::int32_t>(row.state), unit::micros(row.written_at), row.revision);
}

void replace(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row) {
  unit.exec(granted, keep_row, row.id.establishment(), row.id.number());
  unit.exec(granted, update_row, row.text, static_cast<std::int32_t>(row.state), unit::micros(row.written_at), row.revision,
            row.id.establishment(), row.id.number());
}

std::vector<Version> versions(unit::Unit& unit, NotebookEntryId id) {
  Rows rows = unit.query(select_versions, id.establishment(), id.number());
  std::vector<Version> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), static_cast<State>(rows.int32(1)), rows.string(2), unit::instant(rows.integer(3)), {}});
  }
  return found;
}

}  // namespace ent::notebook::rows
