/// Advice on comments (circulaire 99-104 asks for strong points and precise advice, and bans vague, reductive and humiliating
/// words): a pure function of a text. It hinders nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ent/report_entry.hpp"

namespace ent::report {

struct Finding {
  AdviceKind kind{};
  std::string words{};  ///< As they were written.
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// In the order of the text; too_short first.
std::vector<Finding> advice_on(std::string_view comment);

}  // namespace ent::report
