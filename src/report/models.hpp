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

/// That of a pupil: by the degree and the national nature of the school, and by the level.
const Preset& preset_for(std::optional<org::Degree> degree, std::string_view nature, std::string_view level) noexcept;

Model view_of(const Preset& preset);

}  // namespace ent::report
