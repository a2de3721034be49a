#include "access/judge.hpp"

#include <algorithm>

namespace ent::access {
namespace {

bool is_worker(Profile profile) noexcept { return std::ranges::find(workers, profile) != workers.end(); }

bool may_be_delegated(Scope scope) noexcept {
  return scope == Scope::estab || scope == Scope::taught || scope == Scope::main || scope == Scope::net ||
         scope == Scope::acad || scope == Scope::commune;
}

Mask mask_of(Qualifier qualifier) noexcept {
  if (qualifier == Qualifier::min) return Mask::min;
  return qualifier == Qualifier::tech ? Mask::tech : Mask::full;
}

Reason reason_of(Source source) noexcept {
  if (source == Source::profile) return Reason::granted_by_profile;
  return source == Source::function ? Reason::granted_by_function : Reason::granted_by_override;
}

/// The best of several grants: full before a narrower mask, then the lowest reason.
void keep_best(Verdict& best, const Verdict& other) {
  if (!best.allowed || other.mask < best.mask || (other.mask == best.mask && other.reason < best.reason)) best = other;
}

/// What the entries of all posts come to.
struct Tally {
  Verdict grant{};
  bool any_entry = false;
  bool any_on = false;
  bool narrowed = false;
  Verdict nearest{};
};

void weigh(Tally& tally, Facts& facts, store::Connection& connection, const Post& post, Perm perm,
           const Target& target) {
  for (const Switched& one : ceiling(facts, connection, post, perm)) {
    tally.any_entry = true;
    if (!one.entry.on) {
      tally.narrowed |= one.source == Source::override_;
      continue;
    }
    tally.any_on = true;
    const Reason lacking = miss(facts, connection, post, one.entry, perm, target);
    if (lacking == Reason::none) {
      keep_best(tally.grant, {true, reason_of(one.source), mask_of(one.entry.qualifier), post, one.entry});
    } else if (tally.nearest.reason == Reason::none || lacking < tally.nearest.reason) {
      tally.nearest = {false, lacking, Mask::full, post, one.entry};
    }
  }
}

/// Whether an entry is on for some post of the actor at `unit`, and `fits(post, entry)`.
template <class Fits>
bool holds(Facts& facts, store::Connection& connection, Perm perm, const Entry& entry, std::int64_t unit, Fits fits) {
  for (const Post& post : facts.posts(connection)) {
    if (post.unit != unit) continue;
    for (const Switched& one : ceiling(facts, connection, post, perm)) {
      const bool same = one.entry.scope == entry.scope && one.entry.qualifier == entry.qualifier;
      if (same && one.entry.on && fits(post, one.entry)) return true;
    }
  }
  return false;
}

/// Whether the grantor has, at the place of the delegation and under some profile, the entry handed on.
bool grantor_reaches(Facts& actor, const Delegation& row, store::Connection& connection, const Target& target) {
  return std::ranges::any_of(workers, [&](Profile profile) {
    Facts& facts = actor.of_grantor(row.grantor, profile);
    if (target.person != 0 && (facts.restricted(connection).contains(target.person) ||
                               !is_there(facts, connection, row.perm, target.person))) {
      return false;
    }
    return holds(facts, connection, row.perm, row.entry, row.org, [&](const Post& post, const Entry& entry) {
      return miss(facts, connection, post, entry, row.perm, target) == Reason::none;
    });
  });
}

Verdict judge_delegations(Facts& facts, store::Connection& connection, Perm perm, const Target& target) {
  Verdict best;
  if (!is_worker(facts.actor().profile) || info(perm).confidentiality == Confidentiality::C4) return best;
  for (const Delegation& row : facts.delegations(connection)) {
    if (row.perm != perm || !may_be_delegated(row.entry.scope)) continue;
    const bool has_post_there =
        std::ranges::any_of(facts.posts(connection), [&](const Post& post) { return post.unit == row.org; });
    if (!has_post_there || !grantor_reaches(facts, row, connection, target)) continue;
    const Post post{row.org, 0, row.org == facts.org()};
    keep_best(best, {true, Reason::granted_by_delegation, mask_of(row.entry.qualifier), post, row.entry});
  }
  return best;
}

Verdict denied(Reason reason) { return {false, reason}; }

}  // namespace

bool holds_entry(Facts& facts, store::Connection& connection, Perm perm, const Entry& entry, std::int64_t unit) {
  return holds(facts, connection, perm, entry, unit, [](const Post&, const Entry&) { return true; });
}

Verdict judge(Facts& facts, store::Connection& connection, Perm perm, const Target& target) {
  if (target.aggregate && (target.person != 0 || target.author != 0)) return denied(Reason::invalid_target);
  if (target.person != 0 && facts.restricted(connection).contains(target.person)) {
    return denied(Reason::court_restriction);
  }
  if (facts.posts(connection).empty()) return denied(Reason::no_current_post);
  if (target.person != 0 && !is_there(facts, connection, perm, target.person)) return denied(Reason::person_not_present);
  Tally tally;
  for (const Post& post : facts.posts(connection)) weigh(tally, facts, connection, post, perm, target);
  if (tally.grant.allowed) return tally.grant;
  const Verdict delegated = judge_delegations(facts, connection, perm, target);
  if (delegated.allowed) return delegated;
  if (cell(perm, facts.actor().profile).empty()) return denied(Reason::not_for_profile);
  if (!tally.any_entry) return denied(Reason::not_for_function);
  if (!tally.any_on) return denied(tally.narrowed ? Reason::narrowed : Reason::switched_off);
  return tally.nearest;
}

}  // namespace ent::access
