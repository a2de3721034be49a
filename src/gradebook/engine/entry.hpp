/// What a teacher types, as a mark. Text that is not one number is never guessed at.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gradebook/engine/book.hpp"

namespace ent::gradebook::engine {

enum class EntryFault : std::uint8_t {
  none = 0,
  not_a_mark = 1,         ///< Neither one number nor a word for a kind: `12..5`, `1,2,3`, `abc`, `12 5`, `1e3`.
  negative = 2,
  above_maximum = 3,
  below_minimum = 4,      ///< Of a scale that does not begin at 0.
  too_many_decimals = 5,
};

struct Entry {
  Mark mark;  ///< Of meaning where the fault is `none`.
  EntryFault fault = EntryFault::none;
};

/// A word that stands for a kind without number.
struct KindWord {
  std::string_view text;  ///< Lower case, without accents.
  MarkKind kind = MarkKind::absent;
};

/// What was typed, as words are compared: folded, as names are. Where folding would take signs away it is in lower case alone: "A+" is
/// no "a".
std::string typed_word(std::string_view text);

/// `abs`, `disp`, `inap`, `nn`, `nr`, `abs0`, `nr0`, `fel` and other ways to write them; nothing at all is
/// `not_entered`.
std::span<const KindWord> usual_kind_words() noexcept;

/// Spaces around it are of no account, nor is case; a comma is a point. `own` are the school's words, looked at first.
Entry read_mark(std::string_view text, const Assessment& assessment, const EntryRule& rule,
                std::span<const KindWord> own = {});

/// A mark that comes as a number already, held against the same rules.
EntryFault check_mark(Decimal value, const Assessment& assessment, const EntryRule& rule) noexcept;

std::string_view word(EntryFault fault) noexcept;

}  // namespace ent::gradebook::engine
