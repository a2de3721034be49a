/// What the example says: lines, with numbers as people in France write them.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "ent/decimal.hpp"
#include "ent/time.hpp"

namespace academy {

inline void tell(const std::string& line) { std::printf("%s\n", line.c_str()); }

/// "14,50": rounded to two decimals, half away from zero.
inline std::string french(ent::Decimal value) {
  const std::int64_t hundredths = (std::abs(value.millionths()) + 5'000) / 10'000;
  const std::string rest = std::to_string(hundredths % 100);
  return std::string(value.millionths() < 0 ? "-" : "") + std::to_string(hundredths / 100) + "," + (rest.size() < 2 ? "0" : "") + rest;
}
inline std::string french(const std::optional<ent::Decimal>& value) { return value ? french(*value) : "—"; }

/// "mardi 24".
inline std::string french(ent::Date date) {
  constexpr const char* names[] = {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"};
  return std::string(names[std::chrono::weekday{date}.c_encoding()]) + " " +
         std::to_string(static_cast<unsigned>(std::chrono::year_month_day{date}.day()));
}

}  // namespace academy
