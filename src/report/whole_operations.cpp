// What is said of pupils as a whole: synthesis, vie scolaire, what the council decides.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/describe.hpp"
#include "report/hand_averages.hpp"
#include "report/items.hpp"
#include "report/lint.hpp"
#include "report/opinions.hpp"
#include "report/rules.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::report {
namespace {

constexpr std::array general_kinds{rows::Kind::general_comment};
constexpr std::array school_life_kinds{rows::Kind::school_life_comment, rows::Kind::justified_half_days,
                                       rows::Kind::unjustified_half_days, rows::Kind::latenesses};
constexpr std::array council_kinds{rows::Kind::opinion, rows::Kind::wish, rows::Kind::decision, rows::Kind::general_average};

enum class Event { commented, decided };

Result<Written> write(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, const Items& items, Event event) {
  ENT_REFUSE(items.changes.expect_unlocked(items.sitting));
  rows::put(unit, granted, period, items.changes.made());
  if (items.changes.made().empty()) return Written{0, items.changes.unchanged(), items.changes.revision_after(), {}};
  switch (event) {
    case Event::commented: unit.publish(granted, "report.was_commented", period.value); break;
    case Event::decided: unit.publish(granted, "report.was_decided", period.value); break;
  }
  return Written{static_cast<std::int32_t>(items.changes.made().size()), items.changes.unchanged(), items.changes.revision_after(), {}};
}

/// report.comment_general
Result<Written> comment_general_(Write<Perm::report_general_comment_write>& unit, const CommentGeneral& input) {
  const Place place(unit, input.period_id, input.division_id);
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  ENT_REFUSE(place.expect_division());
  ENT_REFUSE(well_formed(input));
  ENT_TRY(items, items_of(unit, place, input.period_id, input.items, general_kinds));
  std::vector<Advice> advice;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const GeneralItem& item = input.items[i];
    items.changes.say_text(items.members[i], rows::Kind::general_comment, {}, base::trim(item.text));
    for (Finding& finding : advice_on(item.text)) advice.push_back({item.pupil_id, finding.kind, std::move(finding.words)});
  }
  ENT_TRY(written, write(unit, granted, input.period_id, items, Event::commented));
  written.advice = std::move(advice);
  return written;
}

void say_school_life(Changes& changes, std::int64_t member, const SchoolLifeItem& item) {
  const std::string reason(base::trim(item.reason.value_or("")));
  const std::array typed{std::pair(rows::Kind::justified_half_days, item.justified_half_days),
                         std::pair(rows::Kind::unjustified_half_days, item.unjustified_half_days),
                         std::pair(rows::Kind::latenesses, item.latenesses)};
  for (const auto& [kind, count] : typed) {
    if (count) {
      changes.say(member, kind, {}, *count, reason);
    } else if (item.as_counted) {
      changes.take_back(member, kind, {});
    }
  }
  if (item.comment) changes.say_text(member, rows::Kind::school_life_comment, {}, base::trim(*item.comment));
}

/// report.record_school_life
Result<Written> record_school_life_(Write<Perm::report_school_life_comment_write>& unit, const RecordSchoolLife& input) {
  const Place place(unit, input.period_id, input.division_id);
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  ENT_REFUSE(place.expect_division());
  ENT_REFUSE(well_formed(input));
  ENT_TRY(items, items_of(unit, place, input.period_id, input.items, school_life_kinds));
  for (std::size_t i = 0; i < input.items.size(); ++i) say_school_life(items.changes, items.members[i], input.items[i]);
  return write(unit, granted, input.period_id, items, Event::commented);
}

void say_opinions(Changes& changes, std::int64_t member, const std::vector<std::string>& codes) {
  std::vector<Saying> all;
  for (const std::string& code : codes) all.push_back({code, 1});
  changes.say_all(member, rows::Kind::opinion, std::move(all));
}

void say_wishes(Changes& changes, std::int64_t member, const std::vector<Wish>& wishes) {
  std::vector<Saying> all;
  for (const Wish& wish : wishes) {
    const std::int64_t answer = wish.answer ? static_cast<std::int64_t>(*wish.answer) : 0;
    all.push_back({std::to_string(wish.rank), answer, std::string(base::trim(wish.text))});
  }
  changes.say_all(member, rows::Kind::wish, std::move(all));
}

void say_decided(Changes& changes, std::int64_t member, const DecideItem& item) {
  if (item.opinion_codes) say_opinions(changes, member, *item.opinion_codes);
  if (item.wishes) say_wishes(changes, member, *item.wishes);
  if (item.decision) changes.say_text(member, rows::Kind::decision, {}, base::trim(*item.decision));
  if (says_general(item)) {
    const std::string reason(base::trim(*item.reason));
    changes.say(member, rows::Kind::general_average, {}, rows::value_of(item.general_average), reason);
  } else if (item.general_as_computed) {
    changes.take_back(member, rows::Kind::general_average, {});
  }
}

/// Refused by their place where a report has none, or of another scale.
std::optional<Error> have_averages(unit::Unit& unit, const Place& place, const Decide& input, const Items& items) {
  if (std::ranges::none_of(input.items, says_general)) return std::nullopt;
  const HandAverages averages(unit, place);
  base::Fields fields;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const auto one = std::ranges::find(items.sitting, items.members[i], [](const Sitting& sitting) { return sitting.pupil.member; });
    const auto& average = input.items[i].general_average;
    const std::string_view reason = says_general(input.items[i]) ? averages.refused(*one, average, Block::general_average) : "";
    fields.refuse_if(!reason.empty(), "/items/" + std::to_string(i) + (average ? "/general_average" : "/general_not_marked"), reason);
  }
  return fields.error();
}

/// report.decide
Result<Written> decide_(Write<Perm::report_council_decide>& unit, const Decide& input) {
  const Place place(unit, input.period_id, input.division_id);
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  ENT_REFUSE(place.expect_division());
  ENT_REFUSE(well_formed(input, opinions_of(unit, place.period->org_id)));
  ENT_TRY(items, items_of(unit, place, input.period_id, input.items, council_kinds));
  ENT_REFUSE(have_averages(unit, place, input, items));
  for (std::size_t i = 0; i < input.items.size(); ++i) say_decided(items.changes, items.members[i], input.items[i]);
  return write(unit, granted, input.period_id, items, Event::decided);
}

}  // namespace

Result<Written> write_commented(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, const Items& items) {
  return write(unit, granted, period, items, Event::commented);
}

extern constexpr Op op_comment_general = op<&comment_general_>("report.comment_general", "0.1");
extern constexpr Op op_record_school_life = op<&record_school_life_>("report.record_school_life", "0.1");
extern constexpr Op op_decide = op<&decide_>("report.decide", "0.1");

Result<Written> comment_general(Session& session, const CommentGeneral& input, const CallOptions& options) {
  return run<Written>(op_comment_general, session, input, options);
}
Result<Written> record_school_life(Session& session, const RecordSchoolLife& input, const CallOptions& options) {
  return run<Written>(op_record_school_life, session, input, options);
}
Result<Written> decide(Session& session, const Decide& input, const CallOptions& options) {
  return run<Written>(op_decide, session, input, options);
}

}  // namespace ent::report
