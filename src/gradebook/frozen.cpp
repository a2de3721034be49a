#include "gradebook/frozen.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/formulas.hpp"
#include "gradebook/frozen_describe.hpp"
#include "gradebook/seats.hpp"
#include "org/functions.hpp"
#include "reflect/codec.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::gradebook {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql insert_formulas{
    "INSERT INTO period_formula (org, grp, first_day, last_day, period, school_year, version, at, formula) "
    "VALUES ($1, ITEM($2), $3, $4, $5, $6, ITEM($7), $8, ITEM_TEXT($9))"};

/// What is kept holds while that version of the state stands.
constexpr Sql select_kept{
    "SELECT f.grp, f.first_day, f.last_day, f.at, f.formula FROM EACH($1) v CROSS JOIN period_formula f CROSS JOIN period_state s "
    "WHERE f.org = $2 AND f.grp = v.value AND f.first_day >= $3 AND f.first_day <= $4 AND s.org = f.org "
    "AND s.school_year = f.school_year AND s.period = f.period AND s.grp = f.grp AND s.version = f.version AND s.standing = 1 "
    "ORDER BY f.grp, f.first_day, f.last_day, f.period"};

constexpr Sql update_own{
    "UPDATE period_seat SET weights = ITEM_TEXT($1) WHERE org = $2 AND grp = ITEM($3) AND first_day = $4 AND period = $5 "
    "AND version = ITEM($6) AND member = ITEM($7)"};

constexpr Sql select_own{
    "SELECT i.grp, i.first_day, i.last_day, i.member, i.weights FROM EACH($1) v CROSS JOIN period_seat i CROSS JOIN period_state s "
    "WHERE i.org = $2 AND i.grp = v.value AND i.first_day >= $3 AND i.first_day <= $4 AND i.weights IS NOT NULL AND s.org = i.org "
    "AND s.school_year = i.school_year AND s.period = i.period AND s.grp = i.grp AND s.version = i.version AND s.standing = 1"};

constexpr Sql select_seated{
    "SELECT i.grp, i.first_day, i.last_day, i.member FROM EACH($1) v CROSS JOIN period_seat i CROSS JOIN period_state s "
    "WHERE i.org = $2 AND i.grp = v.value AND i.first_day >= $3 AND i.first_day <= $4 AND s.org = i.org "
    "AND s.school_year = i.school_year AND s.period = i.period AND s.grp = i.grp AND s.version = i.version AND s.standing = 1"};

/// For each level that is named anywhere, and for all others.
std::vector<FrozenPolicy> frozen(std::span<const rows::SaidBy> policies, Date day) {
  std::set<std::string> levels{""};
  for (const rows::SaidBy& one : policies) levels.insert(one.level);
  std::vector<FrozenPolicy> found;
  for (const std::string& level : levels) {
    if (const rows::SaidBy* const said = holding(policies, level, day)) found.push_back({level, said->said});
  }
  return found;
}

/// What a division goes by; a group of several classes goes by that of each.
FrozenFormula of_group(const FrozenFormula& all, const group::Placed& group) {
  FrozenFormula own = all;
  if (group.kind != group::Kind::division) return own;
  std::erase_if(own.weights, [&](const FrozenWeight& weight) { return weight.division != 0 && weight.division != group.id.number(); });
  return own;
}

/// What is said of pupils alone, with seats that were just kept.
void keep_own(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, const KeptSeats& seats) {
  std::map<std::int64_t, FrozenOwns> own;
  for (rows::WeightBy& one : holding(rows::all_own_weights_until(unit, period.org_id, period.first_day), period.first_day)) {
    own[one.member].weights.push_back({std::move(one.subject), one.weight.coefficient, one.weight.mode});
  }
  KeptSeats weighed;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < seats.members.size(); ++i) {
    const auto weights = own.find(seats.members[i]);
    if (weights == own.end()) continue;
    weighed.groups.push_back(seats.groups[i]);
    weighed.versions.push_back(seats.versions[i]);
    weighed.members.push_back(seats.members[i]);
    reflect::write_json(reflect::TypeOf<FrozenOwns>::value, &weights->second, texts.emplace_back());
  }
  if (texts.empty()) return;
  unit.exec_each(granted, update_own, texts, period.org_id.value, weighed.groups, unit::day(period.first_day), period.id.number(),
                 weighed.versions, weighed.members);
}

template <class Record>
Record read_kept(const std::string& text) {
  Record record;
  if (const auto fault = reflect::read_json(reflect::TypeOf<Record>::value, text, &record)) throw Exception(*fault);
  return record;
}

