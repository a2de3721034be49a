#include "access/rights.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "access/epoch.hpp"
#include "access/listing.hpp"
#include "access/memo.hpp"

namespace ent::access {
namespace {

/// Facts in memory for so many units at most; a person acts in few, an inspector in tens.
constexpr std::size_t most_units = 512;

}  // namespace

struct Rights::State {
  /// What the actor reaches in one unit, with the epochs that it was read under.
  struct Reach {
    Epochs epochs;
    std::uint64_t verified = 0;  ///< The transaction that found the epochs unchanged.
    Facts facts;
    Memo memo{};
  };

  explicit State(Actor who) : actor(who) {}

  Actor actor;
  Instant now{};
  Date today{};
  std::uint64_t transaction = 0;
  std::vector<std::unique_ptr<Reach>> reaches;
  Reach* last = nullptr;

  /// Who reads in another's place, even with consent, sees nothing sensitive.
  bool closed_to_impersonator(Perm perm) const {
    return actor.impersonator != 0 && info(perm).confidentiality >= Confidentiality::C3;
  }

  bool proved() const { return actor.profile == Profile::system || actor.step_up_until > now; }

  Facts& facts(store::Connection& connection, std::int64_t org) { return reach(connection, org).facts; }

  /// Facts and memo of a unit, whose epochs this transaction has verified.
  Reach& reach(store::Connection& connection, std::int64_t org) {
    if (last != nullptr && last->verified == transaction && last->facts.org() == org) return *last;
    const auto place = std::ranges::find_if(reaches, [&](const auto& reach) { return reach->facts.org() == org; });
    Reach* found = place != reaches.end() ? place->get() : nullptr;
    if (found == nullptr || found->verified != transaction) {
      const Epochs epochs = read_epochs(connection, org);
      if (found == nullptr) {
        if (reaches.size() == most_units) reaches.clear();
        reaches.push_back(std::make_unique<Reach>(epochs, transaction, Facts(actor, org, today)));
        found = reaches.back().get();
      } else if (org == 0 || found->epochs != epochs || found->facts.at() != today) {
        // In which units somebody has posts at all is known under the epochs of those units, not of unit 0.
        *place = std::make_unique<Reach>(epochs, transaction, Facts(actor, org, today));
        found = place->get();
      }
      found->verified = transaction;
    }
    last = found;
    return *found;
  }

  Decision judge_anew(Facts& facts, store::Connection& connection, Perm perm, const Target& target) const {
    const Verdict verdict = judge(facts, connection, perm, target);
    const bool known = verdict.allowed || judge(facts, connection, info(perm).known_by, target).allowed;
    return {verdict.allowed, known, false, verdict.mask, verdict.reason};
  }
};

Rights::Rights(Actor actor) : state_(new State(actor)) {}
Rights::~Rights() = default;

void Rights::begin(Instant now, Date today) noexcept {
  state_->now = now;
  state_->today = today;
  ++state_->transaction;
}

const Actor& Rights::actor() const noexcept { return state_->actor; }

Decision Rights::decide(store::Connection& connection, Perm perm, const Target& target) {
  if (state_->closed_to_impersonator(perm)) return {false, true, false, Mask::full, Reason::impersonation};
  State::Reach& reach = state_->reach(connection, target.org);
  const Decision* before = reach.memo.find(perm, target);
  Decision decision = before != nullptr ? *before : state_->judge_anew(reach.facts, connection, perm, target);
  if (before == nullptr) reach.memo.keep(perm, target, decision);
  // Of the session, and not of the facts: hence never remembered.
  if (decision.allowed && info(perm).step_up && !state_->proved()) {
    decision.allowed = false;
    decision.step_up = true;
  }
  return decision;
}

VisiblePeople Rights::visible_people(store::Connection& connection, Perm perm) {
  VisiblePeople visible;
  if (state_->closed_to_impersonator(perm)) return visible;
  Facts& anywhere = state_->facts(connection, 0);
  visible.hidden = anywhere.restricted(connection).numbers();
  if (is_keeper(state_->actor.profile)) {
    visible.days_before = register_days_before;
    visible.days_after = register_days_after;
  }
  for (const std::int64_t org : reachable_units(anywhere, connection)) {
    add_people(visible, state_->facts(connection, org), connection, perm);
  }
  return visible;
}

VisibleGroups Rights::visible_groups(store::Connection& connection, Perm perm) {
  VisibleGroups visible;
  if (state_->closed_to_impersonator(perm)) return visible;
  for (const std::int64_t org : reachable_units(state_->facts(connection, 0), connection)) {
    add_groups(visible, state_->facts(connection, org), connection, perm);
  }
  return visible;
}

std::vector<std::int64_t> Rights::visible_units(store::Connection& connection, Perm perm) {
  std::vector<std::int64_t> visible;
  if (state_->closed_to_impersonator(perm)) return visible;
  for (const std::int64_t org : reachable_units(state_->facts(connection, 0), connection)) {
    if (judge(state_->facts(connection, org), connection, perm, {.org = org}).allowed) visible.push_back(org);
  }
  return visible;
}

}  // namespace ent::access
