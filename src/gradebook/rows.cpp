// The rows of `assessment`.
#include "gradebook/rows.hpp"

#include <string_view>
#include <tuple>

#include "base/sort_by_key.hpp"
#include "base/text.hpp"
#include "gradebook/assessment_columns.hpp"
#include "unit/dates.hpp"

// The subject of `a` is taught to its group by a person on a day.
#define TAUGHT(person, day)                                                                                    \
  "EXISTS (SELECT 1 FROM service s CROSS JOIN member t WHERE t.org = s.org AND t.member = s.member "           \
  "AND s.org = a.org AND s.grp = a.grp AND s.subject = a.subject AND s.valid_from <= " day " AND s.valid_to > " day \
  " AND t.person = " person ")"

namespace ent::gradebook::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_assessment{"SELECT " ENT_ASSESSMENT " FROM assessment a WHERE a.org = $1 AND a.assessment = $2 AND a.removed = 0"};

constexpr Sql select_asked_of{"SELECT grp, subject FROM assessment WHERE org = $1 AND assessment = $2"};

constexpr Sql insert_assessment{
    "INSERT INTO assessment (org, assessment, service, grp, subject, name, day, maximum, coefficient, part, brought, formative, "
    "pupils_from, parents_from, removed, revision, box, minimum, never_dropped, share, type, statement, omitted) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16, $17, $18, $19, $20, $21, $22)"};

constexpr Sql update_assessment{
    "UPDATE assessment SET name = $1, day = $2, maximum = $3, coefficient = $4, part = $5, brought = $6, formative = $7, "
    "pupils_from = $8, parents_from = $9, revision = $10, box = $11, minimum = $12, never_dropped = $13, share = $14, "
    "type = $15, statement = $16, omitted = $17 WHERE org = $18 AND assessment = $19"};

constexpr Sql update_removed{"UPDATE assessment SET removed = 1, revision = revision + 1 WHERE org = $1 AND assessment = $2"};

constexpr Sql update_revision{"UPDATE assessment SET revision = $1 WHERE org = $2 AND assessment = $3"};

constexpr Sql select_list{
    "SELECT " ENT_ASSESSMENT " FROM assessment a WHERE a.org = $1 AND a.grp = $2 AND a.day >= $3 AND a.day <= $4 AND a.removed = 0 "
    "AND (a.subject = $5 OR $6 = 0) AND ($7 = 0 OR " TAUGHT("$7", "$8") ") ORDER BY a.day, a.assessment"};

constexpr Sql select_taught_by{
    "SELECT DISTINCT s.subject FROM (SELECT CAST($1 AS BIGINT) AS grp UNION ALL "
    "SELECT d.grp FROM group_division d WHERE d.org = $2 AND d.division = $1 UNION ALL "
    "SELECT d.division FROM group_division d WHERE d.org = $2 AND d.grp = $1) g CROSS JOIN service s CROSS JOIN member t "
    "WHERE s.org = $2 AND s.grp = g.grp AND s.valid_from <= $3 AND s.valid_to > $3 AND t.org = s.org AND t.member = s.member "
    "AND t.person = $4"};

/// In no order: to sort rows of so many columns takes SQLite longer than to find them.
constexpr Sql select_of_classmates{
    "SELECT a.assessment, a.grp, a.subject, a.box, a.day, a.maximum, a.minimum, a.coefficient, a.part, a.brought, a.formative, a.omitted, "
    "a.never_dropped, a.share FROM (SELECT DISTINCT h.grp AS grp FROM EACH($1) v CROSS JOIN group_member h "
    "WHERE h.org = $2 AND h.member = v.value) d "
    "CROSS JOIN assessment a WHERE a.org = $2 AND a.grp = d.grp AND a.day >= $3 AND a.day <= $4 AND a.removed = 0"};

std::optional<Date> date_or_none(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(unit::date(row.integer(column)));
}
std::optional<Decimal> share_at(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(Decimal::of_millionths(row.integer(column)));
}
std::optional<std::int64_t> day_or_null(const std::optional<Date>& date) {
  return date ? std::optional(day(*date)) : std::nullopt;
}

std::optional<std::int64_t> millionths_or_null(const std::optional<Decimal>& number) {
  return number ? std::optional(number->millionths()) : std::nullopt;
}

/// From the columns of select_of_classmates.
BareAssessment bare_assessment_of(const Rows& row, OrgId org) {
  return {make_id<AssessmentId>(org.value, row.integer(0)),
          row.integer(1),
          row.string(2),
          row.string(3),
          unit::date(row.integer(4)),
          {.maximum = Decimal::of_millionths(row.integer(5)),
           .minimum = Decimal::of_millionths(row.integer(6)),
           .coefficient = Decimal::of_millionths(row.integer(7)),
           .part = static_cast<engine::Part>(row.int32(8)),
           .brought_to_scale = row.integer(9) != 0,
           .formative = row.integer(10) != 0,
           .omitted = row.integer(11) != 0,
           .never_dropped = row.integer(12) != 0,
           .share = share_at(row, 13)}};
}

