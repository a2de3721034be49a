/// The guardianships of a merge: where both records are linked to the same person, there is one link a day.
#pragma once

#include "unit/unit.hpp"

namespace ent::person::rows {

/// Joins them under the kept one, and keeps how they stood.
void join_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged);

/// Gives them back, once the merged one is a person again. What was changed since holds for both: nobody can say of which it was said.
void part_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged);

}  // namespace ent::person::rows
