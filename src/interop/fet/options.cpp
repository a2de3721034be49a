#include "interop/fet/options.hpp"

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "interop/limits.hpp"
#include "interop/options.hpp"

namespace ent::interop::fet {
namespace {

constexpr std::size_t most_names = 2000, most_times = 100, longest_short = 20;
constexpr std::int32_t shortest_lesson = 10, longest_lesson = 240, most_listed = 1'000'000;

void check_code(base::Fields& fields, const std::optional<std::string>& code, std::size_t most, std::string path) {
  if (code) fields.length(base::trim(*code), 1, most, std::move(path));
}

bool is_weekday(calendar::Weekday day) noexcept { return day >= calendar::Weekday::monday && day <= calendar::Weekday::sunday; }

bool is_half(const std::optional<calendar::HalfDay>& half) noexcept {
  return !half || half == calendar::HalfDay::morning || half == calendar::HalfDay::afternoon;
}

void check_days(base::Fields& fields, const std::vector<FetDay>& days) {
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::string path = "/days/" + std::to_string(i);
    fields.refuse_if(!is_weekday(days[i].weekday), path + "/weekday", "field.range")
        .refuse_if(!is_half(days[i].half_day), path + "/half_day", "field.range");
  }
}

void check_hours(base::Fields& fields, const std::vector<FetHour>& hours) {
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const std::string path = "/hours/" + std::to_string(i);
    fields.refuse_if(!base::writable(hours[i].begins), path + "/begins", "field.range")
        .refuse_if(!base::writable(hours[i].ends), path + "/ends", "field.range")
        .refuse_if(hours[i].ends <= hours[i].begins, path + "/ends", "timetable.ends_before")
        .refuse_if(!is_half(hours[i].half_day), path + "/half_day", "field.range");
  }
}

}  // namespace

std::optional<Error> well_formed(const FetOptions& options) {
  base::Fields fields;
  fields.refuse_if(options.feed && !is_feed_name(*options.feed), "/feed", "import.feed_malformed")
      .refuse_if(options.teachers.size() > most_names, "/teachers", "field.range")
      .refuse_if(options.subjects.size() > most_names, "/subjects", "field.range")
      .refuse_if(options.days.size() > most_times, "/days", "field.range")
      .refuse_if(options.hours.size() > most_times, "/hours", "field.range")
      .refuse_if(options.lesson_minutes && (*options.lesson_minutes < shortest_lesson || *options.lesson_minutes > longest_lesson),
                 "/lesson_minutes", "field.range")
      .refuse_if(!is_weekday(options.first_weekday), "/first_weekday", "field.range")
      .refuse_if(options.classes && (*options.classes < FetClasses::years || *options.classes > FetClasses::subgroups), "/classes",
                 "field.range")
      .refuse_if(options.most_notes < 0 || options.most_notes > most_listed, "/most_notes", "field.range");
  check_code(fields, options.grid, longest_short, "/grid");
  check_code(fields, options.alternance, longest_short, "/alternance");
  for (std::size_t i = 0; i < options.subjects.size(); ++i)
    check_code(fields, options.subjects[i].code, longest_code, "/subjects/" + std::to_string(i) + "/code");
  check_days(fields, options.days);
  check_hours(fields, options.hours);
  return fields.error();
}

}  // namespace ent::interop::fet
