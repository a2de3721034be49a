/// Guardians of pupils, with what each link carries; court restrictions; adult pupils; other adults around a pupil.
///
/// A guardianship is between two persons and holds wherever the pupil goes to school. Parents are equal
/// unless a court says otherwise, and each is judged alone: nothing goes by couple or household.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::guardian {

/// What an adult is to a pupil (source: Code civil, articles 371-1 to 388-1; SIECLE). What each kind may
/// carry is in src/access/guardian-kinds.csv.
enum class Kind : std::int32_t {
  legal = 1,         ///< Représentant légal: authority shared with another, whatever the couple's state.
  legal_sole = 2,    ///< Représentant légal seul.
  surveillance = 3,  ///< Parent without authority, who keeps a right to be told of what matters.
  withdrawn = 4,     ///< Authority withdrawn or contact forbidden by a court: see restrict().
  delegated = 5,     ///< Third party with delegated authority: tuteur, child welfare, family member.
  in_charge = 6,     ///< Personne en charge: daily life, never results.
  contact = 7,       ///< Personne à contacter: no account of its own.
};

/// What a link may carry. Values are bits, as they are stored.
enum class Right : std::int32_t {
  inform_main = 1,        ///< Is told of results, reports, what matters.
  inform_daily = 2,       ///< Is told of daily life: absences, homework, timetable.
  decide_usual = 4,       ///< Decides on usual acts, alone.
  decide_important = 8,   ///< Decides on important acts: orientation, leaving the school.
  message = 16,           ///< Writes to the staff.
  pickup = 32,            ///< May fetch the pupil.
  pay = 64,               ///< Pays.
};

/// Family tie, or what stands for one.
enum class Relationship : std::int32_t {
  mother = 1,          ///< Mère.
  father = 2,          ///< Père.
  sibling = 3,         ///< Frère ou sœur.
  ascendant = 4,       ///< Ascendant.
  family = 5,          ///< Autre membre de la famille.
  educator = 6,        ///< Éducateur.
  foster_carer = 7,    ///< Assistant familial.
  legal_guardian = 8,  ///< Tuteur.
  child_welfare = 9,   ///< Aide sociale à l'enfance.
  other = 11,          ///< Autre lien.
};

/// A link between a pupil and an adult.
struct View {
  person::Card pupil{};                        ///< The pupil.
  person::Card adult{};                        ///< The adult.
  Kind kind{};                                 ///< What the adult is to the pupil.
  std::vector<Right> rights{};                 ///< What the link carries, within what its kind may.
  std::optional<Relationship> relationship{};  ///< Where known.
  std::int32_t priority = 1;                   ///< Order in which to call: 1 first.
  std::optional<std::string> court_ref{};      ///< The decision on which it rests.
  Date valid_from{};                           ///< First day.
  std::optional<Date> valid_to{};              ///< First day on which it no longer holds; none: open.
  std::int64_t revision = 1;                   ///< Grows with each change; for CallOptions::if_revision.
};

/// Input of link().
struct Link {
  OrgId org_id{};                              ///< The unit in which the pupil and the adult are known.
  PersonId pupil_id{};                         ///< The pupil.
  PersonId adult_id{};                         ///< The adult.
  Kind kind{};                                 ///< Any but withdrawn.
  std::optional<std::vector<Right>> rights{};  ///< Default: those that the kind gives.
  std::optional<Relationship> relationship{};  ///< Where known.
  std::int32_t priority = 1;                   ///< Order in which to call: 1 to 99.
  std::optional<std::string> court_ref{};      ///< The decision on which it rests: 1 to 200 characters.
  std::optional<Date> valid_from{};            ///< Default: today.
  std::optional<Date> valid_to{};              ///< Default: open.
};

/// Makes an adult a guardian of a pupil.
///
/// Permission: guardian.manage on the pupil.
/// Errors: invalid_argument (guardian.oneself, guardian.kind_restricted, guardian.rights_beyond_kind,
/// field.range, text.too_short, text.too_long, period.empty), not_found (person.not_found), already_exists
/// (guardian.linked: in another way, on some of these days), failed_precondition (guardian.restricted: a court
/// decision stands, guardian.not_sole: another legal representative stands). Since 0.1.
Result<View> link(Session& session, const Link& input, const CallOptions& options = {});

