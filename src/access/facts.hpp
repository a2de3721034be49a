/// The school facts that the rights of one actor in one unit on one day rest on.
///
/// Read from the store when first asked for, then kept: the facts of a (unit, day, epoch) do not change. The
/// words are those of docs/permissions.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "access/number_set.hpp"
#include "access/target.hpp"
#include "access/unit_facts.hpp"

namespace ent::access {

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

/// A right that another member has handed on.
struct Delegation {
  std::int64_t org = 0;
  std::int64_t grantor = 0;  ///< A person.
  Perm perm{};
  Entry entry{};
};

/// Those who work in or for schools: they can hand rights on and receive them.
inline constexpr std::array workers{Profile::teacher, Profile::school_life, Profile::head,      Profile::office,
                                    Profile::librarian, Profile::health,    Profile::authority, Profile::academy,
                                    Profile::local_admin};

/// How an actor can belong to groups.
enum class Tie : std::uint8_t {
  member,        ///< Of whichever kind of group.
  class_member,  ///< Of a division or teaching group.
  teacher,       ///< By service.
  main_teacher,
  assigned,      ///< A pupil of theirs is one of the group.
};

struct Asked;

class Facts {
 public:
  /// The facts of the unit outlive these.
  Facts(Actor actor, UnitFacts& unit) : actor_(actor), unit_(unit) {}
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;

  const Actor& actor() const noexcept { return actor_; }
  UnitFacts& unit() const noexcept { return unit_; }
  std::int64_t org() const noexcept { return unit_.org(); }
  Date at() const noexcept { return unit_.at(); }
  /// Reads with others from now on, or alone: nullptr.
  void join(Company* company) noexcept;

  /// All posts of the actor; those that reach nothing here still count for the reason of a refusal.
  const std::vector<Post>& posts(store::Connection& connection);
  const std::vector<Child>& children(store::Connection& connection);
  /// The groups of the children: (child's member number, group).
  using ChildGroups = std::vector<std::pair<std::int64_t, std::int64_t>>;
  const ChildGroups& child_groups(store::Connection& connection);

  const NumberSet& groups(store::Connection& connection, Tie tie);
  const NumberSet& authored_groups(store::Connection& connection);
  const NumberSet& assigned_pupils(store::Connection& connection);  ///< By member numbers.
  const NumberSet& contacts(store::Connection& connection);         ///< Section 6, by persons.
  /// The pupils whom a court forbids to show to the actor, by persons.
  const NumberSet& restricted(store::Connection& connection);

  const std::vector<Delegation>& delegations(store::Connection& connection);
  /// The same unit and day, seen by the grantor of a delegation under a profile.
  Facts& of_grantor(std::int64_t grantor, Profile profile);

 private:
  friend class Lacking;
  struct Care {
    std::vector<Child> children{};
    std::vector<std::int64_t> units{};  ///< Where a child of the actor is a pupil, with inform_any.
  };
  using Places = std::vector<std::pair<std::int64_t, std::int32_t>>;  ///< (unit, function)
  static constexpr std::size_t ties = 5;

  /// Reads what `slot` is to hold, for all of the company who lack it. `add` puts a row into the value of one.
  template <class Value, class Slot, class Add>
  const Value& load(store::Connection& connection, const Asked& asked, Slot slot, Add add);
  Company& company();
  const Care& care(store::Connection& connection);
  static void add_child(const Facts& facts, Care& care, const store::Rows& row);
  Post post_at(store::Connection& connection, std::int64_t unit, std::int32_t function);
  void load_child_groups(store::Connection& connection);
  void load_contacts(store::Connection& connection);
  std::vector<std::int64_t> groups_of_contacts(store::Connection& connection);
  void call_grantors();

  Actor actor_;
  UnitFacts& unit_;
  Company* company_ = nullptr;
  std::unique_ptr<Company> alone_;  ///< Of these facts, when they have joined no other.
  std::map<std::pair<std::int64_t, Profile>, Facts> grantors_;
  std::optional<Places> places_;
  std::optional<std::vector<Post>> posts_;
  std::optional<Care> care_;
  std::optional<ChildGroups> child_groups_;
  std::array<std::optional<NumberSet>, ties> groups_;
  std::optional<NumberSet> authored_groups_, assigned_pupils_, guardians_, contacts_, restricted_;
  std::optional<std::vector<Delegation>> delegations_;
};

inline constexpr int adult_age = 18;  ///< Years: full age (Code civil, art. 414).

constexpr std::int32_t bit(Profile profile) noexcept { return 1 << static_cast<std::int32_t>(profile); }
inline constexpr std::int32_t staff_bits = bit(Profile::teacher) | bit(Profile::school_life) | bit(Profile::head) |
                                           bit(Profile::office) | bit(Profile::librarian) | bit(Profile::health);

/// Whether a person is `years` old at a date; without a birth date: no. Born on 29 February: 1 March.
bool has_age(const std::optional<Date>& birth_date, int years, Date at) noexcept;

}  // namespace ent::access
