/// A class whose registers and grids of marks several threads and processes save. What a save writes follows from the
/// revision that it makes, so that who reads can tell a whole save from a torn one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ent/attendance.hpp"
#include "ent/gradebook.hpp"
#include "ent/group.hpp"
#include "ent/guardian.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "support/acting.hpp"
#include "support/ports.hpp"

namespace ent::test {

struct Classroom {
  static constexpr std::size_t size = 12;
  static constexpr int registers = 40;  // one a morning, Monday to Friday, from 14 September 2026 on

  /// Leaves no connection open: SQLite's may not live on in a forked process.
  Classroom(const std::string& store, int grids) : Classroom(Portal::open(store, options()).value(), grids) { uri = store; }
  Classroom(const Portal& portal, int grids) {
    Session host = portal.system();
    org = org::add(host, {.kind = org::Kind::establishment,
                          .code = "0951099D",
                          .name = "Collège des Tilleuls",
                          .degree = org::Degree::second,
                          .valid_from = september})
              .value()
              .id;
    division = group::add(host, {.org_id = org, .kind = group::Kind::division, .name = "6e A", .code = "6A", .valid_from = september})
                   .value()
                   .id;
    head = staff(host, "Morel", Profile::head);
    teacher = staff(host, "Garnier", Profile::teacher);
    for (std::size_t number = 0; number < size; ++number) pupils.push_back(person(host, "Nom" + std::to_string(number)));
    group::enrol(host, {.id = division, .pupil_ids = pupils, .valid_from = september}).value();
    Session by_head = as_head(portal);
    for (const PersonId pupil : pupils) {
      guardian::link(by_head, {.org_id = org, .pupil_id = pupil, .adult_id = person(host, "Parent" + std::to_string(pupil.value)),
                               .kind = guardian::Kind::legal, .valid_from = september})
          .value();
    }
    const ServiceId maths = group::add_service(by_head, {.group_id = division, .teacher_id = teacher,
                                                         .subject_code = "MATHS", .valid_from = september})
                                .value()
                                .id;
    Session by_teacher = as_teacher(portal);
    for (int number = 0; number < grids; ++number) {
      assessments.push_back(
          gradebook::add_assessment(by_teacher, {.service_id = maths, .name = "Devoir", .date = first_monday}).value().id);
    }
  }

  /// After the last of the registers.
  static OpenOptions options() {
    auto clock = std::make_shared<FrozenClock>();
    clock->set(Instant{day(registers)} + std::chrono::hours{8});
    return {.clock = std::move(clock)};
  }
  Portal open() const { return Portal::open(uri, options()).value(); }
  Session as_head(const Portal& portal) const { return acting(portal, head, Profile::head); }
  Session as_teacher(const Portal& portal) const { return acting(portal, teacher, Profile::teacher); }

  /// Whom the save that makes this revision of a register says to be absent; before the first one nobody was.
  static bool is_absent(std::int64_t revision, std::size_t pupil) {
    return revision > 0 && (revision + static_cast<std::int64_t>(pupil)) % (2 + revision % 3) == 0;
  }
  static std::int64_t absent(std::int64_t revision) {
    std::int64_t count = 0;
    for (std::size_t pupil = 0; pupil < size; ++pupil) count += is_absent(revision, pupil) ? 1 : 0;
    return count;
  }
  /// What the save that makes this revision of an assessment enters for all pupils: it begins at 1, without marks.
  static Decimal mark(std::int64_t revision) { return Decimal::of_millionths(revision % 2'000 * 10'000); }

  /// Of the register `number`.
  static Date day(int number) { return first_monday + std::chrono::days{number / 5 * 7 + number % 5}; }

  /// The register `number`, as the save that makes its revision `revision` says.
  Result<attendance::Taken> take(Session& session, int number, std::int64_t revision) const {
    attendance::Take input{.marks = {}, .division_id = division, .date = day(number), .half_day = calendar::HalfDay::morning};
    for (std::size_t pupil = 0; pupil < size; ++pupil) {
      if (!is_absent(revision, pupil)) continue;
      input.marks.push_back({.pupil_id = pupils[pupil], .kind = attendance::Kind::absence, .comment = std::to_string(revision)});
    }
    const std::int64_t read = revision - 1;
    return attendance::take(session, input, {.if_revision = read > 0 ? std::optional(read) : std::nullopt});
  }
  Result<attendance::Register> get_register(Session& session, int number) const {
    return attendance::get_register(session,
                                    {.division_id = division, .date = day(number), .half_day = calendar::HalfDay::morning});
  }

  /// All marks of a grid.
  Result<gradebook::Entered> enter(Session& session, AssessmentId grid, std::int64_t revision) const {
    gradebook::EnterMarks input{grid, {}};
    for (const PersonId pupil : pupils) input.items.push_back({.pupil_id = pupil, .value = mark(revision)});
    return gradebook::enter_marks(session, input, {.if_revision = revision - 1});
  }

  std::string uri;
  OrgId org{};
  GroupId division{};
  PersonId head{}, teacher{};
  std::vector<PersonId> pupils;
  std::vector<AssessmentId> assessments;

 private:
  static constexpr Date september{std::chrono::year{2026} / 9 / 1};
  static constexpr Date first_monday{std::chrono::year{2026} / 9 / 14};
  PersonId person(Session& host, const std::string& family) const {
    return person::add(host, {.org_id = org, .family_name = family, .given_name = "Camille"}).value().id;
  }
  PersonId staff(Session& host, const std::string& family, Profile profile) const {
    const PersonId id = person(host, family);
    person::affiliate(host, {.org_id = org, .person_id = id, .profile = profile, .valid_from = september}).value();
    return id;
  }
};

}  // namespace ent::test
