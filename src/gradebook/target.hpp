/// What the rights of the grade book are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/gradebook.hpp"
#include "group/functions.hpp"

namespace ent::gradebook {

inline constexpr std::string_view no_assessment = "gradebook.no_assessment";
inline constexpr std::string_view no_group = "group.not_found";
inline constexpr std::string_view no_period = "period.not_found";
inline constexpr std::string_view period_closed = "gradebook.period_closed";
inline constexpr std::string_view no_person = "person.not_found";

/// The group that is assessed; `own`: the actor teaches it the subject.
inline access::Target target_of(GroupId group, bool own) {
  const std::uint8_t met = own ? std::uint8_t{access::met_service} : std::uint8_t{0};
  return {.org = group.establishment(), .group = group.number(), .met = met};
}

}  // namespace ent::gradebook
