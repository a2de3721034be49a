/// What a part of a run has written: rows as they stood, and as the run has left them. A row that stood before and not
/// after was deleted, one that only stands after was made.
///
/// People whom the part has made stand here as ranges of numbers alone: all that there is of them is the run's. So the
/// first load of an academy keeps next to nothing, and a later one what it changes.
#pragma once

#include <string>
#include <vector>

#include "group/bulk.hpp"
#include "guardian/bulk.hpp"
#include "org/bulk.hpp"
#include "person/bulk.hpp"
#include "person/numbers.hpp"

namespace ent::interop {

struct Range {
  std::int64_t first = 0;
  std::int64_t count = 0;
  bool contains(std::int64_t number) const noexcept { return number >= first && number < first + count; }
};

struct Image {
  std::vector<Range> people{}, households{};
  std::vector<person::Person> people_before{}, people_after{};
  std::vector<person::bulk::Contact> contacts_before{}, contacts_after{};
  std::vector<person::bulk::Residence> homes_before{}, homes_after{};
  std::vector<person::bulk::Reference> keys_before{}, keys_after{};
  std::vector<std::string> national_numbers{};  ///< Given to people who stood already.
  std::vector<person::Number> numbers_in{}, numbers_out{};  ///< Likewise, in schools; and those that were taken away.
  std::vector<person::bulk::Post> posts_before{}, posts_after{};
  std::vector<group::bulk::Stay> stays_before{}, stays_after{};
  std::vector<group::bulk::RoleRow> roles_before{}, roles_after{};
  std::vector<group::bulk::ServiceRow> services_before{}, services_after{};
  std::vector<guardian::bulk::Link> links_before{}, links_after{};
  std::vector<org::View> units_before{}, units_after{};
  std::vector<std::int64_t> new_units{};
  std::vector<org::bulk::Reference> unit_keys_before{}, unit_keys_after{};
  std::vector<group::bulk::Group> groups_before{}, groups_after{};
  std::vector<group::bulk::Trait> levels_in{}, levels_out{}, divisions_in{}, divisions_out{};

  bool made(std::int64_t person) const noexcept {
    for (const Range& range : people) {
      if (range.contains(person)) return true;
    }
    return false;
  }
};

}  // namespace ent::interop
