// Marks of a whole table at once.
#include <algorithm>
#include <set>

#include "base/each_once.hpp"
#include "gradebook/annotation_rows.hpp"
#include "gradebook/asked_pupils.hpp"
#include "gradebook/closing.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/entry_rules.hpp"
#include "gradebook/import_rows.hpp"
#include "gradebook/table.hpp"
#include "gradebook/target.hpp"
#include "group/lookups.hpp"
#include "person/cards.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

/// The columns, in the order in which they are asked for; those that are not of the service's group and subject are refused.
Result<std::vector<Assessment>> columns_of(unit::Unit& unit, const ImportMarks& input, const group::ServiceRow& service) {
  const auto found = rows::find_all(unit, OrgId{input.service_id.establishment()}, input.assessment_ids);
  base::Fields fields;
  std::vector<Assessment> columns;
  for (std::size_t i = 0; i < input.assessment_ids.size(); ++i) {
    const auto it = std::ranges::find(found, input.assessment_ids[i], &Assessment::id);
    const bool fits = it != found.end() && it->group_id.number() == service.group && it->subject_code.value_or("") == service.subject;
    fields.refuse_if(!fits, "/assessment_ids/" + std::to_string(i), no_assessment);
    if (fits) columns.push_back(*it);
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return columns;
}

/// Whose marks are closed in which column, by assessment and member.
std::vector<CellRow> closed_in(unit::Unit& unit, GroupId group, std::span<const Assessment> columns) {
  std::vector<Date> days;
  for (const Assessment& column : columns) days.push_back(column.date);
  const ClosedByDay by_day = closed_on(unit, group, std::move(days));
  std::vector<CellRow> closed;
  for (const Assessment& column : columns) {
    const auto day = by_day.find(column.date);
    if (day == by_day.end()) continue;
    for (const std::int64_t member : day->second) closed.push_back({column.id, {.member = member}});
  }
  std::ranges::sort(closed, {}, cell_place);
  return closed;
}

/// Who is in the group on the day of some column, and in which columns they are not.
struct Listed {
  std::vector<group::Pupil> pupils{};
  std::vector<CellRow> away{};  ///< By assessment, then by member.
};

Listed listed_in(unit::Unit& unit, GroupId group, std::span<const Assessment> columns) {
  const NamedPupils named(unit, OrgId{group.establishment()}, columns);
  const auto [first, last] = std::ranges::minmax_element(columns, {}, &Assessment::date);
  const auto stays = group::attending(unit, std::vector{group.value}, first->date, last->date);
  const auto is_there = [&](std::int64_t member, Date day) {
    const auto own = std::ranges::equal_range(stays, member, {}, &group::Attendance::member);
    return std::ranges::any_of(own, [&](const group::Attendance& stay) { return stay.period.from <= day && day < stay.period.to; });
  };
  std::set<std::int64_t> members;
  for (const group::Attendance& stay : stays) members.insert(stay.member);
  Listed listed;
  std::vector<std::int64_t> present;
  for (const std::int64_t member : members) {
    const auto there = [&](const Assessment& column) { return is_there(member, column.date) && named.asks(column.id, member); };
    if (std::ranges::none_of(columns, there)) continue;
    present.push_back(group.establishment() << 32 | member);
    for (const Assessment& column : columns) {
      if (!there(column)) listed.away.push_back({column.id, {.member = member}});
    }
  }
  for (person::MemberCard& one : person::cards_of(unit, present)) listed.pupils.push_back({one.member, std::move(one.card)});
  std::ranges::sort(listed.away, {}, cell_place);
  return listed;
}

/// What the policy lets in on the days of the columns.
EntryRules rules_of(unit::Unit& unit, GroupId group, std::span<const Assessment> columns) {
  std::vector<Date> days;
  for (const Assessment& column : columns) days.push_back(column.date);
  return {unit, group, std::move(days)};
}

/// gradebook.import_marks
Result<Imported> import_marks_(Write<Perm::mark_write>& unit, const ImportMarks& input) {
  // facts
  const OrgId org{input.service_id.establishment()};
  const auto service = group::find_service(unit, input.service_id);
  const auto group = make_id<GroupId>(org.value, service ? service->group : 0);
  const bool own = service && group::teaches_on(unit, group, service->subject, unit.actor().person, unit.today());
  // guard
  ENT_TRY(granted, unit.may(target_of(group, own), "group.no_service"));
  if (!service) return base::fail(Errc::not_found, "group.no_service");
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(columns, columns_of(unit, input, *service));
  const Listed listed = listed_in(unit, group, columns);
  const EntryRules rules = rules_of(unit, group, columns);
  const auto let_in = [&](const Assessment& column, std::int64_t member) -> const engine::EntryRule& { return rules.on(column.date, member); };
  ImportPlan plan = plan_of(input, columns, let_in, listed.pupils, rows::cells(unit, org, input.assessment_ids), listed.away,
                            closed_in(unit, group, columns), rows::annotations(unit, org));
  if (!input.dry_run) ENT_REFUSE(refusals_of(plan.cells));
  Imported imported{std::move(plan.cells), 0, 0, !input.dry_run};
  imported.changed = cells_that(imported.items, CellOutcome::changes);
  imported.refused = cells_that(imported.items, CellOutcome::refused);
  if (input.dry_run || plan.after.empty()) return imported;
  // rows
  rows::replace_cells(unit, granted, org, plan.before, plan.after);
  // event
  std::vector<std::int64_t> touched;
  for (const CellRow& cell : plan.after) touched.push_back(cell.assessment.value);
  base::keep_each_once(touched);
  unit.publish(granted, "gradebook.marks_were_entered", touched);
  return imported;
}

}  // namespace

extern constexpr Op op_import_marks = op<&import_marks_>("gradebook.import_marks", "0.1");

Result<Imported> import_marks(Session& session, const ImportMarks& input, const CallOptions& options) {
  return run<Imported>(op_import_marks, session, input, options);
}

}  // namespace ent::gradebook
