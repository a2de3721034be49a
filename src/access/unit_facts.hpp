/// The facts of one unit on one day that are the same for whoever asks.
///
/// Read from the store when first asked for, then kept: the facts of a (unit, day, epoch) do not change. The
/// words are those of docs/permissions.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "access/catalogue.hpp"
#include "access/company.hpp"
#include "ent/time.hpp"
#include "store/store.hpp"

namespace ent::access {

/// How long before an arrival and after a departure the keepers of the register still see a person.
inline constexpr std::int64_t register_days_before = 184;
inline constexpr std::int64_t register_days_after = 92;

/// Where a member belongs in the unit.
struct Enrolment {
  std::int64_t member = 0;             ///< 0: only people of other units, and guardians, have none.
  std::vector<std::int64_t> groups{};  ///< Of which the member is one on the day.
};

/// A person's place in the unit: a bit for each profile, 1 << number.
struct Presence {
  std::int32_t present = 0;
  std::int32_t registered = 0;
  std::optional<Date> birth_date{};
  Enrolment enrolment{};
};

/// A switch set by an establishment or from above.
struct Override {
  Profile profile{};
  std::int32_t function = 0;  ///< 0: for all of the profile.
  Perm perm{};
  Entry entry{};
  bool widens = false;
  bool locked = false;
  std::int64_t org = 0;       ///< Where it was set,
  std::int32_t distance = 0;  ///< so many steps up from the unit.
};

/// The unit itself, what it is part of, or who runs it.
struct Above {
  std::int64_t org = 0;
  std::int32_t kind = 0;
  std::int32_t distance = 0;  ///< Steps of part_of, the least of them; -1: reached by run_by.
};

class UnitFacts {
 public:
  UnitFacts(std::int64_t org, Date at) : org_(org), at_(at) {}
  UnitFacts(const UnitFacts&) = delete;
  UnitFacts& operator=(const UnitFacts&) = delete;

  std::int64_t org() const noexcept { return org_; }
  Date at() const noexcept { return at_; }
  /// Reads with others from now on, or alone: nullptr.
  void join(const Company* company) noexcept { company_ = company; }

  const std::vector<Above>& tree(store::Connection& connection);
  const std::vector<Override>& overrides(store::Connection& connection);

  /// The question about the trees of units, sent and not yet read.
  struct AskedTrees {
    std::vector<UnitFacts*> units{};
    store::Rows rows;
  };
  /// Sends it, so that another question may go with it; nothing where the tree is known.
  std::optional<AskedTrees> ask_tree(store::Connection& connection);
  static void read_trees(AskedTrees asked);

  /// People about whom there will be questions: what is not known of one of them is read of all.
  void expect(std::span<const std::int64_t> people) { expected_.assign(people.begin(), people.end()); }

  const Presence& presence(store::Connection& connection, std::int64_t person);
  /// The pupils present of whom a person is an adult, but not a withdrawn one.
  const std::vector<Enrolment>& wards(store::Connection& connection, std::int64_t person);

  /// People of units.
  using Meetings = std::vector<std::pair<UnitFacts*, std::int64_t>>;
  /// Reads the presence of people who will be asked for.
  static void meet(store::Connection& connection, const Meetings& meetings);
  /// ... and their wards.
  static void meet_wards(store::Connection& connection, const Meetings& meetings);
  /// Reads the presence of everybody who is registered in these units, and says who they are.
  static Meetings meet_everybody(store::Connection& connection, std::span<UnitFacts* const> units);

 private:
  struct Tree {
    std::vector<Above> above{};
    std::vector<Override> overrides{};
    void add(const store::Rows& row);
    void settle_distances();
  };
  const Tree& load_tree(store::Connection& connection);
  Meetings with_expected(std::int64_t person);

  std::int64_t org_;
  Date at_;
  const Company* company_ = nullptr;
  std::optional<Tree> tree_;
  std::unordered_map<std::int64_t, Presence> presence_;
  std::unordered_map<std::int64_t, std::vector<Enrolment>> wards_;
  std::vector<std::int64_t> expected_;
};

}  // namespace ent::access
