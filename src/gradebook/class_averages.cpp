#include "gradebook/class_averages.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "gradebook/averages.hpp"
#include "gradebook/engine/overall.hpp"

namespace ent::gradebook {
namespace {

using base::Rational;
using Values = std::vector<std::optional<Rational>>;

bool is_number(const rows::GroupMark& mark) noexcept {
  return mark.kind == MarkKind::number || mark.kind == MarkKind::absent_zero || mark.kind == MarkKind::not_handed_in_zero;
}

/// How many marks each member has that are numbers and not formative.
std::map<std::int64_t, std::int32_t> numbers_of(std::span<const Assessment> assessments, std::span<const rows::GroupMark> marks) {
  std::set<std::int64_t> asked;
  for (const Assessment& assessment : assessments) {
    if (!assessment.formative) asked.insert(assessment.id.value);
  }
  std::map<std::int64_t, std::int32_t> counts;
  for (const rows::GroupMark& mark : marks) {
    if (is_number(mark) && asked.contains(mark.assessment.value)) ++counts[mark.member];
  }
  return counts;
}

/// What is computed, and what is typed in its place.
PupilFigure figure_of(const engine::Policy& policy, const engine::Outcome& outcome, const Decimal* typed, std::optional<Rational>& value) {
  PupilFigure figure;
  if (outcome.exists()) {
    value = outcome.value;
    figure.computed = shown_as(policy, outcome.value);
    figure.exact = outcome.exact.text();
  }
  if (typed != nullptr) value = Rational(*typed);
  figure.shown = typed != nullptr ? std::optional(*typed) : figure.computed;
  return figure;
}

const Decimal* typed_in(const TypedAverages& typed, std::int64_t member, const std::string& subject) {
  const auto found = typed.find({member, subject});
  return found == typed.end() ? nullptr : &found->second;
}

/// One subject; `values` are what the general averages are made of.
ClassFigures figures_of(const Formula& formula, const std::string& subject, std::span<const Assessment> assessments,
                        std::span<const rows::GroupMark> marks, std::span<const Counted> pupils, const TypedAverages& typed,
                        Values& values) {
  const auto outcomes = outcomes_of(formula.policy, assessments, marks, pupils);
  const auto counts = numbers_of(assessments, marks);
  const auto code = subject.empty() ? std::nullopt : std::optional(subject);
  ClassFigures figures{subject, {}, {}};
  values.resize(pupils.size());
  for (std::size_t i = 0; i < pupils.size(); ++i) {
    PupilFigure figure = figure_of(formula.policy, outcomes[i], typed_in(typed, pupils[i].member, subject), values[i]);
    const Weight weight = formula.weights.of(code, pupils[i].place);
    figure.coefficient = weight.coefficient;
    figure.mode = weight.mode;
    const auto count = counts.find(pupils[i].member);
    if (count != counts.end()) figure.marks = count->second;
    figures.pupils.push_back(std::move(figure));
  }
  figures.look = look_of(formula.policy, code, values);
  return figures;
}

ClassFigures general_of(const Formula& formula, std::span<const ClassFigures> subjects, std::span<const Values> values,
                        std::span<const Counted> pupils, const std::map<std::int64_t, Decimal>& typed) {
  ClassFigures general;
  Values averages(pupils.size());
  for (std::size_t pupil = 0; pupil < pupils.size(); ++pupil) {
    engine::Overall overall(formula.policy.general, formula.policy.scale);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const PupilFigure& figure = subjects[i].pupils[pupil];
      overall.add({.average = values[i][pupil], .coefficient = figure.coefficient,
                   .mode = static_cast<engine::SubjectMode>(figure.mode)});
    }
    const auto said = typed.find(pupils[pupil].member);
    const Decimal* const instead = said == typed.end() ? nullptr : &said->second;
    general.pupils.push_back(figure_of(formula.policy, overall.outcome(), instead, averages[pupil]));
  }
  general.look = look_of(formula.policy, std::nullopt, averages);
  return general;
}

std::vector<Counted> counted(GroupId division, std::span<const Classmate> pupils) {
  std::vector<Counted> found;
  for (const Classmate& pupil : pupils) found.push_back({pupil.member, {division.number(), pupil.level}});
  return found;
}

/// What was asked in a subject, and what was entered.
struct Book {
  std::vector<Assessment> assessments{};
  std::vector<rows::GroupMark> marks{};
};

/// The subjects in which something is asked or typed.
std::map<std::string, Book> by_subject(std::vector<Assessment> assessments, std::span<const rows::GroupMark> marks,
                                       const TypedAverages& typed) {
  std::map<std::string, Book> subjects;
  std::unordered_map<std::int64_t, Book*> books;
  for (Assessment& assessment : assessments) {
    Book& book = subjects[assessment.subject_code.value_or("")];
    books.emplace(assessment.id.value, &book);
    book.assessments.push_back(std::move(assessment));
  }
  for (const rows::GroupMark& mark : marks) {
    const auto book = books.find(mark.assessment.value);
    if (book != books.end()) book->second->marks.push_back(mark);
  }
  for (const auto& [key, value] : typed) subjects[key.second];
  return subjects;
}

}  // namespace

ClassAverages class_averages(unit::Unit& unit, GroupId division, Date first_day, Date last_day, std::span<const Classmate> pupils,
                             const TypedAverages& typed, const std::map<std::int64_t, Decimal>& typed_general) {
  const std::vector<Counted> places = counted(division, pupils);
  std::vector<Place> all;
  for (const Counted& pupil : places) all.push_back(pupil.place);
  const Formula formula = formula_on(unit, OrgId{division.establishment()}, first_day, all);
  auto assessments = rows::of_classmates(unit, division, last_day, {first_day, last_day});
  std::vector<std::int64_t> numbers;
  for (const Assessment& assessment : assessments) numbers.push_back(assessment.id.number());
  auto marks = rows::marks_in(unit, division, last_day, numbers);
  if (formula.policy.root.missing == engine::Treatment::zero) {
    const auto missing = rows::missing_in(unit, division, last_day, numbers, unit.today());
    marks.insert(marks.begin(), missing.begin(), missing.end());
  }
  ClassAverages averages;
  averages.policy = formula.text;
  std::vector<Values> values;
  for (const auto& [subject, book] : by_subject(std::move(assessments), marks, typed)) {
    averages.subjects.push_back(figures_of(formula, subject, book.assessments, book.marks, places, typed, values.emplace_back()));
  }
  averages.general = general_of(formula, averages.subjects, values, places, typed_general);
  return averages;
}

}  // namespace ent::gradebook