/// Input of change(): what is given replaces what stands.
struct Change {
  OrgId org_id{};                              ///< The unit in which the pupil is known.
  PersonId pupil_id{};                         ///< The pupil.
  PersonId adult_id{};                         ///< The adult.
  std::optional<Kind> kind{};                  ///< Any but withdrawn. A new kind brings the rights that it gives.
  std::optional<std::vector<Right>> rights{};  ///< Within what the kind may carry.
  std::optional<Relationship> relationship{};  ///< Family tie.
  std::optional<std::int32_t> priority{};      ///< 1 to 99.
  std::optional<std::string> court_ref{};      ///< 1 to 200 characters.
  std::optional<Date> valid_from{};            ///< From when it is so; default: today.
};

/// Changes a link from a date on, as long as it stands. How it stood before is kept, and so is what begins later.
///
/// Permission: guardian.manage on the pupil.
/// Errors: invalid_argument (guardian.kind_restricted, guardian.rights_beyond_kind, field.range,
/// text.too_short, text.too_long), not_found (person.not_found, guardian.not_linked), failed_precondition
/// (guardian.restricted, guardian.not_sole), conflict (call.stale_revision). Since 0.1.
Result<View> change(Session& session, const Change& input, const CallOptions& options = {});

/// Input of end().
struct End {
  OrgId org_id{};                          ///< The unit in which the pupil is known.
  PersonId pupil_id{};                     ///< The pupil.
  PersonId adult_id{};                     ///< The adult.
  std::optional<Date> valid_to{};          ///< First day on which it no longer holds; default: today.
  std::optional<std::string> court_ref{};  ///< The decision that lifts a restriction, which ends no other way.
};

/// Ends a link or a restriction. What begins later is cancelled too.
///
/// Permission: guardian.manage on the pupil.
/// Errors: invalid_argument (guardian.court_ref_missing, text.too_short, text.too_long), not_found
/// (person.not_found, guardian.not_linked). Since 0.1.
Result<Done> end(Session& session, const End& input, const CallOptions& options = {});

/// Input of restrict().
struct Restrict {
  OrgId org_id{};                    ///< The unit in which the pupil and the adult are known.
  PersonId pupil_id{};               ///< The pupil.
  PersonId adult_id{};               ///< The adult, a guardian until now or not.
  std::string court_ref{};           ///< The decision: 1 to 200 characters.
  std::optional<Date> valid_from{};  ///< Default: today.
  std::optional<Date> valid_to{};    ///< Default: open.
};

/// Withdraws, by decision of a court, all that an adult could see of a pupil or do for them: under every
/// profile, at the adult's next call. What the adult could do before does not come back by itself. Days on which they are
/// restricted already stay as they were decided: the answer is of the first of the others.
///
/// Permission: guardian.manage on the pupil.
/// Errors: invalid_argument (guardian.oneself, text.too_short, text.too_long, period.empty), not_found
/// (person.not_found), failed_precondition (guardian.restricted: on all of these days). Since 0.1.
Result<View> restrict(Session& session, const Restrict& input, const CallOptions& options = {});

/// Links.
struct Links {
  std::vector<View> items{};  ///< By pupil, then by priority.
};

/// Input of of_pupil().
struct OfPupil {
  OrgId org_id{};       ///< The unit in which the pupil is known.
  PersonId pupil_id{};  ///< The pupil.
};

/// The guardians of a pupil, from the session's date on. To a guardian, their own link only.
///
/// Permission: guardian.read on the pupil. Errors: not_found (person.not_found). Since 0.1.
Result<Links> of_pupil(Session& session, const OfPupil& input, const CallOptions& options = {});

/// Input of of_adult().
struct OfAdult {
  OrgId org_id{};       ///< The unit in which the pupils are.
  PersonId adult_id{};  ///< The adult.
};

/// The pupils of a unit whose guardian an adult is, from the session's date on.
///
/// Permission: guardian.read on each pupil; not_found where no link may be seen.
/// Errors: not_found (person.not_found). Since 0.1.
Result<Links> of_adult(Session& session, const OfAdult& input, const CallOptions& options = {});

/// Why parents no longer see what concerns an adult pupil.
enum class Ground : std::int32_t {
  adult = 1,        ///< The pupil's wish; parents may still ask for the alerts of absenteeism (attendance.absenteeism).
  independent = 2,  ///< The pupil provides for themselves: parents are told of nothing.
};

