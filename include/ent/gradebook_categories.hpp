/// Categories of subjects: "Pôle littéraire", "Pôle scientifique", each with an average over its subjects.
///
/// They are said with the policy (set_policy()), and make no other average than their own: the general average is over subjects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ent/decimal.hpp"
#include "ent/gradebook_kinds.hpp"

namespace ent::gradebook {

/// Subjects that have an average together.
struct Category {
  std::string code{};                        ///< 1 to 20 characters, each once.
  std::string name{};                        ///< As reports show it: 1 to 60 characters.
  std::vector<std::string> subject_codes{};  ///< 1 to 100; a subject is in one category at most.
};

/// A subject of a category.
struct CategorySubject {
  std::string subject_code{};  ///< The subject.
  Fate fate{};                 ///< What became of its average: `counted`, `weightless`, or `not_entered` where there is none.
  Decimal coefficient{};       ///< What it weighs, where the policy has coefficients; its mode in the general average is of no account.
};

/// The average of a pupil in a category.
struct CategoryAverage {
  std::string code{};                        ///< The category.
  std::string name{};                        ///< Its name.
  std::optional<Decimal> average{};          ///< Of the averages of its subjects; none: no subject has one that weighs.
  std::optional<std::string> letter{};       ///< As that of a general average.
  std::vector<CategorySubject> subjects{};   ///< Those of its subjects in which something was asked of the pupil, in its order.
};

/// The same in a table.
struct CategoryFigure {
  std::string code{};                   ///< The category.
  std::optional<Decimal> average{};     ///< Of the averages of its subjects.
  std::optional<std::string> letter{};  ///< As that of a general average.
};

}  // namespace ent::gradebook
