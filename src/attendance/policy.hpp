/// How a school counts, and what calls for an alert.
#pragma once

#include "attendance/alerts.hpp"

namespace ent::attendance {

inline constexpr CountPolicy usual_policy{};

/// Four half-days without a legitimate reason in a month (Code de l'éducation, article L131-8).
inline constexpr AlertRule legal_rule{};

}  // namespace ent::attendance
