#include "skill/shown.hpp"

#include "ent/profile.hpp"
#include "skill/target.hpp"

namespace ent::skill {

Result<Shown> shown_of(unit::ReadUnit& unit, OrgId org, PersonId pupil) {
  ENT_TRY(granted, unit.may(about(org, pupil, true), no_person));
  static_cast<void>(granted);
  if (unit.sees(Perm::skill_read, about(org, pupil, false))) return Shown{.all = true};
  const bool guardian = unit.actor().profile == Profile::guardian;
  return Shown{.to_pupils = !guardian, .to_parents = guardian};
}

}  // namespace ent::skill
