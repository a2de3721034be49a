/// The words of explanations and of the tests' text format.
#pragma once

#include <optional>
#include <string_view>

#include "gradebook/engine/outcome.hpp"

namespace ent::gradebook::engine {

std::string_view word(Standing standing) noexcept;
std::string_view word(Fate fate) noexcept;
std::string_view word(MarkKind kind) noexcept;
std::optional<MarkKind> mark_kind(std::string_view word) noexcept;

}  // namespace ent::gradebook::engine
