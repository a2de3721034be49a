/// The guardianships of a merge: of both records to the same person there is one link a day.
#pragma once

#include "unit/unit.hpp"

namespace ent::person::rows {

/// Joins them under the kept one, and keeps how all of both stood.
void join_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged);

/// Whoever is linked to the kept one then has a number wherever the pupil has one: in the units that only the other record was in, too.
void join_units(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t kept, std::int64_t merged);

/// Gives them back, once the merged one is a person again, by the rule of `parted()`. What merges of others that were made since have kept
/// of the one person is parted likewise, so that they may be undone before or after.
void part_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged);

}  // namespace ent::person::rows
