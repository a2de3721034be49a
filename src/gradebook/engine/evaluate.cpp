#include "gradebook/engine/evaluate.hpp"

#include <algorithm>

namespace ent::gradebook::engine {
namespace {

bool counts_missing(const View& view, const BoxRule& rule) noexcept {
  if (view.figure == Figure::by_policy) return rule.missing == Treatment::zero;
  return view.figure == Figure::if_nothing_more;
}

bool sets_extra_apart(const BoxRule& rule) noexcept {
  const bool as_others = rule.extra == ExtraRule::as_ordinary || rule.extra == ExtraRule::unpointed;
  return !as_others || rule.aggregate == Aggregate::natural;
}

/// Whether the average may be another without the mark: others are dropped in the place of one that is, and the middle is
/// elsewhere without one above it.
bool moves(Fate fate) noexcept {
  switch (fate) {
    case Fate::dropped_lowest:
    case Fate::dropped_highest:
    case Fate::not_kept:
    case Fate::out_of_use: return true;
    default: return stands(fate);
  }
}

/// A mark that was typed, or a box with an average, though a box that lends it has dropped it.
bool is_entered(const Term& term) noexcept {
  return moves(term.fate) && (term.box < 0 ? term.kind != MarkKind::not_entered : term.fate != Fate::counted_as_zero);
}

/// Who has an average in one of the boxes has no mark beside them.
void prefer_boxes(Terms& terms) noexcept {
  const auto is_average = [](const Term& term) { return term.box >= 0 && (term.stands() || term.fate == Fate::weightless); };
  if (!std::any_of(terms.begin(), terms.end(), is_average)) return;
  for (Term& term : terms) {
    if (term.box < 0 && term.stands()) term.fate = Fate::beside_boxes;
  }
}

/// Why there is no average, from what became of the members.
Standing why_not(const Terms& terms) noexcept {
  Standing standing = Standing::no_mark;
  for (const Term& term : terms) {
    switch (term.fate) {
      case Fate::not_entered:
      case Fate::formative:
      case Fate::omitted:
      case Fate::hidden:
      case Fate::provisional: break;
      case Fate::weightless: return Standing::no_weight;
      default: standing = Standing::left_out; break;
    }
  }
  return standing;
}

}  // namespace

struct Evaluator::Run {
  const PupilMarks& pupil;
  const View& view;
  Explanation* explanation = nullptr;
  std::int32_t without = -1;  ///< An assessment that is left out, to see what it moves.
};

Term Evaluator::term_of(std::int32_t index, const BoxPlan& box, std::int32_t box_index, const Run& run) const {
  const Assessment& assessment = book_.assessments[at(index)];
  const Scale& scale = assessments_[at(index)];
  const Mark& mark = run.pupil.marks[at(index)];
  Term term;
  term.assessment = index;
  term.kind = mark.kind;
  term.own = assessment.box == box_index;
  term.coefficient = scale.coefficient;
  const BoxRule& rule = box.rule;
  if ((assessment.part == Part::bonus && rule.bonus != BonusRule::as_ordinary) ||
      (assessment.part == Part::optional && rule.optional != OptionalRule::as_ordinary) ||
      (assessment.part == Part::extra && sets_extra_apart(rule))) {
    term.part = assessment.part;
  }
  const bool missing = mark.kind == MarkKind::not_entered;
  Treatment treatment = policy_.treatments[static_cast<std::size_t>(mark.kind)];
  const bool provisional = mark.kind == MarkKind::provisional;
  if (missing || provisional) {
    const Treatment counts = provisional ? Treatment::value : Treatment::zero;
    treatment = counts_missing(run.view, rule) ? counts : Treatment::left_out;
  }
  if (assessment.formative) {
    term.fate = Fate::formative;
  } else if (assessment.omitted) {
    term.fate = Fate::omitted;
  } else if (assessment.hidden && !run.view.hidden_too) {
    term.fate = Fate::hidden;
  } else if (index == run.without) {
    term.fate = Fate::left_out;
  } else if (treatment == Treatment::left_out) {
    term.fate = missing ? Fate::not_entered : provisional ? Fate::provisional : Fate::left_out;
  } else if (treatment == Treatment::zero) {
    term.fate = Fate::counted_as_zero;
  }
  if (!term.stands()) return term;

  const bool natural = rule.aggregate == Aggregate::natural;
  term.never_dropped = assessment.never_dropped;
  term.maximum = scale.maximum;
  term.range = natural ? scale.maximum : scale.range;
  term.factor = scale.factor;
  term.weight = scale.weight;
  term.bare = term.range.sign() <= 0;
  if (treatment == Treatment::value) {
    term.raw = mark.value;
  } else if (!natural) {
    term.raw = scale.minimum;
  }
  if (!term.bare) term.unit = (natural ? term.raw : term.raw - scale.minimum) / term.range;
  if (term.bare && rule.weigh != Weigh::range) {
    term.bare = false;
    term.weight = 0;
  }
  return term;
}

/// The average of a box as a member of the box around it.
Term Evaluator::term_of_box(std::int32_t index, const BoxPlan& around, Run& run) const {
  const BoxRule& rule = around.rule;
  const Outcome inner = box_average(index, run);
  if (run.explanation != nullptr) run.explanation->inner[at(index)] = inner;
  Term term;
  term.box = index;
  term.own = true;
  const Part part = book_.boxes[at(index)].part;
  if (part == Part::extra && sets_extra_apart(rule)) term.part = part;
  term.coefficient = box_scales_[at(index)].coefficient;
  const bool natural = rule.aggregate == Aggregate::natural;
  term.maximum = natural ? inner.maximum : box_scales_[at(index)].maximum;
  if (inner.exists()) {
    term.raw = inner.value;
  } else if (counts_missing(run.view, rule) && rule.nothing_if_all_missing) {
    term.fate = Fate::counted_as_zero;
    term.maximum = box_scales_[at(index)].maximum;
    term.raw = natural ? Rational() : inner.minimum;
  } else {
    term.fate = inner.standing == Standing::no_mark ? Fate::not_entered : Fate::left_out;
    return term;
  }
  term.range = natural ? term.maximum : inner.maximum - inner.minimum;  // of points: as many as this pupil could have
  term.weight = box_scales_[at(index)].weight;
  if (term.range.sign() > 0) {
    term.unit = (natural ? term.raw : term.raw - inner.minimum) / term.range;
  } else {
    term.weight = 0;
  }
  return term;
}

void Evaluator::natural_average(const BoxPlan& plan, Terms& terms, Outcome& outcome) const {
  std::vector<const NaturalMember*> members;
  members.reserve(terms.size());
  for (const Term& term : terms) {
    members.push_back(term.box < 0 ? &assessments_[at(term.assessment)].natural : &box_scales_[at(term.box)].natural);
  }
  const NaturalTotal total = add_natural(members, terms);
  outcome.standing = Standing::average;
  outcome.above = total.points;
  outcome.below = total.maximum;
  outcome.exact = total.points;
  outcome.minimum = 0;
  outcome.maximum = total.maximum.sign() > 0 ? total.maximum : total.points;
  if (plan.rule.within_range) {
    outcome.exact = std::clamp(outcome.exact, total.minimum, std::max(outcome.maximum, total.minimum));
  }
}

void Evaluator::mean_average(const BoxPlan& plan, Terms& terms, Outcome& outcome) const {
  const BoxRule& rule = plan.rule;
  Rational unit;
  if (rule.aggregate == Aggregate::mean) {
    const Sums sums = weigh_mean(rule, scale_, terms);
    outcome.above = sums.above;
    outcome.below = sums.below;
    Rational divisor = sums.below;
    if (rule.divisor == Divisor::weights_up_to_hundred && divisor > Rational(100)) divisor = 100;
    const bool something = std::any_of(terms.begin(), terms.end(), [](const Term& term) { return term.stands(); });
    if (divisor.sign() > 0) {
      unit = sums.above / divisor;
    } else if (rule.sum_without_weights && something) {
      unit = sums.above;
    } else {
      return;
    }
  } else {
    unit = pick(rule.aggregate, terms);
    outcome.above = unit;
    outcome.below = 1;
  }
  outcome.standing = Standing::average;
  outcome.exact = outcome.minimum + unit * (outcome.maximum - outcome.minimum);
  if (rule.within_range) outcome.exact = std::clamp(outcome.exact, outcome.minimum, outcome.maximum);
}

/// What a box is the average of; what it sets aside says so.
Terms Evaluator::members_of(std::int32_t index, Run& run) const {
  const BoxPlan& plan = boxes_[at(index)];
  const BoxRule& rule = plan.rule;
  Terms terms;
  terms.reserve(plan.assessments.size() + plan.boxes.size());
  for (const std::int32_t assessment : plan.assessments) terms.push_back(term_of(assessment, plan, index, run));
  for (const std::int32_t box : plan.boxes) {
    if (rule.gather == Gather::sums_of_boxes) {
      lend(box, run, terms);
    } else {
      terms.push_back(term_of_box(box, plan, run));
    }
  }
  if (rule.gather == Gather::boxes_if_any) prefer_boxes(terms);
  const bool entered = std::any_of(terms.begin(), terms.end(), is_entered);
  if (rule.nothing_if_all_missing && !entered && run.view.figure != Figure::if_nothing_more) {
    for (Term& term : terms) {
      if (term.fate == Fate::counted_as_zero) term.fate = Fate::not_entered;
    }
  }
  if (plan.drops) drop(rule.drop, rule.drops, terms);
  return terms;
}

/// The marks of a box, in the sum around it: those of one that is extra credit are so too, unless they add points alone already.
void Evaluator::lend(std::int32_t box, Run& run, Terms& terms) const {
  const BoxRule& rule = boxes_[at(box)].rule;
  Terms lent = members_of(box, run);
  weigh_extremes(rule.extremes, lent);
  const bool extra = book_.boxes[at(box)].part == Part::extra && sets_extra_apart(rule);
  for (Term& term : lent) {
    term.own = false;
    if (extra && term.part != Part::bonus) term.part = Part::extra;
    terms.push_back(std::move(term));
  }
}

Outcome Evaluator::box_average(std::int32_t index, Run& run) const {
  const BoxPlan& plan = boxes_[at(index)];
  const BoxRule& rule = plan.rule;
  Terms terms = members_of(index, run);
  Outcome outcome;
  outcome.minimum = plan.minimum;
  outcome.maximum = plan.maximum;
  const bool any = std::any_of(terms.begin(), terms.end(), [](const Term& term) { return term.stands(); });
  if (any && rule.aggregate == Aggregate::natural) {
    natural_average(plan, terms, outcome);
  } else if (any) {
    mean_average(plan, terms, outcome);
  }
  if (outcome.exists()) {
    if (index == 0 && run.pupil.adjustment) outcome.exact += Rational(*run.pupil.adjustment);
    outcome.value = rule.rounding.of(outcome.exact);
  } else {
    outcome.standing = why_not(terms);
  }
  if (run.explanation != nullptr) note(plan, terms, run);
  return outcome;
}

void Evaluator::note(const BoxPlan& plan, const Terms& terms, Run& run) const {
  const bool natural = plan.rule.aggregate == Aggregate::natural;
  const Rational range = plan.maximum - plan.minimum;
  for (const Term& term : terms) {
    Line& line = term.box < 0 ? run.explanation->marks[at(term.assessment)] : run.explanation->boxes[at(term.box)];
    line.fate = term.fate;
    line.kind = term.kind;
    if (!(term.range.sign() > 0) && !term.bare) continue;
    line.brought = natural || term.bare ? term.raw : plan.minimum + term.unit * range;
    if (!term.stands()) continue;
    line.weight = term.weight;
    line.gain = natural ? term.gain : term.gain * range;
  }
}

/// What the boxes of a sum bring to it: what those of their members do that stand in it.
void Evaluator::note_lenders(Explanation& explanation) const {
  for (std::size_t box = boxes_.size(); box-- > 1;) {  // each before the one around it
    Line& line = explanation.boxes[box];
    if (!lends(static_cast<std::int32_t>(box)) || line.fate == Fate::without_say) continue;
    line.fate = explanation.inner[box].standing == Standing::no_mark ? Fate::not_entered : Fate::left_out;
    const auto add = [&line](const Line& member) {
      if (!stands(member.fate)) return;
      line.fate = Fate::counted;
      line.weight += member.weight;
      line.gain += member.gain;
    };
    for (const std::int32_t index : boxes_[box].assessments) add(explanation.marks[at(index)]);
    for (const std::int32_t index : boxes_[box].boxes) add(explanation.boxes[at(index)]);
  }
}

Decimal Evaluator::shown(const Outcome& outcome) const { return policy_.shown.subject.of(outcome.value).decimal(); }

Outcome Evaluator::average(const PupilMarks& pupil, const View& view) const {
  Run run{.pupil = pupil, .view = view};
  return box_average(0, run);
}

/// The average of a box whose marks count in a box around it, by its own rule: as if all around it took averages of boxes.
Outcome Evaluator::average_apart(std::int32_t box, const PupilMarks& pupil, const View& view) const {
  Book apart = book_;
  for (std::int32_t around = book_.boxes[at(box)].parent; around >= 0; around = book_.boxes[at(around)].parent) {
    BoxRule& rule = apart.boxes[at(around)].rule.emplace(own_rule(around));
    rule.gather = Gather::marks_and_boxes;
  }
  Run run{.pupil = pupil, .view = view};
  return Evaluator(policy_, apart).box_average(box, run);
}

Explanation Evaluator::explain(const PupilMarks& pupil, const View& view) const {
  Explanation explanation;
  explanation.marks.resize(book_.assessments.size());
  explanation.boxes.resize(book_.boxes.size());
  explanation.inner.resize(book_.boxes.size());
  for (std::size_t box = 1; box < boxes_.size(); ++box) {  // each behind the one around it
    const std::size_t around = at(book_.boxes[box].parent);
    const auto index = static_cast<std::int32_t>(box);
    if (boxes_[around].rule.gather == Gather::all_marks_below || explanation.boxes[around].fate == Fate::without_say)
      explanation.boxes[box].fate = Fate::without_say;
    if (explanation.boxes[box].fate == Fate::without_say || lends(index))
      explanation.inner[box] = average_apart(index, pupil, view);
  }
  Run run{.pupil = pupil, .view = view, .explanation = &explanation};
  explanation.outcome = box_average(0, run);
  note_lenders(explanation);
  explanation.inner[0] = explanation.outcome;
  if (!explanation.outcome.exists()) return explanation;
  explanation.shown = shown(explanation.outcome);
  for (std::size_t index = 0; index < explanation.marks.size(); ++index) {
    if (!moves(explanation.marks[index].fate)) continue;
    Run less{.pupil = pupil, .view = view, .without = static_cast<std::int32_t>(index)};
    const Outcome without = box_average(0, less);
    if (without.exists()) explanation.marks[index].influence = explanation.outcome.exact - without.exact;
  }
  return explanation;
}

}  // namespace ent::gradebook::engine
