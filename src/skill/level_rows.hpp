/// The rows of `skill_level` and `skill_level_before`, and of all that counts as a level of a pupil.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/skill.hpp"
#include "gradebook/span.hpp"
#include "skill/shown.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

/// What stands of an item for a member.
struct LevelRow {
  std::int64_t item = 0;
  std::int64_t member = 0;
  LevelKind kind = LevelKind::not_entered;
  std::int32_t level = 0;  ///< 0: none.
  std::optional<std::string> comment{};
  std::optional<std::string> evidence{};
  std::int64_t version = 0;
  std::int64_t at = 0;      ///< Microseconds.
  std::int64_t author = 0;  ///< A person.
};

/// What stands, by item and member.
std::vector<LevelRow> levels_of(unit::Unit& unit, SkillEvaluationId id);
/// Puts `after` in the place of those that stand, and keeps `before`.
void replace_levels(unit::WriteUnit& unit, const unit::Granted& granted, SkillEvaluationId id, std::span<const LevelRow> before,
                    std::span<const LevelRow> after);
/// What has stood for a member, the last first.
std::vector<Version> level_versions(unit::Unit& unit, SkillEvaluationId id, std::int64_t member, SkillItemId item);

/// What was told of an item of a member: in an evaluation, or by a claim that was validated.
struct Told {
  std::int64_t member = 0;  ///< As org << 32 | member.
  std::int64_t item = 0;
  LevelKind kind = LevelKind::level;
  std::int32_t level = 0;
  std::int64_t scale = 0;
  Date date{};
  std::optional<std::string> comment{};
  std::optional<std::string> evidence{};
  std::optional<std::string> subject{};
  std::int64_t evaluation = 0;  ///< Its number; 0: a claim.
  std::string name{};
};

/// Of these members, given as org << 32 | member, in a span of days, as far as it is shown: by member, the earliest first.
std::vector<Told> told_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const gradebook::Span& span);

}  // namespace ent::skill::rows
