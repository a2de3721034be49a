#include "interop/fet/builder.hpp"

#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace ent::interop::fet {
namespace {

using enum Element;

/// Digits alone, of a number that can mean something in a timetable.
std::optional<std::int64_t> number_of(std::string_view text) {
  text = base::trim(text);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr std::int64_t most = 2'000'000'000;
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 0 || number > most) return std::nullopt;
  return number;
}

/// A constraint that must be kept: "100", also written "100.0". What weighs less is a wish.
bool is_whole(std::string_view text) {
  text = base::trim(text);
  if (!text.starts_with("100")) return false;
  text.remove_prefix(3);
  return text.empty() || (text.front() == '.' && text.find_first_not_of('0', 1) == std::string_view::npos);
}

}  // namespace

void Builder::problem(std::int64_t line, Element element, std::string_view reason) {
  document_.problems.push_back({line, name_of(element), reason});
}

void Builder::number(std::int64_t& into, Element element, std::string_view text, std::int64_t line) {
  if (const auto number = number_of(text)) {
    into = *number;
  } else {
    problem(line, element, "import.bad_number");
    broken_ = true;
  }
}

void Builder::boolean(bool& into, Element element, std::string_view text, std::int64_t line) {
  text = base::trim(text);
  if (text == "true" || text == "false") {
    into = text == "true";
  } else {
    problem(line, element, "import.bad_boolean");
  }
}

void Builder::count(Element list) noexcept {
  if (list == time_constraints) ++document_.time_constraints;
  if (list == space_constraints) ++document_.space_constraints;
}

void Builder::begin(Element element, std::int64_t line) {
  must_ = false;
  active_ = true;
  switch (element) {
    case day:
    case hour:
    case subject:
    case tag:
    case teacher:
    case building: entry_ = {{}, line}; break;
    case year: year_ = {{{}, line}}; break;
    case group: group_ = {{{}, line}}; break;
    case subgroup: subgroup_ = {{}, line}; break;
    case room: room_ = {{}, line}; break;
    case choice: room_.choices.emplace_back(); break;
    case activity: activity_ = {line}; break;
    case start: start_ = {line}; break;
    case seat: seat_ = {line}; break;
    default: break;
  }
  if (element == activity || element == start || element == seat) broken_ = false;
}

std::string& Builder::name_in(Element record) {
  switch (record) {
    case year: return year_.set.name;
    case group: return group_.set.name;
    case subgroup: return subgroup_.name;
    case room: return room_.name;
    default: return entry_.name;
  }
}

void Builder::value(Element element, Element inside, std::string& text, std::int64_t line) {
  switch (element) {
    case name: name_in(inside) = std::move(text); break;
    case mode: document_.half_days = text == "Mornings_Afternoons"; break;
    case number_of_students: {
      Set& set = inside == year ? year_.set : inside == group ? group_.set : subgroup_;
      number(set.students, element, text, line);
      break;
    }
    case activity_teacher: activity_.teachers.push_back(std::move(text)); break;
    case activity_subject: activity_.subject = std::move(text); break;
    case activity_students: activity_.students.push_back(std::move(text)); break;
    case duration: number(activity_.duration, element, text, line); break;
    case id: number(activity_.id, element, text, line); break;
    case active: boolean(inside == activity ? activity_.active : active_, element, text, line); break;
    case room_building: room_.building = std::move(text); break;
    case capacity: number(room_.capacity, element, text, line); break;
    case is_virtual: boolean(room_.is_virtual, element, text, line); break;
    case real_room: (inside == seat ? seat_.real_rooms : room_.choices.back()).push_back(std::move(text)); break;
    case activity_id: number(inside == seat ? seat_.activity : start_.activity, element, text, line); break;
    case weight:
      must_ = is_whole(text);
      seat_.weight = number_of(text.substr(0, text.find('.'))).value_or(0);
      break;
    case start_day: start_.day = std::move(text); break;
    case start_hour: start_.hour = std::move(text); break;
    case seat_room: seat_.room = std::move(text); break;
    default: break;
  }
}

/// Within a kind, a name is what something is known by.
bool Builder::is_new(Element record, const std::string& called, std::int64_t line) {
  if (called.empty()) {
    problem(line, name, "import.required_empty");
    return false;
  }
  const bool fresh = names_.emplace(record, called).second;
  if (!fresh) problem(line, name, "import.duplicate_id");
  return fresh;
}

template <class Record>
void Builder::keep(std::vector<Record>& records, Record& record, Element kind) {
  if (is_new(kind, record.name, record.line)) records.push_back(std::move(record));
}

void Builder::keep_activity() {
  if (broken_) return;
  if (activity_.id == 0) return problem(activity_.line, id, "import.required_empty");
  if (activity_.duration == 0) return problem(activity_.line, duration, "import.required_empty");
  if (activity_.subject.empty()) return problem(activity_.line, activity_subject, "import.required_empty");
  if (!ids_.insert(activity_.id).second) return problem(activity_.line, id, "import.duplicate_id");
  document_.activities.push_back(std::move(activity_));
}

void Builder::keep_start() {
  if (must_ && active_ && !broken_) document_.starts.push_back(std::move(start_));
}

void Builder::keep_seat() {
  if (active_ && !broken_) document_.seats.push_back(std::move(seat_));
}

void Builder::end(Element element) {
  switch (element) {
    case day: return keep(document_.days, entry_, element);
    case hour: return keep(document_.hours, entry_, element);
    case subject: return keep(document_.subjects, entry_, element);
    case tag: return keep(document_.tags, entry_, element);
    case teacher: return keep(document_.teachers, entry_, element);
    case building: return keep(document_.buildings, entry_, element);
    case room: return keep(document_.rooms, room_, element);
    case year:
      if (is_new(year, year_.set.name, year_.set.line)) document_.years.push_back(std::move(year_));
      return;
    case group:
      if (group_.set.name.empty()) return problem(group_.set.line, name, "import.required_empty");
      year_.groups.push_back(std::move(group_));
      return;
    case subgroup:
      if (subgroup_.name.empty()) return problem(subgroup_.line, name, "import.required_empty");
      group_.subgroups.push_back(std::move(subgroup_));
      return;
    case activity: return keep_activity();
    case start: return keep_start();
    case seat: return keep_seat();
    default: return;
  }
}

}  // namespace ent::interop::fet
