/// The rules of the grade book: when marks may be entered, and how averages are made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/decimal.hpp"
#include "ent/gradebook_categories.hpp"
#include "ent/gradebook_letters.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::gradebook {

/// What may still be done in a period.
enum class PeriodState : std::int32_t {
  open = 1,       ///< Assessments and marks are entered.
  council = 2,    ///< The class council sits: marks are closed, comments are not.
  locked = 3,     ///< Nothing is entered any more.
  published = 4,  ///< Its report is out.
};

/// Input of set_period_state().
struct SetPeriodState {
  PeriodId period_id{};                ///< The period.
  PeriodState state{};                 ///< What it becomes.
  std::vector<GroupId> group_ids{};    ///< 1 to 200 groups of the period's year; divisions must go by the period.
  std::optional<std::string> reason{}; ///< 1 to 300 characters; required where a group goes back to an earlier state.
};

/// The state of a period for a group.
struct GroupState {
  GroupId group_id{};                    ///< The group.
  std::string group_name{};              ///< Its name.
  PeriodState state{};                   ///< What was set.
  std::optional<std::string> reason{};   ///< Why, as far as it was said; told to those who may set it.
  Instant at{};                          ///< When.
  std::optional<person::Card> author{};  ///< By whom; told to those who may set it.
};

/// States of a period.
struct GroupStates {
  std::vector<GroupState> items{};  ///< By name of the group, then the last one first.
};

/// Opens, closes, locks or publishes a period for groups, all or none. Nothing is said of a group: it is open. A pupil's mark
/// is open where both the group of the assessment and the pupil's division are, and the period of its day is not published with the
/// pupil for another division. A group that is in the state already stays as it is. Until it is open again, the period keeps its days.
///
/// Permission: period.manage on the establishment of the period.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, group.not_found, gradebook.other_period,
/// gradebook.reason_missing), not_found (period.not_found), failed_precondition (gradebook.not_locked: only what is locked is
/// published). Since 0.1.
Result<GroupStates> set_period_state(Session& session, const SetPeriodState& input, const CallOptions& options = {});

/// Input of period_states().
struct OfPeriod {
  PeriodId period_id{};                  ///< The period.
  std::optional<GroupId> group_id = {};  ///< Only this group.
  bool history = false;                  ///< What was set before too.
};

/// The states of a period, group by group; groups of which nothing was set are left out: they are open.
///
/// Permission: period.read on the establishment of the period. Errors: not_found (period.not_found). Since 0.1.
Result<GroupStates> period_states(Session& session, const OfPeriod& input, const CallOptions& options = {});

/// Input of reopen().
struct Reopen {
  PeriodId period_id{};             ///< A period that is not published for the group.
  GroupId group_id{};               ///< A division: for its pupils, whatever the group; another group: for all of its pupils.
  PersonId teacher_id{};            ///< For whom: who teaches some of these pupils on some of these days, or is their main teacher.
  Date last_day{};                  ///< Last day on which they may; before first_day: what was reopened is closed again.
  std::string reason{};             ///< 1 to 300 characters.
  std::optional<Date> first_day{};  ///< First day; default: today. At most 31 days.
};

/// An exceptional reopening.
struct Reopening {
  GroupId group_id{};       ///< The group.
  std::string group_name{}; ///< Its name.
  person::Card teacher{};   ///< For whom.
  Date first_day{};         ///< First day.
  Date last_day{};          ///< Last day.
  std::string reason{};     ///< Why.
  Instant at{};             ///< When it was said.
  person::Card author{};    ///< By whom.
};

/// Exceptional reopenings.
struct Reopenings {
  std::vector<Reopening> items{};  ///< By name of the group, then the last one first.
};

/// Lets one teacher enter marks for one group for some days although the period is closed. For the same period, group and
/// teacher the last one that was said holds.
///
/// Permission: mark.unlock on the group.
/// Errors: invalid_argument (field.range, text.too_short, text.too_long, gradebook.other_period, person.not_found,
/// gradebook.not_their_teacher), not_found (group.not_found, period.not_found), failed_precondition (gradebook.period_published). Since 0.1.
Result<Reopening> reopen(Session& session, const Reopen& input, const CallOptions& options = {});