std::vector<Assessment> all(Rows rows) {
  std::vector<Assessment> found;
  while (rows.next()) found.push_back(assessment_of(rows));
  return found;
}

}  // namespace

Assessment assessment_of(const Rows& row) {
  const std::int64_t org = row.integer(0);
  const std::string subject = row.string(4);
  return {make_id<AssessmentId>(org, row.integer(1)),
          make_id<ServiceId>(org, row.integer(2)),
          make_id<GroupId>(org, row.integer(3)),
          subject.empty() ? std::nullopt : std::optional(subject),
          row.string(5),
          unit::date(row.integer(6)),
          Decimal::of_millionths(row.integer(7)),
          Decimal::of_millionths(row.integer(8)),
          static_cast<Part>(row.int32(9)),
          row.integer(10) != 0,
          row.integer(11) != 0,
          date_or_none(row, 12),
          date_or_none(row, 13),
          row.integer(14),
          base::unless_empty(row.string(15)),
          Decimal::of_millionths(row.integer(16)),
          row.integer(17) != 0,
          share_at(row, 18),
          row.optional_string(19),
          row.optional_string(20),
          {},
          row.integer(21) != 0};
}

std::optional<Assessment> find(unit::Unit& unit, AssessmentId id) {
  Rows rows = unit.query(select_assessment, id.establishment(), id.number());
  return rows.next() ? std::optional(assessment_of(rows)) : std::nullopt;
}

std::optional<AskedOf> asked_of(unit::Unit& unit, AssessmentId id) {
  Rows rows = unit.query(select_asked_of, id.establishment(), id.number());
  return rows.next() ? std::optional(AskedOf{make_id<GroupId>(id.establishment(), rows.integer(0)), rows.string(1)}) : std::nullopt;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Assessment& assessment) {
  unit.exec(granted, insert_assessment, assessment.id.establishment(), assessment.id.number(), assessment.service_id.number(),
            assessment.group_id.number(), assessment.subject_code.value_or(""), assessment.name, day(assessment.date),
            assessment.maximum.millionths(), assessment.coefficient.millionths(), static_cast<std::int32_t>(assessment.part),
            assessment.brought_to_scale, assessment.formative, day_or_null(assessment.pupils_from),
            day_or_null(assessment.parents_from), assessment.revision, assessment.box_code.value_or(""),
            assessment.minimum.millionths(), assessment.never_dropped, millionths_or_null(assessment.own_share), assessment.type,
            assessment.statement, assessment.omitted);
}

void update(unit::WriteUnit& unit, const unit::Granted& granted, const Assessment& assessment) {
  unit.exec(granted, update_assessment, assessment.name, day(assessment.date), assessment.maximum.millionths(),
            assessment.coefficient.millionths(), static_cast<std::int32_t>(assessment.part), assessment.brought_to_scale,
            assessment.formative, day_or_null(assessment.pupils_from), day_or_null(assessment.parents_from),
            assessment.revision, assessment.box_code.value_or(""), assessment.minimum.millionths(), assessment.never_dropped,
            millionths_or_null(assessment.own_share), assessment.type, assessment.statement, assessment.omitted, assessment.id.establishment(),
            assessment.id.number());
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId id) {
  unit.exec(granted, update_removed, id.establishment(), id.number());
}

void set_revision(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId id, std::int64_t revision) {
  unit.exec(granted, update_revision, revision, id.establishment(), id.number());
}

std::vector<Assessment> list(unit::Unit& unit, const ListAssessments& input, const Span& span, std::int64_t taught_by, Date today) {
  return all(unit.query(select_list, input.group_id.establishment(), input.group_id.number(), day(span.first_day),
                        day(span.last_day), input.subject_code.value_or(""), input.subject_code ? 1 : 0, taught_by,
                        day(today)));
}

std::vector<BareAssessment> of_classmates(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span) {
  Rows rows = unit.query(select_of_classmates, members, org.value, day(span.first_day), day(span.last_day));
  std::vector<BareAssessment> found;
  while (rows.next()) found.push_back(bare_assessment_of(rows, org));
  base::sort_by_key(found, [](const BareAssessment& one) { return std::tuple(std::string_view(one.subject), one.date, one.id); });
  return found;
}

std::vector<std::string> taught_by(unit::Unit& unit, GroupId group, std::int64_t person, Date on) {
  Rows rows = unit.query(select_taught_by, group.number(), group.establishment(), day(on), person);
  std::vector<std::string> subjects;
  while (rows.next()) subjects.push_back(rows.string(0));
  return subjects;
}

}  // namespace ent::gradebook::rows
