#include "gradebook/shown.hpp"

#include "access/target.hpp"
#include "ent/profile.hpp"
#include "gradebook/target.hpp"

namespace ent::gradebook {
namespace {

access::Target about(OrgId org, PersonId pupil, unsigned met) {
  return {.org = org.value, .person = pupil.value, .met = static_cast<std::uint8_t>(met)};
}

}  // namespace

Result<rows::Shown> shown_of(unit::ReadUnit& unit, OrgId org, PersonId pupil) {
  ENT_TRY(granted, unit.may(about(org, pupil, access::met_pub | access::met_service), no_person));
  static_cast<void>(granted);
  return shown_if_any(unit, org, pupil);
}

rows::Shown shown_if_any(unit::Unit& unit, OrgId org, PersonId pupil) {
  if (unit.sees(Perm::mark_read, about(org, pupil, 0))) return {.all = true};
  const bool published = unit.sees(Perm::mark_read, about(org, pupil, access::met_pub)).has_value();
  const bool guardian = unit.actor().profile == Profile::guardian;
  return {.taught_by = unit.sees(Perm::mark_read, about(org, pupil, access::met_service)) ? unit.actor().person : 0,
          .to_pupils = published && !guardian,
          .to_parents = published && guardian};
}

}  // namespace ent::gradebook