/// All reopenings of a period that were ever said.
///
/// Permission: mark.read on the establishment of the period. Errors: not_found (period.not_found). Since 0.1.
Result<Reopenings> reopenings(Session& session, const OfPeriod& input, const CallOptions& options = {});

/// How an average is rounded to a step.
enum class RoundingRule : std::int32_t {
  nearest = 1,  ///< To the nearer one; from the middle away from zero.
  up = 2,       ///< To the next one above.
  down = 3,     ///< To the next one below.
};

/// What counts where nothing was entered.
enum class MissingRule : std::int32_t {
  left_out = 1,  ///< Nothing.
  zero = 2,      ///< 0, from the day of the assessment on.
};

/// What becomes of marks of a group that the pupil has left when the span of days ends.
enum class MovedRule : std::int32_t {
  follow = 1,  ///< They count, in the same subject.
  stay = 2,    ///< They stay behind, and count nowhere.
};

/// How the quartiles of a group are found.
enum class QuartileRule : std::int32_t {
  nearest_rank = 1,  ///< One of the averages: the smallest that a quarter (three quarters) of them do not exceed.
  linear = 2,        ///< Between two of them in proportion: type 7 of Hyndman and Fan, as spreadsheets, R and numpy have it.
};

/// What a mark weighs.
enum class WeighRule : std::int32_t {
  coefficient = 1,            ///< Its coefficient, whatever its scale.
  coefficient_and_scale = 2,  ///< 5/10 weighs half as much as 10/20, unless it is brought to the common scale (ramené sur 20).
  range = 3,                  ///< The length of its scale, whatever its coefficient: points over points.
  equal = 4,                  ///< As much as any other.
};

/// How the marks of an assessment of the part `bonus` count.
enum class BonusRule : std::int32_t {
  as_ordinary = 1,                   ///< As any other.
  points_above_half = 2,             ///< Coefficient × points above half, above the line alone.
  ordinary_above_unscaled_half = 3,  ///< As any other, if above half; brought to the common scale, it is held against half of its own.
};

/// How the marks of an assessment of the part `optional` count.
enum class OptionalRule : std::int32_t {
  as_ordinary = 1,         ///< As any other.
  raising_best_first = 2,  ///< From the best down, each one that raises the average.
  raising_in_order = 3,    ///< In the order of the assessments, each one that raises it.
  above_the_others = 4,    ///< Each one above the average of what is not optional, though together they may lower it.
};

/// What the average of a year is made of.
enum class YearRule : std::int32_t {
  periods = 1,                     ///< The averages of its periods, by their coefficients.
  marks = 2,                       ///< All its marks, as if it were one period, and not rounded before it is shown.
  marks_unless_periods_weigh = 3,  ///< The averages of the periods where one has a coefficient other than 1, or else all marks.
};

/// What an average is of.
enum class AverageOf : std::int32_t {
  box = 1,      ///< A box or sub-subject.
  subject = 2,  ///< A subject.
  general = 3,  ///< Subjects: general averages, and those of categories.
  year = 4,     ///< The periods of a year, of a subject and in general.
  group = 5,    ///< Pupils: mean, median, minimum, maximum, quartiles.
};

/// How averages of one kind are rounded.
struct RoundingOf {
  AverageOf of{};                          ///< Of which; each once.
  std::optional<Decimal> step{};           ///< As SetPolicy.step, for these alone; default: as for all.
  std::optional<RoundingRule> rounding{};  ///< As SetPolicy.rounding, for these alone; default: as for all.
};

