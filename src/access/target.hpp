/// What a right is asked about, and the answer.
#pragma once

#include <cstdint>
#include <vector>

#include "access/reason.hpp"
#include "ent/id.hpp"
#include "ent/profile.hpp"
#include "ent/time.hpp"

namespace ent::access {

/// Who asks. Person and account are 0 for the host itself (profile system).
struct Actor {
  std::int64_t account = 0;
  std::int64_t person = 0;
  Profile profile = Profile::guest;
  Instant step_up_until{};         ///< Until then the second proof of identity is recent.
  std::int64_t impersonator = 0;   ///< The person who reads in this one's place, with consent; 0: nobody does.
};

/// What only the domain of a row can say of it, as bits: the qualifiers of these names.
enum Met : std::uint8_t {
  met_pub = 1,      ///< It is published to who asks.
  met_service = 2,  ///< It belongs to a service of the actor's.
  met_slot = 4,     ///< It is the time of its lesson: from 15 minutes before it to the end of its day.
};

/// The row that a right is asked about. What does not apply is 0.
struct Target {
  std::int64_t org = 0;     ///< The unit that the row belongs to; 0 for the portal as a whole.
  std::int64_t person = 0;  ///< Whose data it is.
  std::int64_t group = 0;   ///< Number, in `org`, of the group that it belongs to.
  std::int64_t author = 0;  ///< The person who made or owns it.
  bool aggregate = false;   ///< Only figures of many are asked for, with small cells masked.
  std::uint8_t met = 0;     ///< Bits of Met.
};

/// How much of what is allowed may be seen.
enum class Mask : std::uint8_t {
  full = 1,
  min = 2,   ///< Name, function and class, no more.
  tech = 3,  ///< Technical events only.
};

struct Decision {
  bool allowed = false;
  bool known = false;    ///< The actor may know that the target exists.
  bool step_up = false;  ///< A recent second proof of identity is all that is missing.
  Mask mask = Mask::full;
  Reason reason = Reason::none;
};

/// The people whom a listing may show, as arguments of its statement. A person is shown who is there,
/// [valid_from - days_before, valid_to + days_after), and is not hidden, and is one of:
struct VisiblePeople {
  /// Everybody of a unit under certain profiles: `org << 16 | bits`, a bit 1 << number for each profile,
  /// and bit 15 when no more than name, function and class may be shown.
  std::vector<std::int64_t> units;
  /// Single members: `org << 32 | member`.
  std::vector<std::int64_t> members;
  /// Persons whom a court forbids to show to the actor.
  std::vector<std::int64_t> hidden;
  std::int64_t days_before = 0;
  std::int64_t days_after = 0;
};

/// Bit 15 of VisiblePeople::units.
inline constexpr std::int64_t masked_bit = 1 << 15;

/// The groups that a listing may show.
struct VisibleGroups {
  std::vector<std::int64_t> orgs;    ///< All groups of these units.
  std::vector<std::int64_t> groups;  ///< Public ids of single groups: `org << 32 | number`.
};

}  // namespace ent::access
