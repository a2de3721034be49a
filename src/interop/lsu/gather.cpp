#include "interop/lsu/gather.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/date.hpp"
#include "calendar/functions.hpp"
#include "interop/lsu/projects.hpp"
#include "org/functions.hpp"
#include "person/bulk.hpp"
#include "person/numbers.hpp"
#include "report/functions.hpp"
#include "subject/functions.hpp"

namespace ent::lsu {
namespace {

constexpr std::string_view national_feed = "ine";

std::string local_text(const base::Zone& zone, Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(zone.time_at(instant)).count();
  return fmt::format("{}T{:02}:{:02}:{:02}", base::date_text(zone.date_at(instant)), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// The reports of the classes; where the end of a cycle is asked for, those that have it.
Result<std::vector<report::Handed>> handed_in(unit::Unit& unit, const Asked& asked, const std::vector<report::Place>& places) {
  std::vector<report::Handed> handed;
  if (asked.reports.draft) {
    handed = report::drafts_of(unit, places);
  } else {
    ENT_TRY(published, report::published_of(unit, places));
    handed = std::move(published);
  }
  if (asked.cycle) std::erase_if(handed, [&](const report::Handed& one) { return one.ending_cycle != *asked.cycle; });
  return handed;
}

Sheet sheet_of(report::Handed one, const OfReports& input, const std::vector<report::Place>& places) {
  Sheet sheet{.division_id = one.division_id};
  const auto place = std::ranges::find(places, one.division_id, [](const report::Place& here) { return here.group->id; });
  if (place != places.end()) sheet.division_code = place->group->code;
  const auto number = std::ranges::find(input.class_numbers, one.division_id, &ClassNumber::division_id);
  if (number != input.class_numbers.end()) sheet.class_number = number->number;
  sheet.left_out = std::ranges::find(input.left_out_ids, one.pupil.id) != input.left_out_ids.end();
  if (!input.draft && one.issued) sheet.issued_at = one.issued->at;
  if (one.report) sheet.scale = one.report->scale;
  sheet.pupil = std::move(one.pupil);
  sheet.report = std::move(one.report);
  return sheet;
}

/// Since the year's first day, or since they came.
void tell_since_when(unit::Unit& unit, const report::Place& place, std::span<const std::int64_t> people, std::vector<Sheet>& sheets) {
  const period::View& period = *place.period;
  const auto scheme = std::ranges::find(place.schemes, period.code, &period::Scheme::code);
  const Date first_day = scheme == place.schemes.end() ? period.first_day : scheme->periods.front().first_day;
  std::map<std::int64_t, Date> came;
  for (const auto& post : person::bulk::posts(unit, people, period.first_day.time_since_epoch().count())) {
    const Date from{std::chrono::days{post.from}};
    if (post.org != period.org_id.value || post.profile != Profile::pupil || from > period.last_day) continue;
    Date& last = came.try_emplace(post.person, from).first->second;
    last = std::max(last, from);
  }
  for (Sheet& sheet : sheets) {
    const auto known = came.find(sheet.pupil.id.value);
    sheet.schooled_since = known == came.end() ? first_day : std::max(first_day, known->second);
  }
}

void tell_numbers(unit::Unit& unit, const std::string& feed, std::span<const std::int64_t> people, std::vector<Sheet>& sheets) {
  std::map<std::int64_t, std::string> numbers;
  for (auto& key : person::bulk::keys(unit, feed, people)) numbers.emplace(key.person, std::move(key.key));
  for (Sheet& sheet : sheets) {
    if (const auto known = numbers.find(sheet.pupil.id.value); known != numbers.end()) sheet.number = known->second;
  }
}

/// What the second degree says of teachers and subjects.
void tell_teaching(unit::Unit& unit, const org::View& school, Delivery& delivery) {
  std::set<std::int64_t> teachers;
  std::set<std::string> subjects;
  const auto name = [&](const std::vector<person::Card>& cards) {
    for (const person::Card& card : cards) teachers.insert(card.id.value);
  };
  for (const Sheet& sheet : delivery.sheets) {
    if (!sheet.report) continue;
    name(sheet.report->main_teachers);
    for (const report::Line& line : sheet.report->lines) {
      name(line.teachers);
      if (line.subject_code) subjects.insert(*line.subject_code);
    }
    for (const report::ProjectLine& project : sheet.report->projects) subjects.insert(project.subject_codes.begin(), project.subject_codes.end());
  }
  for (auto& key : person::bulk::keys(unit, person::feed_in_school(person::stsweb, school.code), std::vector(teachers.begin(), teachers.end())))
    delivery.teacher_numbers.emplace(key.person, std::move(key.key));
  const auto line = org::line_of(unit, school.id, unit.at());
  for (const auto& [code, one] : subject::codes_elsewhere(unit, line, {subjects.begin(), subjects.end()}))
    delivery.subjects[code] = {one.national_code.value_or(""), one.short_name.value_or("")};
}

}  // namespace

Result<Delivery> gathered(unit::Unit& unit, const Asked& asked, const Form& form, const org::View& school,
                          const std::vector<report::Place>& places) {
  Delivery delivery{.school_code = school.code, .today = unit.today(), .cycle = asked.cycle};
  ENT_TRY(handed, handed_in(unit, asked, places));
  for (report::Handed& one : handed) delivery.sheets.push_back(sheet_of(std::move(one), asked.reports, places));
  std::vector<std::int64_t> people;
  for (const Sheet& sheet : delivery.sheets) people.push_back(sheet.pupil.id.value);
  const std::string feed =
      form.format == Format::first_degree ? std::string(national_feed) : person::feed_in_school(person::siecle, school.code);
  tell_numbers(unit, feed, people, delivery.sheets);
  if (!asked.cycle) tell_since_when(unit, places.front(), people, delivery.sheets);
  if (form.format == Format::second_degree) tell_teaching(unit, school, delivery);
  tell_projects(delivery);
  const calendar::Almanac almanac = calendar::almanac_of(unit, school.id, unit.today(), unit.today());
  for (Sheet& sheet : delivery.sheets) {
    if (sheet.issued_at) sheet.locked_at = local_text(almanac.zone(), *sheet.issued_at);
  }
  return delivery;
}

}  // namespace ent::lsu
