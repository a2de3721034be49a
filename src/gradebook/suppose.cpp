#include "gradebook/suppose.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "gradebook/engine/evaluate.hpp"
#include "gradebook/engine/what_if.hpp"
#include "gradebook/engine_marks.hpp"
#include "gradebook/entry_rules.hpp"
#include "gradebook/limits.hpp"
#include "gradebook/mark_kinds.hpp"
#include "gradebook/subject_book.hpp"
#include "gradebook/target.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t most_items = 50;
constexpr std::int64_t most_steps = 2000;

bool is_unknown(const Supposed& item) noexcept { return !item.value && !item.kind; }

bool too_fine(Decimal number) noexcept { return number.millionths() % hundredth != 0; }

void check_item(base::Fields& fields, const Supposed& item, const std::string& path) {
  fields.refuse_if(!go_together(item.value, item.kind), path + "/kind", "gradebook.value_and_kind");
  if (item.assessment_id) return;
  fields.refuse_if(item.maximum <= 0 || item.maximum > largest_maximum, path + "/maximum", "field.range")
      .refuse_if(too_fine(item.maximum), path + "/maximum", "gradebook.too_many_decimals")
      .refuse_if(item.coefficient < 0 || item.coefficient > largest_coefficient, path + "/coefficient", "field.range")
      .refuse_if(too_fine(item.coefficient), path + "/coefficient", "gradebook.too_many_decimals");
}

PupilMark one_more(const Supposed& item, Date day) {
  PupilMark mark;
  mark.assessment.subject_code = item.subject_code;
  mark.assessment.date = day;
  mark.assessment.maximum = item.maximum;
  mark.assessment.coefficient = item.coefficient;
  mark.assessment.part = item.part;
  mark.assessment.brought_to_scale = item.brought_to_scale;
  mark.assessment.box_code = item.box_code;
  return mark;
}

/// In the order in which marks are read; assessments that are not there yet come last.
bool comes_before(const Assessment& one, const Assessment& other) {
  return other.id == AssessmentId{} || std::pair(one.date, one.id.value) < std::pair(other.date, other.id.value);
}

/// The place of an assessment among the marks, where it is taken from `missing` if nothing is entered; none: not shown.
std::optional<std::size_t> place_among(AssessmentId id, SupposedMarks& supposed, const std::vector<PupilMark>& missing) {
  std::vector<PupilMark>& marks = supposed.marks;
  const auto is_it = [&](const PupilMark& mark) { return mark.assessment.id == id; };
  const auto there = std::ranges::find_if(marks, is_it);
  if (there != marks.end()) return static_cast<std::size_t>(there - marks.begin());
  const auto empty = std::ranges::find_if(missing, is_it);
  if (empty == missing.end()) return std::nullopt;
  const auto next = std::ranges::find_if(marks, [&](const PupilMark& mark) { return comes_before(empty->assessment, mark.assessment); });
  const auto place = static_cast<std::size_t>(next - marks.begin());
  marks.insert(next, *empty);
  if (supposed.unknown && *supposed.unknown >= place) ++*supposed.unknown;
  return place;
}

/// Whether the box is there in which it would stand.
bool knows_box(std::span<const SaidBoxes> boxes, const Supposed& item) {
  const auto has_box = [&](const SaidBoxes& said) {
    return std::ranges::find(said.tree.boxes, *item.box_code, &Box::code) != said.tree.boxes.end();
  };
  return !item.box_code || std::ranges::any_of(of_subject(boxes, item.subject_code.value_or("")), has_box);
}

/// Whether an earlier item is about the same assessment.
bool is_repeated(const std::vector<Supposed>& items, std::size_t place) {
  const auto earlier = std::span(items).first(place);
  return items[place].assessment_id && std::ranges::find(earlier, items[place].assessment_id, &Supposed::assessment_id) != earlier.end();
}

}  // namespace

std::optional<Error> well_formed(const WhatIf& input, Decimal scale) {
  base::Fields fields;
  fields.refuse_if(input.items.empty() || input.items.size() > most_items, "/items", "field.range");
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(is_repeated(input.items, i), path + "/assessment_id", "field.repeated");
    check_item(fields, input.items[i], path);
  }
  const auto unknown = static_cast<std::size_t>(std::ranges::count_if(input.items, is_unknown));
  fields.refuse_if(unknown != (input.target ? 1U : 0U), "/items", "gradebook.one_unknown");
  if (input.target) fields.refuse_if(*input.target < 0 || *input.target > scale, "/target", "field.range");
  fields.refuse_if(input.step < Decimal::of_millionths(hundredth) || too_fine(input.step), "/step", "field.range");
  return fields.error();
}

Result<SupposedMarks> suppose(const WhatIf& input, std::vector<PupilMark> known, std::vector<PupilMark> missing,
                              std::span<const SaidBoxes> boxes, const engine::EntryRule& rule, Date day) {
  SupposedMarks supposed{std::move(known), {}};
  base::Fields fields;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Supposed& item = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    if (!item.assessment_id) supposed.marks.push_back(one_more(item, day));
    const auto place = item.assessment_id ? place_among(*item.assessment_id, supposed, missing) : supposed.marks.size() - 1;
    fields.refuse_if(!place, path + "/assessment_id", no_assessment)
        .refuse_if(!item.assessment_id && !knows_box(boxes, item), path + "/box_code", "gradebook.no_box");
    if (!place) continue;
    PupilMark& mark = supposed.marks[*place];
    const auto fault = item.value ? engine::check_mark(*item.value, asked(mark.assessment), rule) : engine::EntryFault::none;
    const std::int64_t length = mark.assessment.maximum.millionths() - mark.assessment.minimum.millionths();
    fields.refuse_if(fault != engine::EntryFault::none, path + "/value", reason_of(fault))
        .refuse_if(is_unknown(item) && length / input.step.millionths() > most_steps, "/step", "field.range");
    mark.kind = kind_said(item.value, item.kind);
    mark.value = item.value;
    if (is_unknown(item)) supposed.unknown = place;
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return supposed;
}

Needed needed_in(const Basis& basis, const SupposedMarks& supposed, const PointsBySubject& points, Decimal target, Decimal step) {
  const PupilMark& unknown = supposed.marks[*supposed.unknown];
  std::vector<PupilMark> marks;
  std::size_t place = 0;
  for (const PupilMark& mark : supposed.marks) {
    if (mark.assessment.subject_code != unknown.assessment.subject_code) continue;
    if (&mark == &unknown) place = marks.size();
    marks.push_back(mark);
  }
  SubjectBook book(basis.formula, tree_of(basis, marks));
  std::vector<engine::Mark> entries;
  for (const PupilMark& mark : marks) {
    book.add(mark.assessment);
    entries.push_back(entered(mark.kind, mark.value.value_or(0)));
  }
  const engine::Evaluator evaluator(basis.formula.policy, book.book());
  const engine::PupilMarks pupil{.marks = entries, .adjustment = points_in(points, unknown.assessment.subject_code)};
  const auto found = engine::needed_for(evaluator, pupil, static_cast<std::int32_t>(place), book.book().assessments[place], target, step);
  const engine::Needed needed = found.value_or(engine::Needed{});
  const auto reach = static_cast<Reach>(needed.reach);
  return {reach, reach == Reach::out_of_reach ? std::nullopt : std::optional(needed.mark)};
}

}  // namespace ent::gradebook
