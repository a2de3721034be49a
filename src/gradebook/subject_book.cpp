#include "gradebook/subject_book.hpp"

#include <algorithm>

#include "gradebook/engine/presets.hpp"
#include "gradebook/engine_marks.hpp"

namespace ent::gradebook {
namespace {

template <class To, class From>
void set_if(To& place, const std::optional<From>& said) {
  if (said) place = static_cast<To>(*said);
}

/// A preset is taken as it is: what a school says otherwise is said of its policy.
engine::BoxRule rule_of(const Formula& formula, const BoxRules& said, engine::BoxRule engine::Policy::*level) {
  const engine::Policy* const preset = said.preset ? engine::find_preset(*said.preset) : nullptr;
  engine::BoxRule rule = (preset != nullptr ? *preset : formula.policy).*level;
  set_if(rule.gather, said.gather);
  if (said.missing) rule.missing = treatment(*said.missing);
  set_if(rule.drops.lowest, said.drop_lowest);
  set_if(rule.drops.highest, said.drop_highest);
  set_if(rule.drops.keep_highest, said.keep_highest);
  set_if(rule.extremes.best_more, said.best_more);
  set_if(rule.extremes.best_times, said.best_times);
  set_if(rule.extremes.worst_times, said.worst_times);
  set_if(rule.rounding.step, said.step);
  if (said.rounding) rule.rounding.toward = toward(*said.rounding);
  if (!formula.rounds_between) rule.rounding = {};
  return rule;
}

engine::BoxRule rule_of(const Formula& formula, const Box& box) {
  return rule_of(formula, box.rules.value_or(BoxRules{}), &engine::Policy::box);
}

/// Whether a rule of the policy or of what was said is so.
template <class Is>
bool any_rule(const Formula& formula, std::span<const SaidBoxes> said, Is is) {
  if (is(formula.policy.root) || is(formula.policy.box)) return true;
  return std::ranges::any_of(said, [&](const SaidBoxes& one) {
    return is(rule_of(formula, one.tree.rules, &engine::Policy::root)) ||
           std::ranges::any_of(one.tree.boxes, [&](const Box& box) { return is(rule_of(formula, box)); });
  });
}

}  // namespace

SubjectBook::SubjectBook(const Formula& formula, const BoxTree& tree) {
  book_.boxes.front().rule = rule_of(formula, tree.rules, &engine::Policy::root);
  for (const Box& box : tree.boxes) {
    const auto around = places_.find(box.parent_code.value_or(""));
    places_.emplace(box.code, static_cast<std::int32_t>(book_.boxes.size()));
    engine::Box& made = book_.boxes.emplace_back();
    made.parent = around == places_.end() ? 0 : around->second;
    made.coefficient = box.coefficient;
    made.part = box.extra ? engine::Part::extra : engine::Part::ordinary;
    made.maximum = box.maximum;
    made.share = box.own_share;
    made.rule = rule_of(formula, box);
  }
}

void SubjectBook::add(const Assessment& assessment) { add(asked(assessment), assessment.box_code.value_or("")); }

void SubjectBook::add(const BareAssessment& assessment) { add(assessment.terms, assessment.box); }

void SubjectBook::add(const engine::Assessment& terms, const std::string& box) {
  engine::Assessment& added = book_.assessments.emplace_back(terms);
  const auto place = places_.find(box);
  if (place != places_.end()) added.box = place->second;
}

bool looks_at_maxima(const Formula& formula, std::span<const SaidBoxes> said) {
  return any_rule(formula, said, [](const engine::BoxRule& rule) { return rule.aggregate == engine::Aggregate::natural; });
}

bool looks_at_missing(const Formula& formula, std::span<const SaidBoxes> said) {
  return looks_at_maxima(formula, said) ||
         any_rule(formula, said, [](const engine::BoxRule& rule) { return rule.missing == engine::Treatment::zero; });
}

}  // namespace ent::gradebook
