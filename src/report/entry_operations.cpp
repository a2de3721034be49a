// Comments of subjects, and averages that stand in the place of computed ones.
#include <algorithm>

#include "base/text.hpp"
#include "group/functions.hpp"
#include "report/choices.hpp"
#include "report/describe.hpp"
#include "report/hand_averages.hpp"
#include "report/lint.hpp"
#include "report/rules.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::report {
namespace {

constexpr rows::Kind of_subjects[] = {rows::Kind::subject_comment, rows::Kind::positioning, rows::Kind::average};

/// Whether the actor may write of any subject, or teaches the group this one, or all.
bool writes_of(unit::Unit& unit, GroupId group, const std::string& subject) {
  if (unit.sees(Perm::report_subject_comment_write, target_of(group))) return true;
  const std::int64_t person = unit.actor().person;
  return group::teaches_on(unit, group, subject, person, unit.today()) ||
         (!subject.empty() && group::teaches_on(unit, group, "", person, unit.today()));
}

/// What stands of a subject for those who sit there.
std::vector<rows::Entry> standing_in(unit::Unit& unit, PeriodId period, std::span<const Sitting> sittings, const std::string& subject) {
  std::vector<std::int64_t> members;
  for (const Sitting& one : sittings) members.push_back(one.pupil.member);
  auto entries = rows::standing_of(unit, period, members, of_subjects);
  std::erase_if(entries, [&](const rows::Entry& entry) { return entry.item != subject; });
  return entries;
}

void show(SheetLine& line, const rows::Entry& entry) {
  switch (entry.kind) {
    case rows::Kind::subject_comment: line.comment = entry.text; return;
    case rows::Kind::positioning: line.positioning = static_cast<std::int32_t>(entry.value); return;
    case rows::Kind::average: line.overridden = Overridden{rows::average_of(entry.value), entry.text}; return;
    default: return;
  }
}

/// report.sheet
Result<Sheet> sheet_(Read<Perm::report_subject_comment_write>& unit, const OfSheet& input) {
  const Place place(unit, input.period_id, input.group_id);
  const std::string subject = input.subject_code.value_or("");
  ENT_TRY(granted, unit.may(taught_to(input.group_id), no_group));
  static_cast<void>(granted);
  ENT_REFUSE(place.expect());
  if (!writes_of(unit, input.group_id, subject)) return base::fail(Errc::failed_precondition, "gradebook.other_service");
  const auto sitting = sittings(unit, place);
  const auto standing = standing_in(unit, input.period_id, sitting, subject);
  Sheet sheet;
  for (const rows::Entry& entry : standing) sheet.revision += entry.version;
  for (const Sitting& one : sitting) {
    if (!one.goes_by_period) continue;
    SheetLine& line = sheet.items.emplace_back(SheetLine{.pupil = one.pupil.card, .locked = one.locked});
    for (const rows::Entry& entry : standing) {
      if (entry.given && entry.member == one.pupil.member) show(line, entry);
    }
  }
  const std::int64_t group = input.group_id.number();
  for (rows::Element& element : rows::elements(unit, input.period_id, std::span(&group, 1))) {
    if (element.subject == subject) sheet.elements.push_back(std::move(element.text));
  }
  return sheet;
}

void advise(std::vector<Advice>& advice, PersonId pupil, std::string_view text) {
  for (Finding& finding : advice_on(text)) advice.push_back({pupil, finding.kind, std::move(finding.words)});
}

void say_comment(Changes& changes, std::int64_t member, const std::string& subject, const CommentItem& item) {
  if (item.text) changes.say_text(member, rows::Kind::subject_comment, subject, base::trim(*item.text));
  if (!item.positioning) return;
  if (*item.positioning == 0) return changes.take_back(member, rows::Kind::positioning, subject);
  changes.say(member, rows::Kind::positioning, subject, *item.positioning, {});
}

/// Refused by their place to whom degrees are given though their model has none.
std::optional<Error> have_degrees(unit::Unit& unit, const Comment& input, const Place& place, std::span<const Sitting> sittings) {
  const auto gives_one = [](const CommentItem& item) { return item.positioning.value_or(0) != 0; };
  if (std::ranges::none_of(input.items, gives_one)) return std::nullopt;
  const SchoolModels models = models_of(unit, place.period->org_id);
  base::Fields fields;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const auto one = std::ranges::find(sittings, input.items[i].pupil_id, [](const Sitting& sitting) { return sitting.pupil.card.id; });
    if (!gives_one(input.items[i]) || one == sittings.end()) continue;
    const Preset& model = models.of(one->division, one->pupil.level, place.period->first_day);
    fields.refuse_if(!model.has(Block::positioning), "/items/" + std::to_string(i) + "/positioning", "report.no_degrees");
  }
  return fields.error();
}