/// Input of set_policy().
struct SetPolicy {
  OrgId org_id{};                          ///< A unit; it holds in those below it that say nothing themselves.
  std::string policy{};                    ///< A preset: "fr-exact", "gepi", "pronote", ...; see docs/gradebook-policies.md.
  std::optional<Date> valid_from{};        ///< For all spans of days that begin then or later; default: today.
  std::optional<PeriodId> period_id{};     ///< From this period of the unit on, in the place of valid_from.
  std::optional<std::string> level{};      ///< For pupils of this level; default: of all of which nothing else is said.
  std::optional<Decimal> step{};           ///< Averages are rounded to 0.01, 0.05, 0.1, 0.25, 0.5 or 1; default: as the preset does.
  std::optional<RoundingRule> rounding{};  ///< In which direction; default: as the preset does.
  std::optional<MissingRule> missing{};    ///< Default: as the preset does.
  std::optional<Decimal> best_more{};      ///< Added to the coefficient of the best mark: 0 to 100.
  std::optional<Decimal> best_times{};     ///< What the coefficient of the best mark is multiplied by: 0 to 100.
  std::optional<Decimal> worst_times{};    ///< The same for the worst mark.
  std::optional<MovedRule> moved{};        ///< Of whoever changes class inside the span; default: marks follow.
  std::optional<bool> negative{};          ///< Whether marks below the scale are entered; default: as the preset does.
  std::optional<bool> above_maximum{};     ///< Whether marks above the maximum are.
  std::optional<std::int32_t> decimals{};  ///< How many decimals a mark may have: 0 to 4.
  std::optional<Letters> letters{};        ///< Told beside averages; default: there are none.
  std::optional<QuartileRule> quartiles{}; ///< Of groups; default: nearest_rank.
  std::vector<Category> categories = {};   ///< Of subjects, in the order in which reports show them: at most 20.
  std::optional<WeighRule> weigh{};        ///< What a mark weighs; default: as the preset does.
  std::optional<BonusRule> bonus{};        ///< How bonus marks count; default: as the preset does.
  std::optional<OptionalRule> optional{};  ///< How optional marks count; default: as the preset does.
  std::optional<YearRule> year{};          ///< What a year is made of; default: as the preset does.
  std::vector<RoundingOf> roundings = {};  ///< Of one kind of average each, in the place of `step` and `rounding`: at most 5.
};

/// How averages are made.
struct PolicyView {
  std::string policy{};                 ///< The preset.
  std::string text{};                   ///< The preset and what is set otherwise, as averages tell it.
  std::optional<OrgId> org_id{};        ///< The unit that says so; none: nobody says anything.
  std::optional<std::string> level{};   ///< The level of which it says so.
  std::optional<Date> valid_from{};     ///< Since when.
  Decimal scale{};                      ///< What marks are brought to.
  Decimal step{};                       ///< What averages of subjects are rounded to; 0: not at all.
  MissingRule missing{};                ///< What counts where nothing was entered.
  Decimal best_more{};                  ///< Added to the coefficient of the best mark.
  Decimal best_times{};                 ///< What the coefficient of the best mark is multiplied by.
  Decimal worst_times{};                ///< The same for the worst mark.
  MovedRule moved{};                    ///< What becomes of marks of a group that the pupil has left.
  bool negative{};                      ///< Whether marks below the scale are entered.
  bool above_maximum{};                 ///< Whether marks above the maximum are.
  std::int32_t decimals{};              ///< How many decimals a mark may have.
  std::optional<Letters> letters{};     ///< Told beside averages, with the items of their preset.
  QuartileRule quartiles{};             ///< How quartiles of groups are found.
  std::vector<Category> categories{};   ///< Of subjects.
  WeighRule weigh{};                    ///< What a mark weighs.
  BonusRule bonus{};                    ///< How bonus marks count.
  OptionalRule optional{};              ///< How optional marks count.
  YearRule year{};                      ///< What a year is made of.
  std::vector<RoundingOf> roundings{};  ///< What is said of one kind of average alone.
};

/// Says how averages are made in a unit from a day on. A span of days goes by what holds on its first day, so that a period that
/// has begun never moves. Said again for the same level and day, it takes the place of what was said.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (gradebook.no_policy, field.range, field.repeated, gradebook.too_many_decimals, text.too_short, text.too_long,
/// gradebook.no_letters, gradebook.letter_bounds: each is below the one before, and the last one is 0, gradebook.days_or_period,
/// gradebook.already_past: above the establishments, from a day before today on), not_found (org.not_found,
/// period.not_found), failed_precondition (gradebook.period_closed: a closed period begins on this day or later).
/// Since 0.1.
Result<PolicyView> set_policy(Session& session, const SetPolicy& input, const CallOptions& options = {});

