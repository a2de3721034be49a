// Subjects, rooms and teachers: found in the school, and made where that can be.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "interop/fet/codes.hpp"
#include "interop/fet/load.hpp"
#include "org/functions.hpp"
#include "person/cards.hpp"
#include "person/functions.hpp"
#include "room/functions.hpp"
#include "subject/functions.hpp"

namespace ent::interop::fet {
namespace {

/// What a thing is to be called that the school does not have.
struct Named {
  std::string name{};
  std::string code{};
};

template <class Record>
std::vector<Named> named_of(const std::vector<Record>& records) {
  std::set<std::string> taken;
  std::vector<Named> found;
  for (const Record& record : records) {
    Named named{shown_name(record.name), code_of(record.name, taken)};
    if (named.name.empty()) named.name = named.code;
    found.push_back(std::move(named));
  }
  return found;
}

void tell_made(const Loading& loading, std::int64_t line, std::string_view name, std::string_view code) {
  if (is_made(name, code)) loading.warn(line, "Name", "import.code_made");
}

}  // namespace

std::vector<std::string> put_subjects(Loading& loading) {
  const auto& listed = loading.document.subjects;
  std::vector<Named> named = named_of(listed);
  std::vector<bool> given(listed.size());
  std::vector<std::string> codes, names;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    const auto row = std::ranges::find(loading.options.subjects, listed[i].name, &FetSubject::name);
    given[i] = row != loading.options.subjects.end();
    if (given[i]) named[i].code = std::string(base::trim(row->code));
    codes.push_back(named[i].code);
    names.push_back(named[i].name);
  }
  const auto line = org::line_of(loading.unit, loading.org(), loading.unit.today());
  auto shown = subject::shown(loading.unit, line, codes);
  const auto by_name = subject::codes_of(loading.unit, line, names);
  std::vector<std::string> found;
  std::vector<subject::Row> fresh;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    const auto known = by_name.find(named[i].name);
    const bool stands = shown.contains(named[i].code);
    found.push_back(stands || given[i] || known == by_name.end() ? named[i].code : known->second);
    if (stands || (!given[i] && known != by_name.end())) {
      ++loading.report.subjects.unchanged;
      continue;
    }
    ++loading.report.subjects.created;
    if (!given[i]) tell_made(loading, listed[i].line, listed[i].name, named[i].code);
    shown.try_emplace(named[i].code);
    fresh.push_back({.code = named[i].code, .name = named[i].name});
  }
  if (!fresh.empty()) subject::add_missing(loading.unit, loading.granted, loading.org(), fresh);
  return found;
}

std::vector<std::int64_t> put_rooms(Loading& loading) {
  const auto& listed = loading.document.rooms;
  const std::vector<Named> named = named_of(listed);
  std::map<std::string, std::int64_t> by_code, by_name;
  for (const room::View& room : room::all_of(loading.unit, loading.org())) {
    if (room.valid_to && *room.valid_to <= loading.period.from) continue;
    by_code.emplace(room.code, room.id.number());
    by_name.emplace(room.name, room.id.number());
  }
  std::vector<std::int64_t> found(listed.size());
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (listed[i].is_virtual) continue;
    const auto code = by_code.find(named[i].code);
    const auto name = by_name.find(named[i].name);
    if (code == by_code.end() && name == by_name.end()) {
      missing.push_back(i);
      continue;
    }
    found[i] = code == by_code.end() ? name->second : code->second;
    ++loading.report.rooms.unchanged;
  }
  if (missing.empty()) return found;
  std::vector<room::View> fresh;
  std::int64_t number =
      loading.unit.take_numbers(loading.granted, loading.org().value, "room", static_cast<std::int64_t>(missing.size()));
  for (const std::size_t i : missing) {
    room::View room;
    room.id = make_id<RoomId>(loading.org().value, number);
    room.code = named[i].code;
    room.name = named[i].name;
    room.kind = room::Kind::ordinary;
    constexpr std::int64_t most_seats = 100'000;
    if (listed[i].capacity > 0 && listed[i].capacity <= most_seats) room.capacity = static_cast<std::int32_t>(listed[i].capacity);
    const std::string site = shown_name(listed[i].building);
    if (!site.empty()) room.site = site;
    room.valid_from = loading.period.from;
    tell_made(loading, listed[i].line, listed[i].name, room.code);
    fresh.push_back(std::move(room));
    found[i] = number++;
    ++loading.report.rooms.created;
  }
  room::insert(loading.unit, loading.granted, loading.org(), fresh);
  return found;
}

/// Only those who have lessons are asked for.
void find_teachers(Loading& loading, Found& found) {
  const auto& listed = loading.document.teachers;
  std::set<std::int32_t> busy;
  for (const Lesson& lesson : loading.plan.lessons) busy.insert(lesson.teachers.begin(), lesson.teachers.end());
  std::map<std::int32_t, std::int64_t> given;
  std::vector<std::int64_t> people;
  for (const std::int32_t teacher : busy) {
    const auto row = std::ranges::find(loading.options.teachers, listed[static_cast<std::size_t>(teacher)].name, &FetTeacher::name);
    if (row == loading.options.teachers.end()) continue;
    given.emplace(teacher, row->person_id.value);
    people.push_back(row->person_id.value);
  }
  std::map<std::int64_t, std::int64_t> members;
  std::vector<std::int64_t> numbers;
  if (!people.empty()) {
    for (const person::Member& member : person::members_of(loading.unit, loading.org(), people)) {
      members.emplace(member.person, member.member);
      numbers.push_back(member.member);
    }
  }
  const auto teaching = person::teachers_among(loading.unit, loading.org(), numbers, loading.period.from);
  found.members.assign(listed.size(), 0);
  found.people.assign(listed.size(), 0);
  for (const std::int32_t teacher : busy) {
    const auto place = static_cast<std::size_t>(teacher);
    const auto row = given.find(teacher);
    const auto member = row == given.end() ? members.end() : members.find(row->second);
    if (member != members.end() && std::ranges::find(teaching, member->second) != teaching.end()) {
      found.members[place] = member->second;
      found.people[place] = member->first;
      continue;
    }
    loading.warn(listed[place].line, "Name", row == given.end() ? "import.teacher_unmatched" : "group.no_teacher");
    loading.report.unmatched_teachers.push_back(listed[place].name);
  }
}

}  // namespace ent::interop::fet
