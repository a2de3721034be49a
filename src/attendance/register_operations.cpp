// Registers of lessons and half-days: taken in one call, with those alone who are not there.
#include <algorithm>

#include "attendance/basis.hpp"
#include "attendance/describe.hpp"
#include "attendance/news.hpp"
#include "attendance/opening.hpp"
#include "attendance/registers.hpp"
#include "attendance/roll.hpp"
#include "attendance/rows.hpp"
#include "attendance/several.hpp"
#include "attendance/sheet.hpp"
#include "attendance/staff.hpp"
#include "attendance/tell.hpp"
#include "base/each_once.hpp"
#include "group/roll.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"
#include "unit/op.hpp"

namespace ent::attendance {
namespace {

/// Who takes a register again has read what stands: else two who save at once would not learn of each other.
std::optional<Error> expect_read(const unit::WriteUnit& unit, const std::optional<rows::RegisterRow>& standing) {
  if (standing && !unit.has_read()) return base::fail(Errc::conflict, "attendance.taken");
  return unit.expect_revision(standing ? standing->revision : 0);
}

/// Tells the guardians of entries of a register, some of which stood before.
void tell_written(unit::WriteUnit& unit, const unit::Granted& granted, const Roll& roll, std::span<const EntryRow> before,
                  std::span<const EntryRow> written) {
  if (written.empty()) return;
  const Days days = days_about(before, written);
  const bool of_the_day = days.first == roll.date && days.last == roll.date;
  auto members = unit::numbers(written, &EntryRow::member);
  base::keep_each_once(members);
  tell(unit, granted, roll.org, {members, days, of_the_day ? &*roll.almanac : nullptr});
}

/// Writes what a register changes, and tells of it.
void write(unit::WriteUnit& unit, const unit::Granted& granted, const Roll& roll, std::span<const EntryRow> before, Sheet& sheet) {
  const OrgId org = roll.org;
  if (!sheet.added.empty()) {
    std::int64_t next = unit.take_numbers(granted, org.value, "attendance", static_cast<std::int64_t>(sheet.added.size()));
    for (EntryRow& entry : sheet.added) entry.entry = next++;
  }
  const auto rewritten = sheet.rewritten();
  auto written = rewritten;
  written.insert(written.end(), sheet.added.begin(), sheet.added.end());
  rows::keep_former(unit, granted, org, unit::numbers(rewritten, &EntryRow::entry));
  rows::update(unit, granted, org, rewritten);
  rows::insert(unit, granted, org, sheet.added);
  tell_written(unit, granted, roll, before, written);
}

Taken taken_of(OrgId org, const rows::RegisterRow& row, const Sheet& sheet) {
  Taken taken{row.called, row.called - row.absent, row.absent, {}, row.taken_at, row.revision};
  for (const Sheet::Place& place : sheet.places) {
    const std::int64_t number = place.is_new ? sheet.added[static_cast<std::size_t>(place.at)].entry : place.at;
    taken.entry_ids.push_back(make_id<EntryId>(org.value, number));
  }
  return taken;
}

/// Whether who is in charge of a register may take it now: from shortly before it to the end of its day. What the register of a
/// lesson said before that was moved is of an earlier day.
bool is_time(const unit::Unit& unit, const Roll& roll, std::span<const EntryRow> before) {
  const bool of_earlier = std::ranges::any_of(before, [&](const EntryRow& entry) { return date_of(entry.span.from) < roll.date; });
  return roll.almanac && is_today(unit, *roll.almanac, roll.date) && !is_to_come(unit, *roll.almanac, roll.open.from) && !of_earlier;
}

/// attendance.take
Result<Taken> take_(Write<Perm::attendance_take>& unit, const Take& input) {
  // facts
  ENT_TRY(roll, roll_of(unit, {input.lesson_id, input.division_id, input.date, input.half_day}, Perm::attendance_take));
  const OrgId org = roll.org;
  const auto standing = roll.refusal ? std::nullopt : rows::find_register(unit, org, roll.key);
  const auto before = standing ? rows::entries_from(unit, org, standing->key) : std::vector<EntryRow>{};
  // guard
  if (roll.in_charge && is_time(unit, roll, before)) roll.target.met = access::met_slot;
  ENT_TRY(granted, unit.may(roll.target, roll.not_found));
  if (roll.refusal) return std::move(*roll.refusal);
  // rule
  if (is_to_come(unit, *roll.almanac, roll.open.from)) return base::fail(Errc::failed_precondition, "attendance.to_come");
  ENT_TRY(spans, spans_of(input.marks, roll.open));
  ENT_REFUSE(expect_read(unit, standing));
  const auto pupils = group::called(unit, org, roll.groups, roll.date);
  ENT_TRY(sheet, sheet_of(input.marks, spans, pupils, roll.key, before, unit.actor().person, unit.now()));
  // rows
  const rows::RegisterRow row{roll.key, static_cast<std::int32_t>(pupils.size()), sheet.absent, {}, unit.now(),
                              standing ? standing->revision + 1 : 1};
  if (standing && standing->key.day != row.key.day) rows::remove(unit, granted, org, standing->key);
  rows::put(unit, granted, org, row);
  write(unit, granted, roll, before, sheet);
  // event
  const std::int64_t of = input.lesson_id ? input.lesson_id->value : input.division_id->value;
  unit.publish(granted, "attendance.register_was_taken", of);
  return taken_of(org, row, sheet);
}

/// What is known of the time of a register from elsewhere.
struct Elsewhere {
  std::vector<EntryRow> entries{};
  std::vector<rows::Given> given{};  ///< By families, whatever was decided of it.
};

Elsewhere elsewhere(unit::Unit& unit, const Roll& roll, std::span<const group::Called> pupils) {
  const auto members = unit::numbers(pupils, &group::Called::member);
  std::vector<std::int64_t> keys;
  for (const std::int64_t member : members) keys.push_back(roll.org.value << 32 | member);
  return {rows::entries_among(unit, roll.org, members, roll.open), rows::given_for(unit, keys, roll.open)};
}

/// Whether a family has given a reason for some of it, or an absence that is not the register's own touches its time. What came from it and
/// was stretched over days since is known from elsewhere as well.
bool is_announced(const Elsewhere& known, OrgId org, std::int64_t member, std::span<const EntryRow> own) {
  return std::ranges::find(known.given, org.value << 32 | member, &rows::Given::member) != known.given.end() ||
         std::ranges::any_of(known.entries, [&](const EntryRow& entry) {
           return entry.member == member && entry.kind == Kind::absence &&
                  std::ranges::find(own, entry.entry, &EntryRow::entry) == own.end();
         });
}

/// attendance.get_register
Result<Register> get_register_(Read<Perm::attendance_read>& unit, const GetRegister& input) {
  ENT_TRY(roll, roll_of(unit, {input.lesson_id, input.division_id, input.date, input.half_day}, Perm::attendance_read));
  const OrgId org = roll.org;
  ENT_TRY(granted, unit.may(for_staff(unit, roll.target), roll.not_found));
  static_cast<void>(granted);
  ENT_TRY(visible, unit.visible_people());
  if (roll.refusal) return std::move(*roll.refusal);
  const auto row = rows::find_register(unit, org, roll.key);
  const auto pupils = group::called(unit, org, roll.groups, roll.date);
  const Elsewhere known = elsewhere(unit, roll, pupils);
  const auto entries = rows::entries_from(unit, org, row ? row->key : roll.key);
  Register view{.division_id = input.division_id,
                .half_day = input.half_day,
                .lesson_id = input.lesson_id,
                .date = roll.date,
                .begins = time_of(roll.open.from),
                .ends = time_of(roll.open.to)};
  view.called = static_cast<std::int32_t>(pupils.size());
  if (row) view.revision = row->revision;
  if (row && (!input.lesson_id || may_be_of(*roll.almanac, row->taken_at, roll.date, view.begins))) {
    view.taken = true;
    view.called = row->called;
    view.present = row->called - row->absent;
    view.absent = row->absent;
    if (row->author.id) view.author = row->author;
    view.taken_at = row->taken_at;
  }
  for (const group::Called& pupil : pupils) {
    if (!shows(visible, org, pupil.card.id, pupil.member)) continue;
    Line line{pupil.card, {}, is_announced(known, org, pupil.member, entries)};
    const auto entry = std::ranges::find(entries, pupil.member, &EntryRow::member);
    if (entry != entries.end()) line.entry = view_of(org, *entry, {}, true);
    view.lines.push_back(std::move(line));
  }
  return view;
}

}  // namespace

extern constexpr Op op_take = op<&take_>("attendance.take", "0.1");
extern constexpr Op op_get_register = op<&get_register_>("attendance.get_register", "0.1");

Result<Taken> take(Session& session, const Take& input, const CallOptions& options) {
  return run<Taken>(op_take, session, input, options);
}
Result<Register> get_register(Session& session, const GetRegister& input, const CallOptions& options) {
  return run<Register>(op_get_register, session, input, options);
}

}  // namespace ent::attendance