/// Input of policy().
struct OfLevel {
  OrgId org_id{};                        ///< The unit.
  std::optional<std::string> level = {}; ///< For pupils of this level.
};

/// How averages are made of what begins on the session's date: as the nearest unit says, or else by fr-exact.
///
/// Permission: subject.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<PolicyView> policy(Session& session, const OfLevel& input, const CallOptions& options = {});

/// How a subject counts in the general average.
enum class SubjectMode : std::int32_t {
  ordinary = 1,   ///< With its coefficient.
  from_half = 2,  ///< Only where its average is half of the scale or more.
  bonus = 3,      ///< Coefficient × points above half, above the line only.
};

/// What a subject weighs in the general average.
struct Coefficient {
  std::string subject_code{};                ///< The subject; 1 to 40 characters.
  Decimal coefficient{};                     ///< 0 to 100, at most two decimals.
  std::optional<SubjectMode> mode = {};      ///< How it counts; default: ordinary, and of a pupil alone as for the others.
};

/// Input of set_coefficients().
struct SetCoefficients {
  OrgId org_id{};                        ///< An establishment.
  std::vector<Coefficient> items = {};   ///< At most 100, each subject once; of the others nothing is said.
  std::optional<Date> valid_from{};      ///< For all spans of days that begin then or later; default: today.
  std::optional<PeriodId> period_id{};   ///< From this period on, in the place of valid_from.
  std::optional<std::string> level{};    ///< For pupils of this level.
  std::optional<GroupId> division_id{};  ///< For the pupils of this division.
  std::optional<PersonId> pupil_id{};    ///< For this pupil alone, who is one on that day or later. None of the three: for all.
};

/// A coefficient, and of whom it is said.
struct CoefficientView {
  std::string subject_code{};            ///< The subject.
  Decimal coefficient{};                 ///< What it weighs.
  SubjectMode mode{};                    ///< How it counts.
  std::optional<GroupId> division_id{};  ///< It is said of this division,
  std::optional<std::string> level{};    ///< or of this level; neither: of all, or of the pupil.
  Date valid_from{};                     ///< Since when.
  std::optional<PersonId> pupil_id{};    ///< It is said of this pupil.
};

/// Coefficients.
struct Coefficients {
  std::vector<CoefficientView> items{};  ///< By subject; one that is not there weighs 1.
};

/// Says what subjects weigh from a day on, in the place of all that was said of the same pupil, division, level or of all. A
/// pupil's subject weighs what is said of the pupil, or else of the division, or else of the level, or else of all, or else 1.
///
/// Permission: subject.manage on the establishment.
/// Errors: invalid_argument (field.range, field.repeated, gradebook.too_many_decimals, text.too_short, text.too_long,
/// group.division_unknown, person.not_found, attendance.not_a_pupil, gradebook.days_or_period, gradebook.level_or_division), not_found
/// (org.not_found, period.not_found), failed_precondition (gradebook.period_closed: a closed period begins on this day or later). Since 0.1.
Result<Coefficients> set_coefficients(Session& session, const SetCoefficients& input, const CallOptions& options = {});

/// Input of coefficients().
struct OfCoefficients {
  OrgId org_id{};                             ///< The establishment.
  std::optional<GroupId> division_id = {};    ///< As they hold for pupils of this division
  std::optional<std::string> level = {};      ///< and of this level; default: the one of the division.
  std::optional<PersonId> pupil_id = {};      ///< As they hold for this pupil, in the division of that date.
};

/// What subjects weigh in what begins on the session's date.
///
/// Permission: subject.read on the establishment; of a pupil mark.read on the pupil too. Errors: invalid_argument
/// (group.division_unknown, gradebook.level_or_division), not_found (org.not_found, person.not_found). Since 0.1.
Result<Coefficients> coefficients(Session& session, const OfCoefficients& input, const CallOptions& options = {});

}  // namespace ent::gradebook
