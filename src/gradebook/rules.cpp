#include "gradebook/rules.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gradebook/engine_marks.hpp"
#include "gradebook/entry_rules.hpp"
#include "gradebook/limits.hpp"
#include "gradebook/mark_kinds.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_comment = 300;
constexpr std::size_t longest_type = 60;
constexpr std::size_t longest_statement = 500;
constexpr std::size_t most_entries = 200;
constexpr std::size_t most_groups = 200;
constexpr std::size_t longest_reason = 300;
constexpr std::chrono::days longest_reopening{31};

bool has_more_than_two_decimals(Decimal number) noexcept { return number.millionths() % hundredth != 0; }

void check_numbers(base::Fields& fields, const std::optional<Decimal>& maximum, const std::optional<Decimal>& coefficient,
                   const std::optional<Decimal>& minimum, const std::optional<Decimal>& share) {
  if (maximum) {
    fields.refuse_if(*maximum <= 0 || *maximum > largest_maximum, "/maximum", "field.range")
        .refuse_if(has_more_than_two_decimals(*maximum), "/maximum", "gradebook.too_many_decimals");
  }
  if (coefficient) {
    fields.refuse_if(*coefficient < 0 || *coefficient > largest_coefficient, "/coefficient", "field.range")
        .refuse_if(has_more_than_two_decimals(*coefficient), "/coefficient", "gradebook.too_many_decimals");
  }
  if (minimum) {
    fields.refuse_if(*minimum < smallest_minimum, "/minimum", "field.range")
        .refuse_if(has_more_than_two_decimals(*minimum), "/minimum", "gradebook.too_many_decimals");
  }
  if (share) fields.refuse_if(*share < 0 || *share > 1, "/own_share", "field.range");
}

void check_texts(base::Fields& fields, const std::optional<std::string>& type, const std::optional<std::string>& statement) {
  if (type) fields.length(base::trim(*type), 0, longest_type, "/type");
  if (statement) fields.length(base::trim(*statement), 0, longest_statement, "/statement");
}

void check_pupils(base::Fields& fields, const std::vector<PersonId>& pupils) {
  fields.refuse_if(pupils.size() > most_entries, "/pupil_ids", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < pupils.size(); ++i)
    fields.refuse_if(!seen.insert(pupils[i].value).second, "/pupil_ids/" + std::to_string(i), "field.repeated");
}

void check_entry(base::Fields& fields, const Entry& entry, const Assessment& assessment, const engine::EntryRule& rule,
                 const std::string& path) {
  const bool own = entry.kind == MarkKind::own_left_out || entry.kind == MarkKind::own_zero;
  fields.refuse_if(!go_together(entry.value, entry.kind) || (entry.annotation && entry.kind), path + "/kind", "gradebook.value_and_kind")
      .refuse_if(own && !entry.annotation, path + "/kind", "gradebook.no_annotation")
      .refuse_if(entry.annotation && entry.value, path + "/annotation", "gradebook.value_and_kind");
  if (entry.comment) fields.length(*entry.comment, 0, longest_comment, path + "/comment");
  if (entry.reason) fields.length(base::trim(*entry.reason), 0, longest_reason, path + "/reason");
  if (!entry.value) return;
  const engine::EntryFault fault = engine::check_mark(*entry.value, asked(assessment), rule);
  fields.refuse_if(fault != engine::EntryFault::none, path + "/value", reason_of(fault));
}

template <class T>
void take(T& place, const std::optional<T>& given) {
  if (given) place = *given;
}
template <class T>
void take(std::optional<T>& place, const std::optional<T>& given) {
  if (given) place = given;
}

/// A text that is given stands, and an empty one for none.
void take_text(std::optional<std::string>& place, const std::optional<std::string>& given) {
  if (given) place = base::trimmed(given);
}

}  // namespace

std::optional<Error> well_formed(const AddAssessment& input) {
  base::Fields fields;
  fields.length(base::trim(input.name), 1, longest_name, "/name");
  check_numbers(fields, input.maximum, input.coefficient, input.minimum, input.own_share);
  fields.refuse_if(input.maximum > 0 && input.minimum >= input.maximum, "/minimum", "field.range");
  check_pupils(fields, input.pupil_ids);
  check_texts(fields, input.type, input.statement);
  return fields.error();
}

