// Marks: entered as a grid, read by assessment and by pupil.
#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "gradebook/annotation_rows.hpp"
#include "gradebook/annotation_rules.hpp"
#include "gradebook/asked_pupils.hpp"
#include "gradebook/closing.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/entry_rules.hpp"
#include "gradebook/mark_kinds.hpp"
#include "gradebook/rows.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/shown.hpp"
#include "gradebook/target.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

using rows::MarkRow;

/// An assessment that stands, and whether the actor teaches its subject to its group.
struct Asked {
  std::optional<Assessment> assessment;
  bool own = false;

  Asked(unit::Unit& unit, AssessmentId id) : assessment(rows::find(unit, id)) {
    own = assessment && group::teaches_on(unit, assessment->group_id, assessment->subject_code.value_or(""),
                                          unit.actor().person, unit.today());
  }
  access::Target target(AssessmentId id) const {
    return assessment ? target_of(assessment->group_id, own) : access::Target{.org = id.establishment()};
  }
};

/// What a grid changes.
struct Changes {
  std::vector<MarkRow> before{};
  std::vector<MarkRow> after{};
};

bool same_mark(const MarkRow& left, const MarkRow& right) {
  return left.kind == right.kind && left.value == right.value && left.comment == right.comment && left.annotation == right.annotation;
}

/// Of the school, where any is entered.
std::vector<Annotation> annotations_for(unit::Unit& unit, const EnterMarks& input) {
  const bool any = std::ranges::any_of(input.items, [](const Entry& entry) { return entry.annotation.has_value(); });
  return any ? rows::annotations(unit, OrgId{input.id.establishment()}) : std::vector<Annotation>{};
}

/// What is let in for each entry.
std::vector<engine::EntryRule> rules_for(unit::Unit& unit, const EnterMarks& input, const Assessment& assessment, const std::vector<group::Pupil>& pupils) {
  const EntryRules rules(unit, assessment.group_id, {assessment.date});
  std::unordered_map<std::int64_t, std::int64_t> members;
  for (const group::Pupil& pupil : pupils) members.emplace(pupil.card.id.value, pupil.member);
  std::vector<engine::EntryRule> found;
  for (const Entry& entry : input.items) {
    const auto member = members.find(entry.pupil_id.value);
    found.push_back(rules.on(assessment.date, member == members.end() ? 0 : member->second));
  }
  return found;
}

/// Each entry with the member that it is about; pupils of another group, and annotations that the school has not, are refused by their place.
Result<std::vector<MarkRow>> rows_of(const EnterMarks& input, const std::vector<group::Pupil>& pupils, std::span<const Annotation> annotations) {
  std::unordered_map<std::int64_t, std::int64_t> members;
  for (const group::Pupil& pupil : pupils) members.emplace(pupil.card.id.value, pupil.member);
  base::Fields fields;
  std::vector<MarkRow> wanted;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Entry& entry = input.items[i];
    const auto member = members.find(entry.pupil_id.value);
    const Annotation* const own = entry.annotation ? annotation_typed(annotations, *entry.annotation) : nullptr;
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(member == members.end(), path + "/pupil_id", "group.no_member")
        .refuse_if(entry.annotation && own == nullptr, path + "/annotation", "gradebook.no_annotation");
    const auto comment = entry.comment && !entry.comment->empty() ? entry.comment : std::nullopt;
    if (member != members.end()) {
      const auto code = own != nullptr ? std::optional(own->code) : std::nullopt;
      wanted.push_back({member->second, own != nullptr ? kind_of(*own) : kind_said(entry.value, entry.kind), entry.value.value_or(0), comment, 1, {}, 0, code});
      wanted.back().reason = base::trimmed(entry.reason);
    }
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return wanted;
}

/// What of the entries says something else than what stands; why it does is not among it.
Changes mark_changes(std::vector<MarkRow> wanted, const std::vector<MarkRow>& standing) {
  Changes changes;
  for (MarkRow& mark : wanted) {
    const auto stands = std::ranges::lower_bound(standing, mark.member, {}, &MarkRow::member);
    const bool there = stands != standing.end() && stands->member == mark.member;
    if (same_mark(mark, there ? *stands : MarkRow{.member = mark.member})) continue;
    if (there) {
      mark.version = stands->version + 1;
      changes.before.push_back(*stands);
    }
    changes.after.push_back(std::move(mark));
  }
  return changes;
}

