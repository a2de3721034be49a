/// What averages are out of.
#pragma once

#include <string>
#include <vector>

#include "gradebook/policy_rows.hpp"

namespace ent::gradebook {

/// Of pupils of an establishment, by the policies that hold on a day.
class Scales {
 public:
  Scales(unit::Unit& unit, OrgId org, Date day);

  /// 20 where the policy of the level, or else of all, says nothing else.
  Decimal of(const std::string& level) const;

 private:
  std::vector<rows::SaidBy> policies_;
  Date day_;
};

}  // namespace ent::gradebook
