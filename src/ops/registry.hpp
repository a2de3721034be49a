/// All operations of the library: what every derived face is made from.
#pragma once

#include <span>
#include <string_view>

#include "unit/op.hpp"

namespace ent::ops {

std::span<const Op* const> all() noexcept;

/// The operation of a name, "org.add", or nullptr.
const Op* find(std::string_view name) noexcept;

}  // namespace ent::ops
