// Points over points, with shares: the weights of a box that is "natural".
#include "gradebook/engine/term.hpp"

namespace ent::gradebook::engine {
namespace {

struct Totals {
  Rational maximum;
  Rational set_maximum;
  Rational set_share;  ///< Of those that are above 0.
  bool some_free = false;
};

Totals total(const std::vector<NaturalMember>& members) {
  Totals totals;
  for (const NaturalMember& member : members) {
    if (member.extra) continue;
    if (!member.share_set) totals.some_free = true;
    if (member.share_set && member.share.sign() <= 0) continue;
    totals.maximum += member.maximum;
    if (!member.share_set) continue;
    totals.set_maximum += member.maximum;
    totals.set_share += member.share;
  }
  return totals;
}

/// Whether it takes a part of the total. A box that is worth 0 points to this pupil brings none, but set shares give way to its own; what was set
/// for it is nothing.
bool shares_in(const Term& term, const NaturalMember& member) {
  return term.stands() && !member.extra && member.share.sign() > 0 && !(member.share_set && term.maximum.is_zero());
}

/// What one pupil's terms have of the total, before it is taken anew among them.
struct Shares {
  Rational all;
  Rational set_part;     ///< Of 1: what those have whose share was set.
  Rational free_points;  ///< The points of the others.
};

Shares add_up(const std::vector<const NaturalMember*>& members, const Terms& terms, NaturalTotal& sums) {
  Shares shares;
  Rational set_share;
  Rational set_maximum;
  for (std::size_t at = 0; at < terms.size(); ++at) {
    const NaturalMember& member = *members[at];
    if (!shares_in(terms[at], member)) continue;
    sums.minimum += member.minimum;
    sums.maximum += terms[at].maximum;
    shares.all += member.share;
    if (!member.share_set) continue;
    set_share += member.share;
    set_maximum += terms[at].maximum;
  }
  if (!shares.all.is_zero()) shares.set_part = set_share / shares.all;
  shares.free_points = sums.maximum - set_maximum;
  return shares;
}

/// Shares are taken anew among those that this pupil has; extra credit has none.
void weigh(const std::vector<const NaturalMember*>& members, const Shares& shares, Terms& terms, NaturalTotal& sums) {
  for (std::size_t at = 0; at < terms.size(); ++at) {
    Term& term = terms[at];
    const NaturalMember& member = *members[at];
    if (!term.stands() || member.extra) continue;
    term.weight = 0;
    if (member.share_set) {
      if (shares_in(term, member)) term.weight = member.share / shares.all;
    } else if (shares.free_points.sign() > 0) {
      term.weight = term.maximum / shares.free_points * (Rational(1) - shares.set_part);
    } else if (member.share.sign() > 0) {
      sums.maximum -= term.maximum;
    }
    if (term.weight.is_zero()) term.fate = Fate::weightless;
  }
}

/// What extra credit is multiplied by: its share, or what it is of the maximum of the others.
Rational extra_weight(const NaturalMember& member, const Term& term, const Shares& shares, const NaturalTotal& sums) {
  const Rational& part = member.share_set ? member.share : term.maximum;
  const Rational& whole = member.share_set ? shares.all : sums.maximum;
  return whole.is_zero() ? Rational() : part / whole;
}

/// Points of all that stands; extra credit gives some and weighs nothing.
void add_points(const std::vector<const NaturalMember*>& members, const Shares& shares, Terms& terms, NaturalTotal& sums) {
  for (std::size_t at = 0; at < terms.size(); ++at) {
    Term& term = terms[at];
    if (!term.stands()) continue;
    const NaturalMember& member = *members[at];
    if (member.extra) {
      term.weight = extra_weight(member, term, shares, sums);
      term.fate = Fate::added;
    }
    term.gain = term.weight * term.unit;
    sums.points += term.gain * sums.maximum;
    if (member.extra) term.weight = 0;
  }
}

}  // namespace

void spread_shares(std::vector<NaturalMember>& members) {
  const Totals totals = total(members);
  const Rational free_maximum = totals.maximum - totals.set_maximum;
  const Rational one(1);
  const bool too_much = totals.set_share > one;
  for (NaturalMember& member : members) {
    if (member.extra) {
      if (!member.share_set) member.share = totals.maximum.is_zero() ? Rational() : member.maximum / totals.maximum;
    } else if (!member.share_set) {
      const bool nothing_left = totals.set_share >= one || free_maximum.is_zero();
      member.share = nothing_left ? Rational() : member.maximum / free_maximum * (one - totals.set_share);
    } else if (member.share.sign() <= 0) {
      member.share = 0;
    } else if (too_much || !totals.some_free) {
      member.share /= totals.set_share;
    }
  }
}

NaturalTotal add_natural(const std::vector<const NaturalMember*>& members, Terms& terms) {
  NaturalTotal sums;
  const Shares shares = add_up(members, terms, sums);
  weigh(members, shares, terms, sums);
  add_points(members, shares, terms, sums);
  return sums;
}

}  // namespace ent::gradebook::engine
