// How class councils went, and what they may say.
#include <algorithm>

#include "base/text.hpp"
#include "org/functions.hpp"
#include "report/describe.hpp"
#include "report/opinions.hpp"
#include "report/places.hpp"
#include "report/rules.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::report {
namespace {

constexpr std::string_view no_unit = "org.not_found";

bool says_the_same(const CouncilView& one, const CouncilView& other) {
  const auto same_seat = [](const CouncilSeat& a, const CouncilSeat& b) {
    return a.name == b.name && a.role == b.role && a.present == b.present;
  };
  return one.held_on == other.held_on && one.synthesis == other.synthesis && one.minutes == other.minutes &&
         std::ranges::equal(one.seats, other.seats, same_seat);
}

/// report.write_council
Result<CouncilView> write_council_(Write<Perm::report_general_comment_write>& unit, const WriteCouncil& input) {
  // facts
  const Place place(unit, input.period_id, input.division_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  ENT_REFUSE(place.expect_division());
  // rule
  ENT_REFUSE(well_formed(input, *place.period));
  CouncilView council = rows::council(unit, input.period_id, input.division_id);
  ENT_REFUSE(unit.expect_revision(council.revision));
  const CouncilView before = council;
  if (input.held_on) council.held_on = input.held_on;
  if (input.synthesis) council.synthesis = base::trimmed(input.synthesis);
  if (input.minutes) council.minutes = base::trimmed(input.minutes);
  if (input.seats) council.seats = *input.seats;
  for (CouncilSeat& seat : council.seats) seat.name = std::string(base::trim(seat.name));
  if (says_the_same(before, council)) return council;
  if (all_locked(sittings(unit, place))) return base::fail(Errc::failed_precondition, "report.locked");
  ++council.revision;
  // rows
  rows::put_council(unit, granted, input.period_id, input.division_id, council);
  // event
  unit.publish(granted, "report.council_was_written", input.division_id.value);
  return council;
}

/// report.of_council
Result<CouncilView> of_council_(Read<Perm::report_read>& unit, const OfCouncil& input) {
  const Place place(unit, input.period_id, input.division_id);
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  static_cast<void>(granted);
  ENT_REFUSE(place.expect_division());
  CouncilView council = rows::council(unit, input.period_id, input.division_id);
  if (input.history) council.before = rows::councils_before(unit, input.period_id, input.division_id);
  return council;
}

/// report.set_opinions
Result<Opinions> set_opinions_(Write<Perm::subject_manage>& unit, const SetOpinions& input) {
  const auto school = org::find_at(unit, input.org_id, unit.today());
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  if (!school || school->kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  std::vector<Opinion> opinions = input.items;
  for (Opinion& opinion : opinions) {
    opinion.code = std::string(base::trim(opinion.code));
    opinion.name = std::string(base::trim(opinion.name));
  }
  rows::put_opinions(unit, granted, input.org_id, opinions);
  unit.publish(granted, "report.opinions_were_set", input.org_id.value);
  return Opinions{opinions_of(unit, input.org_id)};
}

/// report.opinions
Result<Opinions> opinions_(Read<Perm::period_read>& unit, const OfSchool& input) {
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  if (!org::find_at(unit, input.org_id, unit.at())) return base::fail(Errc::not_found, no_unit);
  return Opinions{opinions_of(unit, input.org_id)};
}

}  // namespace

extern constexpr Op op_write_council = op<&write_council_>("report.write_council", "0.1");
extern constexpr Op op_of_council = op<&of_council_>("report.of_council", "0.1");
extern constexpr Op op_set_opinions = op<&set_opinions_>("report.set_opinions", "0.1");
extern constexpr Op op_opinions = op<&opinions_>("report.opinions", "0.1");

Result<CouncilView> write_council(Session& session, const WriteCouncil& input, const CallOptions& options) {
  return run<CouncilView>(op_write_council, session, input, options);
}
Result<CouncilView> of_council(Session& session, const OfCouncil& input, const CallOptions& options) {
  return run<CouncilView>(op_of_council, session, input, options);
}
Result<Opinions> set_opinions(Session& session, const SetOpinions& input, const CallOptions& options) {
  return run<Opinions>(op_set_opinions, session, input, options);
}
Result<Opinions> opinions(Session& session, const OfSchool& input, const CallOptions& options) {
  return run<Opinions>(op_opinions, session, input, options);
}

}  // namespace ent::report
