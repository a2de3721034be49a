/// Accounts by whose they are: of a unit, page by page, and of several people.
#pragma once

#include <unordered_map>
#include <vector>

#include "account/rows.hpp"
#include "base/cursor.hpp"
#include "person/visible.hpp"

namespace ent::account::rows {

/// The accounts of these people, by person; who has none is left out.
std::unordered_map<std::int64_t, Holder> holders(unit::Unit& unit, std::span<const std::int64_t> people);

/// One more than the page holds, if there are so many. `members`: only these (org << 32 | member).
std::vector<Entry> list(unit::Unit& unit, const person::Seen& seen, const List& input,
                        const std::optional<std::vector<std::int64_t>>& members, const base::Place& start);

}  // namespace ent::account::rows
