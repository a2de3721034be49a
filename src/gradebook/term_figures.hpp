/// The averages of pupils over some days, out of what was asked and entered: pure functions.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gradebook/averages.hpp"
#include "gradebook/class_averages.hpp"
#include "gradebook/class_book.hpp"
#include "gradebook/formulas.hpp"

namespace ent::gradebook {

/// By what each pupil's averages are made: pupils of one level by the same, but where that is kept with a published period of their
/// own division, or else of the class.
class TermRules {
 public:
  /// By the group with which the formula is kept (0: none), and the level.
  using Levels = std::map<std::pair<std::int64_t, std::string>, Formula>;

  TermRules(const Formulas& formulas, const Term& term, GroupId division);

  std::span<const Counted> pupils() const noexcept { return pupils_; }
  /// Of a pupil, by place.
  const Formula& of(std::size_t pupil) const { return levels_.at(keys_[pupil]); }
  /// Of the class as a whole: of its level, or else of all.
  const Formula& of_class() const noexcept { return of_class_; }
  const Levels& levels() const noexcept { return levels_; }
  /// As if averages of subjects were rounded nowhere before they are shown.
  void round_at_the_end();

 private:
  std::vector<Counted> pupils_;
  std::vector<Levels::key_type> keys_;  ///< By pupil.
  Levels levels_;
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
  std::map<std::string, Column> categories{};  ///< By code; of each pupil those by which the pupil's averages are made.
  Column general{};
};

TermFigures term_figures(const TermRules& rules, const Term& term, const ClassBook& book);

/// What those of the term look like who are of the class, or who are asked about.
GroupSubject look_of(const TermRules& rules, const Term& term, std::optional<std::string> code, const Values& values,
                     bool Classmate::*who = &Classmate::of_class);

}  // namespace ent::gradebook
