/// What the things of skills are named by, where they stand, and what stands of them.
#pragma once

#include <cstdint>

#include "ent/id.hpp"

namespace ent {
using SkillReferentialId = Id<struct SkillReferentialEntity>;  ///< One version of a referential; carries its unit.
using SkillItemId = Id<struct SkillItemEntity>;                ///< A domain, component or item of one version.
using SkillEvaluationId = Id<struct SkillEvaluationEntity>;    ///< Items that were evaluated in a group on a day.
using SkillClaimId = Id<struct SkillClaimEntity>;              ///< What a pupil says of an item.
}  // namespace ent

namespace ent::skill {

/// Where something stands in a referential.
enum class NodeKind : std::int32_t {
  domain = 1,     ///< At the top, with something below it.
  component = 2,  ///< Between a domain and its items.
  item = 3,       ///< With nothing below it: what is evaluated.
};

/// What stands of an item for a pupil.
enum class LevelKind : std::int32_t {
  level = 1,          ///< A level.
  absent = 2,         ///< Absent: left out.
  exempt = 3,         ///< Dispensé: left out.
  not_evaluated = 4,  ///< Non évalué: left out.
  not_done = 5,       ///< Non fait, non rendu: left out.
  not_entered = 6,    ///< Nothing was entered.
};

}  // namespace ent::skill
