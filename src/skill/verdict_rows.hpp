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

/// A degree that was decided; none: what is worked out holds again.
struct DecidedDegree {
  std::optional<std::int32_t> degree{};
  std::optional<std::string> reason{};     ///< For those who are shown all.
  std::optional<Date> pupils_from{};       ///< As it is written.
  std::optional<Date> parents_from{};      ///< As it is written.
};
/// The last decision of each node that is shown and whose day is in the span, by the codes of referential and node; of members, by number.
/// That what is worked out holds again is shown to all: what was published before it does not stand any more.
std::map<std::int64_t, std::map<ItemKey, DecidedDegree>> decided_degrees(unit::Unit& unit, OrgId org,
                                                                         const std::vector<std::int64_t>& members,
                                                                         const Shown& shown, const gradebook::Span& span);
void add_decided_degree(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillItemId item, Date on,
                        const DecidedDegree& decided);

/// The attestations of a member, the latest first.
std::vector<Attestation> attestations_of(unit::Unit& unit, OrgId org, std::int64_t member);
/// What one signature says: that of the one who attests, or that of the head.
enum class Signature : std::uint8_t { attested = 2, countersigned = 3 };
void add_signature(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillReferentialId referential,
                   Signature signature);

}  // namespace ent::skill::rows
