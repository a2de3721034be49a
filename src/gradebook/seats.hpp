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

/// Seats that are kept of a period that is published: groups, versions of their states and members, side by side.
struct KeptSeats {
  std::vector<std::int64_t> groups{};
  std::vector<std::int64_t> versions{};
  std::vector<std::int64_t> members{};
};

/// All that were kept in these groups.
KeptSeats kept_in(unit::Unit& unit, const period::View& period, std::span<const std::int64_t> groups);

/// Keeps seats for those of these people (none: all) who are in a division on the last day, but came after the period was published for it: theirs
/// are of no figure of the class. Gives the seats that are new.
KeptSeats keep_newcomers(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, GroupId division,
                         std::span<const PersonId> people);

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
