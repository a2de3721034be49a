/// The rights of one actor, as its session holds them.
#pragma once

#include <memory>

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

  Decision decide(store::Connection& connection, Perm perm, const Target& target);

  /// What a listing under `perm` may show: the same rows that decide() allows one by one.
  VisiblePeople visible_people(store::Connection& connection, Perm perm);
  VisibleGroups visible_groups(store::Connection& connection, Perm perm);
  std::vector<std::int64_t> visible_units(store::Connection& connection, Perm perm);

  const Actor& actor() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ent::access
