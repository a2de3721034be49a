/// Divisions (classes), teaching groups and hand-made groups: their members, who teaches them, and the
/// groups that follow from these facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/guardian.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::group {

/// What a group is.
enum class Kind : std::int32_t {
  division = 1,  ///< Classe, division: each pupil is in one at a time.
  group = 2,     ///< Groupe d'enseignement.
  manual = 3,    ///< Made by hand, for whatever purpose.
};

/// A group of one school year.
struct View {
  GroupId id{};                          ///< Carries its establishment.
  OrgId org_id{};                        ///< The unit that it belongs to.
  Kind kind{};                           ///< What it is.
  std::int32_t school_year = 0;          ///< The year in which the school year begins: 2026 for 2026-2027.
  std::string code{};                    ///< Short and unique within unit, year and kind: "4A".
  std::string name{};                    ///< As it is shown.
  std::vector<std::string> levels{};     ///< Of the pupils, as MEF or school codes; several for a class of several levels.
  std::vector<GroupId> division_ids{};   ///< The divisions out of which a teaching group is drawn.
  Date valid_from{};                     ///< First day.
  std::optional<Date> valid_to{};        ///< First day on which it no longer stands; none: open.
  std::int64_t revision = 1;             ///< Grows with each change; for CallOptions::if_revision.
};

/// Input of add().
struct Add {
  OrgId org_id{};                               ///< An establishment.
  Kind kind{};                                  ///< What it is.
  std::string name{};                           ///< 1 to 200 characters.
  std::optional<std::string> code{};            ///< 1 to 40 characters; required but for a hand-made group.
  std::optional<std::int32_t> school_year{};    ///< 1950 to 2200; default: that of the first day, by the unit's turn.
  std::vector<std::string> levels = {};         ///< At most 20, of 1 to 40 characters.
  std::vector<GroupId> division_ids = {};       ///< Of a teaching group: divisions of the same unit.
  std::vector<PersonId> member_ids = {};        ///< People known in the unit, at most 2 000; pupils of a division are enrolled.
  std::optional<Date> valid_from{};             ///< Default: today.
  std::optional<Date> valid_to{};               ///< Default: open.
};

/// Makes a group, with its first members.
///
/// Permission: group.manage on the unit; who may only manage groups of their own makes hand-made ones.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, group.code_missing,
/// group.members_enrolled: pupils of a division, group.divisions_unexpected, group.division_unknown,
/// person.not_found, period.empty), not_found (org.not_found), permission_denied (group.kind_not_own),
/// already_exists (group.code_taken). Since 0.1.
Result<View> add(Session& session, const Add& input, const CallOptions& options = {});

/// Input of change(): what is given replaces what stands.
struct Change {
  GroupId id{};                                             ///< The group.
  std::optional<std::string> name{};                        ///< 1 to 200 characters.
  std::optional<std::vector<std::string>> levels{};         ///< At most 20, of 1 to 40 characters.
  std::optional<std::vector<GroupId>> division_ids{};       ///< Of a teaching group.
  std::optional<Date> valid_to{};                           ///< Closes the group, its services and its roles on that day.
};

/// Changes a group.
///
/// Permission: group.manage on the group.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, group.divisions_unexpected,
/// group.division_unknown, period.empty), not_found (group.not_found), conflict (call.stale_revision). Since 0.1.
Result<View> change(Session& session, const Change& input, const CallOptions& options = {});

/// Input of get() and of what else is about one group.
struct Get {
  GroupId id{};  ///< The group.
};

/// One group.
///
/// Permission: group.read on the group. Errors: not_found (group.not_found). Since 0.1.
Result<View> get(Session& session, const Get& input, const CallOptions& options = {});

/// Input of list().
struct List {
  OrgId org_id{};                             ///< The unit.
  std::optional<Kind> kind{};                 ///< Only groups of this kind.
  std::optional<std::int32_t> school_year{};  ///< Of this year; default: those that stand on the session's date.
  std::int32_t limit = 50;                    ///< At most so many: 1 to 500.
  std::optional<std::string> after{};         ///< The `next` of the page before.
};

