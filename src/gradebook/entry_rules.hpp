/// Which numbers are entered as marks, by the policy that holds for a group.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gradebook/engine/entry.hpp"
#include "gradebook/policy_rows.hpp"

namespace ent::gradebook {

/// Of a group, on days up to one. A group of several levels goes by what is said of all.
class EntryRules {
 public:
  EntryRules(unit::Unit& unit, GroupId group, Date until);

  engine::EntryRule on(Date day) const;

 private:
  std::vector<rows::SaidBy> policies_;
  std::string level_;
};

/// Why a mark is refused.
std::string_view reason_of(engine::EntryFault fault) noexcept;

}  // namespace ent::gradebook
