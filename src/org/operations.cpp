#include <algorithm>

#include "base/page.hpp"
#include "base/text.hpp"
#include "org/describe.hpp"
#include "org/functions.hpp"
#include "org/rows.hpp"
#include "org/rules.hpp"
#include "org/school_years.hpp"
#include "unit/op.hpp"

namespace ent::org {
namespace {

constexpr std::string_view not_found = "org.not_found";

access::Target target_of(OrgId id) { return {.org = id.value}; }

/// org.add
Result<View> add_(Write<Perm::org_manage>& unit, const Add& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  std::optional<View> parent;
  std::optional<View> runner;
  if (input.part_of) parent = rows::find_last(unit, *input.part_of);
  if (input.run_by) runner = rows::find_last(unit, *input.run_by);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.part_of.value_or(OrgId{})), not_found));
  // rule
  ENT_REFUSE(well_formed(input));
  if ((input.part_of && !parent) || (input.run_by && !runner)) return base::fail(Errc::not_found, not_found);
  // rows
  ENT_TRY(view, add_alone(unit, granted, input));
  if (parent) rows::link(unit, granted, view.id, Relation::part_of, *parent, from);
  if (runner) rows::link(unit, granted, view.id, Relation::run_by, *runner, from);
  return view;
}

/// org.change
Result<View> change_(Write<Perm::org_manage>& unit, const Change& input) {
  // facts
  const auto standing = rows::find_last(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.id), not_found));
  if (!standing) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(standing->revision));
  ENT_REFUSE(well_formed(input));
  const Date from = input.valid_from.value_or(std::max(unit.today(), standing->valid_from));
  if (from < standing->valid_from) return base::invalid("/valid_from", "org.before_last_change");
  // rows
  View next = *standing;
  if (input.name) next.name = *input.name;
  if (input.nature_code) next.nature_code = input.nature_code;
  next.revision += 1;
  if (from == standing->valid_from) {
    rows::replace(unit, granted, next);
  } else {
    next.valid_from = from;
    rows::end_state(unit, granted, *standing, from);
    rows::insert(unit, granted, next);
  }
  // event
  unit.publish(granted, "org.was_changed", input.id.value);
  return next;
}

/// org.get
Result<View> get_(Read<Perm::org_read>& unit, const Get& input) {
  auto view = rows::find(unit, input.id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.id), not_found));
  static_cast<void>(granted);
  if (!view) return base::fail(Errc::not_found, not_found);
  return *std::move(view);
}

/// org.list
Result<Page> list_(Read<Perm::org_read>& unit, const List& input) {
  ENT_TRY(visible, unit.visible_units());
  ENT_TRY(start, base::page_start(input.after, input.limit));
  Page page{rows::list(unit, visible, input, start), {}};
  page.next = base::cut_page(page.items, input.limit,
                             [](const View& last) { return base::Place{base::fold(last.name), last.id.value}; });
  return page;
}

/// org.link
Result<Done> link_(Write<Perm::org_manage>& unit, const Link& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  const auto child = rows::find_last(unit, input.id);
  const auto parent = rows::find_last(unit, input.to);
  const bool circular = rows::lies_under(unit, input.to, input.id, from);
  const Date then = std::max(from, unit.today());
  const YearsFrom years = school_years_below(unit, input.id, then);
  // guard
  ENT_TRY(over_parent, unit.may(target_of(input.to), not_found));
  ENT_TRY(granted, unit.may(target_of(input.id), not_found));
  if (!child || !parent) return base::fail(Errc::not_found, not_found);
  // rule
  if (circular) return base::fail(Errc::failed_precondition, "org.circular");
  // rows
  rows::link(unit, granted, input.id, input.relation, *parent, from);
  ENT_REFUSE(keeps_years(unit, input.id, years, then));
  unit.rights_changed(over_parent, 0);
  // event
  unit.publish(granted, "org.was_linked", input.id.value);
  return Done{};
}

}  // namespace

extern constexpr Op op_add = op<&add_>("org.add", "0.1");
extern constexpr Op op_change = op<&change_>("org.change", "0.1");
extern constexpr Op op_get = op<&get_>("org.get", "0.1");
extern constexpr Op op_list = op<&list_>("org.list", "0.1");
extern constexpr Op op_link = op<&link_>("org.link", "0.1");

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
Result<Done> link(Session& session, const Link& input, const CallOptions& options) {
  return run<Done>(op_link, session, input, options);
}

}  // namespace ent::org
