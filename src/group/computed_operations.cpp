// Groups of people that follow from other facts.
#include "base/page.hpp"
#include "group/describe.hpp"
#include "group/rows.hpp"
#include "group/target.hpp"
#include "guardian/functions.hpp"
#include "org/functions.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::group {
namespace {

/// The pupils whose families are asked for, as org << 32 | member.
Result<std::vector<std::int64_t>> named_pupils(unit::ReadUnit& unit, const ListFamilies& input) {
  if (input.org_id) {
    return person::pupils_in(unit, org::establishments_of(unit, *input.org_id, unit.at()), unit.at());
  }
  auto pupils = group::pupils_of(unit, *input.group_id, unit.at());
  ENT_TRY(granted, unit.may({.org = input.group_id->establishment(), .group = input.group_id->number()}, not_found));
  static_cast<void>(granted);
  if (pupils.empty() && !rows::exists(unit, *input.group_id)) return base::fail(Errc::not_found, not_found);
  return pupils;
}

/// group.families
Result<FamilyPage> families_(Read<Perm::person_read>& unit, const ListFamilies& input) {
  ENT_TRY(visible, unit.visible_people());
  ENT_TRY(start, base::page_start(input.after, input.limit));
  if (input.group_id.has_value() == input.org_id.has_value()) return base::invalid("/group_id", "group.one_place");
  ENT_TRY(pupils, named_pupils(unit, input));
  FamilyPage page;
  for (guardian::Family& family :
       guardian::families(unit, person::seen(unit, visible), pupils, start, input.limit + 1)) {
    page.items.push_back({std::move(family.adult), std::move(family.pupils)});
  }
  page.next = base::cut_page(page.items, input.limit, [](const Family& last) { return person::place_of(last.adult); });
  return page;
}

/// group.heads
Result<person::Page> heads_(Read<Perm::person_read>& unit, const ListHeads& input) {
  ENT_TRY(visible, unit.visible_people());
  ENT_TRY(start, base::page_start(input.after, input.limit));
  const auto schools = org::establishments_of(unit, input.org_id, unit.at());
  person::Page page{person::of_profile(unit, person::seen(unit, visible), schools, Profile::head, start, input.limit + 1), {}};
  page.next = base::cut_page(page.items, input.limit, [](const person::Entry& last) { return person::place_of(last); });
  return page;
}

}  // namespace

extern constexpr Op op_families = op<&families_>("group.families", "0.1");
extern constexpr Op op_heads = op<&heads_>("group.heads", "0.1");

Result<FamilyPage> families(Session& session, const ListFamilies& input, const CallOptions& options) {
  return run<FamilyPage>(op_families, session, input, options);
}
Result<person::Page> heads(Session& session, const ListHeads& input, const CallOptions& options) {
  return run<person::Page>(op_heads, session, input, options);
}

}  // namespace ent::group
