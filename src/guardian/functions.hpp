/// What other domains may do with guardians.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/cursor.hpp"
#include "ent/guardian.hpp"
#include "person/functions.hpp"
#include "person/visible.hpp"
#include "unit/period.hpp"
#include "unit/unit.hpp"

namespace ent::guardian {

/// One guardianship.
struct LinkRow {
  std::int64_t pupil = 0;  ///< A person.
  std::int64_t adult = 0;  ///< A person.
  Kind kind{};
  std::int64_t rights = 0;  ///< Bits.
  std::optional<Relationship> relationship{};
  std::int32_t priority = 1;
  std::optional<std::string> court_ref{};
  unit::Period period{};
  std::string source{};  ///< The feed that owns the row; empty: entered by hand.
  std::int64_t revision = 1;
};

/// A row that begins on the day of one that stands takes its place.
void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const LinkRow> links);

/// Gives the guardians of these pupils a number in the unit, unless they have one: they are where the
/// children are.
void join_guardians(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                    std::span<const std::int64_t> pupils);

/// Those who are guardians of one of these pupils (org << 32 | member) on a day, by name.
std::vector<person::Named> adults_of(unit::Unit& unit, std::span<const std::int64_t> pupils, Date at);

/// A guardian as a pupil has them on a day.
struct Beside {
  std::int64_t pupil = 0;  ///< A person.
  person::Card adult{};
  Kind kind{};
  std::optional<Relationship> relationship{};
  std::int32_t priority = 1;
};

/// The guardians of these pupils (persons) on a day, by pupil and in the order in which to call; without those whom a
/// court keeps from the pupil.
std::vector<Beside> beside(unit::Unit& unit, std::span<const std::int64_t> pupils, Date at);

/// A guardian, and the pupils for whom they are written to.
struct Family {
  person::Card adult{};
  std::vector<person::Card> pupils{};
};

/// The guardians who are told of some of these pupils on the session's date, with them: by the adult's
/// name, from a place on, at most so many. Pupils are given as org << 32 | member.
std::vector<Family> families(unit::Unit& unit, const person::Seen& seen, std::span<const std::int64_t> pupils,
                             const base::Place& start, std::int64_t limit);

}  // namespace ent::guardian
