/// Public identifiers: one safe integer, which carries its establishment.
#pragma once

#include <compare>
#include <cstdint>

namespace ent {

/// A key that cannot be mixed up with another entity's.
///
/// The value has 53 bits, so that JSON and JavaScript keep it exactly: 21 for the
/// establishment and 32 for a number within it. Establishment 0 is the portal as a whole:
/// people and organisation units live there. A value of 0 is no id.
template <class Entity>
struct Id {
  std::int64_t value = 0;

  /// The establishment that the thing belongs to; 0 for the portal as a whole.
  constexpr std::int64_t establishment() const noexcept { return value >> 32; }
  /// The number within the establishment.
  constexpr std::int64_t number() const noexcept { return value & 0xffff'ffff; }
  constexpr explicit operator bool() const noexcept { return value != 0; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// The largest value of an id, 2^53 - 1.
inline constexpr std::int64_t max_id = (std::int64_t{1} << 53) - 1;

/// An id from its two parts: `establishment` below 2^21, `number` below 2^32.
template <class AnyId>
constexpr AnyId make_id(std::int64_t establishment, std::int64_t number) noexcept {
  return AnyId{(establishment << 32) | number};
}

using OrgId = Id<struct OrgEntity>;          ///< An organisation unit; establishments are among them.
using PersonId = Id<struct PersonEntity>;    ///< One human being, the same in the whole portal.
using GroupId = Id<struct GroupEntity>;      ///< A division, teaching group or hand-made group.
using ServiceId = Id<struct ServiceEntity>;  ///< One teacher's teaching of a subject to a group.
using AccountId = Id<struct AccountEntity>;  ///< What a person signs in with.
using ClosureId = Id<struct ClosureEntity>;  ///< Days on which a unit is closed by decision.
using PeriodId = Id<struct PeriodEntity>;    ///< A grading period: a trimester, half a year.
using AssessmentId = Id<struct AssessmentEntity>;  ///< What was asked of a group on a day.

}  // namespace ent
