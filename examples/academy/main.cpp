// The demo academy on one embedded file: five schools with their people, weeks, marks and registers, made through the
// library alone, and 20 November 2026 as it is lived there.
//
//     academy [STORE]                makes it, and plays the day
//     academy STORE --make           makes it, up to the morning of that day
//     academy STORE --scale academy  218 collèges in its place; primary: 200 schools with 27 000 accounts
//     academy STORE --aaf FOLDER     the files of one's own annuaire académique fédérateur in its place
//     academy STORE --oneroster FOLDER
//     academy STORE --marks FILE     a table of one's own marks
//     academy STORE --fet FILE       one's own timetable, made with FET
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "day.hpp"
#include "own_files.hpp"
#include "own_marks.hpp"
#include "own_timetable.hpp"
#include "scale.hpp"

namespace {

constexpr const char* usage =
    "academy [STORE]\nacademy STORE --make\nacademy STORE --scale academy|primary [SCHOOLS]\n"
    "academy STORE --aaf|--oneroster FOLDER\nacademy STORE --marks FILE\n"
    "academy STORE --fet FILE\n";

int refuse() {
  std::fputs(usage, stderr);
  return 2;
}

int scale(const std::string& file, std::string_view which, const char* schools) {
  if (which != "academy" && which != "primary") return refuse();
  const auto kind = which == "academy" ? academy::Scale::academy : academy::Scale::primary;
  return academy::make_scale(file, kind, schools ? std::stoi(schools) : academy::schools_of(kind));
}

int run(int count, char** arguments) {
  const std::string file = count > 1 ? arguments[1] : "academie.db";
  if (count <= 2) {
    auto demo = academy::make_demo(file);
    academy::play_day(demo);
    return 0;
  }
  const std::string_view option = arguments[2];
  if (option == "--make" && count == 3) {
    academy::make_demo(file);
    return 0;
  }
  if (option == "--scale" && (count == 4 || count == 5)) return scale(file, arguments[3], count == 5 ? arguments[4] : nullptr);
  if (option == "--aaf" && count == 4) return academy::show_own_files(file, academy::Format::aaf, arguments[3]);
  if (option == "--oneroster" && count == 4) return academy::show_own_files(file, academy::Format::oneroster, arguments[3]);
  if (option == "--marks" && count == 4) return academy::show_own_marks(file, arguments[3]);
  if (option == "--fet" && count == 4) return academy::show_own_timetable(file, arguments[3]);
  return refuse();
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const ent::Exception& exception) {
    std::fprintf(stderr, "%s: %s\n", exception.error().reason.c_str(), exception.what());
    for (const auto& field : exception.error().fields) std::fprintf(stderr, "  %s: %s\n", field.path.c_str(), field.reason.c_str());
    return 1;
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "%s\n", exception.what());
    return 1;
  }
}
