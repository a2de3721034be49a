/// The catalogue of reasons: what each token says to people.
#pragma once

#include <span>
#include <string_view>

namespace ent::base {

struct Reason {
  std::string_view token;
  std::string_view english;
  std::string_view french;
};

/// All reasons, in the order of their tokens.
std::span<const Reason> reasons() noexcept;

/// The entry of a token, or nullptr.
const Reason* find_reason(std::string_view token) noexcept;

}  // namespace ent::base
