/// What pupils say of their own skills, and what their teachers make of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/skill_ids.hpp"
#include "ent/time.hpp"

namespace ent::skill {

/// How a claim stands.
enum class ClaimState : std::int32_t {
  noted = 1,      ///< A self-assessment: nobody is asked anything.
  requested = 2,  ///< A teacher is asked to validate it.
  validated = 3,  ///< It counts as a level of the pupil, of the day on which it was validated.
  refused = 4,    ///< It was looked at, and does not count.
};

/// What a pupil says of an item.
struct Claim {
  SkillClaimId id{};                           ///< Carries its establishment.
  person::Card pupil{};                        ///< Who.
  SkillItemId item_id{};                       ///< Of what.
  std::string item_code{};                     ///< Its code.
  std::string item_label{};                    ///< What it says.
  std::optional<std::int32_t> level{};         ///< Where the pupil sees themselves, from 1.
  std::optional<std::string> evidence{};       ///< What shows it: a text or an address.
  Date date{};                                 ///< When it was said.
  ClaimState state{};                          ///< How it stands.
  std::optional<std::int32_t> decided_level{}; ///< What was validated.
  std::optional<std::string> reason{};         ///< What the teacher says of it.
  std::optional<Date> decided_on{};            ///< When it was decided.
};

/// Input of claim().
struct MakeClaim {
  OrgId org_id{};                            ///< The pupil's establishment.
  SkillItemId item_id{};                     ///< An item of a referential of the unit or of those above it.
  std::optional<std::int32_t> level = {};    ///< Where one sees oneself, on the scale of the unit, from 1; none: not said.
  std::optional<std::string> evidence = {};  ///< What shows it: a text or an address, 1 to 500 characters.
  bool request = false;                      ///< Asks for validation; then `evidence` is needed.
};

/// A pupil says where they see themselves in an item, and may ask for its validation.
///
/// Permission: skill.claim on oneself.
/// Errors: invalid_argument (skill.no_item, skill.no_level, skill.nothing_said, skill.no_evidence, text.too_short, text.too_long),
/// not_found (person.not_found), failed_precondition (skill.already_asked: a request for the item, or for that of the same
/// code in another version, waits). Since 0.1.
Result<Claim> claim(Session& session, const MakeClaim& input, const CallOptions& options = {});

/// Input of decide().
struct Decide {
  SkillClaimId id{};                        ///< A request that waits.
  bool validated{};                         ///< Whether it counts.
  std::optional<std::int32_t> level = {};   ///< The level that is validated; default: the one that was claimed.
  std::optional<std::string> reason = {};   ///< 1 to 300 characters; needed for a refusal.
};

/// Validates what a pupil asked for, or refuses it. What is validated counts from today on: not while the pupil's period is closed.
///
/// Permission: skill.evaluate on the pupil.
/// Errors: invalid_argument (skill.no_level: not on the scale, or none was claimed; skill.no_reason, text.too_short, text.too_long),
/// not_found (skill.no_claim), failed_precondition (skill.not_asked: no request, or decided on already;
/// gradebook.period_closed). Since 0.1.
Result<Claim> decide(Session& session, const Decide& input, const CallOptions& options = {});

/// Input of claims().
struct ListClaims {
  OrgId org_id{};                        ///< The establishment.
  std::optional<PersonId> pupil_id = {}; ///< Of this pupil; or
  std::optional<GroupId> group_id = {};  ///< of those who are in this group on the session's date.
  bool waiting = false;                  ///< Only requests that wait.
};

/// What pupils said.
struct Claims {
  std::vector<Claim> items{};  ///< The latest first; at most 500.
};

/// What a pupil, or the pupils of a group, said of their skills.
///
/// Permission: skill.read on the pupil or the group.
/// Errors: invalid_argument (skill.pupil_or_group: both or neither), not_found (person.not_found, group.not_found). Since 0.1.
Result<Claims> claims(Session& session, const ListClaims& input, const CallOptions& options = {});

}  // namespace ent::skill
