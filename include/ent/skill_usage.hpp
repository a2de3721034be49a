/// What pupils do in the portal, and which items it shows: proposals that a teacher confirms.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ent/skill_claims.hpp"

namespace ent::skill {

/// Which item something that a pupil does gives evidence of.
struct UsageRule {
  std::string kind{};       ///< What is done: "search", "message", "document", or a word of the portal's own. 1 to 40 characters.
  SkillItemId item_id{};    ///< What it shows.
  std::int32_t level{};     ///< The level that is proposed, from 1, on the scale of the day.
};

/// Input of set_usage_rules().
struct SetUsageRules {
  OrgId org_id{};                     ///< A unit; they hold in those below it too.
  std::vector<UsageRule> items = {};  ///< At most 200, each kind and item once; in the place of those of the unit. None: there are none.
};

/// Which items what is done gives evidence of.
struct UsageRules {
  std::vector<UsageRule> items{};  ///< By kind.
};

/// Says which items what pupils do in the portal gives evidence of.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, skill.no_item, skill.no_level), not_found
/// (org.not_found). Since 0.1.
Result<UsageRules> set_usage_rules(Session& session, const SetUsageRules& input, const CallOptions& options = {});

/// Input of usage_rules().
struct OfUsage {
  OrgId org_id{};  ///< The unit.
};

/// What a unit says of it, and the units above it, of items that hold: of a rule that was said of an earlier version, the item of the
/// same code.
///
/// Permission: subject.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<UsageRules> usage_rules(Session& session, const OfUsage& input, const CallOptions& options = {});

/// Input of note_usage().
struct NoteUsage {
  OrgId org_id{};          ///< The pupil's establishment.
  std::string kind{};      ///< What the pupil has done.
  std::string evidence{};  ///< What shows it: a text or an address, 1 to 500 characters.
};

/// Notes in a pupil's own session what they have done in the portal, and asks for the validation of each item that it gives evidence
/// of: decide() confirms it, or not. An item of which a request waits, or that was validated already, by whatever
/// version of its referential, is not asked for again; where a newer version holds, it is its item of the same code.
///
/// Permission: skill.claim on oneself.
/// Errors: invalid_argument (text.too_short, text.too_long), not_found (person.not_found). Since 0.1.
Result<Claims> note_usage(Session& session, const NoteUsage& input, const CallOptions& options = {});

}  // namespace ent::skill
