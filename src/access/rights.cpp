#include "access/rights.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "access/epoch.hpp"
#include "access/listing.hpp"

namespace ent::access {
namespace {

/// Facts in memory for so many units at most; a person acts in few, an inspector in tens.
constexpr std::size_t most_units = 512;

}  // namespace

struct Rights::State {
  /// What the actor reaches in one unit, with the epochs that it was read under.
  struct Reach {
    Reach(Epochs under, std::uint64_t in, const Actor& actor, std::int64_t org, Date today)
        : epochs(under), verified(in), unit(org, today), facts(actor, unit) {}
    Epochs epochs;
    std::uint64_t verified;  ///< The transaction that found the epochs unchanged.
    UnitFacts unit;
    Facts facts;
    Memo memo{};
  };

  explicit State(Actor who) : actor(who) {}

  Actor actor;
  Instant now{};
  Date today{};
  std::uint64_t transaction = 0;
  std::unordered_map<std::int64_t, std::unique_ptr<Reach>> reaches;

  /// Who reads in another's place, even with consent, sees nothing sensitive.
  bool closed_to_impersonator(Perm perm) const {
    return actor.impersonator != 0 && info(perm).confidentiality >= Confidentiality::C3;
  }

  bool proved() const { return actor.profile == Profile::system || actor.step_up_until > now; }

  Facts& facts(store::Connection& connection, std::int64_t org) { return reach(connection, org).facts; }

  /// Facts and memo of a unit, whose epochs this transaction has verified.
  Reach& reach(store::Connection& connection, std::int64_t org) {
    const auto found = reaches.find(org);
    if (found != reaches.end() && found->second->verified == transaction) return *found->second;
    const Epochs epochs = read_epochs(connection, org);
    if (reaches.size() == most_units) reaches.clear();
    return verified(org, epochs);
  }

  /// What was read under the same epochs is kept; else it is to be read anew.
  Reach& verified(std::int64_t org, const Epochs& epochs) {
    std::unique_ptr<Reach>& reach = reaches[org];
    // In which units somebody has posts at all is known under the epochs of those units, not of unit 0.
    if (!reach || org == 0 || reach->epochs != epochs || reach->facts.at() != today) {
      reach = std::make_unique<Reach>(epochs, transaction, actor, org, today);
    }
    reach->verified = transaction;
    return *reach;
  }

  Decision judge_anew(Facts& facts, store::Connection& connection, Perm perm, const Target& target) const {
    const Verdict verdict = judge(facts, connection, perm, target);
    const bool known = verdict.allowed || judge(facts, connection, info(perm).known_by, target).allowed;
    return {verdict.allowed, known, false, verdict.mask, verdict.reason};
  }

  /// Calls `work` with the facts of all units that the actor may reach, in companies.
  template <class Work>
  void in_companies(store::Connection& connection, Work work) {
    const std::vector<std::int64_t> all = reachable_units(facts(connection, 0), connection);
    for (std::size_t first = 0; first < all.size(); first += most_units / 2) {
      const auto orgs = std::span(all).subspan(first, std::min(most_units / 2, all.size() - first));
      const Gathering gathering(*this, connection, orgs);
      work(std::span<Facts* const>(gathering.company.actors));
    }
  }

  /// The verified facts of units, while they are read together.
  struct Gathering {
    Gathering(State& state, store::Connection& connection, std::span<const std::int64_t> orgs) {
      const std::vector<Epochs> epochs = read_epochs(connection, orgs);
      if (state.reaches.size() + orgs.size() > most_units) state.reaches.clear();
      for (std::size_t index = 0; index < orgs.size(); ++index) {
        Reach& reach = state.verified(orgs[index], epochs[index]);
        company.units.push_back(&reach.unit);
        company.actors.push_back(&reach.facts);
      }
      for (UnitFacts* unit : company.units) unit->join(&company);
      for (Facts* facts : company.actors) facts->join(&company);
    }
    ~Gathering() {
      for (UnitFacts* unit : company.units) unit->join(nullptr);
      for (Facts* facts : company.actors) facts->join(nullptr);
    }
    Gathering(const Gathering&) = delete;
    Gathering& operator=(const Gathering&) = delete;
    Company company{};
  };
};

Rights::Rights(Actor actor) : state_(new State(actor)) {}
Rights::~Rights() = default;

void Rights::begin(Instant now, Date today) noexcept {
  state_->now = now;
  state_->today = today;
  facts_changed();
}

void Rights::facts_changed() noexcept {
  ++state_->transaction;
  warm_ = nullptr;
}

const Actor& Rights::actor() const noexcept { return state_->actor; }

Decision Rights::decide_anew(store::Connection& connection, Perm perm, const Target& target) {
  if (state_->closed_to_impersonator(perm)) return {false, true, false, Mask::full, Reason::impersonation};
  warm_ = nullptr;
  State::Reach& reach = state_->reach(connection, target.org);
  const bool by_proof = info(perm).step_up;  // of the session, and not of the facts: hence never remembered
  std::optional<Decision> decision = by_proof ? std::nullopt : reach.memo.find(perm, target);
  if (!decision) {
    decision = state_->judge_anew(reach.facts, connection, perm, target);
    if (!by_proof) reach.memo.keep(perm, target, *decision);
  }
  if (decision->allowed && by_proof && !state_->proved()) {
    decision->allowed = false;
    decision->step_up = true;
  }
  if (state_->actor.impersonator == 0) {
    warm_ = &reach.memo;
    warm_org_ = target.org;
  }
  return *decision;
}

VisiblePeople Rights::visible_people(store::Connection& connection, Perm perm) {
  VisiblePeople visible;
  if (state_->closed_to_impersonator(perm)) return visible;
  warm_ = nullptr;
  visible.hidden = state_->facts(connection, 0).restricted(connection).numbers();
  if (is_keeper(state_->actor.profile)) {
    visible.days_before = register_days_before;
    visible.days_after = register_days_after;
  }
  state_->in_companies(connection,
                       [&](std::span<Facts* const> units) { add_people(visible, units, connection, perm); });
  return visible;
}

VisibleGroups Rights::visible_groups(store::Connection& connection, Perm perm) {
  VisibleGroups visible;
  if (state_->closed_to_impersonator(perm)) return visible;
  warm_ = nullptr;
  state_->in_companies(connection,
                       [&](std::span<Facts* const> units) { add_groups(visible, units, connection, perm); });
  return visible;
}

std::vector<std::int64_t> Rights::visible_units(store::Connection& connection, Perm perm) {
  std::vector<std::int64_t> visible;
  if (state_->closed_to_impersonator(perm)) return visible;
  warm_ = nullptr;
  state_->in_companies(connection, [&](std::span<Facts* const> units) {
    for (Facts* facts : units) {
      if (judge(*facts, connection, perm, {.org = facts->org()}).allowed) visible.push_back(facts->org());
    }
  });
  return visible;
}

}  // namespace ent::access
