#include "gradebook/letters.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/text.hpp"
#include "gradebook/averages.hpp"
#include "gradebook/limits.hpp"

namespace ent::gradebook {
namespace {

using base::Rational;

constexpr std::size_t most_letters = 20;
constexpr std::size_t longest_label = 20;

struct Bound {
  std::string_view label;
  int at_least;
};

struct LetterPreset {
  std::string_view name;
  bool exact;
  std::span<const Bound> bounds;
};

// grade_get_letters() of lib/gradelib.php.
constexpr Bound moodle[] = {{"A", 93}, {"A-", 90}, {"B+", 87}, {"B", 83}, {"B-", 80}, {"C+", 77},
                            {"C", 73}, {"C-", 70}, {"D+", 67}, {"D", 60}, {"F", 0}};
// default_grading_scheme of app/models/grading_standard.rb.
constexpr Bound canvas[] = {{"A", 94}, {"A-", 90}, {"B+", 87}, {"B", 84},  {"B-", 80}, {"C+", 77},
                            {"C", 74}, {"C-", 70}, {"D+", 67}, {"D", 64}, {"D-", 61}, {"F", 0}};
constexpr Bound fifths[] = {{"A", 80}, {"B", 60}, {"C", 40}, {"D", 20}, {"E", 0}};

constexpr LetterPreset presets[] = {{"moodle", true, moodle}, {"canvas", false, canvas}, {"fifths", false, fifths}};

const LetterPreset* find_letters(std::string_view name) noexcept {
  const auto found = std::ranges::find(presets, name, &LetterPreset::name);
  return found == std::end(presets) ? nullptr : found;
}

/// Of those that an average reaches the first, or else the last.
const std::string& letter_at(const Letters& letters, const Rational& percent) {
  const auto reached = [&](const Letter& letter) { return !(percent < Rational(letter.at_least)); };
  const auto found = std::ranges::find_if(letters.items, reached);
  return found == letters.items.end() ? letters.items.back().label : found->label;
}

std::optional<std::string> letter_between(const Formula& formula, const engine::Rounding& shown, const Rational& average, const Rational& minimum,
                                          const Rational& maximum) {
  if (!formula.letters || !(minimum < maximum)) return std::nullopt;
  const Rational value = formula.letters->exact.value_or(false) ? average : Rational(shown_as(shown, average));
  return letter_at(*formula.letters, (value - minimum) / (maximum - minimum) * Rational(100));
}

}  // namespace

void check_letters(base::Fields& fields, const std::optional<Letters>& letters) {
  if (!letters) return;
  const std::vector<Letter>& items = letters->items;
  const bool named = letters->preset.has_value();
  fields.refuse_if(named && find_letters(*letters->preset) == nullptr, "/letters/preset", "gradebook.no_letters")
      .refuse_if(named ? !items.empty() : items.empty() || items.size() > most_letters, "/letters/items", "field.range");
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string path = "/letters/items/" + std::to_string(i);
    const std::string label(base::trim(items[i].label));
    const Decimal bound = items[i].at_least;
    const bool is_last = i + 1 == items.size();
    fields.length(label, 1, longest_label, path + "/label")
        .refuse_if(!seen.insert(label).second, path + "/label", "field.repeated")
        .refuse_if(bound < 0 || bound > 100, path + "/at_least", "field.range")
        .refuse_if(bound.millionths() % hundredth != 0, path + "/at_least", "gradebook.too_many_decimals")
        .refuse_if((i != 0 && !(bound < items[i - 1].at_least)) || (is_last && bound != 0), path + "/at_least", "gradebook.letter_bounds");
  }
}

Letters completed(Letters letters) {
  for (Letter& letter : letters.items) letter.label = std::string(base::trim(letter.label));
  const LetterPreset* const preset = letters.preset ? find_letters(*letters.preset) : nullptr;
  if (preset != nullptr) {
    for (const Bound& bound : preset->bounds) letters.items.push_back({std::string(bound.label), bound.at_least});
  }
  if (!letters.exact) letters.exact = preset != nullptr && preset->exact;
  return letters;
}

std::optional<std::string> letter_of(const Formula& formula, const engine::Outcome& outcome, const std::optional<Decimal>* typed) {
  if (typed != nullptr) return typed_letter_of(formula, *typed);
  if (!outcome.exists()) return std::nullopt;
  return letter_between(formula, formula.policy.shown.subject, outcome.value, outcome.minimum, outcome.maximum);
}

std::optional<std::string> typed_letter_of(const Formula& formula, const std::optional<Decimal>& typed) {
  return typed ? overall_letter_of(formula, engine::Rounding{}, Rational(*typed)) : std::nullopt;
}

std::optional<std::string> overall_letter_of(const Formula& formula, const engine::Rounding& shown, const std::optional<Rational>& average) {
  const auto scale = scale_of(formula.policy);
  return average && scale ? letter_between(formula, shown, *average, 0, Rational(*scale)) : std::nullopt;
}

}  // namespace ent::gradebook
