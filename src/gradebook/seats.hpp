/// Where pupils were when a period was published: an enrolment that is put right afterwards moves nothing of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ent/period.hpp"
#include "gradebook/class_averages.hpp"
#include "gradebook/formula.hpp"
#include "gradebook/span.hpp"
#include "group/divisions.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// Keeps who is in these groups on the last day of a period that was just published for them, and in which division; of divisions also
/// whoever was there last before they left the school.
void keep_seats(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, std::span<const std::int64_t> groups);

/// The place of a member in a division for which these days are a published period.
std::optional<Place> kept_place(unit::Unit& unit, OrgId org, std::int64_t member, const Span& days);

/// The seats of those of these members for whose division a period is published that has days among these.
struct PublishedSeat {
  group::Seat seat{};
  PeriodId period{};
  Span days{};  ///< Of the period, as it was published.
};
std::vector<PublishedSeat> published_seats(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& days);

/// All pupils of some terms, each once.
std::vector<std::int64_t> members_of(std::span<const Term> terms);

/// The terms as they were where they are published: for the group with those who were in it then, for the divisions of its pupils with
/// their places then. Who is asked about stays among them.
std::vector<Term> as_kept(unit::Unit& unit, GroupId group, std::span<const Term> terms);

}  // namespace ent::gradebook