/// What is kept of pupils alone, beside what is kept of their groups.
void add_own(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& groups, const Span& first_days, KeptFormulas& kept) {
  Rows rows = unit.query(select_own, groups, org.value, unit::day(first_days.first_day), unit::day(first_days.last_day));
  while (rows.next()) {
    const auto found = kept.find({rows.integer(0), unit::date(rows.integer(1)), unit::date(rows.integer(2))});
    if (found != kept.end()) found->second.own.emplace(rows.integer(3), read_kept<FrozenOwns>(rows.string(4)));
  }
}

Said said_for(const FrozenFormula& frozen, const std::string& level) {
  for (const std::string& one : {level, std::string()}) {
    const auto found = std::ranges::find(frozen.policies, one, &FrozenPolicy::level);
    if (found != frozen.policies.end()) return found->said;
  }
  return {.preset = std::string(engine::fr_exact.name)};
}

}  // namespace

void freeze(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, std::span<const group::Placed> groups,
            std::span<const rows::StateRow> states) {
  const Date day = period.first_day;
  FrozenFormula all{frozen(rows::policies_until(unit, org::line_of(unit, period.org_id, unit.today()), day), day), {}};
  for (rows::WeightBy& one : holding(rows::all_weights_until(unit, period.org_id, day), day)) {
    all.weights.push_back({one.division, std::move(one.level), std::move(one.subject), one.weight.coefficient,
                           one.weight.mode.value_or(SubjectMode::ordinary)});
  }
  std::vector<std::int64_t> numbers, versions;
  std::vector<std::string> texts;
  for (const rows::StateRow& state : states) {
    const auto group = std::ranges::find(groups, state.group, [](const group::Placed& one) { return one.id.number(); });
    if (state.state != PeriodState::published || group == groups.end()) continue;
    const FrozenFormula own = of_group(all, *group);
    numbers.push_back(state.group);
    versions.push_back(state.version);
    reflect::write_json(reflect::TypeOf<FrozenFormula>::value, &own, texts.emplace_back());
  }
  if (numbers.empty()) return;
  unit.exec_each(granted, insert_formulas, period.org_id.value, numbers, unit::day(day), unit::day(period.last_day),
                 period.id.number(), period.school_year, versions, unit::micros(unit.now()), texts);
  keep_seats(unit, granted, period, numbers);
  const KeptSeats seats = kept_in(unit, period, numbers);
  keep_own(unit, granted, period, seats);
  keep_stays(unit, granted, period, seats);
}

void freeze_with(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, GroupId division,
                 std::span<const PersonId> people) {
  const KeptSeats seats = keep_newcomers(unit, granted, period, division, people);
  if (seats.members.empty()) return;
  keep_own(unit, granted, period, seats);
  keep_stays(unit, granted, period, seats);
}

KeptFormulas kept_formulas(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& groups, const Span& first_days) {
  Rows rows = unit.query(select_kept, groups, org.value, unit::day(first_days.first_day), unit::day(first_days.last_day));
  KeptFormulas found;
  while (rows.next()) {
    KeptFormula kept{read_kept<FrozenFormula>(rows.string(4)), unit::instant(rows.integer(3))};
    found.try_emplace({rows.integer(0), unit::date(rows.integer(1)), unit::date(rows.integer(2))}, std::move(kept));
  }
  if (!found.empty()) add_own(unit, org, groups, first_days, found);
  return found;
}

void read_seated(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& groups, const Span& first_days, KeptFormulas& kept) {
  Rows rows = unit.query(select_seated, groups, org.value, unit::day(first_days.first_day), unit::day(first_days.last_day));
  while (rows.next()) {
    const auto found = kept.find({rows.integer(0), unit::date(rows.integer(1)), unit::date(rows.integer(2))});
    if (found != kept.end()) found->second.seated.insert(rows.integer(3));
  }
}

Formula formula_of(const KeptFormula& kept, const std::string& level) {
  const Said said = said_for(kept.formula, level);
  Weights weights;
  for (const FrozenWeight& one : kept.formula.weights) weights.add(one.division, one.level, one.subject, {one.coefficient, one.mode});
  for (const auto& [member, own] : kept.own) {
    for (const FrozenOwn& one : own.weights) weights.add_own(member, one.subject, {one.coefficient, one.mode});
  }
  return {policy_of(said), text_of(said), std::move(weights), said.moved.value_or(MovedRule::follow), kept.since,
          true, said.letters, said.categories};
}

}  // namespace ent::gradebook
