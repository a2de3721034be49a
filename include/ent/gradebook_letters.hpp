/// Letters of the grade book: what an average is told by beside its number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ent/decimal.hpp"

namespace ent::gradebook {

/// A letter, or a word, that stands for averages.
struct Letter {
  std::string label{};  ///< 1 to 20 characters, each once.
  Decimal at_least{};   ///< Averages from so many hundredths of the scale on, this one included: 0 to 100, at most two decimals.
};

/// The letters of a school. They change no figure; what is below 0 has the last one.
struct Letters {
  std::optional<std::string> preset = {};  ///< "moodle" or "canvas": their usual letters; "fifths": A to E, 20 hundredths each.
  std::vector<Letter> items = {};          ///< 1 to 20, the best first, each bound below the one before, the last one 0; none with a preset.
  std::optional<bool> exact = {};          ///< By averages before they are rounded for people; default: as the preset, or else not.
};

}  // namespace ent::gradebook
