#include "gradebook/annotation_rules.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gradebook/engine/entry.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t most_annotations = 50;
constexpr std::size_t longest_annotation = 10;
constexpr std::size_t longest_annotation_label = 60;

/// A number, what may be one that was typed wrong, or a word for a kind that all schools have.
bool says_a_mark(std::string_view text) {
  return std::string_view("0123456789+-.,").find(text.front()) != std::string_view::npos ||
         engine::read_mark(text, {}, {}).fault != engine::EntryFault::not_a_mark;
}

/// Whether the label is a word for an earlier annotation too, or for the code of any other: what is typed would say two things.
bool is_said_otherwise(std::span<const Annotation> items, std::size_t place) {
  const std::string label = engine::typed_word(base::trim(items[place].label));
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != place && engine::typed_word(base::trim(items[i].code)) == label) return true;
    if (i < place && engine::typed_word(base::trim(items[i].label)) == label) return true;
  }
  return false;
}

}  // namespace

std::optional<Error> well_formed(const SetAnnotations& input) {
  base::Fields fields;
  if (input.items.size() > most_annotations) return base::invalid("/items", "field.range");
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Annotation& item = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    const std::string_view code = base::trim(item.code), label = base::trim(item.label);
    fields.length(code, 1, longest_annotation, path + "/code")
        .refuse_if(!seen.insert(engine::typed_word(code)).second, path + "/code", "field.repeated")
        .refuse_if(!code.empty() && says_a_mark(code), path + "/code", "gradebook.word_taken")
        .length(label, 1, longest_annotation_label, path + "/label")
        .refuse_if(!label.empty() && says_a_mark(label), path + "/label", "gradebook.word_taken")
        .refuse_if(is_said_otherwise(input.items, i), path + "/label", "field.repeated");
  }
  return fields.error();
}

std::vector<Annotation> tidy(std::vector<Annotation> items) {
  for (Annotation& item : items) {
    item.code = std::string(base::trim(item.code));
    item.label = std::string(base::trim(item.label));
  }
  std::ranges::sort(items, {}, &Annotation::code);
  return items;
}

const Annotation* annotation_typed(std::span<const Annotation> annotations, std::string_view text) {
  const std::string typed = engine::typed_word(text);
  for (const auto part : {&Annotation::code, &Annotation::label}) {
    const auto found = std::ranges::find_if(annotations, [&](const Annotation& one) { return engine::typed_word(one.*part) == typed; });
    if (found != annotations.end()) return &*found;
  }
  return nullptr;
}

MarkKind kind_of(const Annotation& annotation) noexcept {
  return annotation.counts == AnnotationCounts::zero ? MarkKind::own_zero : MarkKind::own_left_out;
}

}  // namespace ent::gradebook
