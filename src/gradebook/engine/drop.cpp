// Which marks are not looked at.
#include <algorithm>

#include "gradebook/engine/term.hpp"

namespace ent::gradebook::engine {
namespace {

using Pointers = std::vector<Term*>;

/// The lowest ones, at most `count`. `terms` are in rising order and lose what is dropped.
void drop_lowest(const DropRule& rule, std::size_t count, Pointers& terms) {
  for (; count != 0 && !terms.empty(); --count) {
    auto chosen = terms.begin();
    for (auto next = terms.begin(); next != terms.end() && (*next)->unit == (*chosen)->unit; ++next) {
      if (rule.larger_first && (*next)->maximum > (*chosen)->maximum) chosen = next;
    }
    (*chosen)->fate = Fate::dropped_lowest;
    terms.erase(chosen);
  }
}

/// The highest ones; of equal marks the last.
void drop_highest(std::size_t count, Pointers& terms) {
  for (; count != 0 && !terms.empty(); --count) {
    terms.back()->fate = Fate::dropped_highest;
    terms.pop_back();
  }
}

/// Of equal marks the first is kept.
void keep_highest(std::size_t count, Pointers& terms) {
  std::stable_sort(terms.begin(), terms.end(), [](const Term* a, const Term* b) { return a->unit > b->unit; });
  for (std::size_t at = count; at < terms.size(); ++at) terms[at]->fate = Fate::not_kept;
}

std::size_t count_of(std::int32_t number) noexcept { return number < 0 ? 0 : static_cast<std::size_t>(number); }

void drop_by_mark(const DropRule& rule, const Drops& drops, Pointers& terms) {
  std::stable_sort(terms.begin(), terms.end(), [](const Term* a, const Term* b) { return a->unit < b->unit; });
  const std::size_t stays = rule.one_stays && !terms.empty() ? 1 : 0;
  drop_lowest(rule, std::min(count_of(drops.lowest), terms.size() - stays), terms);
  drop_highest(std::min(count_of(drops.highest), terms.size() - std::min(stays, terms.size())), terms);
  if (drops.keep_highest > 0 && !(rule.keep_or_drop && drops.lowest > 0)) {
    keep_highest(count_of(drops.keep_highest), terms);
  }
}

/// Points got and points possible.
struct Points {
  Rational score;
  Rational total;

  void add(const Term& term) {
    score += term.raw;
    total += term.range;
  }
};

/// The highest ratio that Canvas thinks possible: all points got, and those out of nothing besides.
Rational highest_ratio(const Pointers& terms, const Points& fixed) {
  Points pointed;
  Rational bare = fixed.score;
  for (const Term* term : terms) {
    if (term->bare) {
      bare += term->raw;
    } else {
      pointed.add(*term);
    }
  }
  return (std::max(pointed.score, pointed.total) + bare) / pointed.total;
}

/// Where points out of nothing could be all that is kept there is no ratio to be beaten: each is held against the highest one,
/// and where it reaches that, it goes before points out of nothing.
Pointers best_beside_bare(Pointers terms, const Points& fixed, std::size_t keep) {
  const Rational ratio = highest_ratio(terms, fixed);
  std::stable_sort(terms.begin(), terms.end(), [&](const Term* a, const Term* b) {
    const Rational one = a->raw - ratio * a->range;
    const Rational two = b->raw - ratio * b->range;
    return one != two ? one > two : a->range > b->range;
  });
  terms.resize(keep);
  return terms;
}

/// The `keep` terms that make the best total together with what is fixed, or the worst. Each round sorts by what a
/// term has above the ratio reached so far; where no other choice is better, the ratio is the best there is.
Pointers best_together(Pointers terms, const Points& fixed, std::size_t keep, bool best) {
  const auto by_score = [](const Term* a, const Term* b) { return a->raw > b->raw; };
  Pointers bare;
  std::copy_if(terms.begin(), terms.end(), std::back_inserter(bare), [](const Term* t) { return t->bare; });
  const bool all_bare = bare.size() == terms.size() && fixed.total.is_zero();
  if (all_bare) {
    std::stable_sort(bare.begin(), bare.end(), by_score);
    bare.resize(keep);
    return bare;
  }
  if (best && fixed.total.is_zero() && bare.size() >= keep) return best_beside_bare(std::move(terms), fixed, keep);
  Rational ratio;
  for (const Term* term : terms) {
    if (!best && term->unit > ratio) ratio = term->unit;
  }
  const auto before = [&](const Term* a, const Term* b) {
    const Rational one = a->raw - ratio * a->range;
    const Rational two = b->raw - ratio * b->range;
    if (one != two) return best ? one > two : one < two;
    if (a->bare != b->bare) return a->bare == best;
    return a->assessment < b->assessment;
  };
  for (bool first = true;; first = false) {
    std::sort(terms.begin(), terms.end(), before);
    Points together = fixed;
    for (std::size_t at = 0; at < keep; ++at) together.add(*terms[at]);
    if (together.total.is_zero()) break;
    const Rational reached = together.score / together.total;
    if (!first && (best ? reached <= ratio : reached >= ratio)) break;
    ratio = reached;
  }
  terms.resize(keep);
  return terms;
}

void set_fates(const Pointers& before, const Pointers& kept, Fate fate) {
  for (Term* term : before) {
    if (std::find(kept.begin(), kept.end(), term) == kept.end()) term->fate = fate;
  }
}

void drop_by_total(const Drops& drops, Pointers& terms, const Points& fixed) {
  if (terms.empty()) return;
  const std::size_t lowest = std::min(count_of(drops.lowest), terms.size() - 1);
  const std::size_t highest = lowest + count_of(drops.highest) >= terms.size() ? 0 : count_of(drops.highest);
  Pointers kept = terms;
  if (lowest != 0) kept = best_together(terms, fixed, terms.size() - lowest, true);
  set_fates(terms, kept, Fate::dropped_lowest);
  if (highest == 0) return;
  const bool bare = fixed.total.is_zero() &&
                    std::all_of(kept.begin(), kept.end(), [](const Term* term) { return term->bare; });
  const bool all_bare = bare && std::all_of(terms.begin(), terms.end(), [](const Term* term) { return term->bare; });
  Pointers lower = kept;
  if (!bare || !all_bare) {
    lower = best_together(kept, fixed, kept.size() - highest, false);
  } else {
    // Nothing but points out of nothing: the highest are simply those with the most points.
    std::stable_sort(lower.begin(), lower.end(), [](const Term* a, const Term* b) { return a->raw < b->raw; });
    lower.resize(lower.size() - highest);
  }
  set_fates(kept, lower, Fate::dropped_highest);
}

}  // namespace

void drop(const DropRule& rule, const Drops& drops, Terms& terms) {
  if (drops.lowest <= 0 && drops.highest <= 0 && drops.keep_highest <= 0) return;
  Pointers droppable;
  Points fixed;
  for (Term& term : terms) {
    if (!term.stands() || term.part != Part::ordinary) continue;
    if (term.never_dropped) {
      fixed.add(term);
    } else {
      droppable.push_back(&term);
    }
  }
  if (rule.by == DropBy::total) {
    drop_by_total(drops, droppable, fixed);
  } else {
    drop_by_mark(rule, drops, droppable);
  }
}

}  // namespace ent::gradebook::engine
