#include "skill/referential_rules.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.hpp"
#include "base/text.hpp"
#include "skill/models.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_label = 500;
constexpr std::size_t longest_name = 200;
constexpr std::size_t most_nodes = 2000;
constexpr std::size_t most_levels = 20;
constexpr std::size_t most_links = 8;
constexpr std::int32_t deepest = 5;
constexpr std::int32_t last_cycle = 4;

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }

void check_words(base::Fields& fields, const std::vector<std::string>& words, std::size_t most, const std::string& path) {
  fields.refuse_if(words.size() > most, path, "field.range");
  for (std::size_t i = 0; i < words.size(); ++i) fields.length(base::trim(words[i]), 1, longest_code, path + "/" + std::to_string(i));
}

bool is_weight(Decimal coefficient) noexcept {
  return coefficient >= 0 && coefficient <= 100 && coefficient.millionths() % (Decimal::one / 100) == 0;
}

void check_share(base::Fields& fields, const std::optional<Decimal>& share, const char* path) {
  fields.refuse_if(share && (*share < 0 || *share > 100), path, "field.range");
}

/// Codes, labels, and that each node stands after what it is below.
void check_nodes(base::Fields& fields, std::span<const Node> nodes) {
  std::unordered_map<std::string_view, std::int32_t> depths;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.length(base::trim(node.code), 1, longest_code, path + "/code")
        .length(base::trim(node.label), 1, longest_label, path + "/label")
        .refuse_if(!is_weight(node.coefficient), path + "/coefficient", "field.range");
    check_words(fields, node.levels, most_levels, path + "/levels");
    check_words(fields, node.counts_for, most_links, path + "/counts_for");
    const auto parent = node.parent_code ? depths.find(base::trim(*node.parent_code)) : depths.end();
    fields.refuse_if(node.parent_code && parent == depths.end(), path + "/parent_code", "skill.parent_unknown");
    const std::int32_t depth = parent == depths.end() ? 1 : parent->second + 1;
    fields.refuse_if(depth > deepest, path + "/parent_code", "skill.too_deep")
        .refuse_if(!depths.emplace(base::trim(node.code), depth).second, path + "/code", "skill.code_repeated");
  }
}

bool says_anything(const AddReferential& input) {
  return input.code || input.version || input.name || input.cycle != 0 || input.attestation_share || input.attestation_domain_share ||
         !input.items.empty();
}

void tidy(std::vector<std::string>& words) {
  for (std::string& word : words) word = trimmed(word);
}

Node tidy(Node node) {
  node.code = trimmed(node.code);
  node.label = trimmed(node.label);
  if (node.parent_code) node.parent_code = trimmed(*node.parent_code);
  tidy(node.levels);
  tidy(node.counts_for);
  return node;
}

}  // namespace

std::optional<Error> well_formed(const AddReferential& input) {
  if (input.model.has_value() == says_anything(input)) return base::invalid("/model", "skill.model_or_items");
  if (input.model) return std::nullopt;
  base::Fields fields;
  fields.length(base::trim(input.code.value_or("")), 1, longest_code, "/code")
      .length(base::trim(input.version.value_or("")), 1, longest_code, "/version")
      .length(base::trim(input.name.value_or("")), 1, longest_name, "/name")
      .refuse_if(input.cycle < 0 || input.cycle > last_cycle, "/cycle", "field.range")
      .refuse_if(input.items.empty() || input.items.size() > most_nodes, "/items", "field.range");
  check_share(fields, input.attestation_share, "/attestation_share");
  check_share(fields, input.attestation_domain_share, "/attestation_domain_share");
  check_nodes(fields, input.items);
  return fields.error();
}

Result<AddReferential> filled(AddReferential input) {
  if (input.model) {
    auto model = model_of(*input.model);
    if (!model) return base::invalid("/model", "skill.model_unknown");
    input.code = model->code;
    input.version = model->version;
    input.name = model->name;
    input.cycle = model->cycle;
    input.attestation_share = model->attestation_share;
    input.attestation_domain_share = model->attestation_domain_share;
    input.items = std::move(model->items);
    return input;
  }
  for (auto* text : {&input.code, &input.version, &input.name}) *text = trimmed(**text);
  for (Node& node : input.items) node = tidy(std::move(node));
  return input;
}

std::vector<Place> places_of(std::span<const Node> nodes) {
  std::vector<Place> places;
  std::unordered_map<std::string_view, std::size_t> known;
  for (const Node& node : nodes) {
    Place place;
    if (node.parent_code) {
      place.parent = known.at(*node.parent_code);
      Place& above = places[place.parent - 1];
      place.depth = above.depth + 1;
      above.kind = above.depth == 1 ? NodeKind::domain : NodeKind::component;
    }
    places.push_back(place);
    known.emplace(node.code, places.size());
  }
  return places;
}

}  // namespace ent::skill
