/// The time that some spans cover together.
#pragma once

#include <span>
#include <vector>

#include "attendance/half_days.hpp"

namespace ent::attendance {

class Cover {
 public:
  explicit Cover(std::vector<Span> spans);

  bool holds_all(std::span<const Span> parts) const noexcept;

 private:
  std::vector<Span> spans_;  ///< In their order, with a gap between each two: what they hold, one of them holds.
};

/// What a span takes of a half-day; it ends before it begins, or with it, where that is nothing.
Span common(const Span& span, const OpenHalf& half) noexcept;

/// What a span takes of the half-days on which the school is open.
std::vector<Span> open_parts(const Span& span, std::span<const OpenHalf> open);

}  // namespace ent::attendance
