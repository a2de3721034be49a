#include "skill/evaluation_rows.hpp"

#include "base/text.hpp"
#include "skill/columns.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

// A row for each of its items.
#define ENT_EVALUATION                                                                                                      \
  "SELECT e.org, e.evaluation, e.grp, e.subject, e.name, e.day, e.assessment, e.pupils_from, e.parents_from, e.revision, "   \
  "e.scale, i.item FROM skill_evaluation e CROSS JOIN skill_evaluation_item i WHERE i.org = e.org AND i.evaluation = e.evaluation "

constexpr Sql select_evaluation{
    ENT_EVALUATION "AND e.org = $1 AND e.evaluation = $2 AND e.removed = 0 ORDER BY i.place"};

constexpr Sql select_group_of{"SELECT grp FROM skill_evaluation WHERE org = $1 AND evaluation = $2"};

constexpr Sql select_evaluations_of{
    ENT_EVALUATION "AND e.org = $1 AND e.grp = $2 AND e.day >= $3 AND e.day <= $4 AND e.removed = 0 "
    "ORDER BY e.day, e.evaluation, i.place"};

constexpr Sql select_evaluations_in{
    ENT_EVALUATION "AND e.org = $1 AND e.grp = $2 AND e.assessment = $3 AND e.removed = 0 ORDER BY e.evaluation, i.place"};

constexpr Sql insert_evaluation_row{
    "INSERT INTO skill_evaluation (org, evaluation, grp, subject, name, day, assessment, scale, pupils_from, parents_from, removed, "
    "revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11)"};

constexpr Sql insert_evaluation_items{
    "INSERT INTO skill_evaluation_item (org, evaluation, place, item) VALUES ($1, $2, ITEM($3), ITEM($4))"};

constexpr Sql update_evaluation_row{
    "UPDATE skill_evaluation SET name = $1, day = $2, pupils_from = $3, parents_from = $4, revision = $5 WHERE org = $6 AND evaluation = $7"};

constexpr Sql update_evaluation_days{
    "UPDATE skill_evaluation SET day = $1, revision = revision + 1 WHERE org = $2 AND evaluation IN (SELECT v.value FROM EACH($3) v)"};

constexpr Sql update_evaluation_removed{
    "UPDATE skill_evaluation SET removed = 1, revision = revision + 1 WHERE org = $1 AND evaluation = $2"};

constexpr Sql update_evaluation_revision{"UPDATE skill_evaluation SET revision = $1 WHERE org = $2 AND evaluation = $3"};

EvaluationRow evaluation_of(const Rows& row) {
  const std::int64_t org = row.integer(0);
  EvaluationRow found;
  found.view.id = make_id<SkillEvaluationId>(org, row.integer(1));
  found.view.group_id = make_id<GroupId>(org, row.integer(2));
  found.view.subject_code = base::unless_empty(row.string(3));
  found.view.name = row.string(4);
  found.view.date = unit::date(row.integer(5));
  if (row.integer(6) != 0) found.view.assessment_id = make_id<AssessmentId>(org, row.integer(6));
  found.view.pupils_from = optional_date(row, 7);
  found.view.parents_from = optional_date(row, 8);
  found.view.revision = row.integer(9);
  found.scale = row.integer(10);
  return found;
}

/// Rows of one evaluation stand together.
std::vector<EvaluationRow> all_evaluations(Rows rows) {
  std::vector<EvaluationRow> found;
  while (rows.next()) {
    if (found.empty() || found.back().view.id.number() != rows.integer(1)) found.push_back(evaluation_of(rows));
    found.back().view.item_ids.push_back(SkillItemId{rows.integer(11)});
  }
  return found;
}

std::vector<Evaluation> views_of(Rows rows) {
  std::vector<Evaluation> views;
  for (EvaluationRow& row : all_evaluations(std::move(rows))) views.push_back(std::move(row.view));
  return views;
}

void insert_items(unit::WriteUnit& unit, const unit::Granted& granted, SkillEvaluationId id, std::size_t had,
                  std::span<const SkillItemId> items) {
  if (items.empty()) return;
  std::vector<std::int64_t> places, values;
  for (const SkillItemId item : items) {
    places.push_back(static_cast<std::int64_t>(had + places.size()) + 1);
    values.push_back(item.value);
  }
  unit.exec_each(granted, insert_evaluation_items, id.establishment(), id.number(), places, values);
}

}  // namespace

std::optional<EvaluationRow> find_evaluation(unit::Unit& unit, SkillEvaluationId id) {
  auto found = all_evaluations(unit.query(select_evaluation, id.establishment(), id.number()));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<GroupId> group_of_evaluation(unit::Unit& unit, SkillEvaluationId id) {
  Rows rows = unit.query(select_group_of, id.establishment(), id.number());
  return rows.next() ? std::optional(make_id<GroupId>(id.establishment(), rows.integer(0))) : std::nullopt;
}

std::vector<Evaluation> evaluations_of(unit::Unit& unit, GroupId group, const gradebook::Span& span) {
  return views_of(unit.query(select_evaluations_of, group.establishment(), group.number(), day(span.first_day), day(span.last_day)));
}

std::vector<Evaluation> evaluations_in(unit::Unit& unit, GroupId group, AssessmentId assessment) {
  return views_of(unit.query(select_evaluations_in, group.establishment(), group.number(), assessment.number()));
}

void insert_evaluation(unit::WriteUnit& unit, const unit::Granted& granted, const EvaluationRow& row) {
  const Evaluation& view = row.view;
  unit.exec(granted, insert_evaluation_row, view.id.establishment(), view.id.number(), view.group_id.number(),
            view.subject_code.value_or(""), view.name, day(view.date), view.assessment_id ? view.assessment_id->number() : 0, row.scale,
            optional_day(view.pupils_from), optional_day(view.parents_from), view.revision);
  insert_items(unit, granted, view.id, 0, view.item_ids);
}

void update_evaluation(unit::WriteUnit& unit, const unit::Granted& granted, const Evaluation& view, std::size_t had,
                       std::span<const SkillItemId> added) {
  unit.exec(granted, update_evaluation_row, view.name, day(view.date), optional_day(view.pupils_from), optional_day(view.parents_from), view.revision,
            view.id.establishment(), view.id.number());
  insert_items(unit, granted, view.id, had, added);
}

void put_on_day(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> evaluations, Date to) {
  unit.exec(granted, update_evaluation_days, day(to), org.value, evaluations);
}

void remove_evaluation(unit::WriteUnit& unit, const unit::Granted& granted, SkillEvaluationId id) {
  unit.exec(granted, update_evaluation_removed, id.establishment(), id.number());
}

void set_evaluation_revision(unit::WriteUnit& unit, const unit::Granted& granted, SkillEvaluationId id, std::int64_t revision) {
  unit.exec(granted, update_evaluation_revision, revision, id.establishment(), id.number());
}

}  // namespace ent::skill::rows
