// The rows of `mark` and `mark_before`.
#include <algorithm>
#include <tuple>
#include <utility>

#include "base/each_once.hpp"
#include "base/in_turn.hpp"
#include "base/sort_by_key.hpp"
#include "gradebook/assessment_columns.hpp"
#include "gradebook/mark_kinds.hpp"
#include "gradebook/member_marks.hpp"
#include "gradebook/rows.hpp"
#include "person/card.hpp"
#include "store/packed.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::gradebook::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

// What a mark's annotation is called. Few have one: joined, the others too would be looked up.
#define ENT_LABEL(org, mark)                                                                                       \
  "CASE WHEN " mark ".annotation IS NOT NULL THEN (SELECT n.label FROM mark_annotation n WHERE n.org = " org " AND " \
  "n.code = " mark ".annotation) END"

constexpr Sql select_marked{
    "SELECT DISTINCT m.member, a.day FROM assessment a CROSS JOIN mark m WHERE a.org = $1 AND a.grp = $2 AND a.day >= $3 AND a.day <= $4 "
    "AND a.subject = $5 AND a.removed = 0 AND m.org = a.org AND m.assessment = a.assessment AND m.kind <> 10"};
static_assert(static_cast<int>(MarkKind::not_entered) == 10);

constexpr Sql select_range{"SELECT MIN(value), MAX(value) FROM mark WHERE org = $1 AND assessment = $2 AND kind IN (1, 13)"};
static_assert(static_cast<int>(MarkKind::number) == 1 && static_cast<int>(MarkKind::provisional) == 13);

constexpr Sql select_marks{
    "SELECT k.member, k.kind, k.value, k.comment, k.version, k.at, k.author, k.annotation, " ENT_LABEL("k.org", "k") " FROM mark k "
    "WHERE k.org = $1 AND k.assessment = $2 ORDER BY k.member"};

constexpr Sql keep_marks{
    "INSERT INTO mark_before (org, assessment, member, version, kind, value, comment, at, author, annotation, reason) "
    "SELECT org, assessment, member, version, kind, value, comment, at, author, annotation, reason FROM mark "
    "WHERE org = $1 AND assessment = $2 AND member IN (SELECT v.value FROM EACH($3) v)"};

constexpr Sql upsert_marks{
    "INSERT INTO mark (org, assessment, member, kind, value, comment, annotation, reason, version, at, author) "
    "VALUES ($1, $2, ITEM($3), ITEM($4), ITEM($5), NULLIF(ITEM_TEXT($6), ''), NULLIF(ITEM_TEXT($7), ''), NULLIF(ITEM_TEXT($8), ''), "
    "ITEM($9), $10, $11) "
    "ON CONFLICT (org, assessment, member) DO UPDATE SET kind = excluded.kind, value = excluded.value, annotation = excluded.annotation, "
    "comment = excluded.comment, reason = excluded.reason, version = excluded.version, at = excluded.at, author = excluded.author"};

/// What stands, and what stood before it.
constexpr Sql select_versions{
    "SELECT v.kind, v.value, v.comment, v.at, p.person, p.family_name, p.given_name, p.title, v.annotation, " ENT_LABEL("$1", "v") ", v.reason FROM ("
    "SELECT kind, value, comment, at, author, version, annotation, reason FROM mark WHERE org = $1 AND assessment = $2 AND member = $3 "
    "UNION ALL SELECT kind, value, comment, at, author, version, annotation, reason FROM mark_before WHERE org = $1 AND assessment = $2 AND member = $3) v "
    "LEFT JOIN person p ON p.person = v.author ORDER BY v.version DESC"};

// The subject of `a` is taught by a teacher on a day to a group `g`.
#define ENT_TEACHES(g, today, teacher)                                                                                 \
  "s.org = a.org AND s.grp = " g " AND s.subject = a.subject AND s.valid_from <= " today " AND s.valid_to > " today     \
  " AND t.org = s.org AND t.member = s.member AND t.person = " teacher " "
// What of `a` is shown of a pupil, by the parameters that rows::Shown becomes. Who teaches the subject to the pupil sees the marks too
// that the pupil has brought along from a group that they have left.
#define ENT_IS_SHOWN_BY(pupil, all, pupils, today, parents, teacher)                                                   \
  "(" all " = 1 OR (" pupils " = 1 AND a.pupils_from <= " today ") OR (" parents " = 1 AND a.parents_from <= " today    \
  ") OR (" teacher " <> 0 AND (EXISTS (SELECT 1 FROM service s CROSS JOIN member t WHERE "                              \
  ENT_TEACHES("a.grp", today, teacher) ") OR (EXISTS (SELECT 1 FROM group_member h CROSS JOIN service s CROSS JOIN "    \
  "member t WHERE h.org = a.org AND h.member = " pupil " AND h.valid_from <= " today " AND h.valid_to > " today " AND " \
  ENT_TEACHES("h.grp", today, teacher) ") AND NOT EXISTS (SELECT 1 FROM group_member h WHERE h.org = a.org "            \
  "AND h.grp = a.grp AND h.member = " pupil " AND h.valid_from <= " today " AND h.valid_to > " today "))))) "
