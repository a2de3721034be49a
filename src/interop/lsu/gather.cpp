#include "interop/lsu/gather.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/date.hpp"
#include "base/school_year.hpp"
#include "base/text.hpp"
#include "calendar/functions.hpp"
#include "gradebook/engine/presets.hpp"
#include "group/functions.hpp"
#include "org/functions.hpp"
#include "person/bulk.hpp"
#include "report/functions.hpp"
#include "skill/functions.hpp"
#include "subject/functions.hpp"

namespace ent::lsu {
namespace {

constexpr std::string_view national_feed = "ine";
constexpr std::string_view socle = "SOCLE";
constexpr std::int32_t years_of_cycle = 3;

std::string lower_case(std::string_view code) {
  std::string text(code);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// The scale of a policy, which is named by its preset and what is otherwise in it.
Decimal scale_of(std::string_view policy) {
  const gradebook::engine::Policy* const preset = gradebook::engine::find_preset(policy.substr(0, policy.find(';')));
  return preset == nullptr ? gradebook::engine::fr_exact.scale : preset->scale;
}

std::string local_text(const base::Zone& zone, Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(zone.time_at(instant)).count();
  return fmt::format("{}T{:02}:{:02}:{:02}", base::date_text(zone.date_at(instant)), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::optional<Error> add_class(unit::Unit& unit, const OfReports& input, const report::Place& place, std::vector<Sheet>& sheets) {
  std::vector<report::Handed> handed;
  if (input.draft) {
    handed = report::drafts_of(unit, place);
  } else {
    auto published = report::published_of(unit, place);
    if (!published) return std::move(published).error();
    handed = *std::move(published);
  }
  const auto division = group::find(unit, place.group->id);
  const auto number = std::ranges::find(input.class_numbers, place.group->id, &ClassNumber::division_id);
  for (report::Handed& one : handed) {
    const bool is_there = std::ranges::any_of(sheets, [&](const Sheet& sheet) { return sheet.pupil.id == one.pupil.id; });
    if (is_there) continue;  // in two classes on the last day
    Sheet& sheet = sheets.emplace_back();
    sheet.division_id = place.group->id;
    if (division) sheet.division_code = division->view.code;
    if (number != input.class_numbers.end()) sheet.class_number = number->number;
    sheet.left_out = std::ranges::find(input.left_out_ids, one.pupil.id) != input.left_out_ids.end();
    if (!input.draft && one.issued) sheet.issued_at = one.issued->at;
    if (one.report) sheet.scale = scale_of(one.report->policy);
    sheet.pupil = std::move(one.pupil);
    sheet.report = std::move(one.report);
  }
  return std::nullopt;
}

/// Pupils of a class; their members, in their order, are added too.
void add_class_of_cycle(unit::Unit& unit, const OfCycle& input, const org::View& school, const group::Placed& placed, std::vector<Sheet>& sheets,
                        std::vector<std::int64_t>& members) {
  const report::ClassOn now = report::class_on(unit, placed.id, unit.at());
  const auto division = group::find(unit, placed.id);
  const auto number = std::ranges::find(input.class_numbers, placed.id, &ClassNumber::division_id);
  for (const report::rows::Pupil& pupil : now.pupils) {
    if (std::ranges::any_of(sheets, [&](const Sheet& sheet) { return sheet.pupil.id == pupil.card.id; })) continue;
    Sheet& sheet = sheets.emplace_back();
    sheet.pupil = pupil.card;
    sheet.division_id = placed.id;
    if (division) sheet.division_code = division->view.code;
    if (number != input.class_numbers.end()) sheet.class_number = number->number;
    sheet.left_out = std::ranges::find(input.left_out_ids, pupil.card.id) != input.left_out_ids.end();
    const auto said = std::ranges::find(input.syntheses, pupil.card.id, &Synthesis::pupil_id);
    if (said != input.syntheses.end()) sheet.synthesis = *said;
    report::Report& report = sheet.report.emplace();
    report.pupil = pupil.card;
    report.school = {school.id, school.code, school.name};
    report.division = {placed.id, placed.name, base::unless_empty(pupil.level), placed.school_year,
                       static_cast<std::int32_t>(now.pupils.size())};
    report.main_teachers = now.main_teachers;
    report.heads = now.heads;
    members.push_back(pupil.member);
  }
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
  }
  for (auto& key : person::bulk::keys(unit, feed_of_teachers(school.code), std::vector(teachers.begin(), teachers.end())))
    delivery.teacher_numbers.emplace(key.person, std::move(key.key));
  const auto line = org::line_of(unit, school.id, unit.at());
  for (const auto& [code, one] : subject::codes_elsewhere(unit, line, {subjects.begin(), subjects.end()}))
    delivery.subjects[code] = {one.national_code.value_or(""), one.short_name.value_or("")};
}

}  // namespace

std::string feed_of_pupils(std::string_view school_code, Format format) {
  return format == Format::first_degree ? std::string(national_feed) : "siecle:" + lower_case(school_code);
}

std::string feed_of_teachers(std::string_view school_code) { return "sts:" + lower_case(school_code); }

Result<Delivery> gathered(unit::Unit& unit, const OfReports& input, const Form& form, const org::View& school,
                          const std::vector<report::Place>& places) {
  Delivery delivery{.school_code = school.code, .today = unit.today()};
  for (const report::Place& place : places) {
    ENT_REFUSE(add_class(unit, input, place, delivery.sheets));
  }
  std::vector<std::int64_t> people;
  for (const Sheet& sheet : delivery.sheets) people.push_back(sheet.pupil.id.value);
  tell_numbers(unit, feed_of_pupils(school.code, form.format), people, delivery.sheets);
  tell_since_when(unit, places.front(), people, delivery.sheets);
  if (form.format == Format::second_degree) tell_teaching(unit, school, delivery);
  const calendar::Almanac almanac = calendar::almanac_of(unit, school.id, unit.today(), unit.today());
  for (Sheet& sheet : delivery.sheets) {
    if (sheet.issued_at) sheet.locked_at = local_text(almanac.zone(), *sheet.issued_at);
  }
  return delivery;
}

Result<Delivery> gathered_of_cycle(unit::Unit& unit, const OfCycle& input, const Form& form, const org::View& school,
                                   const std::vector<group::Placed>& classes) {
  Delivery delivery{.school_code = school.code, .today = unit.today(), .cycle = input.cycle};
  std::vector<std::int64_t> members, people;
  for (const group::Placed& placed : classes) add_class_of_cycle(unit, input, school, placed, delivery.sheets, members);
  for (const Sheet& sheet : delivery.sheets) people.push_back(sheet.pupil.id.value);
  tell_numbers(unit, feed_of_pupils(school.code, form.format), people, delivery.sheets);
  if (form.format == Format::second_degree) tell_teaching(unit, school, delivery);
  const Date first_day = base::first_day_of_school_year(classes.front().school_year - (years_of_cycle - 1));
  ENT_TRY(degrees, skill::degrees_of(unit, school.id, members, socle, {first_day, unit.at()}));
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (const auto known = degrees.find(members[i]); known != degrees.end()) delivery.sheets[i].components = known->second;
  }
  return delivery;
}

}  // namespace ent::lsu
