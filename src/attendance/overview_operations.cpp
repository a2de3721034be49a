// What follows from the entries: of a pupil, of a school, of a day.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "access/family.hpp"
#include "attendance/alerts.hpp"
#include "attendance/basis.hpp"
#include "attendance/describe.hpp"
#include "attendance/opening.hpp"
#include "attendance/readable.hpp"
#include "attendance/rows.hpp"
#include "attendance/several.hpp"
#include "attendance/staff.hpp"
#include "attendance/states.hpp"
#include "attendance/target.hpp"
#include "attendance/totals.hpp"
#include "calendar/functions.hpp"
#include "org/functions.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::attendance {
namespace {

constexpr std::int32_t most_half_days = 200;

/// What the entries of one pupil come to over some days.
struct Figures {
  std::vector<MissedHalfDay> half_days{};
  Totals totals{};
  std::vector<AlertView> alerts{};
};

Figures figures_of(std::span<const EntryRow> entries, std::span<const JustificationRow> justifications,
                   std::span<const unit::Period> times_as_pupil, const Basis& basis, const Days& days) {
  std::vector<Observed> seen;
  for (const EntryRow& entry : entries) seen.push_back(observed(entry));
  const Span span = span_of(days);
  const Count counted = count(seen, accepted_spans(justifications), open_to(times_as_pupil, basis.open), span.from, span.to, basis.how);
  Figures figures;
  for (const MissedHalf& half : counted.missed) {
    figures.half_days.push_back({half.date, half.half, half.justified, half.minutes});
  }
  figures.totals = totals_of(counted);
  for (const AlertRule& rule : basis.alerts) {
    for (const Alert& alert : alerts(rule, counted.missed)) {
      figures.alerts.push_back({alert.from, alert.to - std::chrono::days{1}, alert.half_days, alert.reached_on, rule});
    }
  }
  return figures;
}

/// These days and those of the entries: what is decided of an entry goes by all of its time.
Days days_judged(std::span<const EntryRow> entries, Days days) {
  for (const EntryRow& entry : entries) {
    days = {std::min(days.first, date_of(entry.span.from)), std::max(days.last, date_of(entry.span.to - 1))};
  }
  return days;
}

/// attendance.of_pupil
Result<PupilView> of_pupil_(Read<Perm::attendance_read>& unit, const OfPupil& input) {
  const OrgId org = input.org_id;
  const auto pupil = person::find(unit, org, input.pupil_id);
  ENT_TRY(granted, unit.may(target_of(org, pupil ? PersonId{pupil->person.person} : input.pupil_id), no_person));
  static_cast<void>(granted);
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(days, days_of(input.first_date, input.last_date, unit.at()));
  auto entries = rows::entries_of(unit, org, pupil->member, span_of(days));
  const Days judged = days_judged(entries, days);
  auto justifications = rows::justifications_of(unit, org, pupil->member, span_of(judged));
  const Basis basis = basis_of(unit, org, judged);
  auto times = person::times_as_pupils(unit, org, std::span(&pupil->member, 1));
  Figures figures = figures_of(entries, justifications, times[pupil->member], basis, days);
  PupilView view{{}, {}, std::move(figures.half_days), figures.totals, std::move(figures.alerts)};
  const bool with_comments = !access::is_family(unit.actor().profile);
  for (EntryRow& entry : entries) view.entries.push_back(view_of(org, std::move(entry), {justifications, basis.open}, with_comments));
  for (JustificationRow& row : justifications) {
    if (row.span.overlaps(span_of(days))) view.justifications.push_back(view_of(org, std::move(row)));
  }
  return view;
}

/// attendance.absenteeism
Result<Alerts> absenteeism_(Read<Perm::attendance_alert_read>& unit, const OfPupil& input) {
  const OrgId org = input.org_id;
  const auto pupil = person::find(unit, org, input.pupil_id);
  ENT_TRY(granted, unit.may(target_of(org, pupil ? PersonId{pupil->person.person} : input.pupil_id), no_person));
  static_cast<void>(granted);
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(days, days_of(input.first_date, input.last_date, unit.at()));
  const auto entries = rows::entries_of(unit, org, pupil->member, span_of(days));
  const auto justifications = rows::justifications_of(unit, org, pupil->member, span_of(days));
  auto times = person::times_as_pupils(unit, org, std::span(&pupil->member, 1));
  return Alerts{figures_of(entries, justifications, times[pupil->member], basis_of(unit, org, days), days).alerts};
}

/// attendance.unjustified
Result<UnjustifiedList> unjustified_(Read<Perm::attendance_read>& unit, const ListUnjustified& input) {
  ENT_TRY(granted, unit.may(for_staff(unit, target_of(input.org_id)), no_unit));
  static_cast<void>(granted);
  ENT_TRY(days, days_of(input.first_date, input.last_date, unit.at()));
  if (input.at_least < 1 || input.at_least > most_half_days) return base::invalid("/at_least", "field.range");
  auto rows = rows::entries_in(unit, input.org_id, span_of(days));
  keep_readable(unit, input.org_id, rows);
  std::map<std::int64_t, std::vector<EntryRow>> by_pupil;
  for (EntryRow& entry : rows) by_pupil[entry.member].push_back(std::move(entry));
  std::map<std::int64_t, std::vector<JustificationRow>> reasons;
  for (JustificationRow& row : rows::justifications_in(unit, input.org_id, span_of(days), true, false)) {
    reasons[row.member].push_back(std::move(row));
  }
  const Basis basis = basis_of(unit, input.org_id, days);
  std::vector<std::int64_t> members;
  for (const auto& [member, entries] : by_pupil) members.push_back(member);
  auto times = person::times_as_pupils(unit, input.org_id, members);
  UnjustifiedList list;
  for (auto& [member, entries] : by_pupil) {
    Figures figures = figures_of(entries, reasons[member], times[member], basis, days);
    if (figures.totals.unjustified_half_days < input.at_least) continue;
    std::erase_if(figures.half_days, [](const MissedHalfDay& half) { return half.justified; });
    list.items.push_back({std::move(entries.front().pupil), std::move(figures.half_days), figures.totals,
                          std::move(figures.alerts)});
  }
  std::ranges::sort(list.items, [](const Unjustified& one, const Unjustified& other) {
    const auto counted = [](const Unjustified& item) { return item.totals.unjustified_half_days; };
    if (counted(one) != counted(other)) return counted(one) > counted(other);
    const base::Place here = person::place_of(one.pupil), there = person::place_of(other.pupil);
    return std::tie(here.text, here.number) < std::tie(there.text, there.number);
  });
  return list;
}

/// attendance.registers
Result<RegisterStates> registers_(Read<Perm::attendance_read>& unit, const ListRegisters& input) {
  ENT_TRY(visible, unit.visible_groups());
  const Date date = input.date.value_or(unit.at());
  const auto school = org::find_at(unit, input.org_id, date);
  if (!school) return base::fail(Errc::not_found, no_unit);
  if (access::is_family(unit.actor().profile)) return RegisterStates{};
  RegisterStates list{states_of(unit, visible, *school, date)};
  if (input.taken) std::erase_if(list.items, [&](const RegisterState& state) { return state.taken != *input.taken; });
  return list;
}

/// attendance.board
Result<Board> board_(Read<Perm::attendance_read>& unit, const GetBoard& input) {
  const OrgId org = input.org_id;
  ENT_TRY(granted, unit.may(for_staff(unit, target_of(org)), no_unit));
  static_cast<void>(granted);
  Board board{.date = input.date.value_or(unit.at())};
  if (const auto school = org::find_at(unit, org, board.date)) {
    board.registers = states_of(unit, {.orgs = {org.value}, .groups = {}}, *school, board.date);
  }
  for (const RegisterState& state : board.registers) {
    if (!state.taken) {
      board.missing += 1;
      continue;
    }
    board.called += state.called;
    board.present += state.present;
    board.absent += state.absent;
  }
  const auto waiting = rows::count_waiting(unit, std::span(&org.value, 1));
  if (!waiting.empty()) board.waiting = waiting.begin()->second;
  const Span span = span_of(Days{board.date, board.date});
  auto entries = rows::entries_in(unit, org, span);
  keep_readable(unit, org, entries);
  const Days judged = days_judged(entries, {board.date, board.date});
  const auto justifications = rows::justifications_in(unit, org, span_of(judged), true, false);
  const auto open = open_halves(calendar::almanac_of(unit, org, judged.first, judged.last), judged);
  for (EntryRow& entry : entries) board.entries.push_back(view_of(org, std::move(entry), {justifications, open}, true));
  return board;
}

}  // namespace

