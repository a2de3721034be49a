#include "gradebook/term_figures.hpp"

#include <algorithm>
#include <set>

#include "gradebook/letters.hpp"

namespace ent::gradebook {
namespace {

using base::Rational;

bool is_number(const PlacedMark& mark) noexcept {
  return mark.kind == MarkKind::number || mark.kind == MarkKind::absent_zero || mark.kind == MarkKind::not_handed_in_zero ||
         mark.kind == MarkKind::own_zero;
}

/// What is computed, and what is typed in its place.
PupilFigure figure_of(const engine::Rounding& shown, const engine::Outcome& outcome, const Typed* typed, std::optional<Rational>& value) {
  PupilFigure figure;
  if (outcome.exists()) {
    value = outcome.value;
    figure.computed = shown_as(shown, outcome.value);
    figure.exact = outcome.exact;
  }
  if (typed != nullptr) value = *typed ? std::optional(Rational(**typed)) : std::nullopt;
  figure.shown = typed != nullptr ? *typed : figure.computed;
  return figure;
}

const Typed* typed_in(const TypedAverages& typed, std::int64_t member, const std::string& subject) {
  const auto found = typed.find({member, subject});
  return found == typed.end() ? nullptr : &found->second;
}

/// The pupils of one level, by member, and their places among all.
struct Level {
  const Formula* formula = nullptr;
  std::vector<Counted> pupils{};
  std::vector<std::size_t> places{};
};

std::vector<Level> levels_of(const TermRules& rules) {
  std::map<const Formula*, Level> levels;
  for (std::size_t i = 0; i < rules.pupils().size(); ++i) {
    Level& level = levels[&rules.of(i)];
    level.formula = &rules.of(i);
    level.pupils.push_back(rules.pupils()[i]);
    level.places.push_back(i);
  }
  std::vector<Level> found;
  for (auto& [formula, level] : levels) found.push_back(std::move(level));
  return found;
}

/// How many marks each pupil has that are numbers, of assessments that count.
std::vector<std::int32_t> numbers_of(std::span<const BareAssessment> assessments, std::span<const PlacedMark> marks, std::size_t pupils) {
  std::vector<std::int32_t> numbers(pupils);
  for (const PlacedMark& mark : marks) {
    const engine::Assessment& asked = assessments[mark.assessment].terms;
    if (is_number(mark) && !asked.formative && !asked.omitted) ++numbers[mark.pupil];
  }
  return numbers;
}

/// What is entered in one subject, for the pupils of one level.
void count(Column& column, const Level& level, const Basis& basis, const std::string& subject, std::span<const BareAssessment> assessments,
           std::span<const PlacedMark> marks, const PointsByMember& points, const TypedAverages& typed) {
  const auto outcomes = outcomes_of(basis, assessments, marks, level.pupils, points);
  const auto numbers = numbers_of(assessments, marks, level.pupils.size());
  const auto code = subject.empty() ? std::nullopt : std::optional(subject);
  for (std::size_t i = 0; i < level.pupils.size(); ++i) {
    const std::size_t place = level.places[i];
    const Counted& pupil = level.pupils[i];
    const Typed* const instead = typed_in(typed, pupil.member, subject);
    PupilFigure figure = figure_of(level.formula->policy.shown.subject, outcomes[i], instead, column.values[place]);
    figure.letter = letter_of(*level.formula, outcomes[i], instead);
    const Weight weight = level.formula->weights.of(code, pupil.place);
    figure.coefficient = weight.coefficient;
    figure.mode = weight.mode;
    figure.adjustment = points_of(points, pupil.member);
    figure.marks = numbers[i];
    column.figures[place] = std::move(figure);
  }
}

Column general_of(const TermRules& rules, const std::map<std::string, Column>& subjects, const std::map<std::int64_t, Typed>& typed) {
  Column general;
  general.values.resize(rules.pupils().size());
  for (std::size_t pupil = 0; pupil < rules.pupils().size(); ++pupil) {
    const engine::Policy& policy = rules.of(pupil).policy;
    engine::Overall overall(policy.general, policy.scale);
    for (const auto& [code, column] : subjects) {
      const PupilFigure& figure = column.figures[pupil];
      overall.add({.average = column.values[pupil], .coefficient = figure.coefficient,
                   .mode = static_cast<engine::SubjectMode>(figure.mode)});
    }
    const auto said = typed.find(rules.pupils()[pupil].member);
    const Typed* const instead = said == typed.end() ? nullptr : &said->second;
    general.figures.push_back(figure_of(policy.shown.general, overall.outcome(), instead, general.values[pupil]));
    general.figures.back().letter = instead != nullptr ? typed_letter_of(rules.of(pupil), *instead)
                                                       : overall_letter_of(rules.of(pupil), policy.shown.general, general.values[pupil]);
  }
  return general;
}

std::map<std::string, Column> category_columns(const TermRules& rules, const std::map<std::string, Column>& subjects) {
  std::map<std::string, Column> columns;
  for (std::size_t pupil = 0; pupil < rules.pupils().size(); ++pupil) {
    const Formula& formula = rules.of(pupil);
    for (const Category& category : formula.categories) {
      Column& column = columns[category.code];
      column.figures.resize(rules.pupils().size());
      column.values.resize(rules.pupils().size());
      engine::Overall overall(engine::of_category(formula.policy.general), formula.policy.scale);
      for (const std::string& code : category.subject_codes) {
        const auto subject = subjects.find(code);
        if (subject == subjects.end()) continue;
        overall.add({.average = subject->second.values[pupil], .coefficient = subject->second.figures[pupil].coefficient});
      }
      column.figures[pupil] = figure_of(formula.policy.shown.general, overall.outcome(), nullptr, column.values[pupil]);
      column.figures[pupil].letter = overall_letter_of(formula, formula.policy.shown.general, column.values[pupil]);
    }
  }
  return columns;
}

}  // namespace

TermRules::TermRules(const Formulas& formulas, const Term& term, GroupId division) {
  const Span days{term.first_day, term.last_day};
  const std::int64_t of_class = formulas.is_kept(division.number(), days) ? division.number() : 0;
  std::set<std::string> levels;
  for (const Classmate& pupil : term.pupils) {
    const std::int64_t own = pupil.division != 0 ? pupil.division : division.number();
    pupils_.push_back({pupil.member, {own, pupil.level, pupil.member}});
    const auto& key = keys_.emplace_back(formulas.is_kept(own, days) ? own : pupil.of_class ? of_class : 0, pupil.level);
    if (!levels_.contains(key)) levels_.emplace(key, formulas.on(days, key.first, key.second));
    if (pupil.of_class) levels.insert(pupil.level);
  }
  of_class_ = formulas.on(days, of_class, levels.size() == 1 ? *levels.begin() : std::string());
}

void TermRules::round_at_the_end() {
  for (auto& [level, formula] : levels_) {
    formula.rounds_between = false;
    formula.policy.general.rounding = formula.policy.year.rounding;  // what is general of a year is rounded as years are
  }
}

TermFigures term_figures(const TermRules& rules, const Term& term, const ClassBook& book) {
  const Span days{term.first_day, term.last_day};
  auto subjects = by_subject(book.assessments, days);
  for (const auto& [key, value] : term.typed) subjects[key.second];
  TermFigures figures;
  for (const auto& [subject, assessments] : subjects) {
    Column& column = figures.subjects[subject];
    column.figures.resize(rules.pupils().size());
    column.values.resize(rules.pupils().size());
  }
  for (const Level& level : levels_of(rules)) {
    const auto marks = placed_by_subject(subjects, marks_that_count(book, *level.formula, level.pupils, days.last_day), level.pupils);
    auto points = points_that_count(book, *level.formula, level.pupils, days);
    for (const auto& [subject, assessments] : subjects) {
      count(figures.subjects[subject], level, {*level.formula, book.boxes, days}, subject, assessments, marks.at(subject), points[subject],
            term.typed);
    }
  }
  figures.categories = category_columns(rules, figures.subjects);
  figures.general = general_of(rules, figures.subjects, term.typed_general);
  return figures;
}

GroupSubject look_of(const TermRules& rules, const Term& term, std::optional<std::string> code, const Values& values, bool Classmate::*who) {
  Values theirs;
  for (std::size_t i = 0; i < term.pupils.size(); ++i) {
    if (term.pupils[i].*who) theirs.push_back(values[i]);
  }
  return look_of(rules.of_class(), std::move(code), theirs);
}

}  // namespace ent::gradebook
