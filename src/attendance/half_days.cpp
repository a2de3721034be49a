#include "attendance/half_days.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>

namespace ent::attendance {
namespace {

bool contains(const Observed& outer, const Observed& inner) noexcept {
  return outer.from <= inner.from && inner.to <= outer.to;
}

bool same_bounds(const Observed& one, const Observed& other) noexcept {
  return one.from == other.from && one.to == other.to;
}

/// Of several that have a say, whether it is yes; `yes_wins` where they contradict each other.
struct Votes {
  bool yes = false;
  bool no = false;

  void add(Said said) noexcept {
    yes |= said == Said::yes;
    no |= said == Said::no;
  }
  Said outcome(bool yes_wins) const noexcept {
    if (yes && no) return yes_wins ? Said::yes : Said::no;
    if (yes) return Said::yes;
    return no ? Said::no : Said::nothing;
  }
};

/// By beginning, the longer first: whatever contains one stands before it.
bool outer_first(const Observed& one, const Observed& other) noexcept {
  return one.from != other.from ? one.from < other.from : one.to > other.to;
}

/// What is said of one observation by those that contain it, itself among them: the outermost verdict_of, those of the same
/// bounds together. `said` gives the word of one, or nothing where it has none to give. `all` stands outer first.
template <class SaidBy>
Said verdict_of(std::span<const Observed> all, const Observed& inner, bool yes_wins, SaidBy said) {
  Votes votes;
  const Observed* last = nullptr;  // of those that have a say
  Minute reach = inner.from;       // how far those reach that begin no later and are not of the bounds of `last`
  for (const Observed& one : all) {
    if (one.from > inner.from) break;
    if (!contains(one, inner) || said(one) == Said::nothing) continue;
    if (last != nullptr && !same_bounds(*last, one)) reach = std::max(reach, last->to);
    last = &one;
    if (one.to > reach) votes.add(said(one));
  }
  return votes.outcome(yes_wins);
}

/// An observation that stands, with what is to be known of it.
struct Kept {
  Minute from = 0;
  Minute to = 0;
  bool justified = false;
};

struct Standing {
  std::vector<Kept> absences{};
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

/// A lateness speaks for latenesses of its own bounds alone: it takes no absence back, and justifies none.
bool speaks_for(const Observed& other, const Observed& one) noexcept {
  return other.form != Form::lateness || (one.form == Form::lateness && same_bounds(other, one));
}

/// `all` stands outer first.
bool stays_breach(std::span<const Observed> all, const Observed& one, const CountPolicy& policy) {
  const auto breach = [&](const Observed& other) { return speaks_for(other, one) ? other.breach : Said::nothing; };
  return one.breach == Said::yes && verdict_of(all, one, policy.breach_wins, breach) == Said::yes;
}

Standing standing(std::span<const Observed> observed, const CountPolicy& policy) {
  const auto all = in_order(observed);
  Standing found;
  for (const Observed& one : all) {
    if (!stays_breach(all, one, policy)) continue;
    const auto justified = [&](const Observed& other) {
      return speaks_for(other, one) && other.breach == Said::yes ? other.justified : Said::nothing;
    };
    const Kept kept{one.from, one.to, verdict_of(all, one, policy.justified_wins, justified) == Said::yes};
    if (is_lateness(one, policy)) {
      found.latenesses.push_back(kept);
    } else if (one.form != Form::departure || !is_short(one, policy)) {
      found.absences.push_back(kept);
    }
  }
  return found;
}

/// Minutes of [from, to) that some absence covers. `absences` are in the order of their beginnings.
std::int32_t covered(std::span<const Kept> absences, Minute from, Minute to) noexcept {
  Minute sum = 0;
  for (const Kept& one : absences) {
    const Minute begin = std::max(one.from, from), end = std::min(one.to, to);
    if (end <= begin) continue;
    sum += end - begin;
    from = end;
  }
  return static_cast<std::int32_t>(sum);
}

bool overlaps(const Kept& one, const OpenHalf& open) noexcept { return one.from < open.to && open.from < one.to; }

std::vector<MissedHalf> missed_of(std::span<const Kept> absences, std::span<const OpenHalf> open,
                                  const CountPolicy& policy) {
  std::vector<MissedHalf> missed;
  for (const OpenHalf& half : open) {
    Votes justified;
    bool lasts = false;
    const Date date = date_of(half.from);
    const Minute grace_end = minute_of(date, policy.midday + policy.tolerance);
    for (const Kept& one : absences) {
      if (!overlaps(one, half)) continue;
      justified.add(one.justified ? Said::yes : Said::no);
      lasts |= one.to > grace_end;
    }
    if (!justified.yes && !justified.no) continue;
    const bool morning_missed =
        half.half == HalfDay::afternoon && !missed.empty() && missed.back().date == date;
    if (morning_missed && !lasts) continue;
    missed.push_back({date, half.half, justified.outcome(policy.half_justified_by_part) == Said::yes,
                      covered(absences, half.from, half.to)});
  }
  return missed;
}

bool is_open(std::span<const OpenHalf> open, Minute minute) noexcept {
  return std::ranges::any_of(open, [&](const OpenHalf& half) { return half.from <= minute && minute < half.to; });
}

bool inside(const Kept& inner, const Kept& outer) noexcept { return outer.from <= inner.from && inner.to <= outer.to; }

/// `latenesses` are in the order of their beginnings, the longer first.
std::vector<Late> late_of(const Standing& found, std::span<const OpenHalf> open, Minute from, Minute to) {
  std::vector<Late> late;
  Minute reached = std::numeric_limits<Minute>::min();  // by those before, all of which begin no later
  for (const Kept& one : found.latenesses) {
    if (!is_open(open, one.from) || one.to <= reached) continue;
    reached = one.to;
    const bool in_absence =
        std::ranges::any_of(found.absences, [&](const Kept& absence) { return inside(one, absence); });
    if (in_absence || one.from < from || one.from >= to) continue;
    late.push_back({one.from, static_cast<std::int32_t>(one.to - one.from), one.justified});
  }
  return late;
}

/// By beginning, the longer first; of two alike a justified one first.
bool before(const Kept& one, const Kept& other) noexcept {
  if (one.from != other.from) return one.from < other.from;
  if (one.to != other.to) return one.to > other.to;
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

Count count(std::span<const Observed> observed, std::span<const OpenHalf> open, Minute from, Minute to,
            const CountPolicy& policy) {
  Standing found = standing(observed, policy);
  std::ranges::sort(found.absences, before);
  std::ranges::sort(found.latenesses, before);
  Count counted;
  counted.latenesses = late_of(found, open, from, to);
  for (Kept& one : found.absences) {
    one.from = std::max(one.from, from);
    one.to = std::min(one.to, to);
  }
  std::erase_if(found.absences, [](const Kept& one) { return one.to <= one.from; });
  std::vector<OpenHalf> halves(open.begin(), open.end());
  std::ranges::sort(halves, {}, &OpenHalf::from);
  counted.missed = missed_of(found.absences, halves, policy);
  return counted;
}

}  // namespace ent::attendance
