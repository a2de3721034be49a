/// Letters in which averages are told beside the number: pure functions.
#pragma once

#include <optional>
#include <string>

#include "base/error.hpp"
#include "ent/gradebook_letters.hpp"
#include "gradebook/engine/outcome.hpp"
#include "gradebook/formula.hpp"

namespace ent::gradebook {

/// What is wrong with letters, if they are there.
void check_letters(base::Fields& fields, const std::optional<Letters>& letters);

/// With the items of their preset, and whether they go by exact averages; labels without space around them.
Letters completed(Letters letters);

/// The letter of an average, or of what is typed in its place; none where the formula has no letters or there is no average.
std::optional<std::string> letter_of(const Formula& formula, const engine::Outcome& outcome, const std::optional<Decimal>* typed = nullptr);

/// That of what is typed in the place of an average, which is shown as it is.
std::optional<std::string> typed_letter_of(const Formula& formula, const std::optional<Decimal>& typed);

/// That of what is made of several averages on the scale of the policy; none where these are points, each of as many as
/// there were. `shown`: how it is rounded where letters go by what is shown.
std::optional<std::string> overall_letter_of(const Formula& formula, const engine::Rounding& shown,
                                             const std::optional<base::Rational>& average);

}  // namespace ent::gradebook
