/// The school facts that the rights of one actor in one unit on one day rest on.
///
/// Read from the store when first asked for, then kept: the facts of a (unit, day, epoch) do not change. The
/// words are those of docs/permissions.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "access/catalogue.hpp"
#include "access/number_set.hpp"
#include "access/target.hpp"
#include "ent/time.hpp"
#include "store/store.hpp"

namespace ent::access {

/// How long before an arrival and after a departure the keepers of the register still see a person.
inline constexpr std::int64_t register_days_before = 184;
inline constexpr std::int64_t register_days_after = 92;

/// A place from which an actor acts, as it stands to the unit of the facts.
struct Post {
  std::int64_t unit = 0;
  std::int32_t function = 0;  ///< 0: none.
  bool here = false;          ///< It is the unit itself.
  bool covers = false;        ///< ... or lies above it, or runs it.
  bool net = false;           ///< A circonscription that holds it.
  bool acad = false;          ///< An académie or département that holds it.
  bool commune = false;       ///< An authority that holds or runs it.
};

/// A child of the actor who is a pupil of the unit.
struct Child {
  std::int64_t person = 0;
  std::int64_t member = 0;
  std::int64_t rights = 0;     ///< The effective bits of all active guardianships together.
  bool closed = false;         ///< Adult, and has closed the parents' view.
  bool independent = false;    ///< ... and that of absenteeism too.
};

/// A person's place in the unit: a bit for each profile, 1 << number.
struct Presence {
  std::int32_t present = 0;
  std::int32_t registered = 0;
  std::optional<Date> birth_date{};
};

/// A switch set by an establishment or from above.
struct Override {
  std::int32_t function = 0;  ///< 0: for all of the profile.
  Perm perm{};
  Entry entry{};
  bool widens = false;
  bool locked = false;
  std::int32_t distance = 0;  ///< Steps from the unit up to where it was set.
};

/// A right that another member has handed on.
struct Delegation {
  std::int64_t org = 0;
  std::int64_t grantor = 0;  ///< A person.
  Perm perm{};
  Entry entry{};
};

class Facts {
 public:
  /// `people`: facts of the same unit and day that know who is there already; they outlive these.
  Facts(Actor actor, std::int64_t org, Date at, Facts* people = nullptr);

  const Actor& actor() const noexcept { return actor_; }
  std::int64_t org() const noexcept { return org_; }
  Date at() const noexcept { return at_; }

  /// All posts of the actor; those that reach nothing here still count for the reason of a refusal.
  const std::vector<Post>& posts(store::Connection& connection);
  const std::vector<Child>& children(store::Connection& connection);
  /// The groups of the children: (child's member number, group).
  const std::vector<std::pair<std::int64_t, std::int64_t>>& child_groups(store::Connection& connection);

  const NumberSet& taught_groups(store::Connection& connection);
  const NumberSet& main_groups(store::Connection& connection);
  const NumberSet& own_groups(store::Connection& connection);  ///< All kinds, with the actor as a member.
  const NumberSet& assigned_groups(store::Connection& connection);
  const NumberSet& authored_groups(store::Connection& connection);
  const NumberSet& taught_pupils(store::Connection& connection);
  const NumberSet& main_pupils(store::Connection& connection);
  const NumberSet& classmates(store::Connection& connection);
  const NumberSet& assigned_pupils(store::Connection& connection);
  const NumberSet& contacts(store::Connection& connection);  ///< Section 6.

  const Presence& presence(store::Connection& connection, std::int64_t person);
  /// Of everybody who is registered in the unit, asked at once.
  std::vector<std::int64_t> everybody(store::Connection& connection);
  /// The pupils of whom a person is an adult, but not a withdrawn one.
  const std::vector<std::int64_t>& wards(store::Connection& connection, std::int64_t person);
  /// The pupils whom a court forbids to show to the actor.
  const NumberSet& restricted(store::Connection& connection);

  const std::vector<Override>& overrides(store::Connection& connection);
  const std::vector<Delegation>& delegations(store::Connection& connection);
  /// The same unit and day, seen by the grantor of a delegation under a profile.
  Facts& of_grantor(std::int64_t grantor, Profile profile);

 private:
  std::int64_t member(store::Connection& connection);
  void load_posts(store::Connection& connection);
  void load_tree(store::Connection& connection);
  void load_children(store::Connection& connection);
  NumberSet numbers(store::Connection& connection, const store::Sql& sql);
  NumberSet pupils_of(store::Connection& connection, const NumberSet& groups);

  struct Above {
    std::int64_t org;
    std::int32_t kind;
    std::int32_t distance;  ///< Steps of part_of; -1: reached by run_by.
  };
  const std::vector<Above>& tree(store::Connection& connection);
  Post post_at(store::Connection& connection, std::int64_t unit, std::int32_t function);

  Actor actor_;
  std::int64_t org_;
  Date at_;
  Facts* people_;
  std::map<std::pair<std::int64_t, Profile>, Facts> grantors_;
  std::optional<std::int64_t> member_;
  std::optional<std::vector<Above>> tree_;
  std::optional<std::vector<Post>> posts_;
  std::optional<std::vector<Child>> children_;
  std::vector<std::int64_t> care_units_;  ///< Where a child of the actor is a pupil, with inform_any.
  std::optional<std::vector<std::pair<std::int64_t, std::int64_t>>> child_groups_;
  std::optional<NumberSet> taught_groups_, main_groups_, own_groups_, assigned_groups_, authored_groups_;
  std::optional<NumberSet> taught_pupils_, main_pupils_, classmates_, assigned_pupils_, contacts_;
  std::optional<NumberSet> restricted_;
  std::unordered_map<std::int64_t, Presence> presence_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> wards_;
  std::optional<std::vector<Override>> overrides_;
  std::optional<std::vector<Delegation>> delegations_;
};

/// Whether a person is `years` old at a date; without a birth date: no. Born on 29 February: 1 March.
bool has_age(const std::optional<Date>& birth_date, int years, Date at) noexcept;

}  // namespace ent::access
