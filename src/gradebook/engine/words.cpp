#include "gradebook/engine/words.hpp"

#include <array>

namespace ent::gradebook::engine {
namespace {

constexpr std::array<std::string_view, 5> standings{"", "average", "no_mark", "left_out", "no_weight"};

constexpr std::array<std::string_view, 20> fates{
    "",           "counted",          "counted_as_zero", "added",           "left_out",      "not_entered",
    "formative",  "omitted",          "hidden",          "provisional",     "weightless",    "dropped_lowest",
    "dropped_highest", "not_kept",    "bonus_too_low",   "would_not_raise", "nothing_to_raise", "beside_boxes",
    "out_of_use", "without_say",
};

constexpr std::array<std::string_view, mark_kinds> kinds{
    "",
    "number",
    "absent",
    "exempt",
    "unfit",
    "not_graded",
    "not_handed_in",
    "absent_zero",
    "not_handed_in_zero",
    "congratulations",
    "not_entered",
    "own_left_out",
    "own_zero",
    "provisional",
};

}  // namespace

std::string_view word(Standing standing) noexcept { return standings[static_cast<std::size_t>(standing)]; }
std::string_view word(Fate fate) noexcept { return fates[static_cast<std::size_t>(fate)]; }
std::string_view word(MarkKind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }

std::optional<MarkKind> mark_kind(std::string_view word) noexcept {
  for (std::size_t kind = 1; kind < kinds.size(); ++kind) {
    if (kinds[kind] == word) return static_cast<MarkKind>(kind);
  }
  return std::nullopt;
}

}  // namespace ent::gradebook::engine