std::optional<Error> well_formed(const ChangeAssessment& input) {
  base::Fields fields;
  if (input.name) fields.length(base::trim(*input.name), 1, longest_name, "/name");
  check_numbers(fields, input.maximum, input.coefficient, input.minimum, input.own_share);
  fields.refuse_if(input.by_maximum && input.own_share, "/by_maximum", "gradebook.share_or_maximum");
  if (input.pupil_ids) check_pupils(fields, *input.pupil_ids);
  check_texts(fields, input.type, input.statement);
  return fields.error();
}

std::optional<Error> well_formed(const EnterMarks& input, const Assessment& assessment, std::span<const engine::EntryRule> rules) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_entries, "/items", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(!seen.insert(input.items[i].pupil_id.value).second, path + "/pupil_id", "field.repeated");
    check_entry(fields, input.items[i], assessment, rules[i], path);
  }
  return fields.error();
}

std::optional<Error> well_formed(const SetPeriodState& input) {
  base::Fields fields;
  fields.refuse_if(input.group_ids.empty() || input.group_ids.size() > most_groups, "/group_ids", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < input.group_ids.size(); ++i) {
    fields.refuse_if(!seen.insert(input.group_ids[i].value).second, "/group_ids/" + std::to_string(i), "field.repeated");
  }
  if (input.reason) fields.length(base::trim(*input.reason), 1, longest_reason, "/reason");
  return fields.error();
}

std::optional<Error> may_become(PeriodState before, const SetPeriodState& input) {
  if (input.state < before && !input.reason) return base::invalid("/reason", "gradebook.reason_missing");
  if (input.state == PeriodState::published && before != PeriodState::locked) {
    return base::fail(Errc::failed_precondition, "gradebook.not_locked");
  }
  return std::nullopt;
}

std::optional<Error> well_formed(const Reopen& input, Date first_day) {
  return base::Fields()
      .refuse_if(input.last_day - first_day >= longest_reopening, "/last_day", "field.range")
      .length(base::trim(input.reason), 1, longest_reason, "/reason")
      .error();
}

std::optional<Error> days_or_period(const std::optional<Date>& first_day, const std::optional<Date>& last_day,
                                    const std::optional<PeriodId>& period) {
  return base::Fields()
      .refuse_if(period && (first_day || last_day), "/period_id", "gradebook.days_or_period")
      .refuse_if(!period && !first_day, "/first_day", "gradebook.days_or_period")
      .refuse_if(!period && !last_day, "/last_day", "gradebook.days_or_period")
      .error();
}

std::optional<Error> well_formed_span(Date first_day, Date last_day) {
  return base::Fields()
      .refuse_if(last_day < first_day, "/last_day", "period.empty")
      .refuse_if(last_day - first_day > std::chrono::days{longest_span}, "/last_day", "field.range")
      .error();
}

Assessment changed(Assessment assessment, const ChangeAssessment& input) {
  if (input.name) assessment.name = base::trim(*input.name);
  take(assessment.date, input.date);
  take(assessment.maximum, input.maximum);
  take(assessment.coefficient, input.coefficient);
  take(assessment.part, input.part);
  take(assessment.brought_to_scale, input.brought_to_scale);
  take(assessment.formative, input.formative);
  take(assessment.omitted, input.omitted);
  if (input.hidden) {
    assessment.pupils_from.reset();
    assessment.parents_from.reset();
  }
  take(assessment.pupils_from, input.pupils_from);
  take(assessment.parents_from, input.parents_from);
  take_text(assessment.box_code, input.box_code);
  take(assessment.minimum, input.minimum);
  take(assessment.never_dropped, input.never_dropped);
  take(assessment.own_share, input.own_share);
  if (input.by_maximum) assessment.own_share.reset();
  take_text(assessment.type, input.type);
  take_text(assessment.statement, input.statement);
  if (input.pupil_ids) assessment.pupil_ids = *input.pupil_ids;
  return assessment;
}

bool counts_otherwise(const Assessment& before, const Assessment& after) noexcept {
  const auto counts = [](const Assessment& one) {
    return std::tie(one.date, one.maximum, one.coefficient, one.part, one.brought_to_scale, one.formative, one.omitted, one.box_code,
                    one.minimum, one.never_dropped, one.own_share);
  };
  return counts(before) != counts(after) || !std::ranges::is_permutation(before.pupil_ids, after.pupil_ids);
}

}  // namespace ent::gradebook