#define ENT_IS_SHOWN(pupil) ENT_IS_SHOWN_BY(pupil, "$5", "$6", "$7", "$8", "$9")

// A pupil's marks are named by an index that holds no more than their keys, and then read one by one: asked for at once, SQLite
// would rather read all marks of the school. Their order is made by who reads them: to sort rows of so many columns takes SQLite longer
// than to find them.
constexpr Sql select_of_member{
    "SELECT " ENT_ASSESSMENT ", k.kind, k.value, k.comment, k.annotation, " ENT_LABEL("k.org", "k") " "
    "FROM mark i CROSS JOIN assessment a CROSS JOIN mark k WHERE i.org = $1 AND i.member = $2 AND a.org = i.org "
    "AND a.assessment = i.assessment AND a.day >= $3 AND a.day <= $4 AND a.removed = 0 AND " ENT_IS_SHOWN("i.member")
    "AND k.org = i.org AND k.assessment = i.assessment AND k.member = i.member AND k.kind <> 10"};

constexpr Sql select_of_members{
    "SELECT " ENT_ASSESSMENT ", k.kind, k.value, k.comment, k.annotation, " ENT_LABEL("k.org", "k") ", k.member "
    "FROM EACH($1) v CROSS JOIN mark i CROSS JOIN assessment a CROSS JOIN mark k WHERE i.org = v.value / 4294967296 "
    "AND i.member = v.value % 4294967296 AND a.org = i.org AND a.assessment = i.assessment "
    "AND a.day >= $2 AND a.day <= $3 AND a.removed = 0 AND " ENT_IS_SHOWN_BY("i.member", "$4", "$5", "$6", "$7", "$8")
    "AND k.org = i.org AND k.assessment = i.assessment AND k.member = i.member AND k.kind <> 10"};

constexpr Sql select_missing_of{
    "SELECT " ENT_ASSESSMENT " FROM EACH($1) v CROSS JOIN assessment a WHERE a.org = $2 AND a.grp = v.value "
    "AND a.day >= $3 AND a.day <= $4 AND a.removed = 0 AND " ENT_IS_SHOWN_BY("$10", "$5", "$6", "$7", "$8", "$9")
    "AND NOT EXISTS (SELECT 1 FROM mark k WHERE k.org = a.org AND k.assessment = a.assessment AND k.member = $10 AND k.kind <> 10) "
    "AND (NOT EXISTS (SELECT 1 FROM assessment_pupil q WHERE q.org = a.org AND q.assessment = a.assessment) "
    "OR EXISTS (SELECT 1 FROM assessment_pupil q WHERE q.org = a.org AND q.assessment = a.assessment AND q.member = $10)) "
    "ORDER BY a.day, a.assessment"};
static_assert(static_cast<int>(MarkKind::not_entered) == 10);

/// Which members are asked about and what was taken back is looked at here, and the order is made here: with thousands of rows it all takes a
/// database longer, and so does each bound of a key more.
constexpr Sql select_in{
    "SELECT PACKED(k.member, k.assessment, k.kind, k.value) FROM EACH($1) v CROSS JOIN mark k WHERE k.org = $2 AND k.assessment = v.value"};

std::optional<Decimal> value_of(MarkKind kind, std::int64_t millionths) {
  return has_number(kind) ? std::optional(Decimal::of_millionths(millionths)) : std::nullopt;
}

/// From the columns of an assessment, and those of the mark behind them.
PupilMark mark_of(const Rows& row) {
  constexpr int next = assessment_columns;
  const auto kind = static_cast<MarkKind>(row.int32(next));
  return {assessment_of(row), kind, value_of(kind, row.integer(next + 1)), row.optional_string(next + 2), row.optional_string(next + 3),
          row.optional_string(next + 4)};
}

}  // namespace

std::optional<MarkRange> range(unit::Unit& unit, AssessmentId id) {
  Rows rows = unit.query(select_range, id.establishment(), id.number());
  if (!rows.next() || rows.is_null(0)) return std::nullopt;
  return MarkRange{Decimal::of_millionths(rows.integer(0)), Decimal::of_millionths(rows.integer(1))};
}

std::vector<MarkedOn> marked_in(unit::Unit& unit, GroupId group, const std::string& subject, const Span& days) {
  Rows rows = unit.query(select_marked, group.establishment(), group.number(), unit::day(days.first_day), unit::day(days.last_day), subject);
  std::vector<MarkedOn> found;
  while (rows.next()) found.push_back({rows.integer(0), unit::date(rows.integer(1))});
  return found;
}

std::vector<MarkRow> marks(unit::Unit& unit, AssessmentId id) {
  Rows rows = unit.query(select_marks, id.establishment(), id.number());
  std::vector<MarkRow> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), static_cast<MarkKind>(rows.int32(1)), Decimal::of_millionths(rows.integer(2)),
                     rows.optional_string(3), rows.integer(4), unit::instant(rows.integer(5)), rows.integer(6), rows.optional_string(7),
                     rows.optional_string(8)});
  }
  return found;
}

