/// Which numbers are entered as marks, by the policy that holds for a pupil.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gradebook/engine/entry.hpp"
#include "gradebook/policy_rows.hpp"

namespace ent::gradebook {

/// For pupils of a group on some days: each goes by the level that they have on the day, as their averages do.
class EntryRules {
 public:
  EntryRules(unit::Unit& unit, GroupId group, std::vector<Date> days);

  /// What is entered for a member on one of the days; for who is in no division, what is said of all.
  const engine::EntryRule& on(Date day, std::int64_t member) const;

 private:
  std::map<std::pair<Date, std::int64_t>, std::string> levels_;          ///< Where a policy is said of a level.
  std::map<std::pair<Date, std::string>, engine::EntryRule> rules_;
};

/// Why a mark is refused.
std::string_view reason_of(engine::EntryFault fault) noexcept;

}  // namespace ent::gradebook
