// The arithmetic of one box.
#include <algorithm>

#include "gradebook/engine/term.hpp"

namespace ent::gradebook::engine {
namespace {

/// The marks at both ends of one pupil's row.
struct Best {
  Term* best = nullptr;
  Term* worst = nullptr;
};

Best find_extremes(Terms& terms) {
  Best found;
  for (Term& term : terms) {
    if (!term.stands() || term.part != Part::ordinary || term.assessment < 0 || !term.own || term.weight.sign() <= 0) continue;
    if (found.best == nullptr || term.unit > found.best->unit ||
        (term.unit == found.best->unit && term.coefficient > found.best->coefficient)) {
      found.best = &term;
    }
    if (found.worst == nullptr || term.unit < found.worst->unit) found.worst = &term;
  }
  return found;
}

Term* find_largest(Terms& terms) {
  Term* best = nullptr;
  Rational largest;
  for (Term& term : terms) {
    if (term.assessment < 0 || !term.own) continue;
    if (best == nullptr) best = &term;
    if (term.stands() && (term.raw > largest || (term.raw == largest && term.coefficient > best->coefficient))) {
      best = &term;
      largest = term.raw;
    }
  }
  return best;
}

void add_bonus(const BoxRule& rule, const Rational& scale, Term& term, Sums& sums) {
  const Rational half(1, 2);
  if (rule.bonus == BonusRule::ordinary_above_unscaled_half) {
    if (term.unit * scale <= term.maximum * half) {
      term.fate = Fate::bonus_too_low;
      return;
    }
    term.gain = term.weight * term.unit;
    sums.below += term.weight;
  } else {
    if (term.unit <= half) {
      term.fate = Fate::bonus_too_low;
      return;
    }
    term.fate = Fate::added;
    term.gain = term.weight * (term.unit - half);
    term.weight = 0;
  }
  sums.above += term.gain;
}

void add_extra(const BoxRule& rule, Term& term, Sums& sums) {
  const Rational& times = rule.extra == ExtraRule::coefficient_above_the_line ? term.coefficient : term.weight;
  term.fate = Fate::added;
  term.gain = times * term.unit;
  term.weight = 0;
  sums.above += term.gain;
}

void add_ordinary(Term& term, Sums& sums) {
  if (term.bare) {
    term.fate = Fate::added;
    term.gain = term.raw;
    term.weight = 0;
  } else {
    term.gain = term.weight * term.unit;
    sums.below += term.weight;
  }
  sums.above += term.gain;
}

void add_optional(const BoxRule& rule, Terms& terms, Sums& sums) {
  std::vector<Term*> optional;
  for (Term& term : terms) {
    if (term.stands() && term.part == Part::optional) optional.push_back(&term);
  }
  if (rule.optional == OptionalRule::raising_best_first) {
    std::stable_sort(optional.begin(), optional.end(), [](const Term* a, const Term* b) { return a->unit > b->unit; });
  }
  const Sums others = sums;
  for (Term* term : optional) {
    const Sums& against = rule.optional == OptionalRule::above_the_others ? others : sums;
    if (others.below.sign() <= 0) {
      term->fate = Fate::nothing_to_raise;
    } else if (term->unit * against.below <= against.above) {
      term->fate = Fate::would_not_raise;
    } else {
      add_ordinary(*term, sums);
    }
  }
}

}  // namespace

void weigh_extremes(const Extremes& extremes, Terms& terms) {
  if (extremes.best_more == Decimal(0) && extremes.best_times == Decimal(1) && extremes.worst_times == Decimal(1)) return;
  Best found = find_extremes(terms);
  if (extremes.best_by_raw) found.best = find_largest(terms);
  if (found.best != nullptr) {
    found.best->weight = found.best->weight * extremes.best_times + found.best->factor * extremes.best_more;
  }
  if (found.worst != nullptr && found.worst != found.best) found.worst->weight *= extremes.worst_times;
}

Sums weigh_mean(const BoxRule& rule, const Rational& scale, Terms& terms) {
  weigh_extremes(rule.extremes, terms);
  Sums sums;
  for (Term& term : terms) {
    if (!term.stands()) continue;
    const Rational& counts =
        term.part == Part::extra && rule.extra == ExtraRule::coefficient_above_the_line ? term.coefficient : term.weight;
    if (!term.bare && counts.sign() <= 0) {
      term.fate = Fate::weightless;
    } else if (term.part == Part::bonus) {
      add_bonus(rule, scale, term, sums);
    } else if (term.part == Part::extra) {
      add_extra(rule, term, sums);
    } else if (term.part == Part::ordinary) {
      add_ordinary(term, sums);
    }
  }
  add_optional(rule, terms, sums);
  return sums;
}

Rational pick(Aggregate aggregate, Terms& terms) {
  std::vector<Term*> sorted;
  for (Term& term : terms) {
    if (term.stands()) sorted.push_back(&term);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Term* a, const Term* b) { return a->unit < b->unit; });
  std::size_t first = 0;
  std::size_t end = sorted.size();
  if (aggregate == Aggregate::median) {
    first = (sorted.size() - 1) / 2;
    end = sorted.size() / 2 + 1;
  } else if (aggregate == Aggregate::lowest) {
    end = 1;
  } else if (aggregate == Aggregate::highest) {
    first = sorted.size() - 1;
  } else {
    std::size_t longest = 0;
    for (std::size_t from = 0, to = 0; from < sorted.size(); from = to) {
      while (to < sorted.size() && sorted[to]->unit == sorted[from]->unit) ++to;
      if (to - from >= longest) {
        longest = to - from;
        first = from;
        end = to;
      }
    }
  }
  Rational sum;
  const Rational each(1, static_cast<base::Int128>(end - first));
  for (std::size_t at = 0; at < sorted.size(); ++at) {
    if (at < first || at >= end) {
      sorted[at]->fate = Fate::out_of_use;
      continue;
    }
    sorted[at]->weight = each;
    sorted[at]->gain = each * sorted[at]->unit;
    sum += sorted[at]->gain;
  }
  return sum;
}

}  // namespace ent::gradebook::engine
