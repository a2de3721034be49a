#include "skill/usage_rows.hpp"

#include "skill/columns.hpp"
#include "unit/columns.hpp"
#include "unit/instants.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_usage_rules{
    "SELECT r.kind, r.item, MAX(r.level) AS level FROM EACH($1) v CROSS JOIN skill_usage_rule r WHERE r.org = v.value "
    "AND (r.kind = $2 OR $2 = '') GROUP BY r.kind, r.item ORDER BY r.kind, r.item"};
constexpr Sql delete_usage_rules{"DELETE FROM skill_usage_rule WHERE org = $1"};
constexpr Sql insert_usage_rules{
    "INSERT INTO skill_usage_rule (org, kind, item, level, at, author) VALUES ($1, ITEM_TEXT($2), ITEM($3), ITEM($4), $5, $6)"};

constexpr Sql insert_request_rows{
    "INSERT INTO skill_claim (org, claim, member, item, scale, level, evidence, day, state, decided_level, at, author) "
    "VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM_TEXT($7), $8, 2, 0, $9, 0)"};

}  // namespace

std::vector<UsageRule> usage_rules(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& kind) {
  Rows rows = unit.query(select_usage_rules, line, kind);
  std::vector<UsageRule> found;
  while (rows.next()) found.push_back({rows.string(0), SkillItemId{rows.integer(1)}, rows.int32(2)});
  return found;
}

void put_usage_rules(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const UsageRule> items) {
  unit.exec(granted, delete_usage_rules, org.value);
  if (items.empty()) return;
  std::vector<std::int64_t> ids;
  for (const UsageRule& item : items) ids.push_back(item.item_id.value);
  unit.exec_each(granted, insert_usage_rules, org.value, unit::texts(items, &UsageRule::kind), ids, unit::numbers(items, &UsageRule::level),
                 unit::micros(unit.now()), unit.actor().person);
}

void insert_requests(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const ClaimRow> requests) {
  if (requests.empty()) return;
  std::vector<std::int64_t> claims, items, levels;
  std::vector<std::string> evidence;
  for (const ClaimRow& request : requests) {
    claims.push_back(request.view.id.number());
    items.push_back(request.view.item_id.value);
    levels.push_back(request.view.level.value_or(0));
    evidence.push_back(request.view.evidence.value_or(""));
  }
  unit.exec_each(granted, insert_request_rows, org.value, claims, unit::numbers(requests, &ClaimRow::member), items,
                 unit::numbers(requests, &ClaimRow::scale), levels, evidence, day(requests.front().view.date), unit::micros(unit.now()));
}

}  // namespace ent::skill::rows
