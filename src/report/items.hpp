/// Items about pupils who sit in a group, and what becomes of what stands of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "report/places.hpp"
#include "report/rules.hpp"

namespace ent::report {

/// Items about pupils of a group, and what stands of those who sit there.
struct Items {
  std::vector<Sitting> sitting{};
  std::vector<std::int64_t> members{};  ///< Of the items, in their order.
  Changes changes{{}};
};

template <class Item>
Result<Items> items_of(unit::WriteUnit& unit, const Place& place, PeriodId period, const std::vector<Item>& asked,
                       std::span<const rows::Kind> kinds) {
  Items items;
  items.sitting = sittings(unit, place);
  std::vector<PersonId> people;
  for (const Item& item : asked) people.push_back(item.pupil_id);
  ENT_TRY(members, members_of(people, items.sitting));
  items.members = std::move(members);
  std::vector<std::int64_t> all;
  for (const Sitting& one : items.sitting) all.push_back(one.pupil.member);
  items.changes = Changes(rows::standing_of(unit, period, all, kinds));
  ENT_REFUSE(unit.expect_revision(items.changes.revision_before()));
  return items;
}

/// Writes what has changed, and says so by an event; refused where somebody is locked.
Result<Written> write_commented(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, const Items& items);

}  // namespace ent::report
