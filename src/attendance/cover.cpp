#include "attendance/cover.hpp"

#include <algorithm>
#include <utility>

namespace ent::attendance {

Cover::Cover(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::from);
  for (const Span& one : spans) {
    if (!spans_.empty() && one.from <= spans_.back().to) {
      spans_.back().to = std::max(spans_.back().to, one.to);
    } else {
      spans_.push_back(one);
    }
  }
}

bool Cover::holds_all(std::span<const Span> parts) const noexcept {
  return std::ranges::all_of(parts, [&](const Span& part) {
    const auto after = std::ranges::upper_bound(spans_, part.from, {}, &Span::from);
    return after != spans_.begin() && std::prev(after)->contains(part);
  });
}

Span common(const Span& span, const OpenHalf& half) noexcept {
  return {std::max(span.from, half.from), std::min(span.to, half.to)};
}

std::vector<Span> open_parts(const Span& span, std::span<const OpenHalf> open) {
  std::vector<Span> parts;
  for (const OpenHalf& half : open) {
    const Span part = common(span, half);
    if (part.from < part.to) parts.push_back(part);
  }
  return parts;
}

}  // namespace ent::attendance
