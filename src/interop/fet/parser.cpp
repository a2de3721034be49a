#include "interop/fet/parser.hpp"

#include <array>
#include <string>

#include "interop/fet/builder.hpp"

namespace ent::interop::fet {
namespace {

constexpr std::size_t longest_value = 64 * 1024;
constexpr std::size_t most_text = 64 * 1024 * 1024;
constexpr std::int64_t most_elements = 4'000'000;
constexpr int deepest = 16;

}  // namespace

struct Parser::State final : xml::Reader {
  Builder builder;
  std::array<Element, deepest> open{};
  int depth = 0;
  int passed_over = 0;  ///< Depth within an element that means nothing.
  std::string text;
  std::int64_t line_of_text = 0;
  std::size_t text_so_far = 0;
  std::int64_t elements = 0;

  Element inside() const noexcept { return depth == 0 ? Element::other : open[static_cast<std::size_t>(depth - 1)]; }

  void begin(std::string_view name, xml::Attributes attributes) override {
    if (++elements > most_elements || depth + passed_over == deepest) return stop("import.xml_limits");
    if (passed_over > 0) {
      ++passed_over;
      return;
    }
    if (depth == 0) {
      if (name != "fet") return stop("import.not_fet");
      builder.document().version = std::string(xml::attribute_value(attributes, "version").substr(0, 40));
      return push(Element::root);
    }
    builder.count(inside());
    const Element element = element_of(name, inside());
    if (element == Element::other) {
      passed_over = 1;
      return;
    }
    text.clear();
    line_of_text = line();
    if (!is_value(element)) builder.begin(element, line_of_text);
    push(element);
  }

  void push(Element element) { open[static_cast<std::size_t>(depth++)] = element; }

  void end() override {
    if (passed_over > 0) {
      --passed_over;
      return;
    }
    const Element element = open[static_cast<std::size_t>(--depth)];
    if (is_value(element)) {
      text_so_far += text.size();
      if (text_so_far > most_text) return stop("import.xml_limits");
      builder.value(element, inside(), text, line_of_text);
    } else {
      builder.end(element);
    }
  }

  void characters(std::string_view piece) override {
    if (passed_over > 0 || !is_value(inside())) return;
    if (text.size() + piece.size() > longest_value) return stop("import.xml_limits");
    text.append(piece);
  }
};

Parser::Parser() : state_(std::make_unique<State>()) {}
Parser::~Parser() = default;

bool Parser::feed(std::string_view bytes, bool last) { return state_->feed(bytes, last); }

const std::optional<xml::Fault>& Parser::fault() const noexcept { return state_->fault(); }
const Document& Parser::document() const noexcept { return state_->builder.document(); }

}  // namespace ent::interop::fet
