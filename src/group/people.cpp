#include "group/people.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "person/functions.hpp"

namespace ent::group {

Result<std::vector<std::int64_t>> numbers_of(unit::Unit& unit, OrgId org, const std::vector<PersonId>& people,
                                             std::string_view path) {
  std::vector<std::int64_t> numbers;
  if (people.empty()) return numbers;
  std::vector<std::int64_t> ids;
  for (const PersonId person : people) ids.push_back(person.value);
  const auto known = person::members_of(unit, org, ids);
  base::Fields fields;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool found = std::ranges::binary_search(known, ids[i], {}, &person::Member::person);
    fields.refuse_if(!found, std::string(path) + "/" + std::to_string(i), "person.not_found");
  }
  if (auto refused = fields.error()) return std::move(*refused);
  for (const person::Member& member : known) numbers.push_back(member.member);
  base::keep_each_once(numbers);
  return numbers;
}

}  // namespace ent::group
