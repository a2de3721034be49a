/// The home page: what one person needs first, under the profile under which they act, in one answer.
///
/// Nothing of it is a right of its own: each part shows what the operations of its domain would show.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/attendance.hpp"
#include "ent/call.hpp"
#include "ent/calendar.hpp"
#include "ent/gradebook.hpp"
#include "ent/homework.hpp"
#include "ent/id.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/profile.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/skill.hpp"
#include "ent/time.hpp"
#include "ent/timetable.hpp"

namespace ent::home {

/// How a portal shows itself. Rights never depend on it.
enum class Interface : std::int32_t {
  nursery = 1,     ///< École maternelle: pictures and sounds.
  non_reader = 2,  ///< Who learns to read.
  reader = 3,      ///< École élémentaire.
  college = 4,     ///< Collège.
  lycee = 5,       ///< Lycée.
  adult = 6,       ///< Everybody who is no pupil.
};

/// The spaces of a portal.
enum class SpaceCode : std::int32_t {
  school_life = 1,     ///< Vie scolaire et pédagogie.
  communication = 2,   ///< Communication.
  collaboration = 3,   ///< Collaboration.
};

/// A tile: what the portal has to offer behind it is an operation, or several.
struct Tile {
  std::string code{};          ///< "timetable".
  std::string name{};          ///< In French.
  std::string english_name{};  ///< In English.
  std::string pictogram{};     ///< What its picture shows: "clock".
};

/// A space, with its tiles for the profile.
struct Space {
  SpaceCode code{};                 ///< Which one.
  std::string name{};               ///< In French.
  std::string english_name{};       ///< In English.
  std::vector<Tile> tiles{};  ///< In the order in which they are shown; none: there is none yet.
};

/// What one can act as.
struct ActsAs {
  Profile profile{};       ///< What one is...
  OrgId org_id{};          ///< ...and where.
  std::string org_name{};  ///< As the unit is called.
};

/// Who asks.
struct Me {
  person::Card person{};             ///< The person.
  Profile profile{};                 ///< Under which profile they act.
  Interface interface{};             ///< What the portal is to look like.
  std::vector<ActsAs> profiles{};    ///< All that they can act as: see Session::switch_profile().
};

/// A pupil of whom the page tells: a guardian's child, or the pupil who asks, in a school.
struct Pupil {
  person::Card person{};                      ///< The pupil.
  OrgId org_id{};                             ///< Where.
  std::string org_name{};                     ///< As the school is called.
  std::optional<GroupId> division_id{};       ///< The class; of who is in two while they change, the first by name.
  std::optional<std::string> division_name{}; ///< As the class is called.
  std::optional<std::string> level{};         ///< The level there.
  Interface interface{};                      ///< What the portal looks like to this pupil.
};

/// A unit in which one acts, or that lies below it, with figures that the right to them opens.
struct School {
  OrgId org_id{};                                      ///< The unit.
  std::string name{};                                  ///< As it is called.
  org::Kind kind{};                                    ///< What it is.
  std::optional<std::int32_t> divisions{};             ///< How many classes there are.
  std::optional<std::int32_t> registers_due{};         ///< Of who sees to all of them: registers of today that have begun and are not taken.
  std::optional<std::int32_t> absent_today{};          ///< Pupils who miss a half-day of the day; of who may know figures alone, not below 5.
  std::optional<std::int32_t> justifications_waiting{};  ///< Justifications on which nothing is decided.
};

/// One of the next lessons.
struct NextLesson {
  std::optional<PersonId> pupil_id{};  ///< Whose; none: one's own, that one gives.
  timetable::Lesson lesson{};          ///< As it stands.
};

/// Homework that is due.
struct HomeworkDue {
  std::optional<PersonId> pupil_id{};    ///< Whose; none: of the groups that one teaches.
  homework::View homework{};             ///< What.
  std::optional<std::int32_t> pupils{};  ///< For teachers: how many have it to do.
  std::optional<std::int32_t> done{};    ///< For teachers: how many of them have ticked it off; none of fewer than five pupils.
};

/// A mark.
struct LastMark {
  PersonId pupil_id{};                        ///< Whose.
  std::optional<std::string> subject_name{};  ///< In what, as the school calls it.
  gradebook::PupilMark mark{};                ///< What.
};

/// A level of an item.
struct LastLevel {
  PersonId pupil_id{};        ///< Whose.
  skill::PupilLevel level{};  ///< What, with the symbol and the colour of its scale.
};

/// What a pupil said of an item, and what became of it.
struct LastClaim {
  skill::Claim claim{};                ///< What.
  std::optional<std::string> symbol{}; ///< Of the level that was decided, or else claimed, on its scale.
  std::optional<std::string> colour{}; ///< Its colour.
};

/// An absence, or an early departure, for which no reason was given.
struct AbsenceToJustify {
  attendance::Entry entry{};  ///< What.
  bool may_justify = false;   ///< Whether who asks may give the reason.
};

/// A register that one should have taken.
struct RegisterDue {
  OrgId org_id{};                               ///< Where.
  std::optional<LessonId> lesson_id{};          ///< Of which lesson,
  std::optional<GroupId> division_id{};         ///< or of which division
  std::optional<calendar::HalfDay> half_day{};  ///< on which half-day.
  std::string groups{};                         ///< Whom it calls.
  std::optional<std::string> subject_code{};    ///< Of a lesson: what is taught.
  TimeOfDay begins{};                           ///< When the lesson or the half-day begins.
  TimeOfDay ends{};                             ///< The minute after the last.
};

/// How many things there are, also of those that the page leaves out.
struct Counts {
  std::int32_t homework_due = 0;            ///< Homework of the coming days that is not ticked off; for teachers, all of it.
  std::int32_t absences_to_justify = 0;     ///< Absences without a reason.
  std::int32_t registers_due = 0;           ///< Registers that one should have taken, or see taken.
  std::int32_t justifications_waiting = 0;  ///< Justifications on which one is to decide.
  std::int32_t validations_waiting = 0;     ///< Requests of pupils that an item be validated, on which one may decide.
};

/// Input of show().
struct Show {
  std::optional<std::string> etag = {};  ///< What the answer says that one has.
};

/// The home page.
struct View {
  std::string etag{};         ///< Another one when anything of the page is another.
  bool not_modified = false;  ///< The page is what its reader has, and left out.
  std::optional<Me> me{};     ///< Who asks.
  std::vector<Pupil> pupils{};                          ///< A guardian's children by name, or the pupil who asks.
  std::vector<School> schools{};                        ///< Of who is neither: the units, by name.
  std::vector<Space> spaces{};                          ///< Always the three.
  std::vector<Tile> administration{};                ///< Tiles of those who run the school or the portal.
  std::vector<NextLesson> next_lessons{};               ///< Of each, six at most that have not ended, of seven days.
  std::vector<HomeworkDue> homework_due{};              ///< Of each pupil, or of the groups that one teaches, twenty at most from today on, of seven days.
  std::vector<LastMark> last_marks{};                   ///< Of each, the last five of two months, the latest first.
  std::vector<LastLevel> last_levels{};                 ///< Of each, the last five of two months, the latest first.
  std::vector<LastClaim> last_claims{};                 ///< Of each, five at most that wait, or were made or decided on in two months.
  std::vector<AbsenceToJustify> absences_to_justify{};  ///< Of each, twenty at most of two months, by beginning.
  std::vector<RegisterDue> registers_due{};             ///< By time, twenty at most.
  std::optional<Counts> counts{};                       ///< How much there is to do.
};

/// The home page of who asks, in one snapshot. Lessons are those that stand: moved where they were moved to, cancelled ones
/// among them. Who asks with the `etag` of the page that they have, and nothing of it is another, is told `not_modified`.
///
/// Permission: account.use. Each part shows what its own permission opens: timetable.read, homework.read, mark.read,
/// skill.read, skill.evaluate, attendance.read, attendance.take, attendance.validate, org.read, group.read.
/// Errors: not_found (account.not_found: the profile is not held any more). Since 0.1.
Result<View> show(Session& session, const Show& input, const CallOptions& options = {});

/// Input of set_interface().
struct SetInterface {
  OrgId org_id{};                          ///< An establishment.
  std::string level{};                     ///< Of pupils in their divisions: 1 to 40 characters; case and accents don't count.
  std::optional<Interface> interface{};    ///< What it is shown; none: what the library says of the level.
};

/// Says which interface the pupils of a level are shown in an establishment: CM1 and CM2 that of the collège, a CP that reads by
/// now that of readers. No right changes.
///
/// Permission: org.configure on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long), not_found (org.not_found). Since 0.1.
Result<Done> set_interface(Session& session, const SetInterface& input, const CallOptions& options = {});

/// Input of interfaces().
struct ListInterfaces {
  OrgId org_id{};  ///< The establishment.
};

/// What a level is shown.
struct LevelInterface {
  std::string level{};    ///< Folded: lower case, without accents.
  Interface interface{};  ///< What the establishment has said.
};

/// Interfaces.
struct Interfaces {
  std::vector<LevelInterface> items{};  ///< By level.
};

/// What an establishment has said of levels: set_interface().
///
/// Permission: org.read on the establishment. Errors: not_found (org.not_found). Since 0.1.
Result<Interfaces> interfaces(Session& session, const ListInterfaces& input, const CallOptions& options = {});

}  // namespace ent::home
