#include "period/rows.hpp"

#include <map>

#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::period::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_PERIOD "org, period, school_year, code, number, name, first_day, last_day, coefficient "

constexpr Sql select_periods{
    "SELECT " ENT_PERIOD "FROM grading_period WHERE org = $1 AND school_year = $2 ORDER BY code, number"};

constexpr Sql select_period{"SELECT " ENT_PERIOD "FROM grading_period WHERE org = $1 AND period = $2"};

constexpr Sql select_begun{"SELECT period FROM grading_period WHERE org = $1 AND first_day >= $2 ORDER BY period"};

constexpr Sql select_levels{"SELECT code, level FROM period_level WHERE org = $1 AND school_year = $2 ORDER BY level"};

constexpr Sql select_divisions{"SELECT code, grp FROM period_division WHERE org = $1 AND school_year = $2 ORDER BY grp"};

constexpr Sql delete_periods{"DELETE FROM grading_period WHERE org = $1 AND school_year = $2 AND code = $3"};
constexpr Sql delete_levels{"DELETE FROM period_level WHERE org = $1 AND school_year = $2 AND code = $3"};
constexpr Sql delete_divisions{"DELETE FROM period_division WHERE org = $1 AND school_year = $2 AND code = $3"};

constexpr Sql insert_periods{
    "INSERT INTO grading_period (org, period, school_year, code, number, name, first_day, last_day, coefficient) "
    "VALUES ($1, ITEM($2), $3, $4, ITEM($5), ITEM_TEXT($6), ITEM($7), ITEM($8), ITEM($9))"};
constexpr Sql insert_levels{
    "INSERT INTO period_level (org, school_year, level, code) VALUES ($1, $2, ITEM_TEXT($3), $4)"};
constexpr Sql insert_divisions{
    "INSERT INTO period_division (org, school_year, grp, code) VALUES ($1, $2, ITEM($3), $4)"};

constexpr Sql select_held{
    "SELECT period, grp, 1 AS days_stand FROM period_held WHERE org = $1 AND school_year = $2 UNION ALL "
    "SELECT period, grp, 0 FROM period_kept WHERE org = $1 AND school_year = $2 ORDER BY days_stand DESC, period, grp"};

constexpr Sql insert_held{
    "INSERT INTO period_held (org, school_year, period, grp) VALUES ($1, $2, $3, ITEM($4)) ON CONFLICT (org, school_year, period, grp) DO NOTHING"};

constexpr Sql insert_kept{
    "INSERT INTO period_kept (org, school_year, period, grp) VALUES ($1, $2, $3, $4) ON CONFLICT (org, school_year, period, grp) DO NOTHING"};

constexpr Sql delete_held{
    "DELETE FROM period_held WHERE org = $1 AND school_year = $2 AND period = $3 AND grp IN (SELECT v.value FROM EACH($4) v)"};

View view_of(const Rows& row) {
  return {make_id<PeriodId>(row.integer(0), row.integer(1)), OrgId{row.integer(0)}, row.int32(2), row.string(3), row.int32(4),
          row.string(5), unit::date(row.integer(6)), unit::date(row.integer(7)), Decimal::of_millionths(row.integer(8))};
}

}  // namespace

std::vector<Scheme> schemes(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  Rows periods = unit.query(select_periods, org.value, school_year);
  Rows levels = unit.query(select_levels, org.value, school_year);
  Rows divisions = unit.query(select_divisions, org.value, school_year);
  std::map<std::string, Scheme, std::less<>> by_code;
  while (periods.next()) {
    Scheme& scheme = by_code[periods.string(3)];
    scheme.code = periods.string(3);
    scheme.periods.push_back(view_of(periods));
  }
  while (levels.next()) by_code[levels.string(0)].levels.push_back(levels.string(1));
  while (divisions.next()) {
    by_code[divisions.string(0)].division_ids.push_back(make_id<GroupId>(org.value, divisions.integer(1)));
  }
  std::vector<Scheme> found;
  for (auto& [code, scheme] : by_code) found.push_back(std::move(scheme));
  return found;
}

std::optional<View> find(unit::Unit& unit, PeriodId id) {
  Rows rows = unit.query(select_period, id.establishment(), id.number());
  return rows.next() ? std::optional(view_of(rows)) : std::nullopt;
}

std::vector<PeriodId> begun_since(unit::Unit& unit, OrgId org, Date from) {
  Rows rows = unit.query(select_begun, org.value, day(from));
  std::vector<PeriodId> found;
  while (rows.next()) found.push_back(make_id<PeriodId>(org.value, rows.integer(0)));
  return found;
}

void replace(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year, const Scheme& scheme) {
  for (const Sql* sql : {&delete_periods, &delete_levels, &delete_divisions}) {
    unit.exec(granted, *sql, org.value, school_year, scheme.code);
  }
  if (scheme.periods.empty()) return;
  std::vector<std::int64_t> ids, firsts, lasts, coefficients, divisions;
  for (const View& view : scheme.periods) {
    ids.push_back(view.id.number());
    firsts.push_back(day(view.first_day));
    lasts.push_back(day(view.last_day));
    coefficients.push_back(view.coefficient.millionths());
  }
  for (const GroupId division : scheme.division_ids) divisions.push_back(division.number());
  unit.exec_each(granted, insert_periods, org.value, ids, school_year, scheme.code,
                 unit::numbers(scheme.periods, &View::number), unit::texts(scheme.periods, &View::name), firsts, lasts,
                 coefficients);
  if (!scheme.levels.empty()) {
    unit.exec_each(granted, insert_levels, org.value, school_year, scheme.levels, scheme.code);
  }
  if (!divisions.empty()) {
    unit.exec_each(granted, insert_divisions, org.value, school_year, divisions, scheme.code);
  }
}

std::vector<HeldRow> held(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  Rows rows = unit.query(select_held, org.value, school_year);
  std::vector<HeldRow> found;
  while (rows.next()) found.push_back({make_id<PeriodId>(org.value, rows.integer(0)), rows.integer(1), rows.integer(2) != 0});
  return found;
}

void hold(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups) {
  unit.exec_each(granted, insert_held, period.org_id.value, period.school_year, period.id.number(), groups);
}

void keep(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::int64_t group) {
  unit.exec(granted, insert_kept, period.org_id.value, period.school_year, period.id.number(), group);
}

void let_go(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups) {
  unit.exec(granted, delete_held, period.org_id.value, period.school_year, period.id.number(), groups);
}

}  // namespace ent::period::rows
