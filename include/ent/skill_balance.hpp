/// What a pupil masters: methods that have a name, balances, decisions by hand, attestations.
///
/// Nothing of it is stored but what people decide: each answer works the rest out, exactly, of the levels that were entered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/decimal.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/skill_ids.hpp"
#include "ent/time.hpp"

namespace ent::skill {

/// What becomes of levels from before the days that are asked about.
enum class Earlier : std::int32_t {
  left_out = 1,    ///< They do not count.
  counted = 2,     ///< They count like the others.
  if_nothing = 3,  ///< They count for items of which the days say nothing.
  same_year = 4,   ///< They count if they are of the school year of the first day.
};

/// Input of set_method().
struct SetMethod {
  OrgId org_id{};                                    ///< The unit for which, and for those below it, it holds.
  std::string method{};                              ///< One of docs/skills.md: "mean", "sacoche", "pronote-last"...
  std::optional<std::string> referential_code = {};  ///< For this referential alone; default: for those of which nothing is said.
  Earlier earlier = Earlier::left_out;               ///< What becomes of levels from before.
  std::vector<Decimal> bounds = {};                  ///< Where the degrees above the first begin, 1 to 5, rising; none: the method's own.
  std::optional<Date> valid_from = {};               ///< For spans that begin on this day or later; default: today, and no earlier one.
  std::optional<Decimal> partly_from = {};           ///< From which score on an item is acquired in part, above 0 to 200; default: the method's own.
  std::optional<Decimal> acquired_from = {};         ///< From which score on it is acquired, not below that; default: the method's own.
  std::optional<std::int32_t> latest = {};           ///< How many of an item's last levels it looks at, 1 to 50; default: the method's own.
};

/// A method, and who says so.
struct MethodView {
  std::string method{};                              ///< Its name.
  Earlier earlier{};                                 ///< What becomes of levels from before.
  std::vector<Decimal> bounds{};                     ///< Where the degrees above the first begin, in the figure of the method.
  std::optional<OrgId> org_id{};                     ///< The unit that says so; none: nobody does.
  std::optional<std::string> referential_code{};     ///< For which referential; none: for all.
  std::optional<Date> valid_from{};                  ///< From when on.
  std::optional<Decimal> partly_from{};              ///< Where an item begins to be acquired in part, in the figure of the method,
  std::optional<Decimal> acquired_from{};            ///< and to be acquired.
  std::optional<std::int32_t> latest{};              ///< How many of an item's last levels it looks at; none: all.
};

/// Says by which method levels become degrees, from a day on.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (skill.method_unknown, skill.bounds_not_rising, field.range, text.too_short, text.too_long,
/// skill.already_past), not_found (org.not_found). Since 0.1.
Result<MethodView> set_method(Session& session, const SetMethod& input, const CallOptions& options = {});

/// Input of method().
struct OfMethod {
  OrgId org_id{};                                    ///< The unit.
  std::optional<std::string> referential_code = {};  ///< For which referential; default: what holds for all.
};

/// The method of a unit on the session's date: what the nearest unit says, of this referential before what it says of all.
///
/// Permission: subject.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<MethodView> method(Session& session, const OfMethod& input, const CallOptions& options = {});

/// How far an item is acquired.
enum class Mastery : std::int32_t {
  none = 1,          ///< Nothing was said of it.
  not_acquired = 2,  ///< It is not.
  partly = 3,        ///< In part: one half in a share.
  acquired = 4,      ///< It is.
};

/// Input of balance().
struct OfBalance {
  OrgId org_id{};                          ///< The establishment.
  PersonId pupil_id{};                     ///< The pupil.
  SkillReferentialId referential_id{};     ///< Of which referential; levels of its other versions count by the codes of items.
  std::optional<Date> first_day = {};      ///< First day; default: all that was ever said.
  std::optional<Date> last_day = {};       ///< Last day; at most 400 days.
  std::optional<PeriodId> period_id = {};  ///< The days of this period.
  std::optional<std::string> method = {};  ///< As if this one held; default: the one that does.
};

/// What became of a domain, component or item.
struct BalanceLine {
  SkillItemId item_id{};                ///< Which.
  std::string code{};                   ///< Its code.
  std::string label{};                  ///< What it says.
  NodeKind kind{};                      ///< Where it stands.
  std::int32_t depth{};                 ///< 1: at the top.
  std::optional<Decimal> score{};       ///< In the figure of the method, to six decimals; of a domain the mean by coefficients.
  std::optional<std::int32_t> degree{}; ///< Positioning, from 1; what was decided by hand goes before what was worked out.
  Mastery state{};                      ///< Of an item.
  std::int32_t items{};                 ///< Items in it; 1 of an item, or those that count for it.
  std::int32_t evaluated{};             ///< Of which something was said.
  std::int32_t acquired{};              ///< Those that are acquired,
  std::int32_t partly{};                ///< and those that are in part.
  std::optional<Decimal> share{};       ///< Of the evaluated ones what is acquired, in percent, to six decimals.
  std::optional<std::int32_t> computed{}; ///< The degree that was worked out, where another was decided.
  std::optional<std::string> reason{};  ///< Why another one was decided; not to families.
};

/// The balance of a pupil.
struct Balance {
  std::vector<BalanceLine> items{};                  ///< All of the referential, in its order.
  std::vector<SkillItemId> without_evidence{};       ///< Items of which nothing was said.
  BalanceLine total{};                               ///< All items together; without id, code and label.
  MethodView method{};                               ///< By which method.
};

/// What a pupil masters of a referential, of the levels of a span of days that are shown to who asks, and of claims that were
/// validated in it.
///
/// Permission: skill.read on the pupil. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period,
/// skill.method_unknown), not_found (person.not_found, period.not_found, skill.no_referential). Since 0.1.
Result<Balance> balance(Session& session, const OfBalance& input, const CallOptions& options = {});

/// Input of years().
struct OfYears {
  OrgId org_id{};                          ///< The establishment.
  PersonId pupil_id{};                     ///< The pupil.
  SkillReferentialId referential_id{};     ///< Of which referential.
  std::int32_t depth = 1;                  ///< Down to which depth: 1 to 5.
};

/// What became of a domain, component or item in a school year.
struct YearLine {
  std::int32_t school_year{};            ///< By the civil year in which it begins.
  SkillItemId item_id{};                 ///< Which.
  std::string code{};                    ///< Its code.
  std::optional<std::int32_t> degree{};  ///< Positioning, from 1.
  std::int32_t evaluated{};              ///< Items of which something was said.
  std::optional<Decimal> share{};        ///< Of these what is acquired, in percent.
  std::optional<std::int32_t> computed{};///< The degree that was worked out, where another was decided.
};

/// A pupil over the years.
struct Years {
  std::vector<YearLine> items{};  ///< By year, in the order of the referential.
};

/// What a pupil mastered of a referential in each school year of which something was said or decided, by the method that holds now; a
/// degree that was decided for a day of the year goes before what was worked out, as in balance(). Of the pupil's
/// other schools it has what is published to the pupil or guardian who asks, and to others what they may read there: of referentials
/// that are seen in both, and of the models that come with the library.
///
/// Permission: skill.read on the pupil. Errors: invalid_argument (field.range), not_found (person.not_found,
/// skill.no_referential). Since 0.1.
Result<Years> years(Session& session, const OfYears& input, const CallOptions& options = {});

/// Input of group_balance().
struct OfGroupBalance {
  GroupId group_id{};                      ///< The group.
  SkillReferentialId referential_id{};     ///< Of which referential.
  std::int32_t depth = 1;                  ///< Down to which depth: 1 to 5.
  std::optional<Date> first_day = {};      ///< First day; default: all that was ever said.
  std::optional<Date> last_day = {};       ///< Last day; at most 400 days.
  std::optional<PeriodId> period_id = {};  ///< The days of this period.
};

/// One domain, component or item of one pupil.
struct GroupLine {
  person::Card pupil{};                  ///< Who.
  SkillItemId item_id{};                 ///< What.
  std::string code{};                    ///< Its code.
  std::optional<std::int32_t> degree{};  ///< Positioning, from 1.
  std::int32_t items{};                  ///< Items in it.
  std::int32_t evaluated{};              ///< Of which something was said.
  std::optional<Decimal> share{};        ///< Of these what is acquired, in percent.
};

/// How many of a group are where.
struct DegreeCounts {
  SkillItemId item_id{};                ///< What.
  std::string code{};                   ///< Its code.
  std::int32_t pupils{};                ///< How many are in the group.
  std::vector<std::int32_t> degrees{};  ///< How many have each degree, the lowest first.
};

/// The balance of a group.
struct GroupBalance {
  std::vector<GroupLine> items{};      ///< By name, in the order of the referential.
  std::vector<DegreeCounts> totals{};  ///< In the order of the referential.
  MethodView method{};                 ///< By which method.
};

/// What those who are in a group on the session's date master of a referential.
///
/// Permission: skill.read on the group. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (group.not_found, period.not_found, skill.no_referential). Since 0.1.
Result<GroupBalance> group_balance(Session& session, const OfGroupBalance& input, const CallOptions& options = {});

/// Input of override_degree().
struct OverrideDegree {
  OrgId org_id{};                         ///< The establishment.
  PersonId pupil_id{};                    ///< The pupil.
  SkillItemId item_id{};                  ///< A domain, component or item of a referential that holds.
  std::string reason{};                   ///< 1 to 300 characters.
  std::optional<std::int32_t> degree = {};///< 1 to as many as the method has; none: what is worked out holds again.
  std::optional<Date> date = {};          ///< In balances of spans with this day; default: today.
  std::optional<Date> pupils_from = {};   ///< First day on which the pupil sees it; default: not before it is said.
  std::optional<Date> parents_from = {};  ///< Likewise for parents.
};

/// Decides the degree of a domain, component or item by hand. It stands beside what is worked out, and changes no other line. A period
/// of the pupil that is locked or published takes none. Families see the last one that is published to them, and never its reason; that
/// none is said any more holds for all at once.
///
/// Permission: skill.attest on the pupil. Errors: invalid_argument (field.range, text.too_short, text.too_long, skill.no_item),
/// not_found (person.not_found), failed_precondition (gradebook.period_closed). Since 0.1.
Result<Done> override_degree(Session& session, const OverrideDegree& input, const CallOptions& options = {});

/// Input of attest().
struct Attest {
  OrgId org_id{};                       ///< The establishment.
  PersonId pupil_id{};                  ///< The pupil.
  SkillReferentialId referential_id{};  ///< One that is attested.
};

/// A degree that was decided by hand, and that an attestation rests on.
struct AttestedDegree {
  SkillItemId item_id{};   ///< Of which item.
  std::string code{};      ///< Its code.
  std::string label{};     ///< What it says.
  std::int32_t degree{};   ///< From 1.
};

/// That a pupil has acquired a referential.
struct Attestation {
  SkillReferentialId referential_id{};     ///< Which.
  std::string referential_code{};          ///< Its code.
  std::string referential_name{};          ///< Its name.
  Date attested_on{};                      ///< When.
  person::Card attested_by{};              ///< By whom.
  std::optional<Date> signed_on{};         ///< When the head signed it too.
  std::optional<person::Card> signed_by{}; ///< Who that was.
  std::vector<AttestedDegree> decided{};   ///< What of the items was decided by hand when it was attested; to families what is published to them.
  OrgId org_id{};                          ///< By which school.
};

/// Attests that a pupil has acquired a referential: of all its items, and of those of each domain, at least the shares that it
/// names. An item whose degree was decided by hand is acquired, or not, by that degree, by whatever method; what was decided for a domain
/// or component tells of no item. What a teacher attests the head signs by calling this too; what the head attests alone is signed.
///
/// Permission: skill.attest on the pupil. Errors: not_found (person.not_found, skill.no_referential), already_exists
/// (skill.attested), failed_precondition (skill.not_attested_here: the referential names no share; skill.below_threshold).
/// Since 0.1.
Result<Attestation> attest(Session& session, const Attest& input, const CallOptions& options = {});

/// Input of attestations().
struct OfAttestations {
  OrgId org_id{};       ///< The establishment.
  PersonId pupil_id{};  ///< The pupil.
};

/// What was attested.
struct Attestations {
  std::vector<Attestation> items{};  ///< The latest first.
};

/// The attestations of a pupil, those of other schools too: to the pupil and the family all of them, to others those of the schools where they
/// may read the pupil's skills.
///
/// Permission: skill.read on the pupil. Errors: not_found (person.not_found). Since 0.1.
Result<Attestations> attestations(Session& session, const OfAttestations& input, const CallOptions& options = {});

}  // namespace ent::skill
