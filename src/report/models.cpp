#include "report/models.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ent::report {
namespace {

// Arrêté of 31 December 2015 (content of the livret scolaire), in the order of the national form.
constexpr PresetBlock college_blocks[] = {
    {Block::averages, false},         {Block::class_figures, false}, {Block::elements, false},
    {Block::subject_comments, true},  {Block::school_life, false},   {Block::school_life_comment, false},
    {Block::general_comment, true},   {Block::council, false},       {Block::orientation, false},
    {Block::positioning, false},      {Block::general_average, false}, {Block::coefficients, false},
};
constexpr PresetBlock primary_blocks[] = {
    {Block::elements, false}, {Block::positioning, true}, {Block::subject_comments, false}, {Block::general_comment, true},
};

// Programmes of 2020: the domains of cycle 2 (CP to CE2) and of cycle 3 (CM1, CM2).
constexpr PresetDomain cycle_2[] = {
    {"FRA", "Français"},
    {"MAT", "Mathématiques"},
    {"EPS", "Éducation physique et sportive"},
    {"ART", "Enseignements artistiques"},
    {"QLM", "Questionner le monde"},
    {"EMC", "Enseignement moral et civique"},
    {"LVE", "Langue vivante"},
};
constexpr PresetDomain cycle_3[] = {
    {"FRA", "Français"},
    {"MAT", "Mathématiques"},
    {"EPS", "Éducation physique et sportive"},
    {"ART", "Enseignements artistiques"},
    {"SCI", "Sciences et technologie"},
    {"HGE", "Histoire et géographie"},
    {"EMC", "Enseignement moral et civique"},
    {"LVE", "Langue vivante"},
};

constexpr std::array all_models{
    Preset{"college", "Bilan périodique, collège", college_blocks, {}},
    Preset{"lycee", "Bulletin, lycée", college_blocks, {}},
    Preset{"primary_2", "Bilan périodique, cycle 2", primary_blocks, cycle_2},
    Preset{"primary_3", "Bilan périodique, cycle 3", primary_blocks, cycle_3},
};

/// National natures of lycées (general, technological, vocational, of both).
constexpr std::array<std::string_view, 6> lycees{"300", "301", "302", "306", "310", "320"};

}  // namespace

bool Preset::has(Block block) const noexcept { return std::ranges::find(blocks, block, &PresetBlock::block) != blocks.end(); }

bool Preset::requires_block(Block block) const noexcept {
  return std::ranges::any_of(blocks, [&](const PresetBlock& one) { return one.block == block && one.required; });
}

std::span<const Preset> presets() noexcept { return all_models; }

const Preset& preset_for(std::optional<org::Degree> degree, std::string_view nature, std::string_view level) noexcept {
  if (degree == org::Degree::first) return level.starts_with("CM") || level.starts_with("cm") ? all_models[3] : all_models[2];
  return std::ranges::find(lycees, nature) != lycees.end() ? all_models[1] : all_models[0];
}

Model view_of(const Preset& preset) {
  Model model{preset.code, preset.name, {}, {}};
  for (const PresetBlock& block : preset.blocks) model.blocks.push_back({block.block, block.required});
  for (const PresetDomain& domain : preset.domains) model.domains.push_back({domain.code, domain.name});
  return model;
}

}  // namespace ent::report
