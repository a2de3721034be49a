#include "report/model_rules.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "report/models.hpp"

namespace ent::report {
namespace {

// Lengths are those of the national import (LSU).
constexpr std::size_t longest_title = 150;
constexpr std::size_t longest_text = 600;
constexpr std::size_t longest_cycle_synthesis = 1'500;
constexpr std::size_t longest_project_code = 40;
constexpr std::size_t most_projects = 40;
constexpr std::size_t most_pupils = 200;
constexpr std::size_t most_subjects_of_project = 10;
constexpr std::int32_t best_position = 4;

std::string item_at(std::size_t place, const std::string& field) { return "/items/" + std::to_string(place) + field; }

void check_text(base::Fields& fields, const std::optional<std::string>& text, std::size_t longest, const std::string& path) {
  if (text) fields.length(base::trim(*text), 0, longest, path);
}

void check_subjects(base::Fields& fields, const Project& project, const std::string& path) {
  const auto& codes = project.subject_codes;
  fields.refuse_if(codes.size() > most_subjects_of_project, path, "field.range")
      .refuse_if(project.kind == ProjectKind::epi && codes.size() < 2, path, "report.two_subjects");
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::string here = path + "/" + std::to_string(i);
    fields.length(base::trim(codes[i]), 1, longest_project_code, here)
        .refuse_if(!seen.insert(std::string(base::trim(codes[i]))).second, here, "field.repeated");
  }
}

/// An EPI and a parcours have one of the national themes, support has none.
bool has_its_theme(const Project& project) {
  if (project.kind == ProjectKind::support) return !project.theme;
  return project.theme && theme_name(project.kind, base::trim(*project.theme)) != nullptr;
}

void check_components(base::Fields& fields, const CycleItem& item, const std::string& path) {
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < item.components.size(); ++i) {
    const ComponentItem& component = item.components[i];
    const std::string here = path + "/components/" + std::to_string(i);
    const bool known = std::ranges::any_of(socle_components(), [&](const PresetDomain& one) { return component.code == one.code; });
    const bool in_range = !component.position || (*component.position >= 0 && *component.position <= best_position);
    fields.refuse_if(!known, here + "/code", "report.no_component")
        .refuse_if(!seen.insert(component.code).second, here + "/code", "field.repeated")
        .refuse_if(!in_range, here + "/position", "field.range");
  }
}

/// A code that there is has a goal of two; where none is named there is none.
void check_goal(base::Fields& fields, const std::optional<std::string>& code, const std::optional<std::int32_t>& goal,
                bool (*is_known)(std::string_view) noexcept, const std::string& path, std::string_view reason) {
  const bool named = code && !code->empty();
  const bool fits = goal ? named && *goal >= 1 && *goal <= 2 : !named;
  fields.refuse_if(named && !is_known(*code), path, reason).refuse_if(!fits, path + "_goal", "field.range");
}

template <class Item>
void check_each_once(base::Fields& fields, const std::vector<Item>& items) {
  fields.refuse_if(items.size() > most_pupils, "/items", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < items.size(); ++i)
    fields.refuse_if(!seen.insert(items[i].pupil_id.value).second, item_at(i, "/pupil_id"), "field.repeated");
}

}  // namespace

std::optional<Error> well_formed(const ChooseModel& input) {
  base::Fields fields;
  const bool known = !input.model || (find_preset(*input.model) != nullptr && *input.model != end_of_cycle().code);
  fields.refuse_if(!known, "/model", "report.no_model");
  if (input.level) fields.length(base::trim(*input.level), 1, longest_project_code, "/level");
  fields.refuse_if(input.level && input.division_id, "/division_id", "gradebook.level_or_division")
      .refuse_if(input.valid_from && input.period_id, "/period_id", "gradebook.days_or_period");
  return fields.error();
}

std::optional<Error> well_formed(const SetProjects& input) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_projects, "/items", "field.range");
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Project& project = input.items[i];
    fields.length(base::trim(project.code), 1, longest_project_code, item_at(i, "/code"))
        .refuse_if(!seen.insert(std::string(base::trim(project.code))).second, item_at(i, "/code"), "field.repeated")
        .length(base::trim(project.name), 1, longest_title, item_at(i, "/name"))
        .refuse_if(!has_its_theme(project), item_at(i, "/theme"), "report.no_theme");
    check_subjects(fields, project, item_at(i, "/subject_codes"));
    check_text(fields, project.description, longest_text, item_at(i, "/description"));
    check_text(fields, project.comment, longest_text, item_at(i, "/comment"));
  }
  return fields.error();
}

std::optional<Error> well_formed(const CommentProject& input) {
  base::Fields fields;
  check_each_once(fields, input.items);
  for (std::size_t i = 0; i < input.items.size(); ++i)
    fields.length(base::trim(input.items[i].text), 0, longest_text, item_at(i, "/text"));
  return fields.error();
}

std::optional<Error> well_formed(const RecordCycle& input) {
  base::Fields fields;
  check_each_once(fields, input.items);
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    check_components(fields, input.items[i], item_at(i, ""));
    check_text(fields, input.items[i].synthesis, longest_cycle_synthesis, item_at(i, "/synthesis"));
    const CycleItem& item = input.items[i];
    check_goal(fields, item.complement, item.complement_goal, is_complement, item_at(i, "/complement"), "report.no_complement");
    check_goal(fields, item.regional_language, item.regional_language_goal, is_regional_language, item_at(i, "/regional_language"),
               "report.no_language");
  }
  return fields.error();
}

std::vector<Project> tidy(std::vector<Project> items) {
  for (Project& item : items) {
    item.code = std::string(base::trim(item.code));
    item.name = std::string(base::trim(item.name));
    item.theme = base::trimmed(item.theme);
    item.description = base::trimmed(item.description);
    item.comment = base::trimmed(item.comment);
    for (std::string& code : item.subject_codes) code = std::string(base::trim(code));
  }
  std::ranges::sort(items, {}, [](const Project& one) { return std::tuple(one.kind, one.name, one.code); });
  return items;
}

}  // namespace ent::report
