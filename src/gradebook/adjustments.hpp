/// What bonus/malus columns add to averages: pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "ent/decimal.hpp"
#include "gradebook/span.hpp"

namespace ent::gradebook {

/// Points that stand for a member, by one service of a group, in the period of these days.
struct GivenPoints {
  std::int64_t member = 0;
  std::int64_t group = 0;  ///< Number in the unit.
  std::string subject{};   ///< Empty: none.
  Decimal points = 0;
  Span days{};
};

/// Of one pupil, by subject ("" for none); of one subject, by member.
using PointsBySubject = std::map<std::string, Decimal>;
using PointsByMember = std::map<std::int64_t, Decimal>;

/// Adds up what was given in the period of exactly these days.
PointsBySubject points_by_subject(std::span<const GivenPoints> given, const Span& days);
std::map<std::string, PointsByMember> points_by_member(std::span<const GivenPoints> given, const Span& days);

std::optional<Decimal> points_in(const PointsBySubject& points, const std::optional<std::string>& subject);
std::optional<Decimal> points_of(const PointsByMember& points, std::int64_t member);

}  // namespace ent::gradebook
