// Averages: of a pupil, explained, and of a group.
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "base/unit_key.hpp"
#include "gradebook/average_table.hpp"
#include "gradebook/averages.hpp"
#include "gradebook/class_averages.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/pupil_facts.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/seats.hpp"
#include "gradebook/shown.hpp"
#include "gradebook/target.hpp"
#include "group/divisions.hpp"
#include "group/functions.hpp"
#include "person/cards.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

/// The pupils of a group on the last day of a span, by number, and their divisions.
Term term_of(unit::Unit& unit, GroupId group, const Span& span) {
  std::map<std::int64_t, Classmate> pupils;
  for (const std::int64_t key : group::members_of(unit, group, span.last_day)) {
    const std::int64_t member = base::number_of(key);
    pupils.try_emplace(member, Classmate{member});
  }
  for (const group::Seat& seat : group::seats_of(unit, group, span.last_day)) {
    Classmate& pupil = pupils.try_emplace(seat.member, Classmate{seat.member}).first->second;
    if (pupil.division == 0) std::tie(pupil.division, pupil.level) = std::tie(seat.division, seat.level);
  }
  Term term{span.first_day, span.last_day};
  for (auto& [member, pupil] : pupils) term.pupils.push_back(std::move(pupil));
  return term;
}

/// Those who are of the group, by name.
std::vector<person::MemberCard> cards_of(unit::Unit& unit, GroupId group, std::span<const Classmate> pupils) {
  std::vector<std::int64_t> members;
  for (const Classmate& pupil : pupils) {
    if (pupil.of_class) members.push_back(base::in_unit(group.establishment(), pupil.member));
  }
  return person::cards_of(unit, members);
}

/// What stays in groups that the pupil has left is told beside what counts, and in a subject of its own where nothing does.
void tell_stayed(Averages& averages, const PupilFacts& facts) {
  for (const PupilMark& mark : facts.stayed) {
    const auto subject = std::ranges::find(averages.items, mark.assessment.subject_code, &SubjectAverage::subject_code);
    const Line line{mark.assessment.id, Fate::stayed, {}, {}, {}, mark.assessment.box_code};
    if (subject != averages.items.end()) {
      subject->lines.push_back(line);
      continue;
    }
    const Weight weight = facts.formula.weights.of(mark.assessment.subject_code, facts.place);
    SubjectAverage alone{.subject_code = mark.assessment.subject_code};
    alone.coefficient = weight.coefficient;
    alone.mode = weight.mode;
    alone.lines.push_back(line);
    averages.items.insert(std::ranges::upper_bound(averages.items, alone.subject_code, {}, &SubjectAverage::subject_code), std::move(alone));
  }
}

/// gradebook.averages
Result<Averages> averages_(Read<Perm::mark_read>& unit, const OfAverages& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(span, span_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  const auto missing = input.figure == Figure::if_nothing_more ? PupilFacts::Missing::all : PupilFacts::Missing::where_it_counts;
  PupilFacts facts(unit, input.org_id, pupil->member, shown, span, missing);
  Averages averages = averages_of(facts.basis(), facts.place, std::move(facts.marks), facts.points, input.figure);
  tell_stayed(averages, facts);
  if (!shows_all_subjects(shown)) keep_silent_over_all(averages);
  return averages;
}

/// What is made of the marks of a group that is asked about.
struct GroupFigures {
  ClassAverages averages{};
  bool general = false;  ///< Whether all subjects are told, so that general averages are.
};

/// `Input`: OfGroup or OfTable.
template <class Input>
Result<GroupFigures> figures_of(Read<Perm::mark_read>& unit, const Input& input) {
  const auto group = group::find(unit, input.group_id);
  ENT_TRY(granted, unit.may(target_of(input.group_id, true), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  ENT_TRY(span, span_of(unit, OrgId{input.group_id.establishment()}, input.first_day, input.last_day, input.period_id));
  const auto subjects = subjects_shown(unit, input.group_id, input.subject_code);
  const Term term = term_of(unit, input.group_id, span);
  const auto terms = as_kept(unit, input.group_id, std::span(&term, 1));
  return GroupFigures{class_averages(unit, input.group_id, terms, {.subjects = subjects}), !subjects};
}

/// gradebook.group_averages
Result<GroupAverages> group_averages_(Read<Perm::mark_read>& unit, const OfGroup& input) {
  ENT_TRY(figures, figures_of(unit, input));
  GroupAverages averages;
  averages.policy = std::move(figures.averages.made_by.policy);
  averages.scale = figures.averages.made_by.scale;
  averages.frozen_at = figures.averages.frozen_at;
  for (ClassFigures& subject : figures.averages.subjects) averages.items.push_back(std::move(subject.look));
  averages.categories = looks_of(figures.averages.categories);
  if (figures.general) averages.general = std::move(figures.averages.general.look);
  return averages;
}

/// gradebook.table
Result<Table> table_(Read<Perm::mark_read>& unit, const OfTable& input) {
  ENT_TRY(figures, figures_of(unit, input));
  const auto cards = cards_of(unit, input.group_id, figures.averages.pupils);
  return table_of(std::move(figures.averages), cards, {.ranks = input.ranks, .general = figures.general});
}

}  // namespace

extern constexpr Op op_averages = op<&averages_>("gradebook.averages", "0.1");
extern constexpr Op op_group_averages = op<&group_averages_>("gradebook.group_averages", "0.1");
extern constexpr Op op_table = op<&table_>("gradebook.table", "0.1");

Result<Averages> averages(Session& session, const OfAverages& input, const CallOptions& options) {
  return run<Averages>(op_averages, session, input, options);
}
Result<GroupAverages> group_averages(Session& session, const OfGroup& input, const CallOptions& options) {
  return run<GroupAverages>(op_group_averages, session, input, options);
}
Result<Table> table(Session& session, const OfTable& input, const CallOptions& options) {
  return run<Table>(op_table, session, input, options);
}

}  // namespace ent::gradebook