/// gradebook.enter_marks
Result<Entered> enter_marks_(Write<Perm::mark_write>& unit, const EnterMarks& input) {
  // facts
  const Asked facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_assessment));
  if (!facts.assessment) return base::fail(Errc::not_found, no_assessment);
  // rule
  ENT_REFUSE(unit.expect_revision(facts.assessment->revision));
  const auto pupils = asked_pupils(unit, *facts.assessment, NamedPupils(unit, *facts.assessment));
  ENT_REFUSE(well_formed(input, *facts.assessment, rules_for(unit, input, *facts.assessment, pupils)));
  ENT_TRY(wanted, rows_of(input, pupils, annotations_for(unit, input)));
  const Changes changes = mark_changes(std::move(wanted), rows::marks(unit, input.id));
  const auto changed = static_cast<std::int32_t>(changes.after.size());
  const auto unchanged = static_cast<std::int32_t>(input.items.size()) - changed;
  if (changed == 0) return Entered{changed, unchanged, facts.assessment->revision};
  const auto closed = closed_on(unit, facts.assessment->group_id, facts.assessment->date);
  const auto is_closed = [&](const MarkRow& mark) { return std::ranges::find(closed, mark.member) != closed.end(); };
  if (std::ranges::any_of(changes.after, is_closed)) return base::fail(Errc::failed_precondition, period_closed);
  // rows
  const std::int64_t revision = facts.assessment->revision + 1;
  rows::replace(unit, granted, input.id, changes.before, changes.after);
  rows::set_revision(unit, granted, input.id, revision);
  // event
  unit.publish(granted, "gradebook.marks_were_entered", input.id.value);
  return Entered{changed, unchanged, revision};
}

/// gradebook.marks
Result<Sheet> marks_(Read<Perm::mark_read>& unit, const OfAssessment& input) {
  const Asked facts(unit, input.id);
  ENT_TRY(granted, unit.may(facts.target(input.id), no_assessment));
  static_cast<void>(granted);
  if (!facts.assessment) return base::fail(Errc::not_found, no_assessment);
  const auto standing = rows::marks(unit, input.id);
  const NamedPupils named(unit, *facts.assessment);
  Sheet sheet{{}, *facts.assessment};
  sheet.assessment.pupil_ids = named.people(input.id);
  for (group::Pupil& pupil : asked_pupils(unit, *facts.assessment, named)) {
    const auto stands = std::ranges::lower_bound(standing, pupil.member, {}, &MarkRow::member);
    const bool there = stands != standing.end() && stands->member == pupil.member;
    const MarkRow mark = there ? *stands : MarkRow{};
    const auto value = has_number(mark.kind) ? std::optional(mark.value) : std::nullopt;
    sheet.items.push_back({std::move(pupil.card), mark.kind, value, mark.comment, mark.annotation, mark.label});
  }
  return sheet;
}

/// gradebook.history
Result<Versions> history_(Read<Perm::mark_read>& unit, const OfMark& input) {
  const auto asked_of = rows::asked_of(unit, input.id);  // removed or not: what stood is kept
  const bool own = asked_of && group::teaches_on(unit, asked_of->group, asked_of->subject, unit.actor().person, unit.today());
  const auto pupil = person::find(unit, OrgId{input.id.establishment()}, input.pupil_id);
  ENT_TRY(granted, unit.may(asked_of ? target_of(asked_of->group, own) : access::Target{.org = input.id.establishment()}, no_assessment));
  static_cast<void>(granted);
  if (!asked_of) return base::fail(Errc::not_found, no_assessment);
  if (!pupil) return base::fail(Errc::not_found, no_person);
  return Versions{rows::versions(unit, input.id, pupil->member)};
}

/// gradebook.of_pupil
Result<PupilMarks> of_pupil_(Read<Perm::mark_read>& unit, const OfPupil& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(span, span_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  auto marks = rows::of_member(unit, input.org_id, pupil->member, shown, span, unit.today());
  std::ranges::reverse(marks);
  return PupilMarks{std::move(marks)};
}

}  // namespace

extern constexpr Op op_enter_marks = op<&enter_marks_>("gradebook.enter_marks", "0.1");
extern constexpr Op op_marks = op<&marks_>("gradebook.marks", "0.1");
extern constexpr Op op_history = op<&history_>("gradebook.history", "0.1");
extern constexpr Op op_of_pupil = op<&of_pupil_>("gradebook.of_pupil", "0.1");

Result<Entered> enter_marks(Session& session, const EnterMarks& input, const CallOptions& options) {
  return run<Entered>(op_enter_marks, session, input, options);
}
Result<Sheet> marks(Session& session, const OfAssessment& input, const CallOptions& options) {
  return run<Sheet>(op_marks, session, input, options);
}
Result<Versions> history(Session& session, const OfMark& input, const CallOptions& options) {
  return run<Versions>(op_history, session, input, options);
}
Result<PupilMarks> of_pupil(Session& session, const OfPupil& input, const CallOptions& options) {
  return run<PupilMarks>(op_of_pupil, session, input, options);
}

}  // namespace ent::gradebook
