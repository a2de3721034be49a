// What pupils do in the portal makes requests for validation.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "org/functions.hpp"
#include "person/functions.hpp"
#include "skill/describe.hpp"
#include "skill/held.hpp"
#include "skill/scales.hpp"
#include "skill/target.hpp"
#include "skill/usage_rows.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t longest_usage_kind = 40;
constexpr std::size_t longest_usage_evidence = 500;
constexpr std::size_t most_usage_rules = 200;

/// The levels of the scale that holds in a line of units today.
struct ScaleToday {
  std::int64_t id = 0;
  std::size_t levels = 0;
};

ScaleToday scale_today(unit::Unit& unit, std::span<const std::int64_t> line) {
  const auto scale = rows::scale_on(unit, line, unit.today()).id;
  return {scale, rows::levels_in(unit, std::span(&scale, 1)).at(scale).size()};
}

std::vector<SkillItemId> items_in(std::span<const UsageRule> said) {
  std::vector<SkillItemId> items;
  for (const UsageRule& rule : said) items.push_back(rule.item_id);
  return items;
}

/// The rules that a line of units has for items that hold on a day, whatever the version of which they were said.
std::vector<UsageRule> rules_on(unit::Unit& unit, std::span<const std::int64_t> line, Date day, const std::string& kind) {
  auto known = rows::usage_rules(unit, line, kind);
  const auto now = items_now(unit, line, day, items_in(known));
  std::set<std::pair<std::string, std::int64_t>> seen;
  std::erase_if(known, [&](UsageRule& rule) {
    const auto item = now.find(rule.item_id.value);
    if (item == now.end()) return true;
    rule.item_id = item->second;
    return !seen.emplace(rule.kind, rule.item_id.value).second;
  });
  return known;
}

template <class Held>
std::optional<Error> well_formed_rules(const SetUsageRules& input, const Held& held, std::size_t levels) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_usage_rules, "/items", "field.range");
  std::set<std::pair<std::string, std::int64_t>> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const UsageRule& rule = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    const std::string kind(base::trim(rule.kind));
    const bool on_scale = rule.level >= 1 && static_cast<std::size_t>(rule.level) <= levels;
    fields.length(kind, 1, longest_usage_kind, path + "/kind")
        .refuse_if(!seen.emplace(kind, rule.item_id.value).second, path + "/item_id", "field.repeated")
        .refuse_if(!held.contains(rule.item_id.value), path + "/item_id", no_item)
        .refuse_if(!on_scale, path + "/level", no_level);
  }
  return fields.error();
}

/// skill.set_usage_rules
Result<UsageRules> set_usage_rules_(Write<Perm::subject_manage>& unit, const SetUsageRules& input) {
  // facts
  const auto line = org::line_of(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  // rule
  const auto items = items_in(input.items);
  ENT_REFUSE(well_formed_rules(input, items_held(unit, line, unit.today(), items), scale_today(unit, line).levels));
  UsageRules known{input.items};
  for (UsageRule& rule : known.items) rule.kind = std::string(base::trim(rule.kind));
  // rows
  rows::put_usage_rules(unit, granted, input.org_id, known.items);
  // event
  unit.publish(granted, "skill.usage_rules_were_set", input.org_id.value);
  return UsageRules{rules_on(unit, line, unit.today(), "")};
}

/// skill.usage_rules
Result<UsageRules> usage_rules_(Read<Perm::subject_read>& unit, const OfUsage& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  return UsageRules{rules_on(unit, line, unit.at(), "")};
}

/// What is to be asked for: items of which nothing waits or was validated, at levels that the scale has.
std::vector<rows::ClaimRow> requests_of(unit::Unit& unit, const NoteUsage& input, std::int64_t member, std::span<const std::int64_t> line) {
  const auto known = rules_on(unit, line, unit.today(), std::string(base::trim(input.kind)));
  const ScaleToday scale = scale_today(unit, line);
  std::vector<std::int64_t> ids;
  for (const UsageRule& rule : known) ids.push_back(rule.item_id.value);
  const auto done = rows::claimed(unit, input.org_id, member, ids, true);
  std::set<std::int64_t> asked(done.begin(), done.end());
  std::vector<rows::ClaimRow> requests;
  for (const UsageRule& rule : known) {
    if (static_cast<std::size_t>(rule.level) > scale.levels || !asked.insert(rule.item_id.value).second) continue;
    rows::ClaimRow& request = requests.emplace_back(rows::ClaimRow{.member = member, .scale = scale.id});
    request.view.item_id = rule.item_id;
    request.view.level = rule.level;
    request.view.evidence = std::string(base::trim(input.evidence));
    request.view.date = unit.today();
    request.view.state = ClaimState::requested;
  }
  return requests;
}

/// skill.note_usage
Result<Claims> note_usage_(Write<Perm::skill_claim>& unit, const NoteUsage& input) {
  // facts
  const PersonId self{unit.actor().person};
  const auto pupil = person::find(unit, input.org_id, self);
  const auto line = org::line_of(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id, self, false), no_person));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  base::Fields fields;
  fields.length(base::trim(input.kind), 1, longest_usage_kind, "/kind").length(base::trim(input.evidence), 1, longest_usage_evidence, "/evidence");
  ENT_REFUSE(fields.error());
  auto requests = requests_of(unit, input, pupil->member, line);
  if (requests.empty()) return Claims{};
  // rows
  std::int64_t number = unit.take_numbers(granted, input.org_id.value, "skill_claim", static_cast<std::int64_t>(requests.size()));
  std::set<std::int64_t> made;
  for (rows::ClaimRow& request : requests) {
    request.view.id = make_id<SkillClaimId>(input.org_id.value, number++);
    made.insert(request.view.id.value);
  }
  rows::insert_requests(unit, granted, input.org_id, requests);
  // event
  for (const std::int64_t claim : made) unit.publish(granted, "skill.was_claimed", claim);
  Claims claims{rows::claims_of(unit, input.org_id, {pupil->member}, true)};
  std::erase_if(claims.items, [&](const Claim& one) { return !made.contains(one.id.value); });
  return claims;
}

}  // namespace

extern constexpr Op op_set_usage_rules = op<&set_usage_rules_>("skill.set_usage_rules", "0.1");
extern constexpr Op op_usage_rules = op<&usage_rules_>("skill.usage_rules", "0.1");
extern constexpr Op op_note_usage = op<&note_usage_>("skill.note_usage", "0.1");

Result<UsageRules> set_usage_rules(Session& session, const SetUsageRules& input, const CallOptions& options) {
  return run<UsageRules>(op_set_usage_rules, session, input, options);
}
Result<UsageRules> usage_rules(Session& session, const OfUsage& input, const CallOptions& options) {
  return run<UsageRules>(op_usage_rules, session, input, options);
}
Result<Claims> note_usage(Session& session, const NoteUsage& input, const CallOptions& options) {
  return run<Claims>(op_note_usage, session, input, options);
}

}  // namespace ent::skill
