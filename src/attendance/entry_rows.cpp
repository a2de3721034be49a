// The rows of `attendance_entry` and `attendance_former`.
#include "attendance/rows.hpp"
#include "person/card.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::attendance::rows {
namespace {

using unit::Rows;
using unit::Sql;

/// `m` has the member: a former state `e` of an entry has none.
#define ENT_ENTRY_OF(e, m)                                                                                       \
  e ".entry, " m ".member, " e ".kind, " e ".begins, " e ".ends, " e ".lesson, " e ".grp, " e ".half, " e ".reason, " \
  e ".accepted, " e ".settled, " e ".comment, " e ".withdrawn, " e ".author, " e ".written_at, " e ".revision AS revision"
#define ENT_ENTRY(e) ENT_ENTRY_OF(e, e)
#define ENT_ENTRY_CARD ENT_ENTRY("e") ", p.person, p.family_name, p.given_name, p.title"
#define ENT_ENTRY_PUPIL \
  "JOIN member m ON m.org = e.org AND m.member = e.member JOIN person p ON p.person = m.person "
constexpr int card_column = 16;

constexpr Sql select_entry{"SELECT " ENT_ENTRY_CARD " FROM attendance_entry e " ENT_ENTRY_PUPIL
                           "WHERE e.org = $1 AND e.entry = $2"};

constexpr Sql select_of_pupil{
    "SELECT " ENT_ENTRY_CARD " FROM attendance_entry e " ENT_ENTRY_PUPIL
    "WHERE e.org = $1 AND e.member = $2 AND e.ends > $3 AND e.begins < $4 AND e.withdrawn = 0 ORDER BY e.begins, e.entry"};

/// Entries of one day lie at their day, those of several days at less their last one.
constexpr Sql select_in{
    "SELECT " ENT_ENTRY_CARD ", m.sort_key AS sort_key FROM attendance_entry e " ENT_ENTRY_PUPIL
    "WHERE e.org = $1 AND e.day >= $2 AND e.day <= $3 AND e.withdrawn = 0 AND e.ends > $4 AND e.begins < $5 UNION ALL "
    "SELECT " ENT_ENTRY_CARD ", m.sort_key AS sort_key FROM attendance_entry e " ENT_ENTRY_PUPIL
    "WHERE e.org = $1 AND e.day <= -$2 AND e.withdrawn = 0 AND e.ends > $4 AND e.begins < $5 "
    "ORDER BY begins, sort_key, entry"};

constexpr Sql select_among{
    "SELECT " ENT_ENTRY("e") " FROM EACH($1) v CROSS JOIN attendance_entry e WHERE e.org = $2 AND e.member = v.value "
    "AND e.ends > $3 AND e.begins < $4 AND e.withdrawn = 0"};

constexpr Sql select_from{
    "SELECT " ENT_ENTRY_CARD " FROM attendance_entry e " ENT_ENTRY_PUPIL
    "WHERE e.org = $1 AND e.day = $2 AND e.lesson = $3 AND e.grp = $4 AND e.half = $5 AND e.withdrawn = 0"};

constexpr Sql select_existing{"SELECT e.entry FROM attendance_entry e WHERE e.org = $1 AND e.entry IN (SELECT v.value FROM EACH($2) v)"};

constexpr Sql insert_entries{
    "INSERT INTO attendance_entry (org, member, ends, entry, begins, day, lesson, grp, half, kind, reason, accepted, settled, "
    "comment, withdrawn, author, written_at, revision) VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM($7), "
    "ITEM($8), ITEM($9), ITEM($10), ITEM_TEXT($11), ITEM($12), ITEM($13), ITEM_TEXT($14), ITEM($15), ITEM($16), ITEM($17), ITEM($18))"};

constexpr Sql copy_former{
    "INSERT INTO attendance_former (org, entry, revision, ends, begins, lesson, grp, half, kind, reason, accepted, "
    "settled, comment, withdrawn, author, written_at) "
    "SELECT e.org, e.entry, e.revision, e.ends, e.begins, e.lesson, e.grp, e.half, e.kind, e.reason, e.accepted, "
    "e.settled, e.comment, e.withdrawn, e.author, e.written_at FROM EACH($1) v "
    "CROSS JOIN attendance_entry e WHERE e.org = $2 AND e.entry = v.value"};

constexpr Sql update_entries{
    "UPDATE attendance_entry SET ends = ITEM($1), begins = ITEM($2), day = ITEM($3), kind = ITEM($4), reason = ITEM_TEXT($5), "
    "accepted = ITEM($6), comment = ITEM_TEXT($7), withdrawn = ITEM($8), author = ITEM($9), written_at = ITEM($10), "
    "revision = ITEM($11), lesson = ITEM($12), grp = ITEM($13), half = ITEM($14) WHERE org = $15 AND entry = ITEM($16)"};

constexpr Sql update_settled{
    "UPDATE attendance_entry SET settled = $1, author = $2, written_at = $3, revision = revision + 1 "
    "WHERE org = $4 AND entry IN (SELECT v.value FROM EACH($5) v) AND settled <> $1"};

constexpr Sql select_unlike{
    "SELECT DISTINCT e.entry FROM EACH($1) v CROSS JOIN attendance_entry e WHERE e.org = $2 AND e.entry = v.value AND e.settled <> $3"};

constexpr Sql select_versions{
    "SELECT " ENT_ENTRY_OF("e", "c") ", p.person, p.family_name, p.given_name, p.title, a.person, a.family_name, "
    "a.given_name, a.title FROM attendance_former e JOIN attendance_entry c ON c.org = e.org AND c.entry = e.entry "
    "JOIN member m ON m.org = c.org AND m.member = c.member JOIN person p ON p.person = m.person "
    "LEFT JOIN person a ON a.person = e.author WHERE e.org = $1 AND e.entry = $2 UNION ALL "
    "SELECT " ENT_ENTRY_CARD ", a.person, a.family_name, a.given_name, a.title FROM attendance_entry e " ENT_ENTRY_PUPIL
    "LEFT JOIN person a ON a.person = e.author WHERE e.org = $1 AND e.entry = $2 ORDER BY revision"};

EntryRow entry_of(const Rows& row) {
  return {row.integer(0),
          row.integer(1),
          static_cast<Kind>(row.int32(2)),
          {row.integer(3), row.integer(4)},
          {0, row.integer(5), row.integer(6), row.int32(7)},
          row.string(8),
          row.integer(9) != 0,
          row.integer(10) != 0,
          row.string(11),
          row.integer(12) != 0,
          row.integer(13),
          unit::instant(row.integer(14)),
          row.integer(15),
          {}};
}

std::vector<EntryRow> with_cards(Rows rows) {
  std::vector<EntryRow> found;
  while (rows.next()) {
    found.push_back(entry_of(rows));
    found.back().pupil = person::card_of(rows, card_column);
  }
  return found;
}

/// The columns of entries that insert and update share.
struct Columns {
  explicit Columns(std::span<const EntryRow> rows) {
    for (const EntryRow& row : rows) {
      entry.push_back(row.entry);
      begins.push_back(row.span.from);
      ends.push_back(row.span.to);
      day.push_back(day_column(row.span));
      kind.push_back(static_cast<std::int64_t>(row.kind));
      reason.push_back(row.reason);
      accepted.push_back(row.accepted ? 1 : 0);
      comment.push_back(row.comment);
      withdrawn.push_back(row.withdrawn ? 1 : 0);
      author.push_back(row.author);
      written_at.push_back(unit::micros(row.written_at));
      revision.push_back(row.revision);
      lesson.push_back(row.from.lesson);
      group.push_back(row.from.group);
      half.push_back(row.from.half);
    }
  }
  std::vector<std::int64_t> entry, begins, ends, day, kind, accepted, withdrawn, author, written_at, revision, lesson, group, half;
  std::vector<std::string> reason, comment;
};

}  // namespace