/// One page of groups.
struct Page {
  std::vector<View> items{};          ///< By name, without regard to case and accents.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// The groups of a unit that the actor may know of.
///
/// Permission: group.read, on each. Errors: invalid_argument (field.range, cursor.malformed). Since 0.1.
Result<Page> list(Session& session, const List& input, const CallOptions& options = {});

/// Somebody in a group.
struct Member {
  PersonId id{};                         ///< Who.
  std::string family_name{};             ///< Name in use.
  std::string given_name{};              ///< First name in use.
  std::optional<person::Title> title{};  ///< How to address them, where known.
  std::optional<std::string> level{};    ///< Of a pupil in a division.
  Date valid_from{};                     ///< First day in the group.
  std::optional<Date> valid_to{};        ///< First day on which they are no longer in it; none: open.
};

/// The members of a group.
struct Members {
  std::vector<Member> items{};  ///< By name.
};

/// Who is in a group on the session's date, as far as the actor may know of each.
///
/// Permission: person.read on the group, and on each member. Errors: not_found (group.not_found). Since 0.1.
Result<Members> members(Session& session, const Get& input, const CallOptions& options = {});

/// Input of add_members().
struct AddMembers {
  GroupId id{};                        ///< A teaching group or a hand-made one.
  std::vector<PersonId> member_ids{};  ///< 1 to 2 000 people known in the unit.
  std::optional<Date> valid_from{};    ///< Default: today.
  std::optional<Date> valid_to{};      ///< Default: open.
};

/// Puts people into a group; those who are in it on some of these days already are in it on all of them. Nobody is in it before its first
/// day, nor once it is no more.
///
/// Permission: group.manage on the group.
/// Errors: invalid_argument (field.range, person.not_found, group.members_enrolled, period.empty, group.ended),
/// not_found (group.not_found). Since 0.1.
Result<Done> add_members(Session& session, const AddMembers& input, const CallOptions& options = {});

/// Input of remove_members().
struct RemoveMembers {
  GroupId id{};                        ///< A teaching group or a hand-made one.
  std::vector<PersonId> member_ids{};  ///< 1 to 2 000 people known in the unit.
  std::optional<Date> valid_to{};      ///< First day on which they are no longer in it; default: today.
};

/// Takes people out of a group from a date on; that they were in it stays known.
///
/// Permission: group.manage on the group.
/// Errors: invalid_argument (field.range, person.not_found, group.members_enrolled), not_found
/// (group.not_found). Since 0.1.
Result<Done> remove_members(Session& session, const RemoveMembers& input, const CallOptions& options = {});

/// Input of enrol().
struct Enrol {
  GroupId id{};                        ///< A division.
  std::vector<PersonId> pupil_ids{};   ///< 1 to 2 000 people known in the unit.
  std::optional<std::string> level{};  ///< Of these pupils in the division: 1 to 40 characters.
  std::optional<Date> valid_from{};    ///< Default: today.
};

/// Makes people pupils of a division, and of its school if they are not yet, from a date on. They leave
/// the division of the same year in which they were. Who was in this one before stays in it. They are in it from its first day on where it
/// begins later, and no longer than it stands.
///
/// Permission: enrolment.manage on the unit.
/// Errors: invalid_argument (field.range, text.too_short, text.too_long, person.not_found, group.not_division,
/// group.ended), not_found (group.not_found). Since 0.1.
Result<Done> enrol(Session& session, const Enrol& input, const CallOptions& options = {});

/// How a pupil lives at school (régime).
enum class Regime : std::int32_t {
  day_pupil = 1,     ///< Externe: takes no meal at school.
  half_boarder = 2,  ///< Demi-pensionnaire: lunches at school.
  boarder = 3,       ///< Interne: sleeps at school.
  day_boarder = 4,   ///< Interne-externé: takes meals and studies as boarders do, and sleeps elsewhere.
};

/// Input of set_regime().
struct SetRegime {
  OrgId org_id{};                     ///< The school.
  std::vector<PersonId> pupil_ids{};  ///< 1 to 2 000 of its pupils.
  Regime regime{};                    ///< How they live at school.
  std::optional<Date> valid_from{};   ///< Default: today.
};

/// Says how pupils live at school from a date on; what was said of later days is replaced. It goes with the pupil into
/// another division of the school.
///
/// Permission: enrolment.manage on each pupil.
/// Errors: invalid_argument (field.range), not_found (person.not_found), failed_precondition (group.not_enrolled: in no
/// division of the school on that day). Since 0.1.
Result<Done> set_regime(Session& session, const SetRegime& input, const CallOptions& options = {});

/// Input of leave().
struct Leave {
  OrgId org_id{};                  ///< The school.
  PersonId pupil_id{};             ///< The pupil.
  std::optional<Date> valid_to{};  ///< First day on which they are no longer a pupil there; default: today.
};

/// Ends a pupil's time in a school: the profile, and all groups and roles.
///
/// Permission: enrolment.manage on the pupil. Errors: not_found (person.not_found, person.no_post). Since 0.1.
Result<Done> leave(Session& session, const Leave& input, const CallOptions& options = {});

/// What somebody does for a group, beside teaching it.
enum class Role : std::int32_t {
  main_teacher = 1,     ///< Professeur principal; in the first degree, the teacher of the class.
  delegate = 2,         ///< Délégué.
  deputy_delegate = 3,  ///< Délégué suppléant.
};

/// A role in a group.
struct RoleView {
  person::Card person{};           ///< Who.
  Role role{};                     ///< What.
  Date valid_from{};               ///< First day.
  std::optional<Date> valid_to{};  ///< First day on which it no longer holds; none: open.
};

/// Roles.
struct Roles {
  std::vector<RoleView> items{};  ///< By role, then by name.
};

/// Input of give_role().
struct GiveRole {
  GroupId id{};                      ///< The group.
  PersonId person_id{};              ///< A teacher of the school, or a member of the group as its delegate.
  Role role{};                       ///< What they do.
  std::optional<Date> valid_from{};  ///< Default: today.
  std::optional<Date> valid_to{};    ///< Default: open.
};

/// Gives a role in a group, on days on which it stands.
///
/// Permission: service.manage on the group.
/// Errors: invalid_argument (period.empty, group.ended), not_found (group.not_found, person.not_found), failed_precondition
/// (group.no_teacher, group.no_member), already_exists (group.has_role). Since 0.1.
Result<Done> give_role(Session& session, const GiveRole& input, const CallOptions& options = {});

/// Input of end_role().
struct EndRole {
  GroupId id{};                    ///< The group.
  PersonId person_id{};            ///< Who.
  Role role{};                     ///< What they do.
  std::optional<Date> valid_to{};  ///< First day on which it no longer holds; default: today.
};

/// Ends a role in a group.
///
/// Permission: service.manage on the group.
/// Errors: not_found (group.not_found, person.not_found, group.no_role). Since 0.1.
Result<Done> end_role(Session& session, const EndRole& input, const CallOptions& options = {});

/// Who has which role in a group on the session's date, as far as the actor may know of each.
///
/// Permission: person.read on the group, and on each. Errors: not_found (group.not_found). Since 0.1.
Result<Roles> roles(Session& session, const Get& input, const CallOptions& options = {});

/// One teacher's teaching of a subject to a group.
struct Service {
  ServiceId id{};                             ///< Carries its establishment.
  GroupId group_id{};                         ///< To whom.
  std::string group_name{};                   ///< Its name.
  person::Card teacher{};                     ///< By whom.
  std::optional<std::string> subject_code{};  ///< What; none in the first degree: all.
  std::optional<ServiceId> replaces{};        ///< Of a substitution: the service that is taken over.
  Date valid_from{};                          ///< First day.
  std::optional<Date> valid_to{};             ///< First day on which it no longer holds; none: open.
  std::optional<std::string> modality{};      ///< How it is taught: CG, TD, TP...; none: not said.
};

/// Services.
struct Services {
  std::vector<Service> items{};  ///< By group, then by subject.
};

/// Input of add_service().
struct AddService {
  GroupId group_id{};                         ///< To whom.
  PersonId teacher_id{};                      ///< Somebody who teaches in the school.
  std::optional<std::string> subject_code{};  ///< National code of the subject or the school's own: 1 to 40 characters.
  std::optional<ServiceId> replaces{};        ///< For a substitution: the service to take over; group and subject are its.
  std::optional<Date> valid_from{};           ///< Default: today.
  std::optional<Date> valid_to{};             ///< Default: open.
  /// How it is taught (modalité de cours): CG for a cours général, TD, TP, or the school's own code of 1 to 10 characters; for a substitution
  /// that of the service.
  std::optional<std::string> modality = {};
};

/// Says that somebody teaches a group from a date on: opens a right to what they need for it. One teacher may have a group in a subject by
/// several modalities. It begins no sooner than the group, and ends with it.
///
/// Permission: service.manage on the group.
/// Errors: invalid_argument (text.too_short, text.too_long, period.empty, group.ended, group.other_group: the service that is
/// replaced is of another group), not_found (group.not_found, person.not_found, group.no_service),
/// failed_precondition (group.no_teacher), already_exists (group.taught). Since 0.1.
Result<Service> add_service(Session& session, const AddService& input, const CallOptions& options = {});

/// Input of end_service().
struct EndService {
  ServiceId id{};                  ///< The service or substitution.
  std::optional<Date> valid_to{};  ///< First day on which it no longer holds; default: today.
};

/// Ends a service.
///
/// Permission: service.manage on its group. Errors: not_found (group.no_service). Since 0.1.
Result<Done> end_service(Session& session, const EndService& input, const CallOptions& options = {});

/// Input of services().
struct ListServices {
  OrgId org_id{};                        ///< The unit.
  std::optional<GroupId> group_id{};     ///< Only of this group.
  std::optional<PersonId> teacher_id{};  ///< Only of this teacher.
};

/// Who teaches what to whom in a unit on the session's date.
///
/// Permission: service.read, on each group. Errors: none. Since 0.1.
Result<Services> services(Session& session, const ListServices& input, const CallOptions& options = {});

/// A group that somebody is in.
struct Membership {
  GroupId id{};                        ///< The group.
  Kind kind{};                         ///< What it is.
  std::string code{};                  ///< Its code.
  std::string name{};                  ///< Its name.
  std::optional<std::string> level{};  ///< Of a pupil in a division.
  std::optional<Regime> regime{};      ///< Of a pupil in a division, to who holds person.read_contact on the pupil.
  Date valid_from{};                   ///< First day in it.
  std::optional<Date> valid_to{};      ///< First day on which they are no longer in it; none: open.
};

/// The groups that somebody is in.
struct Memberships {
  std::vector<Membership> items{};  ///< Divisions first, then by name.
};

/// The groups of a unit that a person is in on the session's date. Hand-made ones are shown to that person alone.
///
/// Permission: person.read on the person. Errors: not_found (person.not_found). Since 0.1.
Result<Memberships> memberships(Session& session, const person::Get& input, const CallOptions& options = {});

/// A teacher of a group.
struct Teacher {
  person::Card person{};                    ///< Who.
  bool main_teacher = false;                ///< The group's main teacher.
  std::vector<std::string> subject_codes{};  ///< What they teach it.
};

/// The team of a group.
struct Team {
  std::vector<Teacher> items{};  ///< By name.
};

/// The team of a group on the session's date: who teaches it, or, of a division, one of the groups drawn out of it.
///
/// Permission: service.read on the group. Errors: not_found (group.not_found). Since 0.1.
Result<Team> team(Session& session, const Get& input, const CallOptions& options = {});

/// Input of families(): exactly one of `group_id` and `org_id`.
struct ListFamilies {
  std::optional<GroupId> group_id{};   ///< Of the pupils of this group.
  std::optional<OrgId> org_id{};       ///< Of the pupils of this school, of those under this unit or run by it.
  std::int32_t limit = 50;             ///< At most so many: 1 to 500.
  std::optional<std::string> after{};  ///< The `next` of the page before.
};

/// A guardian, with the pupils for whom they are written to.
struct Family {
  person::Card adult{};                ///< The guardian.
  std::vector<person::Card> pupils{};  ///< By name.
};

/// One page of families.
struct FamilyPage {
  std::vector<Family> items{};        ///< By the adult's name.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// The guardians who are told of the pupils of a group or a unit, on the session's date.
///
/// Permission: person.read, on each adult and each pupil.
/// Errors: invalid_argument (field.range, cursor.malformed, group.one_place), not_found (group.not_found). Since 0.1.
Result<FamilyPage> families(Session& session, const ListFamilies& input, const CallOptions& options = {});

/// A pupil and one of their guardians, as they stand side by side in the table of a class.
struct Contact {
  PersonId pupil_id{};                                   ///< The pupil; one of several guardians stands in as many lines.
  std::string pupil_family_name{};                       ///< Of the pupil.
  std::string pupil_given_name{};                        ///< Of the pupil.
  std::optional<Date> birth_date{};                      ///< Of the pupil: where known, and only to those who may see it.
  std::optional<std::string> class_name{};               ///< The pupil's division.
  std::optional<std::string> level{};                    ///< The pupil's level there.
  std::optional<Regime> regime{};                        ///< How the pupil lives at school; as birth_date.
  std::optional<PersonId> adult_id{};                    ///< The guardian; none of what follows for a pupil without any.
  std::optional<person::Title> adult_title{};            ///< How to address the guardian, where known.
  std::optional<std::string> adult_family_name{};        ///< Of the guardian.
  std::optional<std::string> adult_given_name{};         ///< Of the guardian.
  std::optional<guardian::Kind> kind{};                  ///< What the guardian is to the pupil; never withdrawn.
  std::optional<guardian::Relationship> relationship{};  ///< Family tie, where known.
  std::optional<std::int32_t> priority{};                ///< Order in which to call: 1 first.
  std::optional<std::string> email{};                    ///< Of the guardian, as all that follows.
  std::optional<std::string> home_phone{};               ///< As it was given.
  std::optional<std::string> work_phone{};               ///< As it was given.
  std::optional<std::string> mobile{};                   ///< As it was given.
  std::optional<bool> accepts_sms{};                     ///< Short messages may go to the mobile.
  std::optional<std::string> street{};                   ///< The lines of the address, with commas between them.
  std::optional<std::string> postal_code{};              ///< Of the address.
  std::optional<std::string> town{};                     ///< Of the address.
  std::optional<std::string> country{};                  ///< Two capital letters of ISO 3166-1; none: France.
};

/// The table of a class.
struct Contacts {
  std::vector<Contact> items{};  ///< By the pupil's name, then in the order in which to call.
};

/// The pupils of a class or group on the session's date, each with their guardians and how these are reached: the
/// table from which letters are written. Whom a court keeps from a pupil does not stand beside that pupil. Of a
/// guardian with several addresses it is the last one that they moved to.
///
/// Permission: guardian.read on the group and each pupil; birth dates, phones, e-mail and addresses stand there as far
/// as person.read_contact is held for whose they are. Errors: not_found (group.not_found). Since 0.1.
Result<Contacts> contacts(Session& session, const Get& input, const CallOptions& options = {});

/// Input of heads().
struct ListHeads {
  OrgId org_id{};                      ///< A circonscription, an académie, an authority...
  std::int32_t limit = 50;             ///< At most so many: 1 to 500.
  std::optional<std::string> after{};  ///< The `next` of the page before.
};

/// The heads of the schools that lie under a unit or are run by it, on the session's date.
///
/// Permission: person.read, on each. Errors: invalid_argument (field.range, cursor.malformed). Since 0.1.
Result<person::Page> heads(Session& session, const ListHeads& input, const CallOptions& options = {});

}  // namespace ent::group
