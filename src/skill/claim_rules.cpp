#include "skill/claim_rules.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t longest_claim_evidence = 500;
constexpr std::size_t longest_claim_reason = 300;

bool lies_on(std::int32_t level, std::size_t levels) noexcept { return level >= 1 && static_cast<std::size_t>(level) <= levels; }

}  // namespace

std::optional<Error> well_formed(const MakeClaim& input, std::size_t levels) {
  base::Fields fields;
  fields.refuse_if(!input.level && !input.evidence, "/level", "skill.nothing_said")
      .refuse_if(input.level && !lies_on(*input.level, levels), "/level", "skill.no_level")
      .refuse_if(input.request && !input.evidence, "/evidence", "skill.no_evidence");
  if (input.evidence) fields.length(base::trim(*input.evidence), 1, longest_claim_evidence, "/evidence");
  return fields.error();
}

std::optional<Error> well_formed(const Decide& input, std::optional<std::int32_t> claimed, std::size_t levels) {
  const auto level = input.level ? input.level : claimed;
  base::Fields fields;
  fields.refuse_if(input.validated && (!level || !lies_on(*level, levels)), "/level", "skill.no_level")
      .refuse_if(!input.validated && !input.reason, "/reason", "skill.no_reason");
  if (input.reason) fields.length(base::trim(*input.reason), 1, longest_claim_reason, "/reason");
  return fields.error();
}

}  // namespace ent::skill
