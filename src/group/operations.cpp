// The groups themselves.
#include <algorithm>

#include "base/each_once.hpp"
#include "base/page.hpp"
#include "base/text.hpp"
#include "group/describe.hpp"
#include "group/people.hpp"
#include "group/rows.hpp"
#include "group/rules.hpp"
#include "group/target.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "unit/op.hpp"

namespace ent::group {
namespace {

constexpr std::string_view no_unit = "org.not_found";

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }

std::vector<std::string> trimmed(std::vector<std::string> texts) {
  for (std::string& text : texts) text = trimmed(text);
  base::keep_each_once(texts);
  return texts;
}

/// Who may only manage groups of their own makes hand-made ones.
Result<unit::Granted> may_add(unit::WriteUnit& unit, const Add& input) {
  auto whole = unit.may({.org = input.org_id.value}, no_unit);
  if (whole) return whole;
  auto own = unit.may({.org = input.org_id.value, .author = unit.actor().person}, no_unit);
  if (own && input.kind != Kind::manual) return base::fail(Errc::permission_denied, "group.kind_not_own");
  return own;
}

/// Each a division of the unit.
std::optional<Error> expect_divisions(unit::Unit& unit, OrgId org, const std::vector<GroupId>& divisions) {
  std::vector<std::int64_t> numbers;
  for (const GroupId division : divisions) numbers.push_back(division.establishment() == org.value ? division.number() : 0);
  base::keep_each_once(numbers);
  if (numbers.empty() || rows::count_divisions(unit, org, numbers) == numbers.size()) return std::nullopt;
  return base::invalid("/division_ids", "group.division_unknown");
}

/// The one that is named, or else that of the first day.
std::int32_t school_year_of(unit::Unit& unit, const Add& input, Date first_day) {
  return input.school_year ? *input.school_year : org::school_years_of(unit, input.org_id, unit.today()).of(first_day);
}

/// group.add
Result<View> add_(Write<Perm::group_manage>& unit, const Add& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, may_add(unit, input));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  ENT_TRY(period, unit::period_of(input.valid_from, input.valid_to, unit.today()));
  ENT_REFUSE(expect_divisions(unit, input.org_id, input.division_ids));
  ENT_TRY(members, numbers_of(unit, input.org_id, input.member_ids, "/member_ids"));
  const std::int64_t number = unit.take_numbers(granted, input.org_id.value, "group");
  const GroupId id = make_id<GroupId>(input.org_id.value, number);
  const View view{id, input.org_id, input.kind, school_year_of(unit, input, period.from),
                  input.code ? trimmed(*input.code) : std::to_string(number), trimmed(input.name), trimmed(input.levels),
                  input.division_ids, period.from, input.valid_to, 1};
  if (rows::code_taken(unit, view)) return base::fail(Errc::already_exists, "group.code_taken");
  // rows
  const Group group{view, unit.actor().person, ""};
  insert(unit, granted, input.org_id, std::span(&group, 1));
  if (!members.empty()) rows::add_members(unit, granted, id, members, {}, period);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "group.was_added", id.value);
  return view;
}

/// What is given replaces what stands.
View changed(View view, const Change& input) {
  if (input.name) view.name = trimmed(*input.name);
  if (input.levels) view.levels = trimmed(*input.levels);
  if (input.division_ids) view.division_ids = *input.division_ids;
  if (input.valid_to) view.valid_to = input.valid_to;
  view.revision += 1;
  return view;
}

/// With a group end those who are in it, teach it or have a role in it.
void move_end(unit::WriteUnit& unit, const unit::Granted& granted, const View& group, Date end) {
  if (group.valid_to && *group.valid_to < end) return rows::prolong(unit, granted, group.id, *group.valid_to, end);
  rows::close(unit, granted, group.id, end);
}

/// group.change
Result<View> change_(Write<Perm::group_manage>& unit, const Change& input) {
  // facts
  const auto group = find(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.id, group), not_found));
  if (!group) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(group->view.revision));
  ENT_REFUSE(well_formed(input, group->view.kind));
  if (input.valid_to && *input.valid_to <= group->view.valid_from) return base::invalid("/valid_to", "period.empty");
  ENT_REFUSE(expect_divisions(unit, group->view.org_id, input.division_ids.value_or(std::vector<GroupId>{})));
  // rows
  const View next = changed(group->view, input);
  rows::update(unit, granted, group->view, next);
  if (input.valid_to) move_end(unit, granted, group->view, *input.valid_to);
  unit.rights_changed(granted, next.org_id.value);
  // event
  unit.publish(granted, "group.was_changed", input.id.value);
  return next;
}

/// group.get
Result<View> get_(Read<Perm::group_read>& unit, const Get& input) {
  auto group = find(unit, input.id);
  ENT_TRY(granted, unit.may(target_of(input.id, group), not_found));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, not_found);
  return std::move(group->view);
}

/// group.list
Result<Page> list_(Read<Perm::group_read>& unit, const List& input) {
  ENT_TRY(visible, unit.visible_groups());
  ENT_TRY(start, base::page_start(input.after, input.limit));
  Page page{rows::list(unit, visible, input, start), {}};
  page.next = base::cut_page(page.items, input.limit,
                             [](const View& last) { return base::Place{base::fold(last.name), last.id.number()}; });
  return page;
}

}  // namespace

extern constexpr Op op_add = op<&add_>("group.add", "0.1");
extern constexpr Op op_change = op<&change_>("group.change", "0.1");
extern constexpr Op op_get = op<&get_>("group.get", "0.1");
extern constexpr Op op_list = op<&list_>("group.list", "0.1");

Result<View> add(Session& session, const Add& input, const CallOptions& options) {
  return run<View>(op_add, session, input, options);
}
Result<View> change(Session& session, const Change& input, const CallOptions& options) {
  return run<View>(op_change, session, input, options);
}
Result<View> get(Session& session, const Get& input, const CallOptions& options) {
  return run<View>(op_get, session, input, options);
}
Result<Page> list(Session& session, const List& input, const CallOptions& options) {
  return run<Page>(op_list, session, input, options);
}

}  // namespace ent::group
