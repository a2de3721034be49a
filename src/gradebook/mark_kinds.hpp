/// Which kinds of marks have a number.
#pragma once

#include <optional>

#include "ent/gradebook.hpp"

namespace ent::gradebook {

constexpr bool has_number(MarkKind kind) noexcept { return kind == MarkKind::number || kind == MarkKind::provisional; }

/// Whether both can be said of one mark.
inline bool go_together(const std::optional<Decimal>& value, const std::optional<MarkKind>& kind) noexcept {
  return !kind || has_number(*kind) == value.has_value();
}

/// What stands where that is said: a number alone is sure.
inline MarkKind kind_said(const std::optional<Decimal>& value, const std::optional<MarkKind>& kind) noexcept {
  return kind.value_or(value ? MarkKind::number : MarkKind::not_entered);
}

}  // namespace ent::gradebook
