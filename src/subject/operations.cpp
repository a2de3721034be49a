#include <algorithm>

#include "base/page.hpp"
#include "org/functions.hpp"
#include "subject/describe.hpp"
#include "subject/rows.hpp"
#include "subject/rules.hpp"
#include "unit/op.hpp"

namespace ent::subject {
namespace {

constexpr std::string_view no_unit = "org.not_found";

/// subject.load
Result<Loaded> load_(Write<Perm::subject_manage>& unit, const Load& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  // rule
  ENT_REFUSE(well_formed(input));
  std::vector<std::string> codes;
  for (const Row& row : input.items) codes.push_back(tidy(row).code);
  const auto standing = rows::own(unit, input.org_id, codes);
  Loaded loaded;
  std::vector<View> next;
  for (const Row& row : input.items) {
    View view = view_of(input.org_id, tidy(row), 1);
    const auto found = std::ranges::find(standing, view.code, &View::code);
    if (found != standing.end() && same(*found, view)) {
      ++loaded.unchanged;
      continue;
    }
    ++(found == standing.end() ? loaded.added : loaded.changed);
    if (found != standing.end()) view.revision = found->revision + 1;
    next.push_back(std::move(view));
  }
  // rows
  rows::put(unit, granted, input.org_id, next);
  // event
  if (!next.empty()) unit.publish(granted, "subject.were_loaded", input.org_id.value);
  return loaded;
}

/// subject.set
Result<View> set_(Write<Perm::subject_manage>& unit, const Set& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  const Row row = tidy(row_of(input));
  const auto standing = rows::own(unit, input.org_id, {row.code});
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  // rule
  const std::int64_t revision = standing.empty() ? 0 : standing.front().revision;
  ENT_REFUSE(unit.expect_revision(revision));
  ENT_REFUSE(well_formed(input));
  // rows
  const View view = view_of(input.org_id, row, revision + 1);
  rows::put(unit, granted, input.org_id, std::span(&view, 1));
  // event
  unit.publish(granted, "subject.was_set", input.org_id.value);
  return view;
}

/// subject.list
Result<Page> list_(Read<Perm::subject_read>& unit, const List& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  ENT_TRY(start, base::page_start(input.after, input.limit));
  if (!input.after) start.number = -1;
  Page page{rows::list(unit, line, input, start), {}};
  page.next = base::cut_page(page.items, input.limit, rows::place_of);
  return page;
}

}  // namespace

extern constexpr Op op_load = op<&load_>("subject.load", "0.1");
extern constexpr Op op_set = op<&set_>("subject.set", "0.1");
extern constexpr Op op_list = op<&list_>("subject.list", "0.1");

Result<Loaded> load(Session& session, const Load& input, const CallOptions& options) {
  return run<Loaded>(op_load, session, input, options);
}
Result<View> set(Session& session, const Set& input, const CallOptions& options) {
  return run<View>(op_set, session, input, options);
}
Result<Page> list(Session& session, const List& input, const CallOptions& options) {
  return run<Page>(op_list, session, input, options);
}

}  // namespace ent::subject
