#include "skill/balance_facts.hpp"

#include <algorithm>

#include "base/unit_key.hpp"
#include "person/oneself.hpp"
#include "skill/method_rows.hpp"
#include "skill/method_rules.hpp"
#include "skill/models.hpp"
#include "skill/referential_rows.hpp"
#include "skill/scales.hpp"
#include "skill/target.hpp"
#include "unit/others.hpp"

namespace ent::skill {
namespace {

constexpr Date first_day_of_all{std::chrono::year{1900} / 1 / 1};

std::vector<std::int64_t> in_unit(OrgId org, const std::vector<std::int64_t>& members) {
  std::vector<std::int64_t> numbers;
  for (const std::int64_t member : members) numbers.push_back(base::in_unit(org.value, member));
  return numbers;
}

/// What was told, with the items and the scales that it is about.
struct Heard {
  std::vector<rows::Told> told{};
  std::unordered_map<std::int64_t, rows::ItemRow> items{};
  std::map<std::int64_t, std::vector<LevelView>> scales{};
};

Heard heard_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const gradebook::Span& span) {
  Heard heard{rows::told_of(unit, members, shown, span)};
  std::vector<std::int64_t> ids, scale_ids;
  for (const rows::Told& one : heard.told) {
    ids.push_back(one.item);
    scale_ids.push_back(one.scale);
  }
  heard.items = rows::items_of(unit, ids);
  heard.scales = rows::levels_in(unit, scale_ids);
  return heard;
}

void note_level(Facts& facts, const rows::Told& one, const rows::ItemRow& item, const Heard& heard) {
  if (one.kind != LevelKind::level) return;
  const auto& scale = heard.scales.at(one.scale);
  ItemFacts& of_item = facts[{item.referential_code, item.code}];
  of_item.coefficient = item.coefficient;
  of_item.counts_for = item.counts_for;
  const LevelView& level = scale.at(static_cast<std::size_t>(one.level) - 1);
  of_item.levels.push_back({one.date, one.level, static_cast<std::int32_t>(scale.size()), level.value, one.subject.value_or(""), base::unit_of(one.member)});
}

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
  chosen.view = told(std::move(chosen.view), chosen.method);
  return chosen;
}

std::map<std::int64_t, Facts> facts_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members, const Shown& shown,
                                       const gradebook::Span& span) {
  const Heard heard = heard_of(unit, in_unit(org, members), shown, span);
  std::map<std::int64_t, Facts> found;
  for (const rows::Told& one : heard.told) note_level(found[base::number_of(one.member)], one, heard.items.at(one.item), heard);
  return found;
}

std::map<std::int64_t, Decisions> decisions_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members, const Shown& shown,
                                               const gradebook::Span& span) {
  std::map<std::int64_t, Decisions> found;
  for (rows::Decided& one : rows::decided_of(unit, in_unit(org, members), shown, span))
    found[base::number_of(one.member)][one.node].push_back(std::move(one.decision));
  return found;
}

std::vector<std::int64_t> members_shown(unit::Unit& unit, OrgId org, PersonId pupil, const Shown& shown) {
  const auto known = person::oneself(unit, pupil);
  if (!known) return {};
  if (!shown.all) return known->members;
  std::vector<access::Inquiry> asked;
  for (const std::int64_t member : known->members) asked.push_back({Perm::skill_read, about(OrgId{base::unit_of(member)}, pupil, false)});
  const auto seen = unit::Others::sees_all(unit, asked);
  std::vector<std::int64_t> members;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (base::unit_of(known->members[i]) == org.value || seen[i]) members.push_back(known->members[i]);
  }
  return members;
}

Known known_everywhere(unit::Unit& unit, OrgId org, PersonId pupil, std::span<const std::int64_t> line, const Shown& shown, Date last_day) {
  const auto members = members_shown(unit, org, pupil, shown);
  const gradebook::Span span{first_day_of_all, last_day};
  const auto is_known_here = [&](SkillReferentialId referential, const std::string& code) {
    return std::ranges::find(line, referential.establishment()) != line.end() || model_of(code);
  };
  Heard heard = heard_of(unit, members, shown, span);
  std::ranges::stable_sort(heard.told, {}, &rows::Told::date);
  Known known;
  for (const rows::Told& one : heard.told) {
    const rows::ItemRow& item = heard.items.at(one.item);
    if (is_known_here(item.referential, item.referential_code)) note_level(known.facts, one, item, heard);
  }
  for (rows::Decided& one : rows::decided_of(unit, members, shown, span)) {
    if (is_known_here(one.referential, one.node.first)) known.decisions[one.node].push_back(std::move(one.decision));
  }
  return known;
}

Computed balance_of(const Chosen& chosen, const Seen& seen, const Facts& facts, const std::map<ItemKey, Decision>& decided) {
  std::map<ItemKey, std::int32_t> degrees;
  for (const auto& [key, one] : decided) degrees.emplace(key, *one.degree);
  Computed balance = computed(chosen.method, seen.view.code, seen.nodes, facts, degrees);
  for (BalanceLine& line : balance.lines) {
    const auto found = decided.find({seen.view.code, line.code});
    if (found == decided.end()) continue;
    line.computed = line.degree;
    line.degree = found->second.degree;
    line.reason = found->second.reason;
  }
  return balance;
}

}  // namespace ent::skill
