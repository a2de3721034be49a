/// Idempotency keys: a write that is asked twice is done once, and answers the same.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "unit/frame.hpp"

namespace ent::unit {

using RequestHash = std::array<std::byte, 32>;

/// Of the operation's name and its input.
RequestHash hash_request(const Op& op, const void* in);

enum class Replay { fresh, done_before };

/// Looks the call's key up. On done_before `out` holds the first answer.
Result<Replay> replay(Frame& frame, const RequestHash& request, void* out);

/// Remembers the answer under the key; Failure(conflict) when another caller was first.
void remember(Frame& frame, const RequestHash& request, const void* out);

}  // namespace ent::unit
