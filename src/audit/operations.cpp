#include <limits>

#include "audit/describe.hpp"
#include "audit/rows.hpp"
#include "base/page.hpp"
#include "unit/op.hpp"

namespace ent::audit {
namespace {

constexpr std::string_view not_found = "org.not_found";

/// audit.list
Result<Page> list_(Read<Perm::audit_read>& unit, const List& input) {
  const access::Target target{.org = input.org_id.value, .person = input.subject_id.value_or(PersonId{}).value};
  ENT_TRY(granted, unit.may(target, not_found));
  ENT_TRY(start, base::page_start(input.after, input.limit));
  const bool technical = granted.mask() == access::Mask::tech;
  if (technical && input.subject_id) return Page{};  // no technical event is about a person
  const std::int64_t before = input.after ? start.number : std::numeric_limits<std::int64_t>::max();
  Page page{rows::list(unit, input, before, technical), {}};
  page.next = base::cut_page(page.items, input.limit, [](const Entry& last) { return base::Place{"", last.number}; });
  return page;
}

/// audit.changes
Result<ChangePage> changes_(Read<Perm::sync_pull>& unit, const Changes& input) {
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, not_found));
  static_cast<void>(granted);
  if (input.limit < 1 || input.limit > base::largest_page) return base::invalid("/limit", "field.range");
  ChangePage page{rows::changes(unit, input), input.after_number};
  if (!page.items.empty()) page.last_number = page.items.back().number;
  return page;
}

}  // namespace

extern constexpr Op op_list = op<&list_>("audit.list", "0.1");
extern constexpr Op op_changes = op<&changes_>("audit.changes", "0.1");

Result<Page> list(Session& session, const List& input, const CallOptions& options) {
  return run<Page>(op_list, session, input, options);
}
Result<ChangePage> changes(Session& session, const Changes& input, const CallOptions& options) {
  return run<ChangePage>(op_changes, session, input, options);
}

}  // namespace ent::audit
