#include "access/rights.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "access/epoch.hpp"
#include "access/facts_sql.hpp"
#include "access/listing.hpp"

namespace ent::access {
namespace {

/// Read anew at each listing: a restriction may come where the actor has no post.
constexpr store::Sql select_hidden{
    "SELECT pupil FROM guardianship WHERE adult = $1 AND kind = 4 AND valid_from <= $2 AND valid_to > $2"};

store::Rows ask_hidden(store::Connection& connection, const Actor& actor, Date at) {
  return connection.query(select_hidden, std::initializer_list<store::Arg>{actor.person, day_number(at)});
}

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
  std::int64_t last_org = 0;
  std::optional<store::Rows> early{};  ///< The epochs of that unit, asked and not yet read.

  template <class Visible>
  struct Listing {
    std::optional<Date> today{};
    Reachable under{};
    Visible visible{};
  };
  template <class Visible>
  using Listings = std::map<Perm, Listing<Visible>>;
  Listings<VisiblePeople> people;
  Listings<VisibleGroups> groups;
  Listings<std::vector<std::int64_t>> units;

  /// Who reads in another's place, even with consent, sees nothing sensitive.
  bool closed_to_impersonator(Perm perm) const {
    return actor.impersonator != 0 && info(perm).confidentiality >= Confidentiality::C3;
  }

  bool proved() const { return actor.profile == Profile::system || actor.step_up_until > now; }

  /// Facts and memo of a unit, whose epochs this transaction has verified.
  Reach& reach(store::Connection& connection, std::int64_t org) {
    const auto found = reaches.find(org);
    if (found != reaches.end() && found->second->verified == transaction) return *found->second;
    const Epochs epochs = early && org == last_org ? read_early() : read_epochs(connection, org);
    last_org = org;
    if (reaches.size() == most_units) reaches.clear();
    return verified(org, epochs);
  }

  Epochs read_early() {
    store::Rows rows = *std::exchange(early, std::nullopt);
    return read_epochs(rows);
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

  /// What is in memory of these units is so still where their epochs are the same.
  void verify(const Reachable& reachable) {
    for (std::size_t index = 0; index < reachable.orgs.size(); ++index) {
      const auto found = reaches.find(reachable.orgs[index]);
      if (found == reaches.end() || found->second->epochs != reachable.epochs[index]) continue;
      if (found->second->facts.at() == today) found->second->verified = transaction;
    }
  }

  Decision judge_anew(Facts& facts, store::Connection& connection, Perm perm, const Target& target) const {
    const Verdict verdict = judge(facts, connection, perm, target);
    const bool known = verdict.allowed || judge(facts, connection, info(perm).known_by, target).allowed;
    return {verdict.allowed, known, false, verdict.mask, verdict.reason};
  }

  /// What a listing may show, until a unit that the actor reaches has another epoch. `work` adds what is visible
  /// in some units, whose facts are in one company.
  template <class Visible, class Work>
  const Visible& listing(Listings<Visible>& known, Perm perm, store::Rows rows, Work work) {
    Listing<Visible>& listing = known[perm];
    Reachable reachable = read_reachable(rows);
    if (listing.today == today && listing.under == reachable) {
      verify(reachable);
      return listing.visible;
    }
    listing.today.reset();
    listing.visible = {};
    for (std::size_t first = 0; first < reachable.orgs.size(); first += most_units / 2) {
      const Gathering gathering(*this, reachable, first, std::min(first + most_units / 2, reachable.orgs.size()));
      work(listing.visible, std::span<Facts* const>(gathering.company.actors));
    }
    listing.under = std::move(reachable);
    listing.today = today;
    return listing.visible;
  }

  /// The verified facts of units, while they are read together.
  struct Gathering {
    Gathering(State& state, const Reachable& units, std::size_t first, std::size_t end) {
      if (state.reaches.size() + end - first > most_units) state.reaches.clear();
      for (std::size_t index = first; index < end; ++index) {
        Reach& reach = state.verified(units.orgs[index], units.epochs[index]);
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

void Rights::ask_early(store::Connection& connection) {
  if (state_->last_org != 0) state_->early = ask_epochs(connection, state_->last_org);
}

void Rights::end() noexcept { state_->early.reset(); }

void Rights::facts_changed() noexcept {
  ++state_->transaction;
  state_->early.reset();
  warm_ = {};
}

const Actor& Rights::actor() const noexcept { return state_->actor; }

std::int64_t Rights::last_org() const noexcept { return state_->last_org; }

void Rights::expect(store::Connection& connection, std::int64_t org, std::span<const std::int64_t> people) {
  state_->reach(connection, org).unit.expect(people);
}

Decision Rights::decide_anew(store::Connection& connection, Perm perm, const Target& target) {
  if (state_->closed_to_impersonator(perm)) return {false, true, false, Mask::full, Reason::impersonation};
  warm_ = {};
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
    warm_ = reach.memo.view();
    warm_org_ = target.org;
  }
  return *decision;
}

VisiblePeople Rights::visible_people(store::Connection& connection, Perm perm) {
  if (state_->closed_to_impersonator(perm)) return {};
  warm_ = {};
  const Actor& actor = state_->actor;
  store::Rows reachable = ask_reachable(connection, actor, state_->today);
  store::Rows hidden = ask_hidden(connection, actor, state_->today);
  VisiblePeople visible = state_->listing(
      state_->people, perm, std::move(reachable),
      [&](VisiblePeople& found, std::span<Facts* const> units) { add_people(found, units, connection, perm); });
  while (hidden.next()) visible.hidden.push_back(hidden.integer(0));
  if (is_keeper(actor.profile, perm)) {
    visible.days_before = register_days_before;
    visible.days_after = register_days_after;
  }
  return visible;
}

VisibleGroups Rights::visible_groups(store::Connection& connection, Perm perm) {
  if (state_->closed_to_impersonator(perm)) return {};
  warm_ = {};
  return state_->listing(
      state_->groups, perm, ask_reachable(connection, state_->actor, state_->today),
      [&](VisibleGroups& found, std::span<Facts* const> units) { add_groups(found, units, connection, perm); });
}

std::vector<std::int64_t> Rights::visible_units(store::Connection& connection, Perm perm) {
  if (state_->closed_to_impersonator(perm)) return {};
  warm_ = {};
  return state_->listing(
      state_->units, perm, ask_reachable(connection, state_->actor, state_->today),
      [&](std::vector<std::int64_t>& found, std::span<Facts* const> units) {
        for (Facts* facts : units) {
          if (judge(*facts, connection, perm, {.org = facts->org()}).allowed) found.push_back(facts->org());
        }
      });
}

}  // namespace ent::access
