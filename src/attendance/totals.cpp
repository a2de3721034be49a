#include "attendance/totals.hpp"

#include <algorithm>
#include <utility>

#include "attendance/basis.hpp"
#include "attendance/functions.hpp"
#include "attendance/rows.hpp"
#include "attendance/rules.hpp"
#include "base/rational.hpp"
#include "person/functions.hpp"

namespace ent::attendance {

Totals totals_of(const Count& counted) noexcept {
  Totals totals;
  for (const MissedHalf& half : counted.missed) {
    totals.half_days += 1;
    (half.justified ? totals.justified_half_days : totals.unjustified_half_days) += 1;
    totals.missed_minutes += half.minutes;
  }
  for (const Late& late : counted.latenesses) {
    totals.latenesses += 1;
    totals.lateness_minutes += late.minutes;
  }
  return totals;
}

Totals& operator+=(Totals& sum, const Totals& other) noexcept {
  sum.half_days += other.half_days;
  sum.justified_half_days += other.justified_half_days;
  sum.unjustified_half_days += other.unjustified_half_days;
  sum.missed_minutes += other.missed_minutes;
  sum.latenesses += other.latenesses;
  sum.lateness_minutes += other.lateness_minutes;
  return sum;
}

std::optional<Decimal> absence_rate(std::int32_t missed, std::int32_t expected) {
  if (expected == 0) return std::nullopt;
  const base::Rational percent = base::Rational(missed) * base::Rational(100) / base::Rational(expected);
  return percent.rounded(base::Toward::nearest, base::Rational(1, 100)).decimal();
}

std::map<std::int64_t, Observations> observations_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span) {
  std::map<std::int64_t, Observations> found;
  std::map<std::int64_t, std::vector<EntryRow>> entries;
  for (EntryRow& entry : rows::entries_among(unit, org, members, span)) entries[entry.member].push_back(std::move(entry));
  if (entries.empty()) return found;
  std::map<std::int64_t, std::vector<JustificationRow>> reasons;
  for (JustificationRow& row : rows::justifications_among(unit, org, members, span)) reasons[row.member].push_back(std::move(row));
  for (auto& [member, of_member] : entries) {
    std::ranges::sort(of_member, {}, [](const EntryRow& entry) { return std::pair(entry.span.from, entry.entry); });
    Observations& seen = found[member];
    for (const EntryRow& entry : of_member) seen.observed.push_back(observed(entry));
    seen.accepted = accepted_spans(reasons[member]);
  }
  return found;
}

std::map<std::int64_t, Totals> totals_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date first, Date last) {
  std::map<std::int64_t, Totals> found;
  const Days days{first, last};
  const Span span = span_of(days);
  const auto seen = observations_of(unit, org, members, span);
  if (seen.empty()) return found;
  const Basis basis = basis_of(unit, org, days);
  auto times = person::times_as_pupils(unit, org, members);
  for (const auto& [member, of_member] : seen) {
    found.emplace(member, totals_of(count(of_member.observed, of_member.accepted, open_to(times[member], basis.open), span.from, span.to, basis.how)));
  }
  return found;
}

}  // namespace ent::attendance
