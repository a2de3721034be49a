/// The dates of a relation, as inputs give them.
#pragma once

#include <optional>

#include "base/error.hpp"
#include "ent/result.hpp"
#include "ent/time.hpp"

namespace ent::unit {

/// [from, to): the first day, and the first day after.
struct Period {
  Date from{};
  Date to = open_end;

  constexpr bool contains(Date day) const noexcept { return from <= day && day < to; }
};

/// From today and without an end, unless the input says otherwise; a period without a day is refused.
inline Result<Period> period_of(const std::optional<Date>& from, const std::optional<Date>& to, Date today) {
  const Period period{from.value_or(today), to.value_or(open_end)};
  if (period.to <= period.from) return base::invalid("/valid_to", "period.empty");
  return period;
}

}  // namespace ent::unit
