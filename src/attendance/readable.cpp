#include "attendance/readable.hpp"

#include "attendance/target.hpp"
#include "unit/others.hpp"

namespace ent::attendance {

std::set<PersonId> readable(unit::Unit& unit, OrgId org, std::set<PersonId> people) {
  std::vector<access::Inquiry> asked;
  for (const PersonId person : people) asked.push_back({Perm::attendance_read, target_of(org, person)});
  std::size_t place = 0;
  const auto seen = unit::Others::sees_together(unit, asked);
  std::erase_if(people, [&](PersonId) { return !seen[place++].has_value(); });
  return people;
}

}  // namespace ent::attendance
