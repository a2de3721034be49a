#include "gradebook/adjustment_rows.hpp"

#include "person/card.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::gradebook::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_column{
    "SELECT member, given, points, version FROM mark_adjustment WHERE org = $1 AND service = $2 AND period = $3 AND standing = 1 "
    "ORDER BY member"};

constexpr Sql end_adjustments{
    "UPDATE mark_adjustment SET standing = 0 WHERE org = $1 AND service = $2 AND period = $3 AND standing = 1 "
    "AND member IN (SELECT v.value FROM EACH($4) v)"};

constexpr Sql insert_adjustments{
    "INSERT INTO mark_adjustment (org, service, period, member, version, grp, subject, given, points, standing, at, author) "
    "VALUES ($1, $2, $3, ITEM($4), ITEM($5), $6, $7, ITEM($8), ITEM($9), 1, $10, $11)"};

/// What was taken away is told as what stood before.
constexpr Sql select_adjustments{
    "SELECT a.service, a.subject, a.given, a.points, a.at, p.person, p.family_name, p.given_name, p.title, "
    "w.person, w.family_name, w.given_name, w.title FROM mark_adjustment a JOIN member m ON m.org = a.org AND m.member = a.member "
    "JOIN person p ON p.person = m.person LEFT JOIN person w ON w.person = a.author "
    "WHERE a.org = $1 AND a.grp = $2 AND a.period = $3 AND ($4 = 1 OR (a.standing = 1 AND a.given = 1)) "
    "AND ($5 = 1 OR a.subject IN (SELECT v.value FROM EACH_TEXT($6) v)) "
    "ORDER BY a.subject, m.sort_key, m.person, a.service, a.version DESC"};

constexpr Sql select_given{
    "SELECT a.member, a.grp, a.subject, a.points, p.first_day, p.last_day FROM EACH($1) v CROSS JOIN mark_adjustment a "
    "CROSS JOIN grading_period p WHERE a.org = $2 AND a.member = v.value AND a.standing = 1 AND a.given = 1 AND p.org = a.org "
    "AND p.period = a.period AND p.first_day >= $3 AND p.last_day <= $4"};

std::optional<Decimal> points_told(const Rows& row, int given) {
  return row.integer(given) != 0 ? std::optional(Decimal::of_millionths(row.integer(given + 1))) : std::nullopt;
}

}  // namespace

std::vector<AdjustmentRow> standing_adjustments(unit::Unit& unit, ServiceId service, PeriodId period) {
  Rows rows = unit.query(select_column, service.establishment(), service.number(), period.number());
  std::vector<AdjustmentRow> found;
  while (rows.next()) found.push_back({rows.integer(0), points_told(rows, 1), rows.integer(3)});
  return found;
}

void put_adjustments(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, const group::ServiceRow& service,
                     std::span<const AdjustmentRow> next) {
  const auto members = unit::numbers(next, &AdjustmentRow::member);
  std::vector<std::int64_t> given, points;
  for (const AdjustmentRow& row : next) {
    given.push_back(row.points.has_value());
    points.push_back(row.points.value_or(0).millionths());
  }
  unit.exec(granted, end_adjustments, period.establishment(), service.service, period.number(), members);
  unit.exec_each(granted, insert_adjustments, period.establishment(), service.service, period.number(), members,
                 unit::numbers(next, &AdjustmentRow::version), service.group, service.subject, given, points,
                 unit::micros(unit.now()), unit.actor().person);
}

std::vector<Adjustment> adjustments(unit::Unit& unit, const OfAdjustments& input, const std::optional<std::vector<std::string>>& subjects) {
  const std::int64_t org = input.group_id.establishment();
  Rows rows = unit.query(select_adjustments, org, input.group_id.number(), input.period_id.number(), input.history, !subjects,
                         subjects.value_or(std::vector<std::string>{}));
  std::vector<Adjustment> found;
  while (rows.next()) {
    const std::string subject = rows.string(1);
    found.push_back({person::card_of(rows, 5), make_id<ServiceId>(org, rows.integer(0)),
                     subject.empty() ? std::nullopt : std::optional(subject), points_told(rows, 2), unit::instant(rows.integer(4)),
                     person::card_of(rows, 9)});
  }
  return found;
}

std::vector<GivenPoints> points_given(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& days) {
  Rows rows = unit.query(select_given, members, org.value, unit::day(days.first_day), unit::day(days.last_day));
  std::vector<GivenPoints> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.string(2), Decimal::of_millionths(rows.integer(3)),
                     {unit::date(rows.integer(4)), unit::date(rows.integer(5))}});
  }
  return found;
}

}  // namespace ent::gradebook::rows
