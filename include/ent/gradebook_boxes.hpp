/// The boxes of the grade book: the parts of a subject, one in another, in which its assessments stand.
///
/// A box is what one product calls a sous-matière or a sub-service, another a conteneur, a boîte, a category or an assignment
/// group. docs/gradebook-policies.md says what each rule of a box does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/decimal.hpp"
#include "ent/gradebook_rules.hpp"
#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::gradebook {

/// What a box, or a whole subject, is the average of.
enum class Gather : std::int32_t {
  marks_and_boxes = 1,  ///< Its own marks, and each box in it as one more: an average of averages.
  all_marks_below = 2,  ///< All marks in it at any depth; the boxes in it have no say.
  boxes_if_any = 3,     ///< The boxes in it; its own marks only of who has no average in any of them.
  sums_of_boxes = 4,    ///< Its own marks and those that the boxes in it kept, in one sum.
};

/// How the average of a box, or of a whole subject, is made; what is left out is as the policy says.
struct BoxRules {
  std::optional<std::string> preset = {};         ///< As in this preset as it is, in the place of the policy: "moodle-median", ...
  std::optional<Gather> gather = {};              ///< Of what.
  std::optional<MissingRule> missing = {};        ///< What counts where nothing was entered.
  std::optional<std::int32_t> drop_lowest = {};   ///< How many of the lowest are set aside: 0 to 50.
  std::optional<std::int32_t> drop_highest = {};  ///< How many of the highest: 0 to 50.
  std::optional<std::int32_t> keep_highest = {};  ///< All but so many of the highest are: 0 to 50; 0: none is.
  std::optional<Decimal> best_more = {};          ///< Added to the coefficient of the best mark: 0 to 100.
  std::optional<Decimal> best_times = {};         ///< What the coefficient of the best mark is multiplied by: 0 to 100.
  std::optional<Decimal> worst_times = {};        ///< The same for the worst mark.
  std::optional<Decimal> step = {};               ///< Rounded to 0.01, 0.05, 0.1, 0.25, 0.5 or 1 before it counts further.
  std::optional<RoundingRule> rounding = {};      ///< In which direction.
};

/// A part of a subject, with an average of its own.
struct Box {
  std::string code{};                            ///< By which assessments name it: 1 to 40 characters, each once.
  std::string name{};                            ///< As families read it: 1 to 100 characters.
  std::optional<std::string> parent_code = {};   ///< The box around it, which comes before it; none: the subject.
  Decimal coefficient = 1;                       ///< What it weighs there: 0 to 100, at most two decimals.
  bool extra = false;                            ///< Extra credit: it adds to what is around it, and weighs nothing, as the policy says.
  std::optional<Decimal> own_share = {};         ///< 0 to 1: its part of what is around it, where that is a sum of points.
  std::optional<Decimal> maximum = {};           ///< Its scale, above 0, at most 1000; default: the one of the policy.
  std::optional<BoxRules> rules = {};            ///< How its average is made.
};

/// Input of set_boxes().
struct SetBoxes {
  ServiceId service_id{};                ///< One's own service, or that of a colleague in the same subject and group.
  std::vector<Box> items = {};           ///< At most 40.
  std::optional<BoxRules> rules = {};    ///< How the average of the whole subject is made.
  std::optional<Date> valid_from = {};   ///< Default: first day of the period that the group goes by on the session's date, or else that date.
  std::optional<PeriodId> period_id = {}; ///< From this period on, in the place of valid_from.
};

/// The boxes of a subject in a group.
struct BoxSet {
  GroupId group_id{};                         ///< The group.
  std::optional<std::string> subject_code{};  ///< The subject; none in the first degree: all.
  Date valid_from{};                          ///< Since when, until the next ones.
  std::vector<Box> items{};                   ///< Each after the one around it.
  std::optional<BoxRules> rules{};            ///< Of the whole subject.
};

/// Says in which boxes the assessments of a subject stand in a group, in the place of all that was said from the same day on.
///
/// A span of days goes by what holds on its first day. Boxes that are said inside the span, and rules of the whole where none
/// were said before it, hold in it too: what is added in the middle of a term counts at once, what is changed from the next one on.
///
/// Permission: assessment.write on the group of the service.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, gradebook.too_many_decimals,
/// gradebook.no_policy, gradebook.no_box: the box around it does not come before it, gradebook.days_or_period), not_found
/// (group.no_service, period.not_found), failed_precondition (gradebook.other_service, gradebook.box_in_use: an assessment
/// of these days stands in a box that is no more, gradebook.period_closed: a period that ends on this day or later is closed for the
/// group or for somebody whose averages draw on it). Since 0.1.
Result<BoxSet> set_boxes(Session& session, const SetBoxes& input, const CallOptions& options = {});

/// Input of boxes().
struct OfBoxes {
  GroupId group_id{};                            ///< The group.
  std::optional<std::string> subject_code = {};  ///< Only of this subject.
};

/// All that was said.
struct BoxSets {
  std::vector<BoxSet> items{};  ///< By subject, then by day.
};

/// The boxes of the subjects of a group: of all of them for those who may read all marks of the group, of their own
/// subjects for its other teachers.
///
/// Permission: mark.read on the group. Errors: not_found (group.not_found). Since 0.1.
Result<BoxSets> boxes(Session& session, const OfBoxes& input, const CallOptions& options = {});

}  // namespace ent::gradebook
