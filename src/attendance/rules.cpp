#include "attendance/rules.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/date.hpp"
#include "base/text.hpp"

namespace ent::attendance {
namespace {

constexpr std::size_t longest_code = 40, longest_name = 200, longest_comment = 1000, longest_text = 2000;
constexpr Minute longest_span = 366 * day_minutes;
constexpr std::int32_t longest_lateness = 300;
constexpr std::chrono::days most_days{62};

constexpr TimeOfDay earliest_midday{10 * 60}, latest_midday{15 * 60};
constexpr std::int32_t longest_tolerance = 300;
constexpr std::size_t most_rules = 10;
constexpr std::int32_t longest_window = most_days.count(), highest_threshold = 2 * longest_window;

struct Times {
  Date first{};
  std::optional<TimeOfDay> begins{};
  Date last{};
  std::optional<TimeOfDay> ends{};
};

Result<Span> span_between(const Times& times) {
  const Span span{minute_of(times.first, times.begins ? times.begins->minutes : 0),
                  minute_of(times.last, times.ends ? times.ends->minutes : day_minutes)};
  if (span.to <= span.from) return base::invalid(times.ends ? "/ends" : "/last_date", "attendance.span_empty");
  if (span.to - span.from > longest_span) return base::invalid("/last_date", "attendance.span_too_long");
  return span;
}

/// A lateness lies within one day, and says when; so does a departure of its beginning.
std::optional<Error> expect_times(Kind kind, const Times& times) {
  base::Fields fields;
  const bool late = kind == Kind::lateness;
  fields.refuse_if((late || kind == Kind::departure) && !times.begins, "/begins", "attendance.time_missing");
  fields.refuse_if(late && !times.ends, "/ends", "attendance.time_missing");
  fields.refuse_if(late && times.last != times.first, "/last_date", "attendance.time_unexpected");
  return fields.error();
}

Result<Span> span_of_kind(Kind kind, const Times& times) {
  ENT_REFUSE(expect_times(kind, times));
  return span_between(times);
}

void check_comment(base::Fields& fields, const std::optional<std::string>& comment, std::size_t least,
                   std::string path) {
  if (comment) fields.length(base::trim(*comment), least, longest_comment, std::move(path));
}

Date first_of_month(Date date) noexcept {
  const std::chrono::year_month_day civil{date};
  return Date{civil.year() / civil.month() / 1};
}

Date last_of_month(Date date) noexcept {
  const std::chrono::year_month_day civil{date};
  return Date{civil.year() / civil.month() / std::chrono::last};
}

Result<Days> checked(const Days& days) {
  if (days.last < days.first || days.last - days.first >= most_days) return base::invalid("/last_date", "field.range");
  return days;
}

std::string path_of(std::size_t index, const char* field) { return "/marks/" + std::to_string(index) + field; }

void check_mark(base::Fields& fields, const Mark& mark, std::size_t index, const Span& open) {
  fields.refuse_if(mark.kind == Kind::presence, path_of(index, "/kind"), "attendance.kind_unexpected");
  if (mark.kind == Kind::lateness) {
    fields.refuse_if(!mark.minutes, path_of(index, "/minutes"), "attendance.minutes_missing");
    const bool possible = mark.minutes && *mark.minutes >= 1 && *mark.minutes <= longest_lateness;
    fields.refuse_if(mark.minutes && !possible, path_of(index, "/minutes"), "field.range");
    // Who came after the end was not there.
    fields.refuse_if(possible && open.from + *mark.minutes >= open.to, path_of(index, "/minutes"), "attendance.time_outside");
  }
  if (mark.kind == Kind::departure) {
    fields.refuse_if(!mark.left_at, path_of(index, "/left_at"), "attendance.time_missing");
    if (mark.left_at) {
      const Minute left = minute_of(date_of(open.from), mark.left_at->minutes);
      fields.refuse_if(left < open.from || left >= open.to, path_of(index, "/left_at"), "attendance.time_outside");
    }
  }
  check_comment(fields, mark.comment, 0, path_of(index, "/comment"));
}

void check_named_once(base::Fields& fields, std::span<const Mark> marks) {
  std::vector<std::int64_t> named;
  for (std::size_t index = 0; index < marks.size(); ++index) {
    const std::int64_t pupil = marks[index].pupil_id.value;
    fields.refuse_if(std::ranges::find(named, pupil) != named.end(), path_of(index, "/pupil_id"), "attendance.named_twice");
    named.push_back(pupil);
  }
}

Span span_of_mark(const Mark& mark, const Span& open) noexcept {
  if (mark.kind == Kind::lateness) return {open.from, open.from + mark.minutes.value_or(0)};
  if (mark.kind == Kind::departure) return {minute_of(date_of(open.from), mark.left_at->minutes), open.to};
  return open;
}

}  // namespace

Result<Span> span_of(const Record& input) {
  return span_of_kind(input.kind, {input.date, input.begins, input.last_date.value_or(input.date), input.ends});
}

Result<Span> span_of(const Justify& input) {
  return span_between({input.date, input.begins, input.last_date.value_or(input.date), input.ends});
}

Result<Span> span_of(const Correct& input, Kind kind, const Span& before) {
  const Date first = input.date.value_or(date_of(before.from));
  // An entry of one day moves with its day.
  const bool one_day = date_of(before.from) == date_of(before.to - 1);
  const Date last = input.last_date.value_or(one_day ? first : date_of(before.to - 1));
  const bool ends_with_day = before.to % day_minutes == 0;
  const auto ends = input.ends ? input.ends : ends_with_day ? std::nullopt : std::optional(time_of(before.to));
  return span_of_kind(kind, {first, input.begins.value_or(time_of(before.from)), last, ends});
}

std::optional<Error> well_formed(const Record& input) {
  base::Fields fields;
  check_comment(fields, input.comment, 1, "/comment");
  return fields.error();
}

std::optional<Error> well_formed(const Correct& input) {
  base::Fields fields;
  check_comment(fields, input.comment, 0, "/comment");
  return fields.error();
}

std::optional<Error> well_formed(const Justify& input) {
  return base::Fields().length(base::trim(input.text), 1, longest_text, "/text").error();
}

std::optional<Error> well_formed(const Decide& input) {
  base::Fields fields;
  check_comment(fields, input.answer, 1, "/answer");
  return fields.error();
}

std::optional<Error> well_formed(const SetReason& input) {
  return base::Fields()
      .length(base::trim(input.code), 1, longest_code, "/code")
      .length(base::trim(input.name), 1, longest_name, "/name")
      .error();
}

std::optional<Error> well_formed(const Counting& counting) {
  base::Fields fields;
  fields.refuse_if(counting.midday < earliest_midday || counting.midday > latest_midday, "/counting/midday", "field.range")
      .refuse_if(counting.tolerance < 0 || counting.tolerance > longest_tolerance, "/counting/tolerance", "field.range")
      .refuse_if(counting.lateness_below < 0 || counting.lateness_below > longest_lateness, "/counting/lateness_below", "field.range")
      .refuse_if(counting.alerts.size() > most_rules, "/counting/alerts", "field.range");
  std::unordered_set<std::string_view> codes;
  for (std::size_t i = 0; i < counting.alerts.size(); ++i) {
    const AlertRule& rule = counting.alerts[i];
    const std::string path = "/counting/alerts/" + std::to_string(i);
    const bool rolling = rule.window == Window::rolling_days;
    fields.refuse_if(rule.half_days < 1 || rule.half_days > highest_threshold, path + "/half_days", "field.range")
        .refuse_if(rolling && !rule.days, path + "/days", "field.missing")
        .refuse_if(rule.days && (!rolling || *rule.days < 1 || *rule.days > longest_window), path + "/days", "field.range");
    if (!rule.code) continue;
    const std::string_view code = base::trim(*rule.code);
    fields.length(code, 1, longest_code, path + "/code")
        .refuse_if(!codes.insert(code).second, path + "/code", "field.repeated");
  }
  return fields.error();
}

Counting tidy(Counting counting) {
  for (AlertRule& rule : counting.alerts) {
    if (rule.code) rule.code = std::string(base::trim(*rule.code));
  }
  return counting;
}

bool fits(const Reason& reason, Kind kind) noexcept {
  return kind == Kind::lateness ? reason.for_lateness : kind == Kind::presence || reason.for_absence;
}

Result<Days> days_of(std::optional<Date> first, std::optional<Date> last, Date at) {
  if (!first) first = first_of_month(last.value_or(at));
  return checked({*first, last.value_or(last_of_month(*first))});
}

Result<Days> days_around(std::optional<Date> first, std::optional<Date> last, Date at) {
  constexpr std::chrono::days before{61};
  if (!first && !last) return checked({at - before / 2, at + before / 2});
  if (!first) return checked({*last - before, *last});
  return checked({*first, last.value_or(*first + before)});
}

Span span_of(const Days& days) noexcept { return {minute_of(days.first, 0), minute_of(days.last, day_minutes)}; }

Result<std::vector<Span>> spans_of(std::span<const Mark> marks, const Span& open) {
  base::Fields fields;
  for (std::size_t index = 0; index < marks.size(); ++index) check_mark(fields, marks[index], index, open);
  check_named_once(fields, marks);
  ENT_REFUSE(fields.error());
  std::vector<Span> spans;
  for (const Mark& mark : marks) spans.push_back(span_of_mark(mark, open));
  return spans;
}

}  // namespace ent::attendance
