/// Values as the columns of the people's tables hold them.
#pragma once

#include <cstdint>
#include <optional>

#include "ent/profile.hpp"

namespace ent::person {

std::int32_t number(auto word) { return static_cast<std::int32_t>(word); }

template <class Word>
std::optional<std::int32_t> number(const std::optional<Word>& word) {
  return word ? std::optional(static_cast<std::int32_t>(*word)) : std::nullopt;
}

/// 0 stands for none, since the function is part of a key.
inline std::optional<Function> function_of(std::int32_t column) noexcept {
  return column == 0 ? std::nullopt : std::optional(static_cast<Function>(column));
}

/// Lists hold no null: this stands for none, and the statement turns it back.
inline constexpr std::int64_t none = -2'147'483'648;

}  // namespace ent::person
