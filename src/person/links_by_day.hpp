/// Links between two people, taken day by day.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>

#include "person/links_joined.hpp"

namespace ent::person {

/// The one that holds on a day; null: none.
const Link* link_on(const std::vector<Link>& links, std::int64_t day);

/// What `say` says of the days of these: it is asked in their order, where one of these begins or ends. Days of which it says the same are of one link.
std::vector<Link> by_day(std::initializer_list<const std::vector<Link>*> all, const std::function<std::optional<Link>(std::int64_t)>& say);

/// Above all that anybody has read of these.
std::int64_t next_revision(std::initializer_list<const std::vector<Link>*> all);

}  // namespace ent::person
