#include "interop/fet/parser.hpp"

#include <expat.h>

#include <array>
#include <new>
#include <string>

#include "interop/fet/builder.hpp"

namespace ent::interop::fet {
namespace {

constexpr std::size_t longest_value = 64 * 1024;
constexpr std::size_t most_text = 64 * 1024 * 1024;
constexpr std::int64_t most_elements = 4'000'000;
constexpr int deepest = 16;

struct Free {
  void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

std::string_view attribute_value(const XML_Char** attributes, std::string_view name) noexcept {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

}  // namespace

struct Parser::State {
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser{XML_ParserCreate(nullptr)};
  Builder builder;
  std::array<Element, deepest> open{};
  int depth = 0;
  int passed_over = 0;  ///< Depth within an element that means nothing.
  std::string text;
  std::int64_t line_of_text = 0;
  std::size_t text_so_far = 0;
  std::int64_t elements = 0;
  std::optional<Fault> fault;
  bool out_of_memory = false;

  std::int64_t line() const { return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser.get())); }
  Element inside() const noexcept { return depth == 0 ? Element::other : open[static_cast<std::size_t>(depth - 1)]; }

  void stop(std::string_view reason) {
    if (!fault) fault = Fault{line(), reason};
    XML_StopParser(parser.get(), XML_FALSE);
  }

  void begin(std::string_view name, const XML_Char** attributes) {
    if (++elements > most_elements || depth + passed_over == deepest) return stop("import.xml_limits");
    if (passed_over > 0) {
      ++passed_over;
      return;
    }
    if (depth == 0) {
      if (name != "fet") return stop("import.not_fet");
      builder.document().version = std::string(attribute_value(attributes, "version").substr(0, 40));
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

  void end() {
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

  void characters(std::string_view piece) {
    if (passed_over > 0 || !is_value(inside())) return;
    if (text.size() + piece.size() > longest_value) return stop("import.xml_limits");
    text.append(piece);
  }

  /// No exception may pass through the parser, which is C.
  template <class Work>
  static void shielded(void* state, Work work) noexcept {
    auto& self = *static_cast<State*>(state);
    if (self.fault || self.out_of_memory) return;
    try {
      work(self);
    } catch (const std::bad_alloc&) {
      self.out_of_memory = true;
      XML_StopParser(self.parser.get(), XML_FALSE);
    }
  }

  void connect();
  void judge_failure();
};

void Parser::State::connect() {
  XML_Parser it = parser.get();
  XML_SetUserData(it, this);
  XML_SetElementHandler(
      it,
      [](void* state, const XML_Char* name, const XML_Char** attributes) {
        shielded(state, [&](State& self) { self.begin(name, attributes); });
      },
      [](void* state, const XML_Char*) { shielded(state, [](State& self) { self.end(); }); });
  XML_SetCharacterDataHandler(it, [](void* state, const XML_Char* piece, int size) {
    shielded(state, [&](State& self) { self.characters({piece, static_cast<std::size_t>(size)}); });
  });
  XML_SetEntityDeclHandler(it, [](void* state, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                                  const XML_Char*, const XML_Char*, const XML_Char*) {
    shielded(state, [](State& self) { self.stop("import.xml_entity"); });
  });
  XML_SetSkippedEntityHandler(it, [](void* state, const XML_Char*, int) {
    shielded(state, [](State& self) { self.stop("import.xml_entity"); });
  });
}

/// What the parser itself found wrong.
void Parser::State::judge_failure() {
  if (out_of_memory) throw std::bad_alloc();
  if (fault) return;
  switch (XML_GetErrorCode(parser.get())) {
    case XML_ERROR_NO_MEMORY: throw std::bad_alloc();
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      fault = Fault{line(), "import.encoding"};
      break;
    case XML_ERROR_UNDEFINED_ENTITY:
    case XML_ERROR_RECURSIVE_ENTITY_REF:
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
      fault = Fault{line(), "import.xml_entity"};
      break;
    default: fault = Fault{line(), "import.malformed_xml"};
  }
}

Parser::Parser() : state_(std::make_unique<State>()) {
  if (!state_->parser) throw std::bad_alloc();
  state_->connect();
}

Parser::~Parser() = default;

bool Parser::feed(std::string_view bytes, bool last) {
  State& state = *state_;
  if (state.fault) return false;
  const XML_Status status = XML_Parse(state.parser.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
  if (status != XML_STATUS_OK || state.fault) state.judge_failure();
  return !state.fault;
}

const std::optional<Fault>& Parser::fault() const noexcept { return state_->fault; }
const Document& Parser::document() const noexcept { return state_->builder.document(); }

}  // namespace ent::interop::fet
