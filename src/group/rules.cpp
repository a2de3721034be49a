#include "group/rules.hpp"

#include <algorithm>
#include <string_view>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/try.hpp"

namespace ent::group {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_modality = 10;
constexpr std::size_t most_levels = 20;
constexpr std::size_t most_divisions = 200;
constexpr std::size_t most_people = 2000;
constexpr std::int32_t first_year = 1950, last_year = 2200;

void check_code(base::Fields& fields, const std::optional<std::string>& code, const char* path) {
  if (code) fields.length(base::trim(*code), 1, longest_code, path);
}

void check_levels(base::Fields& fields, const std::vector<std::string>& levels) {
  fields.refuse_if(levels.size() > most_levels, "/levels", "field.range");
  for (std::size_t i = 0; i < levels.size(); ++i) {
    fields.length(base::trim(levels[i]), 1, longest_code, "/levels/" + std::to_string(i));
  }
}

void check_divisions(base::Fields& fields, const std::vector<GroupId>& divisions, Kind kind) {
  fields.refuse_if(!divisions.empty() && kind != Kind::group, "/division_ids", "group.divisions_unexpected")
      .refuse_if(divisions.size() > most_divisions, "/division_ids", "field.range");
}

}  // namespace

std::optional<Error> well_formed(const Add& input) {
  base::Fields fields;
  fields.length(base::trim(input.name), 1, longest_name, "/name")
      .refuse_if(!input.code && input.kind != Kind::manual, "/code", "group.code_missing");
  check_code(fields, input.code, "/code");
  const auto& year = input.school_year;
  fields.refuse_if(year && (*year < first_year || *year > last_year), "/school_year", "field.range");
  check_levels(fields, input.levels);
  check_divisions(fields, input.division_ids, input.kind);
  fields.refuse_if(!input.member_ids.empty() && input.kind == Kind::division, "/member_ids", "group.members_enrolled")
      .refuse_if(input.member_ids.size() > most_people, "/member_ids", "field.range");
  return fields.error();
}

std::optional<Error> well_formed(const Change& input, Kind kind) {
  base::Fields fields;
  if (input.name) fields.length(base::trim(*input.name), 1, longest_name, "/name");
  if (input.levels) check_levels(fields, *input.levels);
  if (input.division_ids) check_divisions(fields, *input.division_ids, kind);
  return fields.error();
}

std::optional<Error> well_formed(const Enrol& input, Kind kind) {
  base::Fields fields;
  fields.refuse_if(kind != Kind::division, "/id", "group.not_division")
      .refuse_if(input.pupil_ids.empty() || input.pupil_ids.size() > most_people, "/pupil_ids", "field.range");
  check_code(fields, input.level, "/level");
  return fields.error();
}

std::optional<Error> well_formed(const SetRegime& input) {
  return base::Fields()
      .refuse_if(input.pupil_ids.empty() || input.pupil_ids.size() > most_people, "/pupil_ids", "field.range")
      .error();
}

std::optional<Error> well_formed(const AddService& input) {
  base::Fields fields;
  check_code(fields, input.subject_code, "/subject_code");
  if (input.modality) fields.length(base::trim(*input.modality), 1, longest_modality, "/modality");
  return fields.error();
}

std::optional<Error> may_be_members(const std::vector<PersonId>& people, Kind kind) {
  return base::Fields()
      .refuse_if(kind == Kind::division, "/id", "group.members_enrolled")
      .refuse_if(people.empty() || people.size() > most_people, "/member_ids", "field.range")
      .error();
}

Result<unit::Period> within(const View& group, const std::optional<Date>& from, const std::optional<Date>& to, Date today) {
  ENT_TRY(period, unit::period_of(std::max(from.value_or(today), group.valid_from), to, today));
  const Date end = group.valid_to.value_or(open_end);
  if (end <= period.from) return base::invalid("/valid_from", "group.ended");
  return unit::Period{period.from, std::min(period.to, end)};
}

}  // namespace ent::group
