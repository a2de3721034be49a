#include "base/page.hpp"
#include "base/text.hpp"
#include "org/functions.hpp"
#include "room/describe.hpp"
#include "room/rows.hpp"
#include "room/rules.hpp"
#include "unit/op.hpp"

namespace ent::room {
namespace {

constexpr std::string_view no_unit = "org.not_found";
constexpr std::string_view not_found = "room.not_found";

/// room.add
Result<View> add_(Write<Perm::room_manage>& unit, const Add& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  View view = made({}, input, unit.today());
  if (rows::code_taken(unit, view, view.valid_from)) return base::fail(Errc::already_exists, "room.code_taken");
  // rows
  view.id = make_id<RoomId>(input.org_id.value, unit.take_numbers(granted, input.org_id.value, "room"));
  insert(unit, granted, input.org_id, std::span(&view, 1));
  // event
  unit.publish(granted, "room.was_added", view.id.value);
  return view;
}

/// room.change
Result<View> change_(Write<Perm::room_manage>& unit, const Change& input) {
  // facts
  const auto standing = rows::find(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment()}, not_found));
  if (!standing) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(standing->revision));
  ENT_REFUSE(well_formed(input, *standing));
  const View next = changed(*standing, input);
  if (input.code && rows::code_taken(unit, next, unit.today())) return base::fail(Errc::already_exists, "room.code_taken");
  // rows
  rows::update(unit, granted, next);
  // event
  unit.publish(granted, "room.was_changed", input.id.value);
  return next;
}

/// room.list
Result<Page> list_(Read<Perm::room_read>& unit, const List& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  ENT_TRY(start, base::page_start(input.after, input.limit));
  Page page{rows::list(unit, input, start), {}};
  page.next = base::cut_page(page.items, input.limit,
                             [](const View& last) { return base::Place{base::fold(last.name), last.id.number()}; });
  return page;
}

}  // namespace

extern constexpr Op op_add = op<&add_>("room.add", "0.1");
extern constexpr Op op_change = op<&change_>("room.change", "0.1");
extern constexpr Op op_list = op<&list_>("room.list", "0.1");

Result<View> add(Session& session, const Add& input, const CallOptions& options) {
  return run<View>(op_add, session, input, options);
}
Result<View> change(Session& session, const Change& input, const CallOptions& options) {
  return run<View>(op_change, session, input, options);
}
Result<Page> list(Session& session, const List& input, const CallOptions& options) {
  return run<Page>(op_list, session, input, options);
}

}  // namespace ent::room
