#include "report/model_rows.hpp"

#include "base/joined.hpp"
#include "base/text.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::report::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_choices{
    "SELECT grp, level, valid_from, model FROM report_model WHERE org = $1 ORDER BY grp, level, valid_from"};

constexpr Sql upsert_choice{
    "INSERT INTO report_model (org, grp, level, valid_from, model, at, author) VALUES ($1, $2, $3, $4, $5, $6, $7) "
    "ON CONFLICT (org, grp, level, valid_from) DO UPDATE SET model = excluded.model, at = excluded.at, author = excluded.author"};

constexpr Sql select_projects{
    "SELECT p.grp, p.code, p.kind, p.name, p.theme, p.subjects, p.description, p.comment FROM EACH($1) v CROSS JOIN report_project p "
    "WHERE p.org = $2 AND p.period = $3 AND p.grp = v.value ORDER BY p.grp, p.kind, p.name, p.code"};
constexpr Sql delete_projects{"DELETE FROM report_project WHERE org = $1 AND period = $2 AND grp = $3"};
constexpr Sql insert_projects{
    "INSERT INTO report_project (org, period, grp, code, kind, name, theme, subjects, description, comment, at, author) "
    "VALUES ($1, $2, $3, ITEM_TEXT($4), ITEM($5), ITEM_TEXT($6), ITEM_TEXT($7), ITEM_TEXT($8), ITEM_TEXT($9), ITEM_TEXT($10), $11, $12)"};

}  // namespace

std::vector<Choice> choices(unit::Unit& unit, OrgId org) {
  Rows rows = unit.query(select_choices, org.value);
  std::vector<Choice> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.string(1), unit::date(rows.integer(2)), rows.string(3)});
  return found;
}

void put_choice(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Choice& choice) {
  unit.exec(granted, upsert_choice, org.value, choice.division, choice.level, day(choice.valid_from), choice.model,
            unit::micros(unit.now()), unit.actor().person);
}

std::vector<ProjectOf> projects(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> groups) {
  std::vector<ProjectOf> found;
  if (groups.empty()) return found;
  Rows rows = unit.query(select_projects, groups, period.establishment(), period.number());
  while (rows.next()) {
    found.push_back({rows.integer(0),
                     {rows.string(1), static_cast<ProjectKind>(rows.int32(2)), rows.string(3), base::unless_empty(rows.string(4)),
                      base::lines_of(rows.string(5)), base::unless_empty(rows.string(6)), base::unless_empty(rows.string(7))}});
  }
  return found;
}

void put_projects(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, GroupId group, std::span<const Project> items) {
  unit.exec(granted, delete_projects, period.establishment(), period.number(), group.number());
  if (items.empty()) return;
  std::vector<std::string> themes, subjects, descriptions, comments;
  for (const Project& item : items) {
    themes.push_back(item.theme.value_or(""));
    subjects.push_back(base::joined(item.subject_codes));
    descriptions.push_back(item.description.value_or(""));
    comments.push_back(item.comment.value_or(""));
  }
  unit.exec_each(granted, insert_projects, period.establishment(), period.number(), group.number(), unit::texts(items, &Project::code),
                 unit::numbers(items, &Project::kind), unit::texts(items, &Project::name), themes, subjects, descriptions, comments,
                 unit::micros(unit.now()), unit.actor().person);
}

}  // namespace ent::report::rows
