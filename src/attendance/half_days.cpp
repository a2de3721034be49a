#include "attendance/half_days.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>

#include "attendance/cover.hpp"

namespace ent::attendance {
namespace {

bool contains(const Observed& outer, const Observed& inner) noexcept {
  return outer.from <= inner.from && inner.to <= outer.to;
}

bool same_bounds(const Observed& one, const Observed& other) noexcept {
  return one.from == other.from && one.to == other.to;
}

/// By beginning, the longer first: whatever contains one stands before it.
bool outer_first(const Observed& one, const Observed& other) noexcept {
  return one.from != other.from ? one.from < other.from : one.to > other.to;
}

/// A lateness that stands.
struct Kept {
  Span span{};
  bool justified = false;  ///< By a reason of its own.
};

struct Standing {
  std::vector<Span> absences{};
  std::vector<Kept> latenesses{};
};

bool is_short(const Observed& one, const CountPolicy& policy) noexcept {
  return one.to - one.from < policy.lateness_below;
}

bool is_lateness(const Observed& one, const CountPolicy& policy) noexcept {
  return one.form == Form::lateness || (one.form == Form::by_length && is_short(one, policy));
}

/// Those that are of any length, the outer ones first.
std::vector<Observed> in_order(std::span<const Observed> observed) {
  std::vector<Observed> all;
  std::ranges::copy_if(observed, std::back_inserter(all), [](const Observed& one) { return one.from < one.to; });
  std::ranges::sort(all, outer_first);
  return all;
}

/// A lateness speaks for latenesses of its own bounds alone: it takes no absence back.
bool speaks_for(const Observed& other, const Observed& one) noexcept {
  return other.form != Form::lateness || (one.form == Form::lateness && same_bounds(other, one));
}

/// Whether those that contain an observation, itself among them, leave it a breach: the outermost that have a say decide, those of the same
/// bounds together. `all` stands outer first.
bool stays_breach(std::span<const Observed> all, const Observed& inner, const CountPolicy& policy) {
  if (inner.breach != Said::yes) return false;
  bool yes = false, no = false;
  const Observed* last = nullptr;  // of those that have a say
  Minute reach = inner.from;       // how far those reach that begin no later and are not of the bounds of `last`
  for (const Observed& one : all) {
    if (one.from > inner.from) break;
    if (!contains(one, inner) || one.breach == Said::nothing || !speaks_for(one, inner)) continue;
    if (last != nullptr && !same_bounds(*last, one)) reach = std::max(reach, last->to);
    last = &one;
    if (one.to > reach) (one.breach == Said::yes ? yes : no) = true;
  }
  return yes && (!no || policy.breach_wins);
}

Standing standing(std::span<const Observed> observed, const CountPolicy& policy) {
  const auto all = in_order(observed);
  Standing found;
  for (const Observed& one : all) {
    if (!stays_breach(all, one, policy)) continue;
    if (is_lateness(one, policy)) {
      found.latenesses.push_back({{one.from, one.to}, one.justified});
    } else if (one.form != Form::departure || !is_short(one, policy)) {
      found.absences.push_back({one.from, one.to});
    }
  }
  return found;
}

/// What is justified: a reason of its own that an absence has holds for its time, whatever else is observed of that.
Cover justified_time(std::span<const Observed> observed, std::span<const Span> accepted) {
  std::vector<Span> spans(accepted.begin(), accepted.end());
  for (const Observed& one : observed) {
    if (one.breach == Said::yes && one.justified && one.form != Form::lateness) spans.push_back({one.from, one.to});
  }
  return Cover(std::move(spans));
}

/// Minutes of some spans together, which are in the order of their beginnings.
std::int32_t minutes_of(std::span<const Span> spans) noexcept {
  Minute sum = 0, reached = std::numeric_limits<Minute>::min();
  for (const Span& one : spans) {
    sum += std::max<Minute>(one.to - std::max(one.from, reached), 0);
    reached = std::max(reached, one.to);
  }
  return static_cast<std::int32_t>(sum);
}

bool is_justified(std::span<const Span> parts, const Cover& justified, const CountPolicy& policy) {
  if (!policy.half_justified_by_part) return justified.holds_all(parts);
  return std::ranges::any_of(parts, [&](const Span& part) { return justified.holds_all(std::span(&part, 1)); });
}

/// `absences` are in the order of their beginnings.
std::vector<MissedHalf> missed_of(std::span<const Span> absences, const Cover& justified, std::span<const OpenHalf> open,
                                  const CountPolicy& policy) {
  std::vector<MissedHalf> missed;
  for (const OpenHalf& half : open) {
    std::vector<Span> parts;
    bool lasts = false;
    const Date date = date_of(half.from);
    const Minute grace_end = minute_of(date, policy.midday + policy.tolerance);
    for (const Span& one : absences) {
      const Span part = common(one, half);
      if (part.to <= part.from) continue;
      parts.push_back(part);
      lasts |= one.to > grace_end;
    }
    if (parts.empty()) continue;
    const bool morning_missed =
        half.half == HalfDay::afternoon && !missed.empty() && missed.back().date == date;
    if (morning_missed && !lasts) continue;
    missed.push_back({date, half.half, is_justified(parts, justified, policy), minutes_of(parts)});
  }
  return missed;
}

bool is_open(std::span<const OpenHalf> open, Minute minute) noexcept {
  return std::ranges::any_of(open, [&](const OpenHalf& half) { return half.from <= minute && minute < half.to; });
}

/// `latenesses` are in the order of their beginnings, the longer first.
std::vector<Late> late_of(const Standing& found, const Cover& justified, std::span<const OpenHalf> open, Minute from, Minute to) {
  std::vector<Late> late;
  Minute reached = std::numeric_limits<Minute>::min();  // by those before, all of which begin no later
  for (const auto& [span, has_reason] : found.latenesses) {
    if (!is_open(open, span.from) || span.to <= reached) continue;
    reached = span.to;
    const bool in_absence = std::ranges::any_of(found.absences, [&](const Span& absence) { return absence.contains(span); });
    if (in_absence || span.from < from || span.from >= to) continue;
    late.push_back({span.from, static_cast<std::int32_t>(span.to - span.from),
                    has_reason || justified.holds_all(open_parts(span, open))});
  }
  return late;
}

/// By beginning, the longer first; of two alike a justified one first.
bool before(const Kept& one, const Kept& other) noexcept {
  if (one.span.from != other.span.from) return one.span.from < other.span.from;
  if (one.span.to != other.span.to) return one.span.to > other.span.to;
  return one.justified && !other.justified;
}

}  // namespace

Date date_of(Minute minute) noexcept { return Date{std::chrono::floor<std::chrono::days>(std::chrono::minutes(minute))}; }

std::vector<OpenHalf> open_to(std::span<const unit::Period> times_as_pupil, std::span<const OpenHalf> open) {
  std::vector<OpenHalf> theirs;
  std::ranges::copy_if(open, std::back_inserter(theirs), [&](const OpenHalf& half) {
    const Date day = date_of(half.from);
    return std::ranges::any_of(times_as_pupil, [&](const unit::Period& time) { return time.contains(day); });
  });
  return theirs;
}

std::vector<bool> breaches(std::span<const Observed> observed, const CountPolicy& policy) {
  const auto all = in_order(observed);
  std::vector<bool> found;
  for (const Observed& one : observed) found.push_back(stays_breach(all, one, policy));
  return found;
}

Count count(std::span<const Observed> observed, std::span<const Span> accepted, std::span<const OpenHalf> open, Minute from,
            Minute to, const CountPolicy& policy) {
  Standing found = standing(observed, policy);
  const Cover justified = justified_time(observed, accepted);
  std::ranges::sort(found.absences, {}, &Span::from);
  std::ranges::sort(found.latenesses, before);
  Count counted;
  counted.latenesses = late_of(found, justified, open, from, to);
  for (Span& one : found.absences) {
    one.from = std::max(one.from, from);
    one.to = std::min(one.to, to);
  }
  std::erase_if(found.absences, [](const Span& one) { return one.to <= one.from; });
  std::vector<OpenHalf> halves(open.begin(), open.end());
  std::ranges::sort(halves, {}, &OpenHalf::from);
  counted.missed = missed_of(found.absences, justified, halves, policy);
  return counted;
}

}  // namespace ent::attendance
