#include "gradebook/class_averages.hpp"

#include <algorithm>
#include <set>

#include "gradebook/engine/overall.hpp"
#include "gradebook/seats.hpp"
#include "gradebook/term_figures.hpp"

namespace ent::gradebook {
namespace {

/// A term with all that is made of it.
struct Made {
  const Term* term;
  TermRules rules;
  TermFigures figures{};
};

std::optional<std::size_t> place_in(std::span<const Classmate> pupils, std::int64_t member) {
  const auto found = std::ranges::lower_bound(pupils, member, {}, &Classmate::member);
  if (found == pupils.end() || found->member != member) return std::nullopt;
  return static_cast<std::size_t>(found - pupils.begin());
}

/// Of those of these members who are among the pupils.
std::vector<std::size_t> places_of(std::span<const Classmate> pupils, std::span<const std::int64_t> members) {
  std::vector<std::size_t> places;
  for (const std::int64_t member : members) {
    if (const auto place = place_in(pupils, member)) places.push_back(*place);
  }
  return places;
}

/// A subject of a term, or its general averages; none where nothing was asked.
template <class Pick>
ClassFigures figures_over(std::span<const Made> terms, const std::string& subject, Pick pick) {
  const Made& last = terms.back();
  const auto code = subject.empty() ? std::nullopt : std::optional(subject);
  ClassFigures all{.subject = subject};
  const Column* const now = pick(last.figures);
  all.now = now != nullptr;
  const Values nothing(last.term->pupils.size());
  all.pupils = now != nullptr ? now->figures : std::vector<PupilFigure>(nothing.size());
  const Values& values = now != nullptr ? now->values : nothing;
  all.look = look_of(last.rules, *last.term, code, values);
  const bool same = std::ranges::equal(last.term->pupils, last.term->pupils, {}, &Classmate::of_class, &Classmate::asked);
  all.look_asked = same ? all.look : look_of(last.rules, *last.term, code, values, &Classmate::asked);
  for (std::size_t i = 0; now == nullptr && i < nothing.size(); ++i) {
    const Weight weight = last.rules.of(i).weights.of(code, last.rules.pupils()[i].place);
    all.pupils[i].coefficient = weight.coefficient;
    all.pupils[i].mode = weight.mode;
  }
  for (const Made& earlier : terms.first(terms.size() - 1)) {
    const Column* const then = pick(earlier.figures);
    all.looks_before.push_back(then == nullptr ? GroupSubject{} : look_of(earlier.rules, *earlier.term, code, then->values));
    for (std::size_t i = 0; i < all.pupils.size(); ++i) {
      const auto place = place_in(earlier.term->pupils, last.term->pupils[i].member);
      all.pupils[i].before.push_back(then == nullptr || !place ? std::nullopt : then->figures[*place].shown);
    }
  }
  return all;
}

/// From the averages of the terms, by what each weighs.
template <class Pick>
std::optional<Decimal> year_of_terms(std::span<const Made> terms, std::size_t pupil, Pick pick) {
  const Made& last = terms.back();
  std::vector<engine::Subject> averages;
  for (const Made& one : terms) {
    const Column* const column = pick(one.figures);
    const auto place = place_in(one.term->pupils, last.term->pupils[pupil].member);
    if (column != nullptr && place) averages.push_back({.average = column->values[*place], .coefficient = one.term->coefficient});
  }
  const engine::Policy& policy = last.rules.of(pupil).policy;
  const engine::Outcome outcome = engine::year_average(policy, averages);
  return outcome.exists() ? std::optional(shown_as(policy.shown.year, outcome.value)) : std::nullopt;
}

bool weighs(const Term& term) { return term.coefficient != Decimal(1); }

/// Whether the year is made of marks. `weighed`: whether one of its terms has a weight of its own.
bool is_of_marks(const engine::Policy& policy, bool weighed) {
  return policy.year_of == engine::YearOf::marks || (policy.year_of == engine::YearOf::marks_unless_periods_weigh && !weighed);
}

/// Of these pupils, by place. `year`: what all marks of the terms make, as if they were one; needed where a policy says so.
template <class Pick>
void add_years(ClassFigures& figures, std::span<const std::size_t> of, std::span<const Made> terms, const TermFigures& year, Pick pick) {
  const Column* const whole = pick(year);
  const bool weighed = std::ranges::any_of(terms, [](const Made& one) { return weighs(*one.term); });
  for (const std::size_t i : of) {
    const engine::Policy& policy = terms.back().rules.of(i).policy;
    const bool of_marks = is_of_marks(policy, weighed);
    if (!of_marks) figures.pupils[i].year = year_of_terms(terms, i, pick);
    if (of_marks && whole != nullptr && whole->values[i]) figures.pupils[i].year = shown_as(policy.shown.year, *whole->values[i]);
  }
}

bool has_year_of_marks(const TermRules& rules, std::span<const Term> terms) {
  const bool weighed = std::ranges::any_of(terms, weighs);
  return std::ranges::any_of(rules.levels(), [&](const auto& level) { return is_of_marks(level.second.policy, weighed); });
}

TermFigures figures_of_year(const Formulas& formulas, GroupId division, std::span<const Term> terms, const ClassBook& book) {
  TermRules rules(formulas, terms.back(), division);
  if (!has_year_of_marks(rules, terms)) return {};
  rules.round_at_the_end();
  const Term year{terms.front().first_day, terms.back().last_day, terms.back().pupils, {}, {}, 1};
  return term_figures(rules, year, book);
}

std::set<std::int64_t> divisions_of(GroupId division, std::span<const Term> terms) {
  std::set<std::int64_t> found{division.number()};
  for (const Term& term : terms) {
    for (const Classmate& pupil : term.pupils) found.insert(pupil.division);
  }
  return found;
}

MadeBy made_by(const Formula& formula) { return {formula.text, scale_of(formula.policy), formula.categories}; }

std::set<std::string> subjects_in(std::span<const Made> terms) {
  std::set<std::string> found;
  for (const Made& one : terms) {
    for (const auto& [subject, column] : one.figures.subjects) found.insert(subject);
  }
  return found;
}

/// Those of the class in their order, then those of pupils who go by others.
std::vector<Category> categories_in(const TermRules& rules) {
  std::vector<Category> found = rules.of_class().categories;
  for (const auto& [level, formula] : rules.levels()) {
    for (const Category& category : formula.categories) {
      if (std::ranges::find(found, category.code, &Category::code) == found.end()) found.push_back(category);
    }
  }
  return found;
}

}  // namespace

ClassAverages class_averages(unit::Unit& unit, GroupId division, std::span<const Term> terms, const AskedOfClass& asked) {
  const Formulas formulas(unit, OrgId{division.establishment()}, divisions_of(division, terms), members_of(terms),
                          {terms.front().first_day, terms.back().first_day});
  std::vector<Made> made;
  std::vector<const Formula*> rules;
  for (const Term& term : terms) made.push_back({&term, TermRules(formulas, term, division)});
  for (const Made& one : made) {
    for (const auto& [level, formula] : one.rules.levels()) rules.push_back(&formula);
  }
  const ClassBook book = class_book(unit, OrgId{division.establishment()}, members_of(terms), division.number(),
                                    {terms.front().first_day, terms.back().last_day}, asked.subjects, rules);
  for (Made& one : made) one.figures = term_figures(one.rules, *one.term, book);
  const auto years_of = places_of(terms.back().pupils, asked.years_of);
  const TermFigures year = years_of.empty() ? TermFigures{} : figures_of_year(formulas, division, terms, book);
  ClassAverages averages;
  averages.pupils = terms.back().pupils;
  averages.made_by = made_by(made.back().rules.of_class());
  averages.frozen_at = made.back().rules.of_class().frozen_at;
  for (std::size_t i = 0; i < terms.back().pupils.size(); ++i) averages.made_by_pupil.push_back(made_by(made.back().rules.of(i)));
  for (const std::string& subject : subjects_in(made)) {
    const auto pick = [&](const TermFigures& figures) {
      const auto found = figures.subjects.find(subject);
      return found == figures.subjects.end() ? nullptr : &found->second;
    };
    ClassFigures& figures = averages.subjects.emplace_back(figures_over(std::span<const Made>(made), subject, pick));
    add_years(figures, years_of, std::span<const Made>(made), year, pick);
  }
  for (Category& category : asked.subjects ? std::vector<Category>{} : categories_in(made.back().rules)) {
    const auto pick = [&](const TermFigures& figures) {
      const auto found = figures.categories.find(category.code);
      return found == figures.categories.end() ? nullptr : &found->second;
    };
    ClassFigures figures = figures_over(std::span<const Made>(made), "", pick);
    add_years(figures, years_of, std::span<const Made>(made), year, pick);
    averages.categories.push_back({std::move(category), std::move(figures)});
  }
  const auto general = [](const TermFigures& figures) { return figures.general.figures.empty() ? nullptr : &figures.general; };
  averages.general = figures_over(std::span<const Made>(made), "", general);
  add_years(averages.general, years_of, std::span<const Made>(made), year, general);
  return averages;
}

void keep_only(ClassAverages& averages, std::span<const Classmate> asked) {
  if (averages.pupils.size() == asked.size()) return;
  std::vector<std::size_t> places;
  for (const Classmate& pupil : asked) places.push_back(*place_in(averages.pupils, pupil.member));
  const auto pick = [&](auto& of_pupils) {
    std::remove_reference_t<decltype(of_pupils)> picked;
    for (const std::size_t place : places) picked.push_back(std::move(of_pupils[place]));
    of_pupils = std::move(picked);
  };
  for (ClassFigures& figures : averages.subjects) pick(figures.pupils);
  for (CategoryFigures& category : averages.categories) pick(category.figures.pupils);
  pick(averages.general.pupils);
  pick(averages.made_by_pupil);
  pick(averages.pupils);
}

}  // namespace ent::gradebook
