/// Numbers by which applications outside know the people of a school: references of a feed for each school.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "unit/unit.hpp"

namespace ent::person {

/// Of pupils in the national base of collèges and lycées (SIECLE), and of staff in STSWEB.
inline constexpr std::string_view siecle = "siecle";
inline constexpr std::string_view stsweb = "sts";

/// "siecle:9990002b": the feed of an application for the school of a code.
std::string feed_in_school(std::string_view application, std::string_view school_code);

/// A number of somebody; `brought`: by an import, not by hand.
struct Number {
  std::string feed{};
  std::string key{};
  std::int64_t person = 0;
  bool brought = false;
};

/// All that is no directory's own key, also of those who were merged into these people, by person kept, feed and key.
std::vector<Number> numbers_of(unit::Unit& unit, std::span<const std::int64_t> people);
/// Gives those that nobody has; one that somebody has stays.
void give_numbers(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Number> numbers);
/// Takes those away that were brought.
void drop_numbers(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Number> numbers);

}  // namespace ent::person
