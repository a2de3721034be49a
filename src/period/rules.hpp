/// How a school year is divided, and by what a pupil goes: pure functions.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "ent/period.hpp"
#include "group/divisions.hpp"

namespace ent::period {

std::optional<Error> well_formed(const Set& input);

/// What is to be set, as it will stand: texts without space around them, levels and divisions once each. `standing`:
/// what was set under the same code before, whose periods keep their ids; the others have none yet.
Scheme scheme_of(const Set& input, const std::vector<Scheme>& standing);

/// Why a scheme can't stand beside the others of its year: a level or a division goes by one of them, and one of them is
/// for all others.
std::optional<Error> beside(const Scheme& scheme, const std::vector<Scheme>& standing);

/// A group that a period holds for.
struct Held {
  PeriodId period{};
  group::Placed group{};
  bool days_stand = true;  ///< False: they may move, so long as they meet those that they were.
  std::set<std::string> pupil_levels{};  ///< Of pupils of a division: each goes by their own.
};

/// Refused where a scheme would move the days of a period that holds for a group, drop it, or have the group or a pupil of it go by another.
std::optional<Error> moves_nothing_held(const Scheme& scheme, const std::vector<Scheme>& standing, std::span<const Held> held);

/// The periods of a pupil, by first day: of the division's own scheme, or else of those of the levels, or else of that
/// which is for all. `division` none: as if in a division that no scheme names.
std::vector<View> periods_of(const std::vector<Scheme>& schemes, std::optional<GroupId> division,
                             const std::vector<std::string>& levels);

/// Whether a period is among those of a pupil of this level; `level` empty: of none.
bool goes_by(const std::vector<Scheme>& schemes, GroupId division, const std::string& level, PeriodId period);

}  // namespace ent::period
