/// The rows of `skill_verdict`: what people decide of a pupil by hand.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gradebook/span.hpp"
#include "skill/balance_rules.hpp"
#include "skill/shown.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

/// What is to be decided of a node; no degree: what is worked out holds again.
struct DecidedDegree {
  std::optional<std::int32_t> degree{};
  std::optional<std::string> reason{};
  std::optional<Date> pupils_from{};       ///< As it is written.
  std::optional<Date> parents_from{};      ///< As it is written.
};

/// A decision, whose it is, and of what.
struct Decided {
  std::int64_t member = 0;  ///< As org << 32 | member.
  SkillReferentialId referential{};
  ItemKey node{};
  Decision decision{};
};
/// Those that are shown and whose day is in the span, of members, given as org << 32 | member: the earliest first. That what is worked out
/// holds again is shown to all: what was published before it does not stand any more.
std::vector<Decided> decided_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const gradebook::Span& span);
void add_decided_degree(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillItemId item, Date on,
                        const DecidedDegree& decided);

/// The attestations of members, given as org << 32 | member, the latest first, with the decisions behind them that are shown.
std::vector<Attestation> attestations_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown);
/// What one signature says: that of the one who attests, or that of the head.
enum class Signature : std::uint8_t { attested = 2, countersigned = 3 };
/// `decisions`: the numbers of those that it rests on.
void add_signature(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillReferentialId referential,
                   Signature signature, std::span<const std::int64_t> decisions = {});

}  // namespace ent::skill::rows
