/// Who stands in a report as the teacher of a subject: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "group/lookups.hpp"

namespace ent::report {

/// Who teaches a subject to a pupil in a group, and for how long within a period.
struct Service {
  std::int64_t group = 0;    ///< Number in the unit.
  std::int64_t teacher = 0;  ///< A member.
  std::string subject{};     ///< Empty: all.
  Date until{};              ///< The last day of it in the period.
  bool met = true;           ///< False: it had ended before the pupil came into the group.
};

/// What a service is to a pupil who was in its group, both on some days of a period that ends on `last`; none where the pupil had left
/// before it began.
std::optional<Service> service_to(const group::Attendance& stay, const group::Taught& service, Date last);

/// Of a pupil's services those that stand for a subject: who taught it to them last, and where nobody did, who had taught it to their
/// group last. In a domain stand those too who teach all.
std::vector<Service> standing_for(const std::vector<Service>& services, const std::string& subject, bool is_domain);

}  // namespace ent::report
