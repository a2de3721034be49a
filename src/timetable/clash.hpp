/// What cannot take place at one time: pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "base/zone.hpp"
#include "ent/timetable.hpp"
#include "unit/period.hpp"

namespace ent::timetable {

/// A lesson with all that it takes: ids in order.
struct Busy {
  LessonId lesson{};
  Date date{};
  std::int32_t begins = 0;  ///< Minutes since midnight.
  std::int32_t ends = 0;
  std::vector<std::int64_t> people{};
  std::vector<std::int64_t> rooms{};
  std::vector<std::int64_t> groups{};
  std::optional<base::Zone> zone{};  ///< By whose clock; none where all lessons go by one.
};

/// The clocks of two places show days that are at most so far apart.
inline constexpr std::chrono::days most_days_apart{2};

/// Which groups have pupils in common: by what is declared of them, which may be known before the pupils are, and by
/// their members, where there are any.
class GroupTies {
 public:
  /// One is drawn out of the other.
  void declare(std::int64_t one, std::int64_t other);
  /// A part of the pupils of a group, which others may hold too.
  void add_part(std::int64_t group, std::int64_t part);
  void add_stay(std::int64_t group, std::int64_t pupil, const unit::Period& period);

  /// Whether somebody can be in both on a day.
  bool meet(std::int64_t one, std::int64_t other, Date date) const;

 private:
  struct Stay {
    std::int64_t pupil = 0;
    unit::Period period{};
  };
  using Pair = std::pair<std::int64_t, std::int64_t>;
  const std::vector<unit::Period>& common(std::int64_t one, std::int64_t other) const;

  bool share_part(std::int64_t one, std::int64_t other) const;

  std::set<Pair> declared_;
  std::map<std::int64_t, std::set<std::int64_t>> parts_;  ///< Of each group.
  std::map<std::int64_t, std::vector<Stay>> stays_;  ///< Of each group, by pupil.
  mutable std::map<Pair, std::vector<unit::Period>> common_;
};

/// What of the first lesson meets the other, if they overlap in time: one clash for each kind of thing that they share, by the clock
/// of the first. Lessons by different clocks are of different schools, which share no more than teachers.
std::vector<Clash> between(const Busy& one, const Busy& other, const GroupTies& ties);

/// All pairs, in the order of time.
std::vector<Clash> clashes_among(std::span<const Busy> lessons, const GroupTies& ties);

/// What is against a lesson among others; what has its own id is left out.
std::vector<Clash> against(const Busy& lesson, std::span<const Busy> others, const GroupTies& ties);

}  // namespace ent::timetable
