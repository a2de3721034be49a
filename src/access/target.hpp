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

/// The row that a right is asked about. What does not apply is 0.
struct Target {
  std::int64_t org = 0;     ///< The unit that the row belongs to; 0 for the portal as a whole.
  std::int64_t person = 0;  ///< Whose data it is.
  std::int64_t group = 0;   ///< Number, in `org`, of the group that it belongs to.
  std::int64_t author = 0;  ///< The person who made or owns it.
  bool aggregate = false;   ///< Only figures of many are asked for, with small cells masked.
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

/// The rows of a listing that an actor may see, as arguments of its statement: whole units, and
/// single members of others as `org << 32 | member`. Neither repeats what the other has.
struct Visible {
  std::vector<std::int64_t> orgs;
  std::vector<std::int64_t> members;
};

}  // namespace ent::access