/// Input of oppose().
struct Oppose {
  OrgId org_id{};                    ///< The unit in which the pupil is known.
  PersonId pupil_id{};               ///< The pupil, 18 or older on the first day.
  Ground ground = Ground::adult;     ///< Pupils themselves only say `adult`.
  std::optional<Date> valid_from{};  ///< Default: today.
};

/// Closes an adult pupil's data to the guardians from a date on.
///
/// Permission: guardian.close on the pupil.
/// Errors: not_found (person.not_found), failed_precondition (guardian.not_adult), permission_denied
/// (guardian.ground_not_own), already_exists (guardian.opposed). Since 0.1.
Result<Done> oppose(Session& session, const Oppose& input, const CallOptions& options = {});

/// Input of withdraw_opposition().
struct WithdrawOpposition {
  OrgId org_id{};                  ///< The unit in which the pupil is known.
  PersonId pupil_id{};             ///< The pupil.
  std::optional<Date> valid_to{};  ///< First day on which the guardians see again; default: today.
};

/// Opens an adult pupil's data to the guardians again.
///
/// Permission: guardian.close on the pupil. Errors: not_found (person.not_found, guardian.not_opposed). Since 0.1.
Result<Done> withdraw_opposition(Session& session, const WithdrawOpposition& input, const CallOptions& options = {});

/// What an adult other than a guardian does for a pupil.
enum class Assistance : std::int32_t {
  accompaniment = 1,     ///< AESH.
  health = 2,            ///< Nurse, doctor.
  social = 3,            ///< Social worker.
  psychology = 4,        ///< Psychologist.
  tutor = 5,             ///< A tutor in the school.
  internship_tutor = 6,  ///< A tutor in a firm.
  inclusion = 7,         ///< Enseignant référent for handicap.
  inspection = 8,        ///< A named reading within an inspection.
};

/// An adult assigned to a pupil.
struct Assignment {
  person::Card pupil{};            ///< The pupil.
  person::Card adult{};            ///< The adult.
  Assistance kind{};               ///< What for.
  Date valid_from{};               ///< First day.
  std::optional<Date> valid_to{};  ///< First day on which it no longer holds; none: open.
};

/// Assignments.
struct Assignments {
  std::vector<Assignment> items{};  ///< By pupil, then by adult.
};

/// Input of assign().
struct Assign {
  OrgId org_id{};                    ///< The unit in which both are.
  PersonId pupil_id{};               ///< A pupil of the unit.
  PersonId adult_id{};               ///< Somebody with a post in the unit.
  Assistance kind{};                 ///< What for.
  std::optional<Date> valid_from{};  ///< Default: today.
  std::optional<Date> valid_to{};    ///< Default: open.
};

/// Assigns an adult to a pupil: gives a right to see what the task needs.
///
/// Permission: assignment.manage on the pupil.
/// Errors: invalid_argument (guardian.oneself, period.empty), not_found (person.not_found),
/// failed_precondition (guardian.no_post: the adult has no post in the unit), already_exists (guardian.assigned).
/// Since 0.1.
Result<Assignment> assign(Session& session, const Assign& input, const CallOptions& options = {});

/// Input of end_assignment().
struct EndAssignment {
  OrgId org_id{};                  ///< The unit.
  PersonId pupil_id{};             ///< The pupil.
  PersonId adult_id{};             ///< The adult.
  Assistance kind{};               ///< What for.
  std::optional<Date> valid_to{};  ///< First day on which it no longer holds; default: today.
};

/// Ends an assignment.
///
/// Permission: assignment.manage on the pupil.
/// Errors: not_found (person.not_found, guardian.not_assigned). Since 0.1.
Result<Done> end_assignment(Session& session, const EndAssignment& input, const CallOptions& options = {});

/// Input of assignments().
struct ListAssignments {
  OrgId org_id{};                      ///< The unit.
  std::optional<PersonId> pupil_id{};  ///< Only of this pupil.
  std::optional<PersonId> adult_id{};  ///< Only of this adult.
};

/// Who is assigned to whom, from the session's date on.
///
/// Permission: assignment.read, on each pupil. Errors: none. Since 0.1.
Result<Assignments> assignments(Session& session, const ListAssignments& input, const CallOptions& options = {});

}  // namespace ent::guardian
