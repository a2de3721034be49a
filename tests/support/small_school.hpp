/// A small school in memory, with staff, pupils and guardians, for tests of who may do what with whom.
#pragma once

#include <memory>
#include <string>

#include "ent/group.hpp"
#include "ent/guardian.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "support/acting.hpp"
#include "support/ports.hpp"

namespace ent::test {

inline Date day(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

/// Refused with this reason; "done" when it was not.
template <class T>
std::string reason(const Result<T>& result) {
  return result ? "done" : result.error().reason;
}

/// Today is Monday 14 September 2026. Everything has stood since the 1st.
struct SmallSchool {
  static constexpr Date begin{std::chrono::year{2026} / 9 / 1};

  std::shared_ptr<FrozenClock> clock = std::make_shared<FrozenClock>();
  Portal portal = Portal::open(":memory:", {.clock = clock}).value();
  Session host = portal.system();
  OrgId academy = unit(org::Kind::academy, "90", "Académie des Trois-Rivières");
  OrgId town = unit(org::Kind::municipality, "99001", "Montfleury");
  OrgId school = establishment("9990001A", "École du Moulin");
  OrgId other_school = establishment("9990002B", "École du Lac");
  PersonId head = staff("Durand", "Anne", Profile::head);
  PersonId office = staff("Petit", "Odile", Profile::office);
  PersonId teacher = staff("Moreau", "Paul", Profile::teacher);
  Session as_head = acting(portal, head, Profile::head);
  Session as_office = acting(portal, office, Profile::office);
  Session as_teacher = acting(portal, teacher, Profile::teacher);
  GroupId division = make_division("A", "CM1-CM2");

  Session as(PersonId person, Profile profile) const { return acting(portal, person, profile); }

  OrgId unit(org::Kind kind, const char* code, const char* name) {
    return org::add(host, {.kind = kind, .code = code, .name = name, .valid_from = begin}).value().id;
  }

  OrgId establishment(const char* code, const char* name) {
    return org::add(host, {.kind = org::Kind::establishment,
                           .code = code,
                           .name = name,
                           .degree = org::Degree::first,
                           .valid_from = begin,
                           .part_of = academy,
                           .run_by = town})
        .value()
        .id;
  }

  PersonId person(const char* family, const char* given, std::optional<Date> born = {}) {
    return person::add(host, {.org_id = school,
                              .family_name = family,
                              .given_name = given,
                              .birth_date = born,
                              .on_match = person::OnMatch::add})
        .value()
        .id;
  }

  PersonId staff(const char* family, const char* given, Profile profile) {
    const PersonId id = person(family, given);
    person::affiliate(host, {.org_id = school, .person_id = id, .profile = profile, .valid_from = begin}).value();
    return id;
  }

  GroupId make_division(const char* code, const char* name) {
    return group::add(host, {.org_id = school, .kind = group::Kind::division, .name = name, .code = code, .valid_from = begin})
        .value()
        .id;
  }

  PersonId pupil(const char* family, const char* given, std::optional<Date> born = {}) {
    const PersonId id = person(family, given, born);
    group::enrol(host, {.id = division, .pupil_ids = {id}, .level = "CM1", .valid_from = begin}).value();
    return id;
  }

  /// By the head: the host itself manages no guardians.
  Result<guardian::View> link(PersonId child, PersonId adult, guardian::Kind kind = guardian::Kind::legal) {
    return guardian::link(
        as_head, {.org_id = school, .pupil_id = child, .adult_id = adult, .kind = kind, .valid_from = begin});
  }
};

}  // namespace ent::test
