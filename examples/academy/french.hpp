/// What the example says: lines, with numbers as people in France write them.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "ent/decimal.hpp"
#include "ent/result.hpp"
#include "ent/time.hpp"

namespace academy {

inline void tell(const std::string& line) { std::printf("%s\n", line.c_str()); }

/// Of names from files: what would end the line or steer the terminal is a space.
inline std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

inline void tell_error(const std::string& line) { std::fprintf(stderr, "%s\n", one_line(line).c_str()); }
/// What is wrong with a file, a folder or a store.
inline void tell_error(const std::string& with, const ent::Error& error) {
  tell_error(with + " : " + ent::explain_reason(error.reason, "fr") + " (" + error.reason + ")");
  for (const auto& field : error.fields) tell_error("  " + field.path + " : " + ent::explain_reason(field.reason, "fr"));
}

/// "1 note", "2 notes".
inline std::string counted(std::size_t count, const std::string& word) { return std::to_string(count) + " " + word + (count < 2 ? "" : "s"); }

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
