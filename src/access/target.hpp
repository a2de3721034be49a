/// What a right is asked about, and the answer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

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
};

/// Why a right is given or not: stable tokens, catalogued in access/reasons.csv.
struct Decision {
  bool allowed = false;
  bool known = false;       ///< The actor may know that the target exists.
  bool step_up = false;     ///< A recent second proof of identity is all that is missing.
  std::string_view reason;  ///< "no_grant", "step_up_needed", ...
};

/// The rows of a listing that an actor may see, as arguments of its statement: whole units, and
/// single members of others as `org << 32 | member`. Neither repeats what the other has.
struct Visible {
  std::vector<std::int64_t> orgs;
  std::vector<std::int64_t> members;
};

}  // namespace ent::access
