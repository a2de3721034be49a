#include "attendance/policies.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ent::attendance {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_countings{
    "SELECT p.org, p.midday, p.tolerance, p.lateness_below, p.by_part, a.half_days, a.days, a.code FROM EACH($1) v "
    "JOIN attendance_policy p ON p.org = v.value LEFT JOIN attendance_alert a ON a.org = p.org ORDER BY p.org, a.place"};

constexpr Sql upsert_policy{
    "INSERT INTO attendance_policy (org, midday, tolerance, lateness_below, by_part) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (org) DO UPDATE SET midday = excluded.midday, tolerance = excluded.tolerance, "
    "lateness_below = excluded.lateness_below, by_part = excluded.by_part"};
constexpr Sql insert_alerts{
    "INSERT INTO attendance_alert (org, place, half_days, days, code) VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM_TEXT($5))"};

constexpr Sql delete_policy{"DELETE FROM attendance_policy WHERE org = $1"};
constexpr Sql delete_alerts{"DELETE FROM attendance_alert WHERE org = $1"};

constexpr std::int64_t of_a_month = 0;  // in the column `days`

/// What the library says: the alert is the law's, four half-days in a month (Code de l'éducation, article L131-8).
Counting usual_counting() {
  const CountPolicy usual;
  return {{usual.midday}, usual.tolerance, usual.lateness_below, {{.half_days = 4}}, usual.half_justified_by_part};
}

AlertRule rule_of(const Rows& row) {
  AlertRule rule{.half_days = row.int32(5)};
  if (row.integer(6) != of_a_month) {
    rule.window = Window::rolling_days;
    rule.days = row.int32(6);
  }
  if (!row.text(7).empty()) rule.code = row.string(7);
  return rule;
}

/// Rules of alert as columns.
struct RuleColumns {
  std::vector<std::int64_t> places{}, half_days{}, days{};
  std::vector<std::string> codes{};

  explicit RuleColumns(std::span<const AlertRule> rules) {
    for (const AlertRule& rule : rules) {
      places.push_back(static_cast<std::int64_t>(places.size()));
      half_days.push_back(rule.half_days);
      days.push_back(rule.days ? *rule.days : of_a_month);
      codes.push_back(rule.code.value_or(""));
    }
  }
};

}  // namespace

std::map<std::int64_t, Counting> countings_of(unit::Unit& unit, std::span<const std::int64_t> units) {
  std::map<std::int64_t, Counting> found;
  if (units.empty()) return found;
  Rows rows = unit.query(select_countings, units);
  while (rows.next()) {
    const auto [said, is_new] = found.try_emplace(rows.integer(0));
    if (is_new) said->second = {{rows.int32(1)}, rows.int32(2), rows.int32(3), {}, rows.integer(4) != 0};
    if (!rows.is_null(5)) said->second.alerts.push_back(rule_of(rows));
  }
  return found;
}

Policy policy_of(const std::map<std::int64_t, Counting>& said, std::span<const std::int64_t> line) {
  for (const std::int64_t org : line) {
    if (const auto own = said.find(org); own != said.end()) return {own->second, OrgId{org}};
  }
  return {usual_counting(), {}};
}

CountPolicy count_policy(const Counting& counting) noexcept {
  return {.midday = counting.midday.minutes,
          .tolerance = counting.tolerance,
          .lateness_below = counting.lateness_below,
          .half_justified_by_part = counting.half_justified_by_part};
}

void put_counting(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Counting& counting) {
  const RuleColumns rules(counting.alerts);
  unit.exec(granted, upsert_policy, org.value, counting.midday.minutes, counting.tolerance, counting.lateness_below,
            static_cast<std::int64_t>(counting.half_justified_by_part));
  unit.exec(granted, delete_alerts, org.value);
  unit.exec_each(granted, insert_alerts, org.value, rules.places, rules.half_days, rules.days, rules.codes);
}

void remove_counting(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org) {
  unit.exec(granted, delete_policy, org.value);
  unit.exec(granted, delete_alerts, org.value);
}

}  // namespace ent::attendance
