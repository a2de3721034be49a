/// Letters and levels: a mark that is written as a word, and an average that is shown as one.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "base/rational.hpp"

namespace ent::gradebook::engine {

/// One step of a scale that a school defines.
struct Letter {
  std::string_view text;
  Decimal from = 0;   ///< The average that is shown so begins here, this value included.
  Decimal value = 0;  ///< What it counts when it is entered as a mark.
};

/// Of letters from the lowest to the highest. Below the first one it is the first; none of no letters.
inline const Letter* letter_of(std::span<const Letter> letters, const base::Rational& average) {
  if (letters.empty()) return nullptr;
  const auto above = std::find_if(letters.begin() + 1, letters.end(),
                                  [&](const Letter& letter) { return base::Rational(letter.from) > average; });
  return &*(above - 1);
}

inline std::optional<Decimal> value_of(std::span<const Letter> letters, std::string_view text) {
  const auto found = std::find_if(letters.begin(), letters.end(), [&](const Letter& own) { return own.text == text; });
  return found == letters.end() ? std::nullopt : std::optional<Decimal>(found->value);
}

}  // namespace ent::gradebook::engine
