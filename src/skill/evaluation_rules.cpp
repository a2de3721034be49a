#include "skill/evaluation_rules.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t longest_evaluation_name = 200;
constexpr std::size_t longest_subject = 40;
constexpr std::size_t most_items = 40;
constexpr std::size_t most_entries = 2000;
constexpr std::size_t longest_comment = 300;
constexpr std::size_t longest_evidence = 500;

void check_items(base::Fields& fields, const std::vector<SkillItemId>& items, const std::vector<SkillItemId>& standing,
                 const std::string& path) {
  std::set<SkillItemId> seen(standing.begin(), standing.end());
  for (std::size_t i = 0; i < items.size(); ++i) {
    fields.refuse_if(!seen.insert(items[i]).second, path + "/" + std::to_string(i), "field.repeated");
  }
}

void check_cell(base::Fields& fields, const Entry& entry, const Evaluation& evaluation, std::size_t levels, const std::string& path) {
  const bool both = entry.level && entry.kind && *entry.kind != LevelKind::level;
  const bool neither = !entry.level && entry.kind == LevelKind::level;
  const bool on_scale = !entry.level || (*entry.level >= 1 && static_cast<std::size_t>(*entry.level) <= levels);
  const bool asked = std::ranges::find(evaluation.item_ids, entry.item_id) != evaluation.item_ids.end();
  fields.refuse_if(!asked, path + "/item_id", "skill.no_item")
      .refuse_if(both || neither, path + "/kind", "skill.level_and_kind")
      .refuse_if(!on_scale, path + "/level", "skill.no_level");
  if (entry.comment) fields.length(*entry.comment, 0, longest_comment, path + "/comment");
  if (entry.evidence) fields.length(*entry.evidence, 0, longest_evidence, path + "/evidence");
}

}  // namespace

std::optional<Error> well_formed(const AddEvaluation& input) {
  base::Fields fields;
  fields.length(base::trim(input.name), 1, longest_evaluation_name, "/name")
      .refuse_if(input.item_ids.empty() || input.item_ids.size() > most_items, "/item_ids", "field.range");
  if (input.subject_code) fields.length(base::trim(*input.subject_code), 1, longest_subject, "/subject_code");
  check_items(fields, input.item_ids, {}, "/item_ids");
  return fields.error();
}

std::optional<Error> well_formed(const ChangeEvaluation& input, const Evaluation& standing) {
  base::Fields fields;
  if (input.name) fields.length(base::trim(*input.name), 1, longest_evaluation_name, "/name");
  fields.refuse_if(standing.item_ids.size() + input.add_item_ids.size() > most_items, "/add_item_ids", "field.range");
  check_items(fields, input.add_item_ids, standing.item_ids, "/add_item_ids");
  return fields.error();
}

std::optional<Error> well_formed(const EnterLevels& input, const Evaluation& evaluation, std::size_t levels) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_entries, "/items", "field.range");
  std::set<std::pair<PersonId, SkillItemId>> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Entry& entry = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(!seen.emplace(entry.pupil_id, entry.item_id).second, path, "field.repeated");
    check_cell(fields, entry, evaluation, levels, path);
  }
  return fields.error();
}

LevelKind kind_of(const Entry& entry) noexcept {
  if (entry.level) return LevelKind::level;
  return entry.kind.value_or(LevelKind::not_entered);
}

std::optional<std::string> said(const std::optional<std::string>& text) {
  return text && !text->empty() ? text : std::nullopt;
}

}  // namespace ent::skill
