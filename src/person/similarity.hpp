/// Whether two records are one person: a pure score.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ent/person.hpp"

namespace ent::person {

/// What is compared. Texts are folded.
struct Identity {
  std::string family_name;
  std::string given_name;
  std::string birth_name;
  std::optional<Date> birth_date;
  std::optional<Sex> sex;
  std::string national_number;     ///< INE; empty: unknown.
  std::vector<std::string> feeds;  ///< Names of the other feeds that know the record, in order.
};

struct Likeness {
  std::int32_t score = 0;  ///< 0 to 100.
  std::vector<Evidence> evidence;
};

/// Symmetric: the order of the two is of no account.
Likeness compare(const Identity& a, const Identity& b);

/// Whether two texts are equal but for one letter put in, left out or changed, or two neighbours swapped.
bool one_letter_apart(std::string_view a, std::string_view b) noexcept;

}  // namespace ent::person
