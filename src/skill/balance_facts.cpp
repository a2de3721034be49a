#include "skill/balance_facts.hpp"

#include <algorithm>

#include "skill/method_rows.hpp"
#include "skill/method_rules.hpp"
#include "skill/referential_rows.hpp"
#include "skill/scales.hpp"

namespace ent::skill {
namespace {

constexpr Date first_day_of_all{std::chrono::year{1900} / 1 / 1};

}  // namespace

Result<Seen> seen_referential(unit::Unit& unit, std::span<const std::int64_t> line, SkillReferentialId id) {
  const bool in_line = std::ranges::find(line, id.establishment()) != line.end();
  auto view = in_line ? rows::find_referential(unit, id) : std::nullopt;
  if (!view) return base::fail(Errc::not_found, "skill.no_referential");
  return Seen{*std::move(view), rows::nodes_of(unit, id)};
}

Result<gradebook::Span> days_of(unit::Unit& unit, OrgId org, const std::optional<Date>& first_day, const std::optional<Date>& last_day,
                                const std::optional<PeriodId>& period) {
  if (!first_day && !last_day && !period) return gradebook::Span{first_day_of_all, unit.at()};
  return gradebook::span_of(unit, org, first_day, last_day, period);
}

Result<Chosen> method_for(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& referential,
                          const gradebook::Span& span, const std::optional<std::string>& asked) {
  const Date on = span.first_day == first_day_of_all ? unit.at() : span.first_day;
  Chosen chosen{{}, rows::method_on(unit, line, referential, on)};
  if (asked) chosen.view = {.method = *asked, .earlier = chosen.view.earlier};
  auto method = method_of(chosen.view);
  if (!method) return base::invalid("/method", "skill.method_unknown");
  chosen.method = *std::move(method);
  chosen.view.bounds.clear();
  for (const engine::Bound& bound : chosen.method.bounds) chosen.view.bounds.push_back(bound.value);
  return chosen;
}

std::map<std::int64_t, Facts> facts_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members, const Shown& shown,
                                       const gradebook::Span& span) {
  const auto told = rows::told_of(unit, org, members, shown, span);
  std::vector<std::int64_t> ids, scale_ids;
  for (const rows::Told& one : told) {
    ids.push_back(one.item);
    scale_ids.push_back(one.scale);
  }
  const auto items = rows::items_of(unit, ids);
  const auto scales = rows::levels_in(unit, scale_ids);
  std::map<std::int64_t, Facts> found;
  for (const rows::Told& one : told) {
    if (one.kind != LevelKind::level) continue;
    const rows::ItemRow& item = items.at(one.item);
    const auto& scale = scales.at(one.scale);
    ItemFacts& facts = found[one.member][{item.referential_code, item.code}];
    facts.coefficient = item.coefficient;
    facts.counts_for = item.counts_for;
    const LevelView& level = scale.at(static_cast<std::size_t>(one.level) - 1);
    facts.levels.push_back(
        {one.date, one.level, static_cast<std::int32_t>(scale.size()), level.value, one.subject.value_or("")});
  }
  return found;
}

void decide_degrees(Computed& balance, const std::string& referential, const std::map<ItemKey, rows::DecidedDegree>& decided) {
  for (BalanceLine& line : balance.lines) {
    const auto found = decided.find({referential, line.code});
    if (found == decided.end() || !found->second.degree) continue;
    line.computed = line.degree;
    line.degree = found->second.degree;
    line.reason = found->second.reason;
  }
}

}  // namespace ent::skill
