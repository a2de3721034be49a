/// What the things of skills are named by, and where they stand.
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

}  // namespace ent::skill
