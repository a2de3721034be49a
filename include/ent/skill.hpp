/// Skills (compétences): referentials, scales of levels, evaluations of items, and what pupils claim themselves.
///
/// A referential is a tree of domains, components and items; what has nothing below it is an item, and is what is evaluated. A
/// level is a place on a scale, or a kind without level; what nothing was said of is never the lowest level. What a pupil
/// masters is not stored: ent/skill_balance.hpp works it out by a method that has a name.
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
#include "ent/skill_balance.hpp"
#include "ent/skill_claims.hpp"
#include "ent/skill_exam.hpp"
#include "ent/skill_ids.hpp"
#include "ent/skill_import.hpp"
#include "ent/skill_usage.hpp"
#include "ent/time.hpp"

namespace ent::skill {

/// A domain, component or item, as a referential is written.
struct Node {
  std::string code{};                           ///< 1 to 40 characters, once in a referential. Later versions keep it for the same thing.
  std::string label{};                          ///< 1 to 500 characters.
  std::optional<std::string> parent_code = {};  ///< The node that it is below, which stands before it; none: a domain.
  Decimal coefficient = 1;                      ///< What it weighs among its neighbours: 0 to 100, at most two decimals.
  std::vector<std::string> levels = {};         ///< Levels in which it is worked on: "CM2", "6"; none: all. At most 20.
  std::vector<std::string> counts_for = {};     ///< Codes of items of other referentials for which it counts: "CPD_FRA". At most 8.
};

/// Input of add_referential().
struct AddReferential {
  OrgId org_id{};                                        ///< The unit for which, and for those below it, it holds.
  std::optional<std::string> model = {};                 ///< One of models(), in the place of all that follows but the day.
  std::optional<std::string> code = {};                  ///< What its versions have in common: "SOCLE"; 1 to 40 characters.
  std::optional<std::string> version = {};               ///< Which one it is: "2015"; 1 to 40 characters.
  std::optional<std::string> name = {};                  ///< 1 to 200 characters.
  std::int32_t cycle = 0;                                ///< Of which cycle, 1 to 4; 0: of none.
  std::optional<Decimal> attestation_share = {};         ///< Attested from this share of acquired items on, in percent; none: never.
  std::optional<Decimal> attestation_domain_share = {};  ///< And from this share in each domain.
  std::vector<Node> items = {};                          ///< 1 to 2 000, each after the one it is below; at most five deep.
  std::optional<Date> valid_from = {};                   ///< From when on; default: today.
};

/// A referential.
struct ReferentialView {
  SkillReferentialId id{};                           ///< Of this version.
  OrgId org_id{};                                    ///< The unit that says so.
  std::string code{};                                ///< What its versions have in common.
  std::string version{};                             ///< Which one it is.
  std::string name{};                                ///< As it is shown.
  std::int32_t cycle{};                              ///< Of which cycle; 0: of none.
  std::optional<Decimal> attestation_share{};        ///< Attested from this share of acquired items on, in percent.
  std::optional<Decimal> attestation_domain_share{}; ///< And from this share in each domain.
  Date valid_from{};                                 ///< From when on.
};

/// Adds a referential to a unit, whole, or a newer version of one: that replaces the older from its day on. What was evaluated by the
/// older one stays so, and counts for the item of the same code.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, skill.code_repeated, skill.parent_unknown,
/// skill.too_deep, skill.model_unknown, skill.model_or_items: both or neither), not_found (org.not_found), already_exists
/// (skill.not_newer: the unit has a version of it that begins on that day or later). Since 0.1.
Result<ReferentialView> add_referential(Session& session, const AddReferential& input, const CallOptions& options = {});

/// Input of referentials().
struct ListReferentials {
  OrgId org_id{};                           ///< The unit.
  std::optional<std::string> code = {};     ///< Versions of this one alone.
  bool all_versions = false;                ///< Those that were replaced, are hidden by a nearer unit's, or hold later, too.
};

/// Referentials of a unit.
struct Referentials {
  std::vector<ReferentialView> items{};  ///< By code; of one code the nearest unit's first, the latest first.
};

/// The referentials that hold in a unit on the session's date: its own, and those of the units above it of whose code it says
/// nothing itself.
///
/// Permission: subject.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Referentials> referentials(Session& session, const ListReferentials& input, const CallOptions& options = {});

/// A domain, component or item.
struct NodeView {
  SkillItemId id{};                          ///< Of this version.
  std::string code{};                        ///< Once in a referential.
  std::string label{};                       ///< What it says.
  std::optional<std::string> parent_code{};  ///< What it is below.
  NodeKind kind{};                           ///< Where it stands.
  std::int32_t depth{};                      ///< 1: at the top.
  Decimal coefficient{};                     ///< What it weighs among its neighbours.
  std::vector<std::string> levels{};         ///< Levels in which it is worked on; none: all.
  std::vector<std::string> counts_for{};     ///< Codes of items of other referentials for which it counts.
};

/// Input of referential().
struct OfReferential {
  OrgId org_id{};           ///< The unit that reads: that of the referential, or one below it.
  SkillReferentialId id{};  ///< The version.
};

/// A referential with all that is in it.
struct Referential {
  std::vector<NodeView> items{};  ///< In the order in which they were written.
  ReferentialView referential{};  ///< Which one.
};

/// One version of a referential.
///
/// Permission: subject.read on the unit that reads. Errors: not_found (org.not_found, skill.no_referential). Since 0.1.
Result<Referential> referential(Session& session, const OfReferential& input, const CallOptions& options = {});

/// A referential that comes with the library.
struct Model {
  std::string code{};          ///< "SOCLE": the name by which add_referential() takes it.
  std::string version{};       ///< Which one it is.
  std::string name{};          ///< In French.
  std::int32_t cycle{};        ///< Of which cycle; 0: of none.
  std::optional<Decimal> attestation_share{};         ///< Attested from this share of acquired items on, in percent.
  std::optional<Decimal> attestation_domain_share{};  ///< And from this share in each domain.
  std::vector<Node> items{};   ///< What is in it.
};

/// Input of models().
struct OfUnit {
  OrgId org_id{};  ///< The unit.
};

/// Referentials that come with the library.
struct Models {
  std::vector<Model> items{};  ///< By code.
};

/// The referentials that come with the library as data: the socle commun, the CRCN and a short B2i.
///
/// Permission: subject.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Models> models(Session& session, const OfUnit& input, const CallOptions& options = {});

/// A place on a scale, as it is written.
struct Level {
  std::string label{};                       ///< "Satisfaisante"; 1 to 100 characters.
  std::string symbol{};                      ///< Where there is little room: "S"; 1 to 4 characters, once in a scale.
  Decimal value{};                           ///< What it is worth in percent: 0 to 200, above that of the level before it.
  std::optional<std::string> colour = {};    ///< On a screen: "#1F77B4".
};

/// Input of set_scale().
struct SetScale {
  OrgId org_id{};                       ///< The unit for which, and for those below it that say nothing themselves, it holds.
  std::vector<Level> items{};           ///< 2 to 6, the lowest first.
  std::optional<Date> valid_from = {};  ///< For evaluations of days from this one on; default: today.
};

/// A place on a scale.
struct LevelView {
  std::int32_t level{};                 ///< 1: the lowest.
  std::string label{};                  ///< As it is shown.
  std::string symbol{};                 ///< Where there is little room.
  Decimal value{};                      ///< What it is worth, in percent.
  std::optional<std::string> colour{};  ///< On a screen.
};

/// A scale.
struct Scale {
  std::vector<LevelView> items{};   ///< The lowest first.
  std::optional<OrgId> org_id{};    ///< The unit that says so; none: the library's own.
  std::optional<Date> valid_from{}; ///< From when on.
};

/// Says by which levels a unit, and those below it, evaluate from a day on. What was evaluated before keeps its scale.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, skill.value_not_above, skill.symbol_repeated,
/// subject.colour_malformed), not_found (org.not_found). Since 0.1.
Result<Scale> set_scale(Session& session, const SetScale& input, const CallOptions& options = {});

/// The scale of a unit on the session's date: its own, or that of the nearest unit above it, or the library's four levels of the
/// socle, worth 0, 33, 67 and 100.
///
/// Permission: subject.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Scale> scale(Session& session, const OfUnit& input, const CallOptions& options = {});

/// Items that were evaluated in a group on a day.
struct Evaluation {
  SkillEvaluationId id{};                       ///< Carries its establishment.
  GroupId group_id{};                           ///< Whom.
  std::optional<std::string> subject_code{};    ///< In which subject; none: in none.
  std::string name{};                           ///< As families read it.
  Date date{};                                  ///< On which day.
  std::vector<SkillItemId> item_ids{};          ///< What.
  std::optional<AssessmentId> assessment_id{};  ///< In which assessment of the grade book; none: alone.
  std::optional<Date> pupils_from{};            ///< First day on which pupils see it; none: not published.
  std::optional<Date> parents_from{};           ///< First day on which parents do; none: not published.
  std::int64_t revision{};                      ///< Counts changes of it and of what was entered.
};

/// Input of add_evaluation().
struct AddEvaluation {
  GroupId group_id{};                            ///< A group that one teaches, is main teacher of, or whose school one heads.
  std::string name{};                            ///< 1 to 200 characters.
  Date date{};                                   ///< On which day: it decides by which scale.
  std::vector<SkillItemId> item_ids{};           ///< 1 to 40 items of referentials of the unit or of those above it, each once.
  std::optional<std::string> subject_code = {};  ///< In which subject; default: that of the assessment.
  std::optional<AssessmentId> assessment_id = {};///< An assessment of the group and of the day.
  std::optional<Date> pupils_from = {};          ///< First day on which pupils see it; default: not before it is said.
  std::optional<Date> parents_from = {};         ///< Likewise for parents.
};

/// Adds an evaluation of items, inside an assessment of the grade book or alone.
///
/// Permission: skill.evaluate on the group.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, field.repeated, skill.no_item: not an item, or of another
/// unit; skill.other_assessment: of another group or day), not_found (group.not_found), failed_precondition
/// (gradebook.period_closed). Since 0.1.
Result<Evaluation> add_evaluation(Session& session, const AddEvaluation& input, const CallOptions& options = {});

/// Input of change_evaluation(): what is left out stays.
struct ChangeEvaluation {
  SkillEvaluationId id{};                       ///< Which.
  std::optional<std::string> name = {};         ///< 1 to 200 characters.
  std::optional<Date> pupils_from = {};         ///< First day on which pupils see it.
  std::optional<Date> parents_from = {};        ///< First day on which parents do.
  std::vector<SkillItemId> add_item_ids = {};   ///< Items more; there may be 40 in all.
  std::optional<Date> date = {};                ///< Another day: that of its assessment, where it is of one that stands.
  bool hidden = false;                          ///< Takes both days of publication away, before those that are given here.
};

/// Renames, publishes or moves an evaluation, or adds items to it; items, and another day, while their periods are open.
///
/// Permission: skill.evaluate on the group. Errors: invalid_argument (text.too_short, text.too_long, field.range, field.repeated,
/// skill.no_item, skill.other_assessment), not_found (skill.no_evaluation), failed_precondition (gradebook.period_closed), conflict (call.stale_revision).
/// Since 0.1.
Result<Evaluation> change_evaluation(Session& session, const ChangeEvaluation& input, const CallOptions& options = {});

/// Input of what is about one evaluation.
struct OfEvaluation {
  SkillEvaluationId id{};  ///< The evaluation.
};

/// Takes an evaluation away: it counts no more. Its rows stay.
///
/// Permission: skill.evaluate on the group. Errors: not_found (skill.no_evaluation), conflict (call.stale_revision),
/// failed_precondition (gradebook.period_closed). Since 0.1.
Result<Done> remove_evaluation(Session& session, const OfEvaluation& input, const CallOptions& options = {});

/// Input of evaluations().
struct ListEvaluations {
  GroupId group_id{};                      ///< The group.
  std::optional<Date> first_day{};         ///< First day; or period_id.
  std::optional<Date> last_day{};          ///< Last day; at most 400 days.
  std::optional<PeriodId> period_id = {};  ///< The days of this period, in the place of a first and a last one.
};

/// Evaluations of a group.
struct Evaluations {
  std::vector<Evaluation> items{};  ///< By day.
};

/// The evaluations of a group in a span of days.
///
/// Permission: skill.read on the group. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<Evaluations> evaluations(Session& session, const ListEvaluations& input, const CallOptions& options = {});

/// One cell of a grid: a level, a kind, or neither, which takes away what stood.
struct Entry {
  PersonId pupil_id{};                       ///< A pupil of the group on the day of the evaluation.
  SkillItemId item_id{};                     ///< An item of the evaluation.
  std::optional<std::int32_t> level = {};    ///< From 1, the lowest of the scale.
  std::optional<LevelKind> kind = {};        ///< Without a level; `level` is said by the level alone.
  std::optional<std::string> comment = {};   ///< For the family: at most 300 characters.
  std::optional<std::string> evidence = {};  ///< What shows it: a text or an address, at most 500 characters.
};

/// Input of enter_levels().
struct EnterLevels {
  SkillEvaluationId id{};      ///< The evaluation.
  std::vector<Entry> items{};  ///< At most 2 000, each pupil and item once. Others stay as they are.
};

/// What became of a grid.
struct Entered {
  std::int32_t changed{};    ///< Cells that were set, corrected or taken away.
  std::int32_t unchanged{};  ///< Entries that say what stood already.
  std::int64_t revision{};   ///< Of the evaluation.
};

/// Enters levels of an evaluation, all or none. What stood before is kept (history()).
///
/// Permission: skill.evaluate on the group.
/// Errors: invalid_argument (field.range, field.repeated, skill.level_and_kind, skill.no_level: not on the scale, skill.no_item,
/// text.too_long, group.no_member), not_found (skill.no_evaluation), conflict (call.stale_revision), failed_precondition
/// (gradebook.period_closed: for a pupil whose level would change). Since 0.1.
Result<Entered> enter_levels(Session& session, const EnterLevels& input, const CallOptions& options = {});

/// What stands of one item for one pupil.
struct Cell {
  person::Card pupil{};                  ///< Who.
  SkillItemId item_id{};                 ///< What.
  LevelKind kind{};                      ///< What stands.
  std::optional<std::int32_t> level{};   ///< Of `level`.
  std::optional<std::string> comment{};  ///< For the family.
  std::optional<std::string> evidence{}; ///< What shows it.
};

/// The grid of an evaluation.
struct Sheet {
  std::vector<Cell> items{};           ///< One for each pupil of the group on its day, by name, and item.
  std::vector<LevelView> levels{};     ///< The scale by which it was evaluated.
  Evaluation evaluation{};             ///< Of what.
};

/// The grid of an evaluation.
///
/// Permission: skill.read on the group. Errors: not_found (skill.no_evaluation). Since 0.1.
Result<Sheet> levels(Session& session, const OfEvaluation& input, const CallOptions& options = {});

/// Input of history().
struct OfCell {
  SkillEvaluationId id{};  ///< The evaluation.
  PersonId pupil_id{};     ///< The pupil.
  SkillItemId item_id{};   ///< The item.
};

/// What stood for a time.
struct Version {
  LevelKind kind{};                      ///< What stood; not_entered: it was taken away.
  std::optional<std::int32_t> level{};   ///< Of `level`.
  std::optional<std::string> comment{};  ///< For the family.
  std::optional<std::string> evidence{}; ///< What shows it.
  Instant at{};                          ///< Since when.
  person::Card author{};                 ///< Who entered it.
};

/// What has stood.
struct Versions {
  std::vector<Version> items{};  ///< The last one, which stands, first.
};

/// What has stood of an item for a pupil in an evaluation.
///
/// Permission: skill.read on the group. Errors: not_found (skill.no_evaluation, person.not_found). Since 0.1.
Result<Versions> history(Session& session, const OfCell& input, const CallOptions& options = {});

/// Input of what is about one pupil in a span of days.
struct OfPupil {
  OrgId org_id{};                                    ///< The establishment.
  PersonId pupil_id{};                               ///< The pupil.
  std::optional<Date> first_day{};                   ///< First day; or period_id.
  std::optional<Date> last_day{};                    ///< Last day; at most 400 days.
  std::optional<PeriodId> period_id = {};            ///< The days of this period, in the place of a first and a last one.
  std::optional<std::string> referential_code = {};  ///< Of this referential alone.
};

/// What was entered of one item for a pupil.
struct PupilLevel {
  SkillItemId item_id{};                          ///< What.
  std::string item_code{};                        ///< Its code.
  std::string item_label{};                       ///< What it says.
  std::string referential_code{};                 ///< Of which referential.
  Date date{};                                    ///< When.
  LevelKind kind{};                               ///< What stands.
  std::optional<std::int32_t> level{};            ///< Of `level`.
  std::optional<std::string> label{};             ///< How the scale names it.
  std::optional<std::string> symbol{};            ///< Its symbol.
  std::optional<std::string> colour{};            ///< Its colour.
  std::optional<Decimal> value{};                 ///< What it is worth, in percent.
  std::optional<std::string> comment{};           ///< For the family.
  std::optional<std::string> evidence{};          ///< What shows it.
  std::optional<std::string> subject_code{};      ///< In which subject.
  std::optional<SkillEvaluationId> evaluation_id{};  ///< In which evaluation; none: by a claim that was validated.
  std::string evaluation_name{};                  ///< Its name.
};

/// Levels of a pupil.
struct PupilLevels {
  std::vector<PupilLevel> items{};  ///< The latest first. What was not entered is left out.
};

/// The levels of a pupil in a span of days, as far as they are published to those who ask.
///
/// Permission: skill.read on the pupil. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (person.not_found, period.not_found). Since 0.1.
Result<PupilLevels> of_pupil(Session& session, const OfPupil& input, const CallOptions& options = {});

}  // namespace ent::skill
