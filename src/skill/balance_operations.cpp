// Balances: of a pupil, of a group, over the years.
#include <algorithm>
#include <set>

#include "group/functions.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "person/functions.hpp"
#include "skill/balance_facts.hpp"
#include "skill/describe.hpp"
#include "skill/target.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

constexpr std::int32_t deepest_line = 5;
constexpr Date before_all{std::chrono::year{1900} / 1 / 1};

std::optional<Error> expect_depth(std::int32_t depth) {
  return depth >= 1 && depth <= deepest_line ? std::nullopt : std::optional(base::invalid("/depth", "field.range"));
}

/// Of one of several members.
template <class Known>
const Known& of_member(const std::map<std::int64_t, Known>& all, std::int64_t member) {
  static const Known nothing{};
  const auto found = all.find(member);
  return found == all.end() ? nothing : found->second;
}

/// Asked where what counts goes by them.
base::SchoolYears years_for(unit::Unit& unit, const std::vector<std::int64_t>& line, Earlier earlier) {
  return earlier == Earlier::same_year ? org::school_years_by(unit, line) : base::SchoolYears{};
}

/// skill.balance
Result<Balance> balance_(Read<Perm::skill_read>& unit, const OfBalance& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(span, days_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  ENT_TRY(seen, seen_referential(unit, line, input.referential_id));
  ENT_TRY(chosen, method_for(unit, line, seen.view.code, span, input.method));
  const auto facts = facts_of(unit, input.org_id, {pupil->member}, shown, {before_all, span.last_day});
  const auto decided = decisions_of(unit, input.org_id, {pupil->member}, shown, span);
  const base::SchoolYears years = years_for(unit, line, chosen.view.earlier);
  const Facts counted = counting(of_member(facts, pupil->member), span.first_day, chosen.view.earlier, years);
  Computed found = balance_of(chosen, seen, counted, standing(of_member(decided, pupil->member), span));
  Balance balance{std::move(found.lines), {}, std::move(found.total), std::move(chosen.view)};
  for (const BalanceLine& one : balance.items) {
    if (one.kind == NodeKind::item && one.evaluated == 0) balance.without_evidence.push_back(one.item_id);
  }
  return balance;
}

/// The school years of each school that said or decided any of it.
org::YearsOf school_years_of(unit::Unit& unit, const Known& known) {
  std::set<std::int64_t> orgs;
  for (const auto& [key, item] : known.facts) {
    for (const DatedLevel& level : item.levels) orgs.insert(level.org);
  }
  for (const auto& [key, decisions] : known.decisions) {
    for (const Decision& one : decisions) orgs.insert(one.org);
  }
  return org::school_years_of(unit, std::vector(orgs.begin(), orgs.end()), unit.at());
}

/// skill.years
Result<Years> years_(Read<Perm::skill_read>& unit, const OfYears& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_REFUSE(expect_depth(input.depth));
  ENT_TRY(seen, seen_referential(unit, line, input.referential_id));
  const gradebook::Span span{before_all, unit.at()};
  ENT_TRY(chosen, method_for(unit, line, seen.view.code, span, std::nullopt));
  const Known known = known_everywhere(unit, input.org_id, PersonId{pupil->person.person}, line, shown, span.last_day);
  Years years;
  for (const auto& [year, of_year] : by_school_year(known, school_years_of(unit, known))) {
    for (BalanceLine& one : balance_of(chosen, seen, of_year.facts, standing(of_year.decisions, span)).lines) {
      if (one.depth > input.depth || (one.evaluated == 0 && !one.degree)) continue;
      years.items.push_back({year, one.item_id, std::move(one.code), one.degree, one.evaluated, one.share, one.computed});
    }
  }
  return years;
}

/// Adds a pupil's line to the counts of its node.
void count_degree(DegreeCounts& counts, const BalanceLine& line) {
  ++counts.pupils;
  if (!line.degree) return;
  const auto place = static_cast<std::size_t>(*line.degree);
  if (counts.degrees.size() < place) counts.degrees.resize(place);
  ++counts.degrees[place - 1];
}

/// skill.group_balance
Result<GroupBalance> group_balance_(Read<Perm::skill_read>& unit, const OfGroupBalance& input) {
  const OrgId org{input.group_id.establishment()};
  const auto group = group::find(unit, input.group_id);
  const auto line = org::line_of(unit, org, unit.at());
  ENT_TRY(granted, unit.may(about(input.group_id), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  ENT_REFUSE(expect_depth(input.depth));
  ENT_TRY(span, days_of(unit, org, input.first_day, input.last_day, input.period_id));
  ENT_TRY(seen, seen_referential(unit, line, input.referential_id));
  ENT_TRY(chosen, method_for(unit, line, seen.view.code, span, std::nullopt));
  const auto pupils = group::pupils_on(unit, input.group_id, unit.at());
  std::vector<std::int64_t> members;
  for (const group::Pupil& pupil : pupils) members.push_back(pupil.member);
  const Shown all{.all = true};
  const auto facts = facts_of(unit, org, members, all, {before_all, span.last_day});
  const auto decided = decisions_of(unit, org, members, all, span);
  const base::SchoolYears years = years_for(unit, line, chosen.view.earlier);
  GroupBalance balance;
  for (const NodeView& node : seen.nodes) {
    if (node.depth <= input.depth) balance.totals.push_back({node.id, node.code, 0, std::vector<std::int32_t>(chosen.method.bounds.size() + 1)});
  }
  for (const group::Pupil& pupil : pupils) {
    const Facts counted = counting(of_member(facts, pupil.member), span.first_day, chosen.view.earlier, years);
    Computed found = balance_of(chosen, seen, counted, standing(of_member(decided, pupil.member), span));
    std::size_t place = 0;
    for (BalanceLine& one : found.lines) {
      if (one.depth > input.depth) continue;
      count_degree(balance.totals[place++], one);
      balance.items.push_back({pupil.card, one.item_id, std::move(one.code), one.degree, one.items, one.evaluated, one.share});
    }
  }
  balance.method = std::move(chosen.view);
  return balance;
}

}  // namespace

extern constexpr Op op_balance = op<&balance_>("skill.balance", "0.1");
extern constexpr Op op_years = op<&years_>("skill.years", "0.1");
extern constexpr Op op_group_balance = op<&group_balance_>("skill.group_balance", "0.1");

Result<Balance> balance(Session& session, const OfBalance& input, const CallOptions& options) {
  return run<Balance>(op_balance, session, input, options);
}
Result<Years> years(Session& session, const OfYears& input, const CallOptions& options) {
  return run<Years>(op_years, session, input, options);
}
Result<GroupBalance> group_balance(Session& session, const OfGroupBalance& input, const CallOptions& options) {
  return run<GroupBalance>(op_group_balance, session, input, options);
}

}  // namespace ent::skill
