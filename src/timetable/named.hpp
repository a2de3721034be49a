/// The groups, people and rooms that an input names, found in the unit all at once.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "ent/timetable.hpp"
#include "timetable/plan.hpp"
#include "unit/unit.hpp"

namespace ent::timetable {

class Named {
 public:
  void add(const std::vector<GroupId>& groups, const std::vector<PersonId>& people, const std::vector<RoomId>& rooms);
  /// Asks for all that was added; a group that is no more from a day on is not found.
  void find(unit::Unit& unit, OrgId org, Date from);

  void check(base::Fields& fields, const std::vector<GroupId>& groups, const std::string& path) const;
  void check(base::Fields& fields, const std::vector<PersonId>& people, const std::string& path) const;
  void check(base::Fields& fields, const std::vector<RoomId>& rooms, const std::string& path) const;

  /// Numbers in the unit; all are known.
  std::vector<std::int64_t> numbers(const std::vector<GroupId>& groups) const;
  std::vector<std::int64_t> numbers(const std::vector<PersonId>& people) const;
  std::vector<std::int64_t> numbers(const std::vector<RoomId>& rooms) const;

 private:
  std::set<std::int64_t> groups_, people_, rooms_;
  std::map<std::int64_t, std::int64_t> members_;  ///< By person.
};

}  // namespace ent::timetable
