/// HalfDay-days missed and latenesses, as a pure function of what was observed and of when the school was open.
///
/// Nothing of this is stored: whoever asks counts anew, so a correction needs no second place to be told. The rules, with
/// worked examples, are in docs/attendance.md.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ent/calendar.hpp"
#include "ent/time.hpp"
#include "unit/period.hpp"

namespace ent::attendance {

using calendar::HalfDay;

/// Civil minutes of an establishment since 1970-01-01, 00:00. Changes of its clock are nothing here: schools are closed then.
using Minute = std::int64_t;

inline constexpr Minute day_minutes = 1440;

inline Minute minute_of(Date date, std::int64_t minute_of_day) noexcept {
  return date.time_since_epoch().count() * day_minutes + minute_of_day;
}
Date date_of(Minute minute) noexcept;

/// Civil minutes, [from, to).
struct Span {
  Minute from = 0;
  Minute to = 0;

  bool contains(const Span& other) const noexcept { return from <= other.from && other.to <= to; }
  bool overlaps(const Span& other) const noexcept { return from < other.to && other.from < to; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A flag that may be left open.
enum class Said : std::uint8_t { nothing, yes, no };

/// What an observation is counted as.
enum class Form : std::uint8_t {
  by_length,  ///< A lateness when shorter than the threshold of the policy, else an absence.
  lateness,   ///< A lateness, however long.
  departure,  ///< When shorter than the threshold neither an absence nor a lateness, else an absence.
};

/// Something observed of one pupil, [from, to).
struct Observed {
  Minute from = 0;
  Minute to = 0;            ///< After `from`; what is empty counts for nothing.
  Said breach = Said::yes;  ///< Of the duty to attend; `no` says that the pupil was where they had to be.
  bool justified = false;   ///< By a legitimate reason of its own.
  Form form = Form::by_length;
};

/// A half-day on which the school is open, [from, to) within one day. One day has at most one of each half.
struct OpenHalf {
  HalfDay half{};
  Minute from = 0;
  Minute to = 0;
};

/// How a school counts.
struct CountPolicy {
  std::int32_t midday = 11 * 60 + 50;   ///< Minute of the day at which the morning ends.
  std::int32_t tolerance = 105;         ///< Minutes: with the morning missed, the afternoon is only where an absence lasts longer.
  std::int32_t lateness_below = 30;     ///< Minutes: a shorter absence is a lateness.
  bool breach_wins = true;              ///< Where observations of equal rank contradict each other on the breach.
  bool half_justified_by_part = false;  ///< A half-day is justified when one of its absences is; else when all are.
  friend bool operator==(const CountPolicy&, const CountPolicy&) = default;
};

/// A half-day missed.
struct MissedHalf {
  Date date{};
  HalfDay half{};
  bool justified = false;
  std::int32_t minutes = 0;  ///< Of open time missed.
  friend bool operator==(const MissedHalf&, const MissedHalf&) = default;
};

/// A lateness that counts.
struct Late {
  Minute from = 0;
  std::int32_t minutes = 0;
  bool justified = false;
  friend bool operator==(const Late&, const Late&) = default;
};

struct Count {
  std::vector<MissedHalf> missed{};  ///< In their order.
  std::vector<Late> latenesses{};    ///< In their order.
  friend bool operator==(const Count&, const Count&) = default;
};

/// The half-days on which a pupil is one of the school's: of those before they came and after they left nothing is missed.
std::vector<OpenHalf> open_to(std::span<const unit::Period> times_as_pupil, std::span<const OpenHalf> open);

/// Of what was observed, whether each is a breach after all: nothing around it takes it back.
std::vector<bool> breaches(std::span<const Observed> observed, const CountPolicy& policy);

/// Counts what lies in [from, to): absences are cut there, and a lateness counts where it begins.
///
/// An observation that contains others decides over them, and the widest over all: that a pupil was at the infirmary from
/// 8:00 to 9:10 takes back an absence from 8:01 to 9:00. What says nothing decides nothing.
///
/// What was missed of a half-day is justified when `accepted`, the time for which reasons were accepted, and the absences with a legitimate
/// reason of their own cover it together. An absence is cut for that alone: it stays as long as it is.
Count count(std::span<const Observed> observed, std::span<const Span> accepted, std::span<const OpenHalf> open, Minute from,
            Minute to, const CountPolicy& policy);

}  // namespace ent::attendance
