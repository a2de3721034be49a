#include "gradebook/shown.hpp"

#include <algorithm>

#include "access/target.hpp"
#include "ent/profile.hpp"
#include "gradebook/target.hpp"
#include "unit/others.hpp"

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
  const access::Target target = about(org, pupil, 0);
  return shown_of_each(unit, std::span(&target, 1)).front();
}

std::vector<rows::Shown> shown_of_each(unit::Unit& unit, std::span<const access::Target> pupils) {
  std::vector<access::Inquiry> asked;
  for (const access::Target& pupil : pupils) {
    for (const unsigned met : {0U, unsigned{access::met_pub}, unsigned{access::met_service}})
      asked.push_back({Perm::mark_read, about({pupil.org}, {pupil.person}, met)});
  }
  const auto seen = unit::Others::sees_all(unit, asked);
  const bool guardian = unit.actor().profile == Profile::guardian;
  std::vector<rows::Shown> shown;
  for (auto answer = seen.begin(); answer != seen.end(); answer += 3) {
    const bool all = answer[0].has_value(), published = answer[1].has_value(), taught = answer[2].has_value();
    if (all) {
      shown.push_back({.all = true});
    } else {
      shown.push_back({.taught_by = taught ? unit.actor().person : 0, .to_pupils = published && !guardian, .to_parents = published && guardian});
    }
  }
  return shown;
}

std::optional<std::vector<std::string>> subjects_shown(unit::Unit& unit, GroupId group, const std::optional<std::string>& asked) {
  const bool all = unit.sees(Perm::mark_read, target_of(group, false)).has_value();
  std::vector<std::string> subjects;
  if (!all) subjects = rows::taught_by(unit, group, unit.actor().person, unit.today());
  if (!asked) return all ? std::nullopt : std::optional(std::move(subjects));
  const bool read = all || std::ranges::find(subjects, *asked) != subjects.end();
  return read ? std::vector{*asked} : std::vector<std::string>{};
}

}  // namespace ent::gradebook
