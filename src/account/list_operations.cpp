// The accounts of a unit.
#include "account/describe.hpp"
#include "account/list_rows.hpp"
#include "base/page.hpp"
#include "group/target.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::account {
namespace {

base::Place place_of(const Entry& last) {
  return person::place_of(person::Card{last.account.person_id, last.family_name, last.given_name, {}});
}

/// The members of a group that the actor may know of, as org << 32 | member.
Result<std::vector<std::int64_t>> members_of(unit::Unit& unit, OrgId org, GroupId id) {
  const auto group = group::find(unit, id);
  if (!group || group->view.org_id != org || !unit.sees(Perm::group_read, group::target_of(id, group))) {
    return base::fail(Errc::not_found, group::not_found);
  }
  return group::members_of(unit, id, unit.at());
}

/// account.list
Result<Page> list_(Read<Perm::account_read>& unit, const List& input) {
  ENT_TRY(visible, unit.visible_people());
  ENT_TRY(start, base::page_start(input.after, input.limit));
  std::optional<std::vector<std::int64_t>> members;
  if (input.group_id) {
    ENT_TRY(found, members_of(unit, input.org_id, *input.group_id));
    members = std::move(found);
  }
  Page page{rows::list(unit, person::seen(unit, visible, input.org_id), input, members, start), {}};
  page.next = base::cut_page(page.items, input.limit, place_of);
  return page;
}

}  // namespace

extern constexpr Op op_list = op<&list_>("account.list", "0.1");

Result<Page> list(Session& session, const List& input, const CallOptions& options) {
  return run<Page>(op_list, session, input, options);
}

}  // namespace ent::account
