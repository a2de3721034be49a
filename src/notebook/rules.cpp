#include "notebook/rules.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::notebook {
namespace {

constexpr std::size_t longest_text = 10'000;
constexpr std::chrono::days longest_span{62};

}  // namespace

std::optional<Error> well_formed(const WriteEntry& input) {
  base::Fields fields;
  fields.length(base::trim(input.text), 1, longest_text, "/text");
  return fields.error();
}

std::optional<Error> well_formed(const List& input) {
  const bool person = input.pupil_id || input.teacher_id;
  if (int{input.pupil_id.has_value()} + int{input.teacher_id.has_value()} + int{input.group_id.has_value()} != 1 ||
      person != input.org_id.has_value()) {
    return base::fail(Errc::invalid_argument, "notebook.one_place");
  }
  base::Fields fields;
  fields.refuse_if(input.last_day < input.first_day, "/last_day", "period.empty")
      .refuse_if(input.last_day - input.first_day >= longest_span, "/last_day", "field.range");
  return fields.error();
}

bool gives(const timetable::Planned& lesson, std::int64_t member, std::span<const group::Taught> taught) {
  if (base::contains(lesson.numbers(timetable::Role::teacher), member)) return true;
  const auto groups = lesson.numbers(timetable::Role::group);
  return std::ranges::any_of(taught, [&](const group::Taught& one) {
    return one.member == member && base::contains(groups, one.group) && (one.subject.empty() || one.subject == lesson.subject());
  });
}

}  // namespace ent::notebook