std::vector<std::string> trimmed(const std::vector<std::string>& texts) {
  std::vector<std::string> found;
  for (const std::string& text : texts) found.emplace_back(base::trim(text));
  return found;
}

/// report.comment
Result<Written> comment_(Write<Perm::report_subject_comment_write>& unit, const Comment& input) {
  // facts
  const Place place(unit, input.period_id, input.group_id);
  const std::string subject = input.subject_code.value_or("");
  // guard
  ENT_TRY(granted, unit.may(taught_to(input.group_id), no_group));
  ENT_REFUSE(place.expect());
  if (!writes_of(unit, input.group_id, subject)) return base::fail(Errc::failed_precondition, "gradebook.other_service");
  // rule
  ENT_REFUSE(well_formed(input));
  const auto sitting = sittings(unit, place);
  std::vector<PersonId> people;
  for (const CommentItem& item : input.items) people.push_back(item.pupil_id);
  ENT_TRY(members, members_of(people, sitting));
  ENT_REFUSE(have_degrees(unit, input, place, sitting));
  Changes changes(standing_in(unit, input.period_id, sitting, subject));
  ENT_REFUSE(unit.expect_revision(changes.revision_before()));
  Written written;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    say_comment(changes, members[i], subject, input.items[i]);
    if (input.items[i].text) advise(written.advice, input.items[i].pupil_id, *input.items[i].text);
  }
  ENT_REFUSE(changes.expect_unlocked(sitting));
  if (input.elements && all_locked(sitting)) return base::fail(Errc::failed_precondition, "report.locked");
  // rows
  rows::put(unit, granted, input.period_id, changes.made());
  if (input.elements) rows::put_elements(unit, granted, input.period_id, input.group_id, subject, trimmed(*input.elements));
  // event
  if (!changes.made().empty() || input.elements) unit.publish(granted, "report.was_commented", input.period_id.value);
  written.changed = static_cast<std::int32_t>(changes.made().size());
  written.unchanged = changes.unchanged();
  written.revision = changes.revision_after();
  return written;
}

/// report.override_average
Result<Written> override_average_(Write<Perm::report_subject_comment_write>& unit, const OverrideAverage& input) {
  // facts
  const Place place(unit, input.period_id, input.group_id);
  const std::string subject = input.subject_code.value_or("");
  // guard
  ENT_TRY(granted, unit.may(taught_to(input.group_id), no_group));
  ENT_REFUSE(place.expect());
  if (!writes_of(unit, input.group_id, subject)) return base::fail(Errc::failed_precondition, "gradebook.other_service");
  // rule
  ENT_REFUSE(well_formed(input));
  const auto sitting = sittings(unit, place);
  const auto found = std::ranges::find(sitting, input.pupil_id, [](const Sitting& one) { return one.pupil.card.id; });
  if (found == sitting.end()) return base::invalid("/pupil_id", "group.no_member");
  if (!found->goes_by_period) return base::invalid("/pupil_id", other_period);
  const bool says = input.value || input.not_marked;
  if (says) {
    const std::string_view reason = HandAverages(unit, place).refused(*found, input.value, Block::averages);
    if (!reason.empty()) return base::invalid(input.value ? "/value" : "/not_marked", reason);
  }
  const std::int64_t member = found->pupil.member;
  Changes changes(standing_in(unit, input.period_id, sitting, subject));
  ENT_REFUSE(unit.expect_revision(changes.revision_before()));
  const std::string reason(base::trim(input.reason));
  if (says) {
    changes.say(member, rows::Kind::average, subject, rows::value_of(input.value), reason);
  } else {
    changes.take_back(member, rows::Kind::average, subject);
  }
  ENT_REFUSE(changes.expect_unlocked(sitting));
  // rows
  rows::put(unit, granted, input.period_id, changes.made());
  // event
  if (!changes.made().empty()) unit.publish(granted, "report.average_was_overridden", input.period_id.value);
  return Written{static_cast<std::int32_t>(changes.made().size()), changes.unchanged(), changes.revision_after(), {}};
}

}  // namespace

extern constexpr Op op_sheet = op<&sheet_>("report.sheet", "0.1");
extern constexpr Op op_comment = op<&comment_>("report.comment", "0.1");
extern constexpr Op op_override_average = op<&override_average_>("report.override_average", "0.1");

Result<Sheet> sheet(Session& session, const OfSheet& input, const CallOptions& options) {
  return run<Sheet>(op_sheet, session, input, options);
}
Result<Written> comment(Session& session, const Comment& input, const CallOptions& options) {
  return run<Written>(op_comment, session, input, options);
}
Result<Written> override_average(Session& session, const OverrideAverage& input, const CallOptions& options) {
  return run<Written>(op_override_average, session, input, options);
}

}  // namespace ent::report