void replace(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId id, std::span<const MarkRow> before,
             std::span<const MarkRow> marks) {
  if (!before.empty()) {
    unit.exec(granted, keep_marks, id.establishment(), id.number(), unit::numbers(before, &MarkRow::member));
  }
  std::vector<std::int64_t> values;
  std::vector<std::string> comments, annotations, reasons;
  for (const MarkRow& mark : marks) {
    values.push_back(mark.value.millionths());
    comments.push_back(mark.comment.value_or(""));
    annotations.push_back(mark.annotation.value_or(""));
    reasons.push_back(mark.reason.value_or(""));
  }
  unit.exec_each(granted, upsert_marks, id.establishment(), id.number(), unit::numbers(marks, &MarkRow::member),
                 unit::numbers(marks, &MarkRow::kind), values, comments, annotations, reasons,
                 unit::numbers(marks, &MarkRow::version), unit::micros(unit.now()), unit.actor().person);
}

std::vector<Version> versions(unit::Unit& unit, AssessmentId id, std::int64_t member) {
  Rows rows = unit.query(select_versions, id.establishment(), id.number(), member);
  std::vector<Version> found;
  while (rows.next()) {
    const auto kind = static_cast<MarkKind>(rows.int32(0));
    found.push_back({kind, value_of(kind, rows.integer(1)), rows.optional_string(2), unit::instant(rows.integer(3)),
                     person::card_of(rows, 4), rows.optional_string(8), rows.optional_string(9), rows.optional_string(10)});
  }
  return found;
}

std::vector<PupilMark> of_member(unit::Unit& unit, OrgId org, std::int64_t member, const Shown& shown, const Span& span,
                                 Date today) {
  Rows rows = unit.query(select_of_member, org.value, member, day(span.first_day), day(span.last_day), shown.all, shown.to_pupils,
                         day(today), shown.to_parents, shown.taught_by);
  constexpr std::size_t marks_of_a_term = 100;
  std::vector<PupilMark> found;
  found.reserve(marks_of_a_term);  // wide rows: to move them each time that a list grows shows in what a page takes
  while (rows.next()) found.push_back(mark_of(rows));
  base::sort_by_key(found, [](const PupilMark& one) { return std::pair(one.assessment.date, one.assessment.id); });
  return found;
}

std::vector<MemberMark> of_members(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const Span& span,
                                   Date today) {
  Rows rows = unit.query(select_of_members, members, day(span.first_day), day(span.last_day), shown.all, shown.to_pupils,
                         day(today), shown.to_parents, shown.taught_by);
  std::vector<MemberMark> found;
  while (rows.next()) found.push_back({rows.integer(0) << 32 | rows.integer(assessment_columns + 5), mark_of(rows)});
  base::sort_by_key(found, [](const MemberMark& one) {
    return std::tuple(one.member, -day(one.mark.assessment.date), -one.mark.assessment.id.value);
  });
  return found;
}

std::vector<GroupMark> marks_in(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members,
                                std::span<const std::int64_t> assessments) {
  std::vector<GroupMark> found;
  if (members.empty()) return found;
  base::InTurn asked(members);
  Rows whole = unit.query(select_in, assessments, org.value);
  whole.next();
  store::PackedRows<4> rows(whole.bytes(0));
  found.reserve(rows.size());
  while (rows.next()) {
    const std::int64_t member = rows.integer(0);
    const auto kind = static_cast<MarkKind>(rows.integer(2));
    if (kind == MarkKind::not_entered || !asked.place_of(member)) continue;
    found.push_back({member, make_id<AssessmentId>(org.value, rows.integer(1)), kind, Decimal::of_millionths(rows.integer(3))});
  }
  const auto place = [](const GroupMark& mark) { return std::pair(mark.assessment.value, mark.member); };
  if (!std::ranges::is_sorted(found, {}, place)) std::ranges::sort(found, {}, place);
  return found;
}

std::vector<PupilMark> missing_of(unit::Unit& unit, OrgId org, std::int64_t member, std::span<const group::Attendance> stays,
                                  const Shown& shown, const Span& span, Date today) {
  std::vector<std::int64_t> groups;
  for (const group::Attendance& stay : stays) groups.push_back(GroupId{stay.group}.number());
  base::keep_each_once(groups);
  Rows rows = unit.query(select_missing_of, groups, org.value, day(span.first_day), day(span.last_day), shown.all, shown.to_pupils,
                         day(today), shown.to_parents, shown.taught_by, member);
  std::vector<PupilMark> found;
  while (rows.next()) {
    PupilMark mark{assessment_of(rows), MarkKind::not_entered, {}, {}, {}, {}};
    const auto was_there = [&](const group::Attendance& stay) {
      return stay.group == mark.assessment.group_id.value && stay.period.contains(mark.assessment.date);
    };
    if (std::ranges::any_of(stays, was_there)) found.push_back(std::move(mark));
  }
  return found;
}

}  // namespace ent::gradebook::rows
