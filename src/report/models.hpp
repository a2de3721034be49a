/// Which blocks a report has: the models that the library brings along.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ent/org.hpp"
#include "ent/report_card.hpp"

namespace ent::report {

/// A domain of primary school.
struct PresetDomain {
  const char* code;
  const char* name;
};

struct PresetBlock {
  Block block;
  bool required;
};

struct Preset {
  const char* code;
  const char* name;
  std::span<const PresetBlock> blocks;
  std::span<const PresetDomain> domains;  ///< Empty: the lines are those of the subjects that are taught.

  bool has(Block block) const noexcept;
  bool requires_block(Block block) const noexcept;
};

std::span<const Preset> presets() noexcept;

/// What is chosen by schools: by code.
const Preset* find_preset(std::string_view code) noexcept;

/// The model of the end of a cycle; it is added to that of the last period.
const Preset& end_of_cycle() noexcept;

/// Which cycle ends with this level: 2 with CE2, 3 with sixième, 4 with troisième; 0: none.
std::int32_t cycle_that_ends(std::string_view level);

/// What the report of the end of a cycle tells degrees of, in its order: the components of the socle commun.
std::span<const PresetDomain> socle_components() noexcept;

/// The national name of the theme of an EPI or of a parcours; none: there is no such code.
const char* theme_name(ProjectKind kind, std::string_view code) noexcept;

/// Whether there is such an enseignement de complément.
bool is_complement(std::string_view code) noexcept;
/// Whether there is such a langue régionale.
bool is_regional_language(std::string_view code) noexcept;

/// That of a pupil where the school has chosen none: by the degree and the national nature of the school, and by the level.
const Preset& preset_for(std::optional<org::Degree> degree, std::string_view nature, std::string_view level);

Model view_of(const Preset& preset);

}  // namespace ent::report
