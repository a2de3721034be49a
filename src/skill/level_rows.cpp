#include "skill/level_rows.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "person/card.hpp"
#include "skill/columns.hpp"
#include "unit/columns.hpp"
#include "unit/instants.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_levels_of{
    "SELECT item, member, kind, level, comment, evidence, version, at, author FROM skill_level WHERE org = $1 AND evaluation = $2 "
    "ORDER BY item, member"};

constexpr Sql keep_levels{
    "INSERT INTO skill_level_before (org, evaluation, item, member, kind, level, comment, evidence, version, at, author) "
    "VALUES ($1, $2, ITEM($3), ITEM($4), ITEM($5), ITEM($6), NULLIF(ITEM_TEXT($7), ''), NULLIF(ITEM_TEXT($8), ''), ITEM($9), ITEM($10), "
    "ITEM($11))"};

constexpr Sql upsert_levels{
    "INSERT INTO skill_level (org, evaluation, item, member, kind, level, comment, evidence, version, at, author) "
    "VALUES ($1, $2, ITEM($3), ITEM($4), ITEM($5), ITEM($6), NULLIF(ITEM_TEXT($7), ''), NULLIF(ITEM_TEXT($8), ''), ITEM($9), $10, $11) "
    "ON CONFLICT (org, evaluation, item, member) DO UPDATE SET kind = excluded.kind, level = excluded.level, "
    "comment = excluded.comment, evidence = excluded.evidence, version = excluded.version, at = excluded.at, author = excluded.author"};

/// What stands, and what stood before it.
constexpr Sql select_level_versions{
    "SELECT v.kind, v.level, v.comment, v.evidence, v.at, p.person, p.family_name, p.given_name, p.title FROM ("
    "SELECT kind, level, comment, evidence, at, author, version FROM skill_level WHERE org = $1 AND evaluation = $2 AND item = $3 "
    "AND member = $4 UNION ALL SELECT kind, level, comment, evidence, at, author, version FROM skill_level_before "
    "WHERE org = $1 AND evaluation = $2 AND item = $3 AND member = $4) v "
    "LEFT JOIN person p ON p.person = v.author ORDER BY v.version DESC"};

constexpr Sql select_entered{
    "SELECT v.value, k.item, k.kind, k.level, e.scale, e.day, k.comment, k.evidence, e.subject, e.evaluation, e.name "
    "FROM EACH($1) v CROSS JOIN skill_level k CROSS JOIN skill_evaluation e "
    "WHERE k.org = v.value / 4294967296 AND k.member = v.value % 4294967296 AND k.kind <> 6 "
    "AND e.org = k.org AND e.evaluation = k.evaluation AND e.day >= $2 AND e.day <= $3 AND e.removed = 0 "
    "AND ($4 = 1 OR ($5 = 1 AND e.pupils_from <= $6) OR ($7 = 1 AND e.parents_from <= $6)) ORDER BY v.value, e.day, e.evaluation, k.item"};
static_assert(static_cast<int>(LevelKind::not_entered) == 6);

constexpr Sql select_validated{
    "SELECT v.value, c.item, 1, c.decided_level, c.scale, c.decided_day, c.reason, c.evidence, '', 0, '' FROM EACH($1) v "
    "CROSS JOIN skill_claim c WHERE c.org = v.value / 4294967296 AND c.member = v.value % 4294967296 AND c.state = 3 "
    "AND c.decided_day >= $2 AND c.decided_day <= $3 ORDER BY v.value, c.decided_day, c.claim"};
static_assert(static_cast<int>(ClaimState::validated) == 3 && static_cast<int>(LevelKind::level) == 1);

void add_told(std::vector<Told>& found, Rows rows) {
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), static_cast<LevelKind>(rows.int32(2)), rows.int32(3), rows.integer(4),
                     unit::date(rows.integer(5)), rows.optional_string(6), rows.optional_string(7), base::unless_empty(rows.string(8)),
                     rows.integer(9), rows.string(10)});
  }
}

}  // namespace

std::vector<LevelRow> levels_of(unit::Unit& unit, SkillEvaluationId id) {
  Rows rows = unit.query(select_levels_of, id.establishment(), id.number());
  std::vector<LevelRow> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), static_cast<LevelKind>(rows.int32(2)), rows.int32(3), rows.optional_string(4),
                     rows.optional_string(5), rows.integer(6), rows.integer(7), rows.integer(8)});
  }
  return found;
}

void replace_levels(unit::WriteUnit& unit, const unit::Granted& granted, SkillEvaluationId id, std::span<const LevelRow> before,
                    std::span<const LevelRow> after) {
  const auto write = [&](const Sql& sql, std::span<const LevelRow> levels, const auto& at, const auto& author) {
    std::vector<std::string> comments, evidence;
    for (const LevelRow& row : levels) {
      comments.push_back(row.comment.value_or(""));
      evidence.push_back(row.evidence.value_or(""));
    }
    unit.exec_each(granted, sql, id.establishment(), id.number(), unit::numbers(levels, &LevelRow::item),
                   unit::numbers(levels, &LevelRow::member), unit::numbers(levels, &LevelRow::kind), unit::numbers(levels, &LevelRow::level),
                   comments, evidence, unit::numbers(levels, &LevelRow::version), at, author);
  };
  if (!before.empty()) write(keep_levels, before, unit::numbers(before, &LevelRow::at), unit::numbers(before, &LevelRow::author));
  write(upsert_levels, after, unit::micros(unit.now()), unit.actor().person);
}

std::vector<Version> level_versions(unit::Unit& unit, SkillEvaluationId id, std::int64_t member, SkillItemId item) {
  Rows rows = unit.query(select_level_versions, id.establishment(), id.number(), item.value, member);
  std::vector<Version> found;
  while (rows.next()) {
    found.push_back({static_cast<LevelKind>(rows.int32(0)), optional_level(rows, 1), rows.optional_string(2), rows.optional_string(3),
                     unit::instant(rows.integer(4)), person::card_of(rows, 5)});
  }
  return found;
}

std::vector<Told> told_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const gradebook::Span& span) {
  std::vector<Told> found;
  if (members.empty()) return found;
  const std::int64_t first = day(span.first_day), last = day(span.last_day);
  add_told(found, unit.query(select_entered, members, first, last, shown.all, shown.to_pupils, day(unit.today()), shown.to_parents));
  const std::size_t entered = found.size();
  add_told(found, unit.query(select_validated, members, first, last));
  const auto earlier = [](const Told& one, const Told& other) {
    return one.member != other.member ? one.member < other.member : one.date < other.date;
  };
  std::ranges::inplace_merge(found, found.begin() + static_cast<std::ptrdiff_t>(entered), earlier);
  return found;
}

}  // namespace ent::skill::rows
