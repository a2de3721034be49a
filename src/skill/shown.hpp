/// Which levels of a pupil an actor is shown.
#pragma once

#include "ent/skill.hpp"
#include "unit/unit.hpp"

namespace ent::skill {

struct Shown {
  bool all = false;         ///< All of them.
  bool to_pupils = false;   ///< Those that are published to pupils;
  bool to_parents = false;  ///< to parents.
};

/// All to those who may read without a condition, else what is published to a profile of the actor's kind. Refused, and written
/// down, where nothing of it may be read.
Result<Shown> shown_of(unit::ReadUnit& unit, OrgId org, PersonId pupil);

}  // namespace ent::skill
