// Absences, latenesses and departures as the office of school life records and corrects them.
#include <algorithm>
#include <array>

#include "attendance/basis.hpp"
#include "attendance/describe.hpp"
#include "attendance/news.hpp"
#include "attendance/reasons.hpp"
#include "attendance/registers.hpp"
#include "attendance/rows.hpp"
#include "attendance/rules.hpp"
#include "attendance/target.hpp"
#include "attendance/tell.hpp"
#include "base/each_once.hpp"
#include "base/text.hpp"
#include "org/functions.hpp"
#include "person/card.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::attendance {
namespace {

constexpr std::size_t most_settled = 200;

std::optional<Error> expect_pupil(unit::Unit& unit, OrgId org, std::int64_t member, const Span& span) {
  const unit::Period days{date_of(span.from), date_of(span.to - 1) + std::chrono::days{1}};
  if (person::has_post(unit, org, member, Profile::pupil, person::any_function, days)) return std::nullopt;
  return base::fail(Errc::failed_precondition, "attendance.not_a_pupil");
}

/// The reason of an entry, given by the school.
std::optional<Error> give_reason(unit::Unit& unit, OrgId org, EntryRow& entry, const std::string& code) {
  entry.reason = std::string(base::trim(code));
  entry.accepted = false;
  if (entry.reason.empty()) return std::nullopt;
  ENT_TRY(reason, expect_reason(unit, org, entry.reason, entry.kind, false));
  entry.accepted = reason.legitimate;
  return std::nullopt;
}

/// The same thing, recorded before.
const EntryRow* standing_alike(const std::vector<EntryRow>& standing, const EntryRow& entry) {
  const auto found = std::ranges::find_if(standing, [&](const EntryRow& other) {
    return other.kind == entry.kind && other.span == entry.span && other.from.lesson == 0 && other.from.half == 0 &&
           other.reason == entry.reason && other.comment == entry.comment;
  });
  return found == standing.end() ? nullptr : &*found;
}

/// Whether a correction changes nothing.
bool says_the_same(const EntryRow& one, const EntryRow& other) {
  return one.kind == other.kind && one.span == other.span && one.reason == other.reason && one.accepted == other.accepted &&
         one.comment == other.comment && one.withdrawn == other.withdrawn;
}

/// Whether an entry comes to stand in a register, on another day or again, in which its pupil has one already. It is then school life's own:
/// a register names a pupil once, and who takes it again would withdraw one of the two unseen.
bool is_second(unit::Unit& unit, OrgId org, const EntryRow& entry, const EntryRow& before) {
  RegisterKey key = entry.from;
  key.day = day_column(entry.span);
  const bool comes = before.withdrawn || key.day != day_column(before.span);
  if ((key.lesson == 0 && key.half == 0) || entry.withdrawn || !comes) return false;
  return std::ranges::any_of(rows::entries_from(unit, org, key), [&](const EntryRow& other) {
    return other.member == entry.member && other.entry != entry.entry;
  });
}

/// attendance.record
Result<Entry> record_(Write<Perm::attendance_edit>& unit, const Record& input) {
  // facts
  const OrgId org = input.org_id;
  const auto pupil = person::find(unit, org, input.pupil_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(org, pupil ? PersonId{pupil->person.person} : input.pupil_id), no_person));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(span, span_of(input));
  ENT_REFUSE(expect_pupil(unit, org, pupil->member, span));
  EntryRow entry{.member = pupil->member, .kind = input.kind, .span = span};
  if (input.comment) entry.comment = std::string(base::trim(*input.comment));
  if (input.reason_code) ENT_REFUSE(give_reason(unit, org, entry, *input.reason_code));
  entry.author = unit.actor().person;
  entry.written_at = unit.now();
  entry.pupil = person::card_of(pupil->person);
  const auto justifications = rows::justifications_of(unit, org, pupil->member, span);
  const Days days = days_about({}, std::span(&entry, 1));
  const Basis basis = basis_of(unit, org, days);
  const Grounds grounds{justifications, basis.open};
  const auto standing = rows::entries_of(unit, org, pupil->member, span);
  if (const EntryRow* same = standing_alike(standing, entry)) return view_of(org, *same, grounds, true);
  // rows
  entry.entry = unit.take_numbers(granted, org.value, "attendance");
  rows::insert(unit, granted, org, std::span(&entry, 1));
  // event
  tell(unit, granted, org, {std::span(&entry.member, 1), days});
  Entry view = view_of(org, entry, grounds, true);
  unit.publish(granted, "attendance.was_recorded", view.id.value);
  return view;
}

