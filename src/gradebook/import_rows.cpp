#include "gradebook/import_rows.hpp"

#include "gradebook/assessment_columns.hpp"

namespace ent::gradebook::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_all{
    "SELECT " ENT_ASSESSMENT " FROM EACH($1) v CROSS JOIN assessment a WHERE a.org = $2 "
    "AND a.assessment = v.value AND a.removed = 0"};

constexpr Sql select_cells{
    "SELECT k.assessment, k.member, k.kind, k.value, k.comment, k.version, k.at, k.author, k.annotation, k.reason FROM EACH($1) v CROSS JOIN mark k "
    "WHERE k.org = $2 AND k.assessment = v.value ORDER BY k.assessment, k.member"};

constexpr Sql keep_cells{
    "INSERT INTO mark_before (org, assessment, member, version, kind, value, comment, annotation, reason, at, author) VALUES "
    "($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), NULLIF(ITEM_TEXT($7), ''), NULLIF(ITEM_TEXT($8), ''), NULLIF(ITEM_TEXT($9), ''), "
    "ITEM($10), ITEM($11))"};

constexpr Sql upsert_cells{
    "INSERT INTO mark (org, assessment, member, kind, value, comment, annotation, version, at, author) "
    "VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), NULLIF(ITEM_TEXT($6), ''), NULLIF(ITEM_TEXT($7), ''), ITEM($8), $9, $10) "
    "ON CONFLICT (org, assessment, member) DO UPDATE SET kind = excluded.kind, value = excluded.value, annotation = excluded.annotation, "
    "comment = excluded.comment, reason = NULL, version = excluded.version, at = excluded.at, author = excluded.author"};

constexpr Sql raise_revisions{
    "UPDATE assessment SET revision = revision + 1 WHERE org = $1 AND assessment IN (SELECT v.value FROM EACH($2) v)"};

std::vector<std::int64_t> numbers_of(std::span<const AssessmentId> ids) {
  std::vector<std::int64_t> numbers;
  for (const AssessmentId id : ids) numbers.push_back(id.number());
  return numbers;
}

/// Cells as columns.
struct Columns {
  std::vector<std::int64_t> assessments, members, kinds, values, versions, times, authors;
  std::vector<std::string> comments, annotations, reasons;

  explicit Columns(std::span<const CellRow> cells) {
    for (const auto& [assessment, mark] : cells) {
      assessments.push_back(assessment.number());
      members.push_back(mark.member);
      kinds.push_back(static_cast<std::int64_t>(mark.kind));
      values.push_back(mark.value.millionths());
      versions.push_back(mark.version);
      times.push_back(mark.at.time_since_epoch().count());
      authors.push_back(mark.author);
      comments.push_back(mark.comment.value_or(""));
      annotations.push_back(mark.annotation.value_or(""));
      reasons.push_back(mark.reason.value_or(""));
    }
  }
};

}  // namespace

std::vector<Assessment> find_all(unit::Unit& unit, OrgId org, std::span<const AssessmentId> ids) {
  std::vector<std::int64_t> numbers;
  for (const AssessmentId id : ids) {
    if (id.establishment() == org.value) numbers.push_back(id.number());
  }
  Rows rows = unit.query(select_all, numbers, org.value);
  std::vector<Assessment> found;
  while (rows.next()) found.push_back(assessment_of(rows));
  return found;
}

std::vector<CellRow> cells(unit::Unit& unit, OrgId org, std::span<const AssessmentId> ids) {
  Rows rows = unit.query(select_cells, numbers_of(ids), org.value);
  std::vector<CellRow> found;
  while (rows.next()) {
    found.push_back({make_id<AssessmentId>(org.value, rows.integer(0)),
                     {rows.integer(1), static_cast<MarkKind>(rows.int32(2)), Decimal::of_millionths(rows.integer(3)),
                      rows.optional_string(4), rows.integer(5), Instant{std::chrono::microseconds{rows.integer(6)}}, rows.integer(7),
                      rows.optional_string(8), {}, rows.optional_string(9)}});
  }
  return found;
}

void replace_cells(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const CellRow> before,
                   std::span<const CellRow> after) {
  const Columns kept(before), put(after);
  if (!before.empty()) {
    unit.exec_each(granted, keep_cells, org.value, kept.assessments, kept.members, kept.versions, kept.kinds, kept.values,
                   kept.comments, kept.annotations, kept.reasons, kept.times, kept.authors);
  }
  unit.exec_each(granted, upsert_cells, org.value, put.assessments, put.members, put.kinds, put.values, put.comments, put.annotations, put.versions,
                 unit.now().time_since_epoch().count(), unit.actor().person);
  unit.exec(granted, raise_revisions, org.value, put.assessments);
}

}  // namespace ent::gradebook::rows
