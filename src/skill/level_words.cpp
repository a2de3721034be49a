#include "skill/level_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "gradebook/engine/entry.hpp"
#include "skill/target.hpp"

namespace ent::skill {
namespace {

using gradebook::engine::typed_word;

/// A word for a kind without level, as typed_word() has it.
struct KindWord {
  std::string_view text;
  LevelKind kind;
};

// Those of marks, and AB, DI, NE, NF, NN and NR as SACoche writes them.
constexpr std::array kind_words{
    KindWord{"abs", LevelKind::absent},         KindWord{"ab", LevelKind::absent},
    KindWord{"a", LevelKind::absent},           KindWord{"absent", LevelKind::absent},
    KindWord{"absente", LevelKind::absent},     KindWord{"disp", LevelKind::exempt},
    KindWord{"di", LevelKind::exempt},          KindWord{"d", LevelKind::exempt},
    KindWord{"dispense", LevelKind::exempt},    KindWord{"dispensee", LevelKind::exempt},
    KindWord{"ne", LevelKind::not_evaluated},   KindWord{"nn", LevelKind::not_evaluated},
    KindWord{"n", LevelKind::not_evaluated},    KindWord{"n not", LevelKind::not_evaluated},
    KindWord{"-", LevelKind::not_evaluated},    KindWord{"non evalue", LevelKind::not_evaluated},
    KindWord{"nf", LevelKind::not_done},        KindWord{"nr", LevelKind::not_done},
    KindWord{"n rdu", LevelKind::not_done},     KindWord{"non fait", LevelKind::not_done},
    KindWord{"non rendu", LevelKind::not_done},
};

constexpr TypedLevel refused(std::string_view fault) noexcept { return {LevelKind::not_entered, 0, fault}; }
constexpr TypedLevel of_level(std::int32_t level) noexcept { return {LevelKind::level, level, {}}; }

/// The one level of which something holds; of several, or none, no level.
template <class Predicate>
std::optional<TypedLevel> the_one(std::span<const LevelView> scale, const Predicate& holds) {
  const auto found = std::ranges::find_if(scale, holds);
  if (found == scale.end()) return std::nullopt;
  const bool alone = std::ranges::none_of(found + 1, scale.end(), holds);
  return alone ? of_level(found->level) : refused("skill.level_ambiguous");
}

std::optional<TypedLevel> by_symbol(std::string_view text, std::string_view word, std::span<const LevelView> scale) {
  const auto exact = the_one(scale, [&](const LevelView& level) { return level.symbol == text; });
  return exact ? exact : the_one(scale, [&](const LevelView& level) { return typed_word(level.symbol) == word; });
}

bool is_number(std::string_view text) noexcept {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

TypedLevel by_number(std::string_view text, std::span<const LevelView> scale) {
  const bool own_numbers = std::ranges::any_of(scale, [](const LevelView& level) { return is_number(level.symbol); });
  const std::size_t level = static_cast<std::size_t>(text.front() - '0');
  if (own_numbers || text.size() != 1 || level < 1 || level > scale.size()) return refused(no_level);
  return of_level(static_cast<std::int32_t>(level));
}

/// A whole label goes before one that only begins so.
std::optional<TypedLevel> by_label(std::string_view typed, std::span<const LevelView> scale) {
  const auto whole = the_one(scale, [&](const LevelView& level) { return base::fold(level.label) == typed; });
  return whole ? whole : the_one(scale, [&](const LevelView& level) { return base::fold(level.label).starts_with(typed); });
}

}  // namespace

TypedLevel read_level(std::string_view text, std::span<const LevelView> scale) {
  const std::string_view shown = base::trim(text);
  std::string word = typed_word(shown);
  if (word.empty()) return {};
  if (const auto level = by_symbol(shown, word, scale)) return *level;
  if (is_number(shown)) return by_number(shown, scale);
  if (word.size() > 3 && word.ends_with('.')) word.pop_back();  // abbreviations are written so: "Abs."
  const auto level = by_label(word, scale);
  const auto kind = std::ranges::find(kind_words, std::string_view(word), &KindWord::text);
  if (kind == kind_words.end()) return level.value_or(refused(no_level));
  return level ? refused("skill.level_ambiguous") : TypedLevel{kind->kind, 0, {}};
}

}  // namespace ent::skill