/// attendance.correct
Result<Entry> correct_(Write<Perm::attendance_edit>& unit, const Correct& input) {
  // facts
  const OrgId org{input.id.establishment()};
  const auto before = rows::find_entry(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(org, before ? before->pupil.id : PersonId{}), no_entry));
  if (!before) return base::fail(Errc::not_found, no_entry);
  // rule
  ENT_REFUSE(unit.expect_revision(before->revision));
  ENT_REFUSE(well_formed(input));
  EntryRow entry = *before;
  entry.kind = input.kind.value_or(entry.kind);
  ENT_TRY(span, span_of(input, entry.kind, before->span));
  if (span != before->span) ENT_REFUSE(expect_pupil(unit, org, before->member, span));
  entry.span = span;
  if (input.comment) entry.comment = std::string(base::trim(*input.comment));
  if (input.reason_code || input.kind) {
    ENT_REFUSE(give_reason(unit, org, entry, input.reason_code.value_or(entry.reason)));
  }
  entry.withdrawn = input.withdrawn.value_or(entry.withdrawn);
  const Days days = days_about(std::span(&*before, 1), std::span(&entry, 1));
  const Basis basis = basis_of(unit, org, days);
  const auto view = [&](const EntryRow& shown) {
    return view_of(org, shown, {rows::justifications_of(unit, org, shown.member, shown.span), basis.open}, true);
  };
  if (says_the_same(entry, *before)) return view(*before);
  if (is_second(unit, org, entry, *before)) entry.from = {};
  entry.author = unit.actor().person;
  entry.written_at = unit.now();
  entry.revision += 1;
  // rows
  // First the register, as where it is taken. That of a half-day has its entries by their day, which may be another one now.
  rows::raise_revision(unit, granted, org, before->from, std::array{day_column(before->span), day_column(entry.span)});
  rows::keep_former(unit, granted, org, std::span(&entry.entry, 1));
  rows::update(unit, granted, org, std::span(&entry, 1));
  // event
  tell(unit, granted, org, {std::span(&entry.member, 1), days});
  unit.publish(granted, "attendance.was_corrected", input.id.value);
  return view(entry);
}

/// attendance.settle
Result<Done> settle_(Write<Perm::attendance_validate>& unit, const Settle& input) {
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  // rule
  if (input.entry_ids.empty() || input.entry_ids.size() > most_settled) return base::invalid("/entry_ids", "field.range");
  std::vector<std::int64_t> numbers;
  for (const EntryId id : input.entry_ids) numbers.push_back(id.establishment() == input.org_id.value ? id.number() : 0);
  base::keep_each_once(numbers);
  if (rows::existing(unit, input.org_id, numbers).size() != numbers.size()) {
    return base::invalid("/entry_ids", "attendance.entry_not_found");
  }
  // rows
  rows::settle(unit, granted, input.org_id, numbers, input.settled);
  // event
  unit.publish(granted, "attendance.was_settled", input.org_id.value);
  return Done{};
}

/// attendance.history
Result<Versions> history_(Read<Perm::attendance_validate>& unit, const GetHistory& input) {
  const OrgId org{input.id.establishment()};
  auto rows = rows::versions(unit, input.id);
  ENT_TRY(granted, unit.may(target_of(org, rows.empty() ? PersonId{} : rows.front().entry.pupil.id), no_entry));
  static_cast<void>(granted);
  if (rows.empty()) return base::fail(Errc::not_found, no_entry);
  Versions versions;
  for (rows::VersionRow& row : rows) {
    const Instant written_at = row.entry.written_at;
    versions.items.push_back({view_of(org, std::move(row.entry), {}, true), std::move(row.author), written_at});
  }
  return versions;
}

}  // namespace

extern constexpr Op op_record = op<&record_>("attendance.record", "0.1");
extern constexpr Op op_correct = op<&correct_>("attendance.correct", "0.1");
extern constexpr Op op_settle = op<&settle_>("attendance.settle", "0.1");
extern constexpr Op op_history = op<&history_>("attendance.history", "0.1");

Result<Entry> record(Session& session, const Record& input, const CallOptions& options) {
  return run<Entry>(op_record, session, input, options);
}
Result<Entry> correct(Session& session, const Correct& input, const CallOptions& options) {
  return run<Entry>(op_correct, session, input, options);
}
Result<Done> settle(Session& session, const Settle& input, const CallOptions& options) {
  return run<Done>(op_settle, session, input, options);
}
Result<Versions> history(Session& session, const GetHistory& input, const CallOptions& options) {
  return run<Versions>(op_history, session, input, options);
}

}  // namespace ent::attendance
