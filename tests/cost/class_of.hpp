/// A collège with one class of so many pupils, on any engine, behind a store that counts.
#pragma once

#include <vector>

#include "counting.hpp"
#include "ent/account.hpp"
#include "ent/gradebook.hpp"
#include "ent/group.hpp"
#include "ent/guardian.hpp"
#include "ent/period.hpp"
#include "ent/rights.hpp"
#include "ent/skill.hpp"
#include "support/acting.hpp"
#include "support/school.hpp"

namespace ent::test {

struct ClassOf {
  /// `others`: pupils of the school who are in no class.
  ClassOf(Place place, std::size_t size, std::size_t others = 0);

  School school;
  OrgId org;
  PersonId head_person{}, teacher_person{};
  std::vector<PersonId> pupils{};
  std::vector<PersonId> guardians{};  ///< One of each pupil.
  GroupId division{};
  std::vector<GroupId> teaching_groups{};  ///< Empty.
  ServiceId service{};                     ///< Of the teacher, to the class.
  std::vector<AssessmentId> assessments{}; ///< Two, with a mark of everybody; a later period is closed.
  SkillReferentialId referential{};        ///< Of five items;
  SkillEvaluationId evaluation{};          ///< two of them, with a level of everybody.
  std::vector<SkillItemId> skills{};       ///< Those two,
  std::vector<std::string> skill_codes{};  ///< and their codes.
  PeriodId later{};                        ///< That period,
  PeriodId open{};                         ///< and the one before it.
  Date today{};                            ///< Of the assessments.
  std::optional<Counting> counting{};

  void mark(Session& head);
  void evaluate(Session& head);

  Session as(PersonId person, Profile profile) const { return acting(school.portal, person, profile); }
};

/// The Monday of next week.
inline Date monday_after(const School& school) {
  const Date today = std::chrono::floor<std::chrono::days>(school.clock->now());
  return today + (std::chrono::Monday - std::chrono::weekday{today}) + std::chrono::days{7};
}

}  // namespace ent::test
