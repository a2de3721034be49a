/// The rights of one actor, as its session holds them.
#pragma once

#include <memory>
#include <span>

#include "access/memo.hpp"
#include "access/permission.hpp"
#include "access/target.hpp"
#include "ent/time.hpp"
#include "store/store.hpp"

namespace ent::access {

/// Reads school facts once per (unit, day, epoch), then decides in memory. One thread at a time.
///
/// Every organisation unit has an epoch, a random number that changes with each fact that rights rest
/// on, in the same transaction; that of unit 0 changes with the tree of units and with the posts in units
/// that are no establishments. begin() forgets what was verified, so the first question about a unit
/// in a transaction reads its epoch; a right that was withdrawn is gone at the next call, in every
/// process.
class Rights {
 public:
  explicit Rights(Actor actor);
  ~Rights();
  Rights(const Rights&) = delete;
  Rights& operator=(const Rights&) = delete;

  /// Starts a transaction: rights are judged at `now`, on the civil date `today`.
  void begin(Instant now, Date today) noexcept;

  Decision decide(store::Connection& connection, Perm perm, const Target& target) {
    if (target.org == warm_org_) {
      const std::uint64_t before = warm_.find(perm, target);
      if (before < packed::beyond_decisions) return packed::decision_of(before);
    }
    return decide_anew(connection, perm, target);
  }

  /// There will be questions about these people of a unit: what they need is read of all of them at once.
  void expect(store::Connection& connection, std::int64_t org, std::span<const std::int64_t> people);

  /// Sends what the first question of the transaction is likely to ask, with what else is sent first; on an engine
  /// that is far away this spares a wait. What was not read by then ends with end().
  void ask_early(store::Connection& connection);
  void end() noexcept;

  /// A fact that rights rest on was changed in this transaction: what was verified in it is so no longer.
  void facts_changed() noexcept;

  /// What a listing under `perm` may show: the same rows that decide() allows one by one.
  VisiblePeople visible_people(store::Connection& connection, Perm perm);
  VisibleGroups visible_groups(store::Connection& connection, Perm perm);
  std::vector<std::int64_t> visible_units(store::Connection& connection, Perm perm);

  const Actor& actor() const noexcept;
  /// The unit that was asked about last; 0: none.
  std::int64_t last_org() const noexcept;

 private:
  struct State;
  Decision decide_anew(store::Connection& connection, Perm perm, const Target& target);

  std::unique_ptr<State> state_;
  // The decisions of the unit that was asked about last, while this transaction lasts.
  Memo::View warm_{};
  std::int64_t warm_org_ = 0;
};

}  // namespace ent::access
