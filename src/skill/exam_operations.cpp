// The brevet, worked out of what the caller gives, and of what the school knows.
#include <algorithm>

#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "person/functions.hpp"
#include "report/year.hpp"
#include "skill/describe.hpp"
#include "skill/engine/exam.hpp"
#include "skill/target.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t most_averages = 30;

bool out_of_20(Decimal mark) noexcept { return mark >= 0 && mark <= 20; }

std::optional<Error> well_formed(const AskBrevet& input) {
  const auto strange = [](Decimal mark) { return !out_of_20(mark); };
  const auto no_degree = [](std::int32_t degree) { return degree < 1 || degree > 4; };
  const engine::ExamRule* const rule = engine::exam_rule(input.session);
  const bool too_many = rule != nullptr && input.marks.size() > rule->parts.size();
  base::Fields fields;
  fields.refuse_if(rule == nullptr, "/session", "skill.session_unknown")
      .refuse_if(too_many || std::ranges::any_of(input.marks, strange), "/marks", "field.range")
      .refuse_if(input.degrees.size() > engine::components || std::ranges::any_of(input.degrees, no_degree), "/degrees", "field.range")
      .refuse_if(input.averages.size() > most_averages || std::ranges::any_of(input.averages, strange), "/averages", "field.range")
      .refuse_if(input.optional_average && strange(*input.optional_average), "/optional_average", "field.range");
  return fields.error();
}

std::optional<engine::Rational> result_of(const engine::ExamRule& rule, const AskBrevet& input) {
  if (!rule.counts_socle) return engine::mark_of_20(input.averages, input.optional_average, input.marks);
  return engine::points_of_800(input.degrees, static_cast<engine::Extra>(static_cast<std::int32_t>(input.extra) - 1), input.marks);
}

/// What the school knows of the pupil, in the place of what is not given.
void take_figures(AskBrevet& input, Brevet& brevet, const report::YearOfPupil& year) {
  const bool averages = input.averages.empty(), optional = !input.optional_average;
  for (const report::YearLine& line : year.subjects) {
    const bool bonus = line.mode == gradebook::SubjectMode::bonus;
    if (!out_of_20(line.average) || !(bonus ? optional : averages)) continue;
    if (bonus) input.optional_average = std::max(input.optional_average.value_or(0), line.average);
    else input.averages.push_back(line.average);
    brevet.averages.push_back({line.subject, line.average, bonus});
  }
}

void take_degrees(AskBrevet& input, Brevet& brevet, const report::CycleEnd& end) {
  const auto is_said = [](const report::Component& one) { return one.position.value_or(0) != 0; };
  if (input.degrees.empty() && std::ranges::all_of(end.components, is_said)) {
    for (const report::Component& one : end.components) input.degrees.push_back(*one.position);
    brevet.degrees = input.degrees;
  }
  if (input.extra == ExtraSubject::none && end.complement_goal)
    input.extra = *end.complement_goal == 2 ? ExtraSubject::exceeded : ExtraSubject::reached;
}

/// skill.brevet
Result<Brevet> brevet_(Read<Perm::subject_read>& unit, const AskBrevet& asked) {
  AskBrevet input = asked;
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  const engine::ExamRule& rule = *engine::exam_rule(input.session);
  Brevet brevet;
  if (input.pupil_id) {
    const auto pupil = person::find(unit, input.org_id, *input.pupil_id);
    const bool may = pupil && unit.sees(Perm::report_read, about(input.org_id, PersonId{pupil->person.person}, false));
    if (!may) return base::fail(Errc::not_found, no_person);
    const std::int32_t school_year = org::school_years_of(unit, input.org_id, unit.at()).ending_in(input.session);
    const auto year = report::year_of(unit, input.org_id, pupil->member, school_year);
    if (year && !rule.counts_socle) take_figures(input, brevet, *year);
    if (year && rule.counts_socle && year->cycle_end) take_degrees(input, brevet, *year->cycle_end);
  }
  for (const engine::ExamPart& part : rule.parts) brevet.items.push_back({std::string(part.code), part.weight});
  brevet.counts_socle = rule.counts_socle;
  brevet.to_pass = rule.passed;
  brevet.mention = Mention::none;
  if (const auto points = engine::socle_points(input.degrees); points && rule.counts_socle) brevet.socle_points = points->decimal();
  const auto result = result_of(rule, input);
  if (!result) return brevet;
  brevet.result = result->decimal();
  brevet.passed = engine::has_passed(rule, *result);
  brevet.mention = static_cast<Mention>(static_cast<std::int32_t>(engine::mention_of(rule, *result)) + 1);
  return brevet;
}

}  // namespace

extern constexpr Op op_brevet = op<&brevet_>("skill.brevet", "0.1");

Result<Brevet> brevet(Session& session, const AskBrevet& input, const CallOptions& options) {
  return run<Brevet>(op_brevet, session, input, options);
}

}  // namespace ent::skill
