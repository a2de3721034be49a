#include "report/models.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "base/text.hpp"

namespace ent::report {
namespace {

// Arrêté of 31 December 2015 (content of the livret scolaire), in the order of the national form.
constexpr PresetBlock college_blocks[] = {
    {Block::averages, false},         {Block::class_figures, false}, {Block::elements, false},
    {Block::subject_comments, true},  {Block::school_life, false},   {Block::school_life_comment, false},
    {Block::general_comment, true},   {Block::council, false},       {Block::orientation, false},
    {Block::positioning, false},      {Block::general_average, false}, {Block::coefficients, false},
    {Block::projects, false},
};
constexpr PresetBlock degrees_blocks[] = {
    {Block::positioning, true},     {Block::elements, false},            {Block::subject_comments, true}, {Block::projects, false},
    {Block::school_life, false},    {Block::school_life_comment, false}, {Block::general_comment, true},  {Block::council, false},
    {Block::orientation, false},
};
// Carnet de suivi des apprentissages: what the pupil can do, without marks and without degrees.
constexpr PresetBlock nursery_blocks[] = {
    {Block::elements, false}, {Block::subject_comments, true}, {Block::general_comment, true},
};
constexpr PresetBlock cycle_blocks[] = {
    {Block::components, true}, {Block::cycle_synthesis, true},
};
constexpr PresetBlock primary_blocks[] = {
    {Block::elements, false}, {Block::positioning, true}, {Block::subject_comments, false}, {Block::general_comment, true},
    {Block::projects, false},
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

// Programme of 2021 of the cycle 1.
constexpr PresetDomain cycle_1[] = {
    {"LAN", "Mobiliser le langage dans toutes ses dimensions"},
    {"PHY", "Agir, s'exprimer, comprendre à travers l'activité physique"},
    {"ARS", "Agir, s'exprimer, comprendre à travers les activités artistiques"},
    {"MAT", "Acquérir les premiers outils mathématiques"},
    {"MON", "Explorer le monde"},
};
constexpr PresetDomain socle[] = {
    {"CPD_FRA", "Comprendre, s'exprimer en utilisant la langue française à l'oral et à l'écrit"},
    {"CPD_ETR", "Comprendre, s'exprimer en utilisant une langue étrangère ou régionale"},
    {"CPD_SCI", "Comprendre, s'exprimer en utilisant les langages mathématiques, scientifiques et informatiques"},
    {"CPD_ART", "Comprendre, s'exprimer en utilisant les langages des arts et du corps"},
    {"MET_APP", "Les méthodes et outils pour apprendre"},
    {"FRM_CIT", "La formation de la personne et du citoyen"},
    {"SYS_NAT", "Les systèmes naturels et les systèmes techniques"},
    {"REP_MND", "Les représentations du monde et l'activité humaine"},
};
constexpr PresetDomain epi_themes[] = {
    {"EPI_SAN", "Corps, santé, bien-être et sécurité"},
    {"EPI_ART", "Culture et création artistiques"},
    {"EPI_EDD", "Transition écologique et développement durable"},
    {"EPI_ICC", "Information, communication, citoyenneté"},
    {"EPI_LGA", "Langues et cultures de l'Antiquité"},
    {"EPI_LGE", "Langues et cultures étrangères ou régionales"},
    {"EPI_PRO", "Monde économique et professionnel"},
    {"EPI_STS", "Sciences, technologie et société"},
};
constexpr PresetDomain parcours[] = {
    {"PAR_AVN", "Parcours avenir"},
    {"PAR_CIT", "Parcours citoyen"},
    {"PAR_ART", "Parcours d'éducation artistique et culturelle"},
    {"PAR_SAN", "Parcours éducatif de santé"},
};
constexpr std::array<std::string_view, 7> complements{"LCA", "LCE", "LCR", "CHK", "PRO", "LSF", "LVE"};
constexpr std::array<std::string_view, 13> regional_languages{"BAQ", "BRE", "CAT", "COS", "CPF", "FUD", "GAL",
                                                              "GSW", "MEL", "MOL", "OCI", "TAH", "WLS"};

constexpr std::array all_models{
    Preset{"college", "Bilan périodique, collège", college_blocks, {}},
    Preset{"college_degrees", "Bilan périodique, collège, sans notes", degrees_blocks, {}},
    Preset{"lycee", "Bulletin, lycée", college_blocks, {}},
    Preset{"primary_2", "Bilan périodique, cycle 2", primary_blocks, cycle_2},
    Preset{"primary_3", "Bilan périodique, cycle 3", primary_blocks, cycle_3},
    Preset{"nursery", "Carnet de suivi des apprentissages", nursery_blocks, cycle_1},
    Preset{"end_of_cycle", "Bilan de fin de cycle", cycle_blocks, {}},
};

/// Their places among the models.
constexpr std::size_t of_college = 0, of_lycee = 2, of_cycle_2 = 3, of_cycle_3 = 4, of_nursery = 5, of_end = 6;

bool is_one_of(std::string_view level, std::initializer_list<std::string_view> codes) {
  return std::ranges::find(codes, level) != codes.end();
}

/// National natures of lycées (general, technological, vocational, of both).
constexpr std::array<std::string_view, 6> lycees{"300", "301", "302", "306", "310", "320"};

}  // namespace

bool Preset::has(Block block) const noexcept { return std::ranges::find(blocks, block, &PresetBlock::block) != blocks.end(); }

bool Preset::requires_block(Block block) const noexcept {
  return std::ranges::any_of(blocks, [&](const PresetBlock& one) { return one.block == block && one.required; });
}

std::span<const Preset> presets() noexcept { return all_models; }

const Preset* find_preset(std::string_view code) noexcept {
  const auto found = std::ranges::find_if(all_models, [&](const Preset& one) { return code == one.code; });
  return found == all_models.end() ? nullptr : &*found;
}

const Preset& end_of_cycle() noexcept { return all_models[of_end]; }

std::span<const PresetDomain> socle_components() noexcept { return socle; }

std::int32_t cycle_that_ends(std::string_view level) {
  const std::string folded = base::fold(level);
  if (folded == "ce2") return 2;
  if (is_one_of(folded, {"6", "6e", "6eme", "sixieme"})) return 3;
  return is_one_of(folded, {"3", "3e", "3eme", "troisieme"}) ? 4 : 0;
}

const char* theme_name(ProjectKind kind, std::string_view code) noexcept {
  std::span<const PresetDomain> themes;
  if (kind == ProjectKind::epi) themes = epi_themes;
  if (kind == ProjectKind::parcours) themes = parcours;
  const auto found = std::ranges::find_if(themes, [&](const PresetDomain& one) { return code == one.code; });
  return found == themes.end() ? nullptr : found->name;
}

bool is_complement(std::string_view code) noexcept { return std::ranges::find(complements, code) != complements.end(); }

bool is_regional_language(std::string_view code) noexcept {
  return std::ranges::find(regional_languages, code) != regional_languages.end();
}

const Preset& preset_for(std::optional<org::Degree> degree, std::string_view nature, std::string_view level) {
  const std::string folded = base::fold(level);
  if (degree == org::Degree::first) {
    if (is_one_of(folded, {"tps", "ps", "ms", "gs"})) return all_models[of_nursery];
    return folded.starts_with("cm") ? all_models[of_cycle_3] : all_models[of_cycle_2];
  }
  return std::ranges::find(lycees, nature) != lycees.end() ? all_models[of_lycee] : all_models[of_college];
}

Model view_of(const Preset& preset) {
  Model model{preset.code, preset.name, {}, {}};
  for (const PresetBlock& block : preset.blocks) model.blocks.push_back({block.block, block.required});
  for (const PresetDomain& domain : preset.domains) model.domains.push_back({domain.code, domain.name});
  return model;
}

}  // namespace ent::report
