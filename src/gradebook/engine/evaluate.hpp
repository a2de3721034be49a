/// The average of a pupil in one book, with its explanation. Pure functions of policy, book and marks.
#pragma once

#include <vector>

#include "gradebook/engine/book.hpp"
#include "gradebook/engine/outcome.hpp"
#include "gradebook/engine/policy.hpp"
#include "gradebook/engine/term.hpp"

namespace ent::gradebook::engine {

/// A book under a policy, worked out once for all its pupils. Both must outlive it.
class Evaluator {
 public:
  Evaluator(const Policy& policy, const Book& book);

  Outcome average(const PupilMarks& pupil, const View& view = {}) const;
  /// The same, with what became of each mark and how much it moves the average.
  Explanation explain(const PupilMarks& pupil, const View& view = {}) const;

  /// As people see it. The outcome is an average.
  Decimal shown(const Outcome& outcome) const;

 private:
  struct Scale {
    Rational minimum;
    Rational maximum;
    Rational range;
    Rational coefficient;
    Rational factor;  ///< What a coefficient of 1 weighs.
    Rational weight;
    NaturalMember natural;
  };
  struct BoxPlan {
    BoxRule rule{};  ///< Its own; of a box that lends its marks to the sum around it, what is its own to say there.
    Rational minimum;
    Rational maximum;
    std::vector<std::int32_t> assessments;
    std::vector<std::int32_t> boxes;
    bool drops = true;
  };
  struct Run;  // one pupil under one view

  Scale scale_of(const Assessment& assessment) const;
  Scale scale_of(const Box& box, const BoxRule& around) const;
  Rational weight_of(Weigh weigh, const Scale& scale, const Rational& coefficient, bool brought_to_scale) const;
  void take_all(std::int32_t box, std::vector<std::vector<std::int32_t>>& own, std::vector<std::int32_t>& into) const;
  void plan_natural();
  std::vector<NaturalMember*> natural_members(std::size_t box);
  std::vector<NaturalMember*> shared_members(std::size_t box);
  Terms natural_maxima(std::size_t box);
  const BoxRule& own_rule(std::int32_t box) const noexcept;
  bool lends(std::int32_t box) const noexcept;

  Term term_of(std::int32_t assessment, const BoxPlan& box, std::int32_t box_index, const Run& run) const;
  Term term_of_box(std::int32_t box, const BoxPlan& around, Run& run) const;
  Terms members_of(std::int32_t box, Run& run) const;
  void lend(std::int32_t box, Run& run, Terms& terms) const;
  Outcome box_average(std::int32_t box, Run& run) const;
  Outcome average_apart(std::int32_t box, const PupilMarks& pupil, const View& view) const;
  void natural_average(const BoxPlan& plan, Terms& terms, Outcome& outcome) const;
  void mean_average(const BoxPlan& plan, Terms& terms, Outcome& outcome) const;
  void note(const BoxPlan& plan, const Terms& terms, Run& run) const;
  void note_lenders(Explanation& explanation) const;

  const Policy& policy_;
  const Book& book_;
  Rational scale_;
  std::vector<Scale> assessments_;
  std::vector<Scale> box_scales_;
  std::vector<BoxPlan> boxes_;
};

}  // namespace ent::gradebook::engine