std::optional<EntryRow> find_entry(unit::Unit& unit, EntryId id) {
  auto found = with_cards(unit.query(select_entry, id.establishment(), id.number()));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<EntryRow> entries_of(unit::Unit& unit, OrgId org, std::int64_t member, const Span& span) {
  return with_cards(unit.query(select_of_pupil, org.value, member, span.from, span.to));
}

std::vector<EntryRow> entries_in(unit::Unit& unit, OrgId org, const Span& span) {
  return with_cards(unit.query(select_in, org.value, unit::day(date_of(span.from)), unit::day(date_of(span.to - 1)),
                               span.from, span.to));
}

std::vector<EntryRow> entries_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span) {
  std::vector<EntryRow> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_among, members, org.value, span.from, span.to);
  while (rows.next()) found.push_back(entry_of(rows));
  return found;
}

std::vector<EntryRow> entries_from(unit::Unit& unit, OrgId org, const RegisterKey& key) {
  return with_cards(unit.query(select_from, org.value, key.day, key.lesson, key.group, key.half));
}

std::vector<std::int64_t> existing(unit::Unit& unit, OrgId org, std::span<const std::int64_t> entries) {
  std::vector<std::int64_t> found;
  Rows rows = unit.query(select_existing, org.value, entries);
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries) {
  if (entries.empty()) return;
  const Columns columns(entries);
  std::vector<std::int64_t> member, settled;
  for (const EntryRow& row : entries) {
    member.push_back(row.member);
    settled.push_back(row.settled ? 1 : 0);
  }
  unit.exec_each(granted, insert_entries, org.value, member, columns.ends, columns.entry, columns.begins, columns.day, columns.lesson,
                 columns.group, columns.half, columns.kind, columns.reason, columns.accepted, settled, columns.comment, columns.withdrawn,
                 columns.author, columns.written_at, columns.revision);
}

void keep_former(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> entries) {
  if (!entries.empty()) unit.exec(granted, copy_former, entries, org.value);
}

void update(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries) {
  if (entries.empty()) return;
  const Columns columns(entries);
  unit.exec_each(granted, update_entries, columns.ends, columns.begins, columns.day, columns.kind, columns.reason,
                 columns.accepted, columns.comment, columns.withdrawn, columns.author, columns.written_at, columns.revision,
                 columns.lesson, columns.group, columns.half, org.value, columns.entry);
}

void settle(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> entries,
            bool settled) {
  std::vector<std::int64_t> unlike;
  {
    Rows rows = unit.query(select_unlike, entries, org.value, settled ? 1 : 0);
    while (rows.next()) unlike.push_back(rows.integer(0));
  }
  keep_former(unit, granted, org, unlike);
  unit.exec(granted, update_settled, settled ? 1 : 0, unit.actor().person, unit::micros(unit.now()), org.value, entries);
}

std::vector<VersionRow> versions(unit::Unit& unit, EntryId id) {
  std::vector<VersionRow> found;
  Rows rows = unit.query(select_versions, id.establishment(), id.number());
  while (rows.next()) {
    VersionRow version{entry_of(rows), {}};
    version.entry.pupil = person::card_of(rows, card_column);
    if (!rows.is_null(card_column + 4)) version.author = person::card_of(rows, card_column + 4);
    found.push_back(std::move(version));
  }
  return found;
}

}  // namespace ent::attendance::rows
