#include "skill/functions.hpp"

#include "org/functions.hpp"
#include "skill/balance_facts.hpp"
#include "skill/held.hpp"

namespace ent::skill {
namespace {

constexpr Date before_all_days{std::chrono::year{1900} / 1 / 1};

}  // namespace

Result<std::map<std::int64_t, std::map<std::string, std::int32_t>>> degrees_of(unit::Unit& unit, OrgId org,
                                                                               const std::vector<std::int64_t>& members,
                                                                               std::string_view referential,
                                                                               const gradebook::Span& span) {
  std::map<std::int64_t, std::map<std::string, std::int32_t>> degrees;
  const auto line = org::line_of(unit, org, unit.at());
  const auto versions = holding(rows::versions_in(unit, line, std::string(referential), span.last_day));
  if (versions.empty() || members.empty()) return degrees;
  const auto nodes = rows::nodes_of(unit, versions.front().id);
  ENT_TRY(chosen, method_for(unit, line, versions.front().code, span, std::nullopt));
  const auto facts = facts_of(unit, org, members, {.all = true}, {before_all_days, span.last_day});
  const auto decided = rows::decided_degrees(unit, org, members, span);
  for (const std::int64_t member : members) {
    const auto said = facts.find(member);
    const Facts counted = said == facts.end() ? Facts{} : counting(said->second, span.first_day, chosen.view.earlier);
    Computed found = computed(chosen.method, versions.front().code, nodes, counted);
    if (const auto by_hand = decided.find(member); by_hand != decided.end()) decide_degrees(found, versions.front().code, by_hand->second);
    for (const BalanceLine& one : found.lines) {
      if (one.degree) degrees[member].emplace(one.code, *one.degree);
    }
  }
  return degrees;
}

}  // namespace ent::skill
