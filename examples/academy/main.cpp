// The demo academy on one embedded file: five schools with their people, weeks, marks and registers, made through the
// library alone, and 20 November 2026 as it is lived there.
//
//     academy [STORE]                makes it, and plays the day
//     academy STORE --make           makes it, up to the morning of that day
//     academy STORE --scale academy  218 collèges in its place; primary: 200 schools with 27 000 accounts; or so many as are said
//     academy STORE --aaf FOLDER     the files of one's own annuaire académique fédérateur in its place
//     academy STORE --oneroster FOLDER
//     academy STORE --marks FILE     a table of one's own marks
//     academy STORE --fet FILE       one's own timetable, made with FET
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

#include "day.hpp"
#include "french.hpp"
#include "own_files.hpp"
#include "own_marks.hpp"
#include "own_timetable.hpp"
#include "scale.hpp"

namespace {

constexpr const char* usage =
    "academy [STORE]\nacademy STORE --make\nacademy STORE --scale academy|primary [SCHOOLS]\n"
    "academy STORE --aaf|--oneroster FOLDER\nacademy STORE --marks FILE\n"
    "academy STORE --fet FILE\n";
constexpr std::int32_t most_schools = 10'000;  // so many have a number of their own

int refuse(const std::string& why) {
  academy::tell_error("academy : " + why);
  std::fputs(usage, stderr);
  return 2;
}

std::optional<std::int32_t> number_of_schools(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > most_schools) return std::nullopt;
  return number;
}

int scale(const std::string& file, std::string_view which, const char* schools) {
  if (which != "academy" && which != "primary") return refuse("--scale " + std::string(which) + " : academy ou primary");
  const auto kind = which == "academy" ? academy::Scale::academy : academy::Scale::primary;
  const auto number = schools ? number_of_schools(schools) : academy::schools_of(kind);
  if (!number) {
    return refuse("--scale " + std::string(which) + " " + schools + " : un nombre d'établissements va de 1 à " + std::to_string(most_schools));
  }
  return academy::make_scale(file, kind, *number);
}

int run(const std::string& file, std::span<char*> options) {
  if (options.empty()) {
    auto demo = academy::make_demo(file);
    academy::play_day(demo);
    return 0;
  }
  const std::string_view option = options[0];
  if (option == "--make" && options.size() == 1) {
    academy::make_demo(file);
    return 0;
  }
  if (option == "--scale" && (options.size() == 2 || options.size() == 3)) return scale(file, options[1], options.size() == 3 ? options[2] : nullptr);
  if (option == "--aaf" && options.size() == 2) return academy::show_own_files(file, academy::Format::aaf, options[1]);
  if (option == "--oneroster" && options.size() == 2) return academy::show_own_files(file, academy::Format::oneroster, options[1]);
  if (option == "--marks" && options.size() == 2) return academy::show_own_marks(file, options[1]);
  if (option == "--fet" && options.size() == 2) return academy::show_own_timetable(file, options[1]);
  return refuse("option inconnue ou incomplète : " + std::string(option));
}

/// How it ended, told where it failed.
int run_told(const std::string& file, std::span<char*> options) try {
  return run(file, options);
} catch (const ent::Exception& exception) {
  academy::tell_error(file, exception.error());
  return 1;
} catch (const std::exception& exception) {
  academy::tell_error(exception.what());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  const std::span<char*> given(arguments + 1, count > 1 ? static_cast<std::size_t>(count - 1) : 0);
  for (const std::string_view argument : given) {
    if (argument != "--help" && argument != "-h") continue;
    std::fputs(usage, stdout);
    return 0;
  }
  if (given.empty()) return run_told("academie.db", {});
  const std::string file = given[0];
  return file.starts_with('-') ? refuse("option inconnue : " + file) : run_told(file, given.subspan(1));
}
