// What of a book is the same for all its pupils.
#include <algorithm>

#include "gradebook/engine/evaluate.hpp"

namespace ent::gradebook::engine {
namespace {

/// Whether it makes no difference to the total which of them is dropped.
bool alike(const std::vector<NaturalMember*>& members) {
  return std::all_of(members.begin(), members.end(), [&](const NaturalMember* member) {
    return !member->extra && !member->is_box && member->maximum == members.front()->maximum && member->share == members.front()->share;
  });
}

/// The rule of a box that lends its marks to the sum around it: what is kept of them is its own to say, all else is as around it.
BoxRule in_sum(const BoxRule& own, BoxRule around) {
  around.gather = own.gather;
  around.missing = own.missing;
  around.nothing_if_all_missing = own.nothing_if_all_missing;
  around.drop = own.drop;
  around.drops = own.drops;
  around.extremes = own.extremes;
  return around;
}

}  // namespace

Rational Evaluator::weight_of(Weigh weigh, const Scale& scale, const Rational& coefficient,
                              bool brought_to_scale) const {
  switch (weigh) {
    case Weigh::equal: return 1;
    case Weigh::range: return scale.range;
    case Weigh::coefficient: return coefficient;
    case Weigh::coefficient_and_scale: break;
  }
  return brought_to_scale ? coefficient : coefficient * scale.maximum / scale_;
}

Evaluator::Scale Evaluator::scale_of(const Assessment& assessment) const {
  const bool unpointed = assessment.part == Part::extra && policy_.root.extra == ExtraRule::unpointed;
  Scale scale{.minimum = assessment.minimum,
              .maximum = unpointed ? Rational() : Rational(assessment.maximum),
              .range = unpointed ? Rational() : Rational(assessment.maximum) - assessment.minimum,
              .coefficient = assessment.coefficient,
              .factor = {},
              .weight = {},
              .natural = {.minimum = assessment.minimum,
                          .maximum = assessment.maximum,
                          .extra = assessment.part == Part::extra,
                          .share_set = assessment.share.has_value(),
                          .share = assessment.share.value_or(Decimal(0))}};
  return scale;
}

Evaluator::Scale Evaluator::scale_of(const Box& box, const BoxRule& around) const {
  const Decimal maximum = box.maximum.value_or(policy_.scale);
  Scale scale{.minimum = box.minimum,
              .maximum = maximum,
              .range = Rational(maximum) - box.minimum,
              .coefficient = box.coefficient,
              .factor = {},
              .weight = {},
              .natural = {.minimum = box.minimum,
                          .maximum = maximum,
                          .extra = box.part == Part::extra,
                          .is_box = true,
                          .share_set = box.share.has_value(),
                          .share = box.share.value_or(Decimal(0))}};
  scale.weight = weight_of(around.weigh, scale, scale.coefficient, true);
  return scale;
}

const BoxRule& Evaluator::own_rule(std::int32_t box) const noexcept {
  const Box& own = book_.boxes[at(box)];
  return own.rule ? *own.rule : own.parent < 0 ? policy_.root : policy_.box;
}

/// Whether its marks stand in the sum of the box around it.
bool Evaluator::lends(std::int32_t box) const noexcept {
  const std::int32_t parent = book_.boxes[at(box)].parent;
  return parent >= 0 && boxes_[at(parent)].rule.gather == Gather::sums_of_boxes;
}

Evaluator::Evaluator(const Policy& policy, const Book& book) : policy_(policy), book_(book), scale_(policy.scale) {
  boxes_.resize(book.boxes.size());
  box_scales_.resize(book.boxes.size());
  for (std::size_t box = 0; box < book.boxes.size(); ++box) {
    const Box& own = book.boxes[box];
    const auto index = static_cast<std::int32_t>(box);
    boxes_[box].rule = lends(index) ? in_sum(own_rule(index), boxes_[at(own.parent)].rule) : own_rule(index);
    boxes_[box].minimum = own.minimum;
    boxes_[box].maximum = own.maximum.value_or(policy.scale);
    const BoxRule& around = own.parent < 0 ? policy.root : boxes_[at(own.parent)].rule;
    box_scales_[box] = scale_of(own, around);
    if (own.parent >= 0) boxes_[at(own.parent)].boxes.push_back(static_cast<std::int32_t>(box));
  }
  for (const Assessment& assessment : book.assessments) assessments_.push_back(scale_of(assessment));
  std::vector<std::vector<std::int32_t>> own(book.boxes.size());
  for (std::size_t index = 0; index < book.assessments.size(); ++index) {
    own[at(book.assessments[index].box)].push_back(static_cast<std::int32_t>(index));
  }
  // From the outermost box inwards, so that what one takes from those in it is not taken again.
  for (std::size_t box = 0; box < boxes_.size(); ++box) {
    BoxPlan& plan = boxes_[box];
    if (plan.rule.gather == Gather::all_marks_below) {
      take_all(static_cast<std::int32_t>(box), own, plan.assessments);
      plan.boxes.clear();
    } else {
      plan.assessments.swap(own[box]);
    }
    for (const std::int32_t index : plan.assessments) {
      Scale& scale = assessments_[at(index)];
      const bool brought = book.assessments[at(index)].brought_to_scale;
      scale.factor = weight_of(plan.rule.weigh, scale, 1, brought);
      scale.weight = weight_of(plan.rule.weigh, scale, scale.coefficient, brought);
    }
  }
  plan_natural();
}

/// The marks of a box, then those of each box in it.
void Evaluator::take_all(std::int32_t box, std::vector<std::vector<std::int32_t>>& own,
                         std::vector<std::int32_t>& into) const {
  std::vector<std::int32_t>& here = own[at(box)];
  into.insert(into.end(), here.begin(), here.end());
  here.clear();
  for (std::size_t inner = at(box) + 1; inner < book_.boxes.size(); ++inner) {
    if (book_.boxes[inner].parent == box) take_all(static_cast<std::int32_t>(inner), own, into);
  }
}

/// What a natural box itself has, without what others lend it.
std::vector<NaturalMember*> Evaluator::natural_members(std::size_t box) {
  const BoxPlan& plan = boxes_[box];
  std::vector<NaturalMember*> members;
  for (const std::int32_t index : plan.assessments) {
    const Assessment& assessment = book_.assessments[at(index)];
    if (!assessment.formative && !assessment.omitted) members.push_back(&assessments_[at(index)].natural);
  }
  if (plan.rule.gather == Gather::sums_of_boxes) return members;
  for (const std::int32_t index : plan.boxes) members.push_back(&box_scales_[at(index)].natural);
  return members;
}

/// All that shares the points of a natural box. What lies in extra credit is extra credit.
std::vector<NaturalMember*> Evaluator::shared_members(std::size_t box) {
  std::vector<NaturalMember*> members = natural_members(box);
  const BoxPlan& plan = boxes_[box];
  if (plan.rule.gather != Gather::sums_of_boxes) return members;
  for (const std::int32_t index : plan.boxes) {
    for (NaturalMember* lent : shared_members(at(index))) {
      lent->extra = lent->extra || box_scales_[at(index)].natural.extra;
      members.push_back(lent);
    }
  }
  return members;
}

/// The maxima of a natural box, with the fate that they have where all marks are there.
Terms Evaluator::natural_maxima(std::size_t box) {
  BoxPlan& plan = boxes_[box];
  Terms maxima;
  for (const NaturalMember* member : natural_members(box)) {
    if (member->extra || member->share.sign() <= 0) continue;
    Term term;
    term.unit = term.maximum = term.range = member->maximum;
    maxima.push_back(std::move(term));
  }
  for (std::size_t at_box = 0; plan.rule.gather == Gather::sums_of_boxes && at_box < plan.boxes.size(); ++at_box) {
    for (Term& lent : natural_maxima(at(plan.boxes[at_box]))) maxima.push_back(std::move(lent));
  }
  if (plan.rule.drop.only_among_equals) plan.drops = alike(shared_members(box));
  if (plan.drops) drop(plan.rule.drop, plan.rule.drops, maxima);
  return maxima;
}

/// From the innermost box outwards: the maximum of a natural box is what its members have together.
void Evaluator::plan_natural() {
  for (std::size_t box = boxes_.size(); box-- != 0;) {
    BoxPlan& plan = boxes_[box];
    if (plan.rule.aggregate != Aggregate::natural || lends(static_cast<std::int32_t>(box))) continue;
    const std::vector<NaturalMember*> members = shared_members(box);
    std::vector<NaturalMember> shares;
    for (const NaturalMember* member : members) shares.push_back(*member);
    spread_shares(shares);
    for (std::size_t index = 0; index < members.size(); ++index) *members[index] = shares[index];

    plan.minimum = 0;
    plan.maximum = 0;
    for (const Term& term : natural_maxima(box)) {
      if (term.stands()) plan.maximum += term.maximum;
    }
    Scale& own = box_scales_[box];
    own.minimum = 0;
    own.maximum = own.range = own.natural.maximum = plan.maximum;
    const std::int32_t parent = book_.boxes[box].parent;
    if (parent >= 0) own.weight = weight_of(boxes_[at(parent)].rule.weigh, own, own.coefficient, true);
  }
}

}  // namespace ent::gradebook::engine
