#include "homework/rules.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::homework {
namespace {

constexpr std::size_t longest_text = 5'000;
constexpr std::int32_t most_minutes = 600;
constexpr std::size_t most_pupils = 200;
constexpr std::chrono::days longest_span{62};
constexpr std::chrono::days farthest_due{400};

void check_pupils(base::Fields& fields, const std::vector<PersonId>& pupils) {
  fields.refuse_if(pupils.size() > most_pupils, "/pupil_ids", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < pupils.size(); ++i) {
    fields.refuse_if(!seen.insert(pupils[i].value).second, "/pupil_ids/" + std::to_string(i), "field.repeated");
  }
}

std::optional<Error> well_formed_span(Date first, Date last) {
  base::Fields fields;
  fields.refuse_if(last < first, "/last_day", "period.empty").refuse_if(last - first >= longest_span, "/last_day", "field.range");
  return fields.error();
}

bool is_in(const group::Attendance& stay, std::int64_t group, Date day) noexcept {
  return stay.group == group && stay.period.contains(day);
}

/// Who has to do it.
std::vector<std::int64_t> bearers(const Burden& burden, std::span<const group::Attendance> stays,
                                  std::optional<GroupId> group) {
  const auto in_asked = [&](std::int64_t member) {
    return !group || std::ranges::any_of(stays, [&](const group::Attendance& stay) {
      return stay.member == member && is_in(stay, group->value, burden.due);
    });
  };
  std::vector<std::int64_t> found;
  for (const group::Attendance& stay : stays) {
    const bool meant = !burden.named || std::ranges::find(burden.members, stay.member) != burden.members.end();
    if (is_in(stay, burden.group, burden.due) && meant && in_asked(stay.member)) found.push_back(stay.member);
  }
  return found;
}

}  // namespace

std::optional<Error> well_formed(const Set& input) {
  if (input.due_on.has_value() == input.due_lesson_id.has_value())
    return base::fail(Errc::invalid_argument, "homework.one_due");
  base::Fields fields;
  fields.length(base::trim(input.text), 1, longest_text, "/text");
  if (input.minutes) fields.refuse_if(*input.minutes < 1 || *input.minutes > most_minutes, "/minutes", "field.range");
  check_pupils(fields, input.pupil_ids);
  return fields.error();
}

std::optional<Error> well_formed(const Change& input) {
  if (input.due_on && input.due_lesson_id) return base::fail(Errc::invalid_argument, "homework.one_due");
  base::Fields fields;
  if (input.text) fields.length(base::trim(*input.text), 1, longest_text, "/text");
  if (input.minutes) fields.refuse_if(*input.minutes < 0 || *input.minutes > most_minutes, "/minutes", "field.range");
  if (input.pupil_ids) check_pupils(fields, *input.pupil_ids);
  return fields.error();
}

std::optional<Error> well_formed(const List& input) {
  const bool person = input.pupil_id || input.teacher_id;
  if (int{input.pupil_id.has_value()} + int{input.teacher_id.has_value()} + int{input.group_id.has_value()} != 1 ||
      person != input.org_id.has_value()) {
    return base::fail(Errc::invalid_argument, "homework.one_place");
  }
  return well_formed_span(input.first_day, input.last_day);
}

std::optional<Error> well_formed(const OfDays& input) {
  return well_formed(List{input.first_day, input.last_day, input.org_id, input.pupil_id, {}, input.group_id});
}

std::optional<Error> check_due(Date due, std::string_view path, Date set_on, Date today) {
  base::Fields fields;
  fields.refuse_if(due < today, std::string(path), "homework.due_in_past")
      .refuse_if(due >= today && due < set_on, std::string(path), "homework.due_before_set")
      .refuse_if(due - today > farthest_due, std::string(path), "field.range");
  return fields.error();
}

std::optional<Error> check_group(Date due, std::string_view path, std::optional<Date> valid_to) {
  if (!valid_to || due < *valid_to) return std::nullopt;
  return base::invalid(std::string(path), "homework.group_ended");
}

Date due_for_lesson(Date lesson_on, Date planned, Date set_on) noexcept {
  return lesson_on < set_on && planned >= set_on ? planned : lesson_on;
}

std::vector<DayLoad> loads(std::span<const Burden> burdens, std::span<const group::Attendance> stays,
                           std::optional<GroupId> group) {
  constexpr std::int64_t nobody = 0;
  std::map<Date, std::map<std::int64_t, DayLoad>> days;
  for (const Burden& burden : burdens) {
    auto members = bearers(burden, stays, group);
    const bool empty = group && std::ranges::none_of(stays, [&](const group::Attendance& stay) {
      return is_in(stay, group->value, burden.due);
    });
    if (empty && burden.group == group->value && !burden.named) members.push_back(nobody);
    for (const std::int64_t member : members) {
      DayLoad& load = days[burden.due][member];
      ++load.count;
      load.minutes += burden.minutes;
    }
  }
  std::vector<DayLoad> found;
  for (const auto& [date, of_members] : days) {
    DayLoad most{date, 0, 0};
    for (const auto& [member, load] : of_members) {
      most.count = std::max(most.count, load.count);
      most.minutes = std::max(most.minutes, load.minutes);
    }
    found.push_back(most);
  }
  return found;
}

}  // namespace ent::homework
