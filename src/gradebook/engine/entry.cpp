#include "gradebook/engine/entry.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"

namespace ent::gradebook::engine {
namespace {

constexpr std::array kind_words{
    KindWord{"", MarkKind::not_entered},
    KindWord{"abs", MarkKind::absent},
    KindWord{"a", MarkKind::absent},
    KindWord{"absent", MarkKind::absent},
    KindWord{"disp", MarkKind::exempt},
    KindWord{"d", MarkKind::exempt},
    KindWord{"dispense", MarkKind::exempt},
    KindWord{"inap", MarkKind::unfit},
    KindWord{"inapte", MarkKind::unfit},
    KindWord{"nn", MarkKind::not_graded},
    KindWord{"n", MarkKind::not_graded},
    KindWord{"n not", MarkKind::not_graded},
    KindWord{"-", MarkKind::not_graded},
    KindWord{"nr", MarkKind::not_handed_in},
    KindWord{"n rdu", MarkKind::not_handed_in},
    KindWord{"abs0", MarkKind::absent_zero},
    KindWord{"nr0", MarkKind::not_handed_in_zero},
    KindWord{"fel", MarkKind::congratulations},
    KindWord{"felicitations", MarkKind::congratulations},
};

constexpr std::array<std::string_view, 6> fault_words{"",
                                                      "not_a_mark",
                                                      "negative",
                                                      "above_maximum",
                                                      "below_minimum",
                                                      "too_many_decimals"};

std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::optional<MarkKind> find_kind(std::span<const KindWord> words, std::string_view text) noexcept {
  const auto found = std::find_if(words.begin(), words.end(), [&](const KindWord& word) { return word.text == text; });
  return found == words.end() ? std::nullopt : std::optional<MarkKind>(found->kind);
}

bool too_fine(Decimal value, std::int32_t decimals) noexcept {
  std::int64_t step = Decimal::one;
  for (; decimals > 0 && step > 1; --decimals) step /= 10;
  return value.millionths() % step != 0;
}

}  // namespace

std::string typed_word(std::string_view text) {
  std::string lower(trimmed(text));
  std::string folded = base::fold(lower);
  if (base::count_characters(folded) >= base::count_characters(lower)) return folded;
  std::ranges::transform(lower, lower.begin(), base::ascii_lower);
  return lower;
}

std::span<const KindWord> usual_kind_words() noexcept { return kind_words; }

EntryFault check_mark(Decimal value, const Assessment& assessment, const EntryRule& rule) noexcept {
  const bool from_zero = assessment.minimum == Decimal(0);
  if (!rule.negative && value < assessment.minimum) {
    return from_zero ? EntryFault::negative : EntryFault::below_minimum;
  }
  if (!rule.above_maximum && value > assessment.maximum) return EntryFault::above_maximum;
  return too_fine(value, rule.decimals) ? EntryFault::too_many_decimals : EntryFault::none;
}

Entry read_mark(std::string_view text, const Assessment& assessment, const EntryRule& rule,
                std::span<const KindWord> own) {
  Entry entry;
  const std::string typed = typed_word(text);
  auto kind = find_kind(own, typed);
  if (!kind) kind = find_kind(kind_words, typed);
  if (kind) {
    entry.mark.kind = *kind;
    return entry;
  }
  const auto value = Decimal::parse(trimmed(text));
  if (!value) {
    entry.fault = EntryFault::not_a_mark;
    return entry;
  }
  entry.mark = {.value = *value, .kind = MarkKind::number};
  entry.fault = check_mark(*value, assessment, rule);
  return entry;
}

std::string_view word(EntryFault fault) noexcept { return fault_words[static_cast<std::size_t>(fault)]; }

}  // namespace ent::gradebook::engine
