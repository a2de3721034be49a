/// The averages of pupils over some days, out of what was asked and entered: pure functions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gradebook/averages.hpp"
#include "gradebook/class_averages.hpp"
#include "gradebook/class_book.hpp"
#include "gradebook/formulas.hpp"

namespace ent::gradebook {

/// By what each pupil's averages are made: pupils of one level by the same.
class TermRules {
 public:
  TermRules(const Formulas& formulas, const Term& term, GroupId division);

  std::span<const Counted> pupils() const noexcept { return pupils_; }
  /// Of a pupil, by place.
  const Formula& of(std::size_t pupil) const { return levels_.at(pupils_[pupil].place.level); }
  /// Of the class as a whole: of its level, or else of all.
  const Formula& of_class() const noexcept { return of_class_; }
  const std::map<std::string, Formula>& levels() const noexcept { return levels_; }
  /// As if averages were rounded nowhere before they are shown.
  void round_nothing();

 private:
  std::vector<Counted> pupils_;
  std::map<std::string, Formula> levels_;
  Formula of_class_;
};

/// A number for each pupil, where there is one.
using Values = std::vector<std::optional<base::Rational>>;

/// One subject: figures and what general averages are made of, by pupil.
struct Column {
  std::vector<PupilFigure> figures{};
  Values values{};
};

struct TermFigures {
  std::map<std::string, Column> subjects{};
  Column general{};
};

TermFigures term_figures(const TermRules& rules, const Term& term, const ClassBook& book);

/// What those of the term look like who are of the class.
GroupSubject look_of(const TermRules& rules, const Term& term, std::optional<std::string> code, const Values& values);

}  // namespace ent::gradebook