extern constexpr Op op_of_pupil = op<&of_pupil_>("attendance.of_pupil", "0.1");
extern constexpr Op op_absenteeism = op<&absenteeism_>("attendance.absenteeism", "0.1");
extern constexpr Op op_unjustified = op<&unjustified_>("attendance.unjustified", "0.1");
extern constexpr Op op_registers = op<&registers_>("attendance.registers", "0.1");
extern constexpr Op op_board = op<&board_>("attendance.board", "0.1");

Result<PupilView> of_pupil(Session& session, const OfPupil& input, const CallOptions& options) {
  return run<PupilView>(op_of_pupil, session, input, options);
}
Result<Alerts> absenteeism(Session& session, const OfPupil& input, const CallOptions& options) {
  return run<Alerts>(op_absenteeism, session, input, options);
}
Result<UnjustifiedList> unjustified(Session& session, const ListUnjustified& input, const CallOptions& options) {
  return run<UnjustifiedList>(op_unjustified, session, input, options);
}
Result<RegisterStates> registers(Session& session, const ListRegisters& input, const CallOptions& options) {
  return run<RegisterStates>(op_registers, session, input, options);
}
Result<Board> board(Session& session, const GetBoard& input, const CallOptions& options) {
  return run<Board>(op_board, session, input, options);
}

}  // namespace ent::attendance
