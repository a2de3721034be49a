#include "interop/aaf/parser.hpp"

#include <expat.h>

#include <array>
#include <cstring>
#include <new>

#include "interop/aaf/encoding.hpp"

namespace ent::interop::aaf {
namespace {

constexpr std::size_t longest_value = 64 * 1024;
constexpr std::size_t largest_record = 4 * 1024 * 1024;
constexpr std::size_t most_values = 100'000;
constexpr int deepest = 8;

/// Which element of the format; others are passed over with what they hold.
enum class Element : std::uint8_t {
  other, root, request, operational, identifier, id, attributes, attribute, value
};

struct ElementName {
  std::string_view name;
  Element element;
  Element inside;  ///< Where it means something.
};

constexpr ElementName elements[] = {
    {"value", Element::value, Element::attribute},
    {"attr", Element::attribute, Element::attributes},
    {"attr", Element::attribute, Element::operational},
    {"modification", Element::attribute, Element::attributes},
    {"operationalAttributes", Element::operational, Element::request},
    {"identifier", Element::identifier, Element::request},
    {"id", Element::id, Element::identifier},
    {"attributes", Element::attributes, Element::request},
    {"modifications", Element::attributes, Element::request},
    {"addRequest", Element::request, Element::root},
    {"modifyRequest", Element::request, Element::root},
    {"deleteRequest", Element::request, Element::root},
};

Element element_of(std::string_view name, Element inside) noexcept {
  for (const ElementName& known : elements) {
    if (known.inside == inside && known.name == name) return known.element;
  }
  return Element::other;
}

RecordKind record_kind(std::string_view name) noexcept {
  if (name == "Eleve") return RecordKind::pupil;
  if (name == "PersRelEleve") return RecordKind::relative;
  if (name == "PersEducNat") return RecordKind::staff;
  if (name == "EtabEducNat") return RecordKind::unit;
  if (name == "MatEducNat") return RecordKind::subject;
  if (name == "MefEducNat") return RecordKind::mef;
  return RecordKind::unknown;
}

std::string_view attribute_value(const XML_Char** attributes, std::string_view name) noexcept {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

/// The text in quotes behind `name=` in a comment.
std::string quoted(std::string_view comment, std::string_view name) {
  const std::size_t at = comment.find(name);
  if (at == std::string_view::npos) return {};
  comment.remove_prefix(at + name.size());
  if (!comment.starts_with("=\"")) return {};
  comment.remove_prefix(2);
  return std::string(comment.substr(0, std::min<std::size_t>(comment.find('"'), 20)));
}

struct Free {
  void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

}  // namespace

struct Parser::State {
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser{XML_ParserCreate(nullptr)};
  std::vector<Record> records;
  std::size_t done = 0;  ///< Records that are complete; the next one is being read.
  std::array<Element, deepest> open{};
  int depth = 0;
  int passed_over = 0;  ///< Depth within an element that means nothing.
  const AttrName* attribute = nullptr;
  bool operational = false;
  std::string text;
  Head head;
  bool past_head = false;  ///< A record has begun.
  std::optional<Fault> fault;
  bool out_of_memory = false;

  Record& record() { return records[done]; }
  std::int64_t line() const { return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser.get())); }

  void stop(std::string_view reason) {
    if (!fault) fault = Fault{line(), reason};
    XML_StopParser(parser.get(), XML_FALSE);
  }

  void begin(std::string_view name, const XML_Char** attributes) {
    if (passed_over > 0) {
      if (++passed_over + depth > deepest) stop("import.xml_limits");
      return;
    }
    if (depth == 0) {
      if (name != "ficAlimMENESR") return stop("import.not_aaf");
      return push(Element::root);
    }
    const Element element = element_of(name, open[static_cast<std::size_t>(depth - 1)]);
    if (element == Element::other) {
      passed_over = 1;
      return;
    }
    enter(element, name, attributes);
    push(element);
  }

  void push(Element element) { open[static_cast<std::size_t>(depth++)] = element; }

  void enter(Element element, std::string_view name, const XML_Char** attributes) {
    if (element == Element::request) {
      past_head = true;
      if (done == records.size()) records.emplace_back();
      const Verb verb = name == "addRequest" ? Verb::add : name == "modifyRequest" ? Verb::modify : Verb::remove;
      record().reset(verb, line());
    }
    if (element == Element::attribute) {
      operational = open[static_cast<std::size_t>(depth - 1)] == Element::operational;
      attribute = operational ? nullptr : find_attribute(attribute_value(attributes, "name"));
    }
    if (element == Element::value || element == Element::id) text.clear();
  }

  void end() {
    if (passed_over > 0) {
      --passed_over;
      return;
    }
    const Element element = open[static_cast<std::size_t>(--depth)];
    if (element == Element::id) record().id = text;
    if (element == Element::value && operational) record().kind = record_kind(text);
    if (element == Element::value && attribute != nullptr) {
      record().add(attribute, text);
      if (record().count() > most_values || record().size() > largest_record) stop("import.xml_limits");
    }
    if (element == Element::request) ++done;
  }

  void characters(std::string_view piece) {
    if (passed_over > 0 || depth == 0) return;
    const Element element = open[static_cast<std::size_t>(depth - 1)];
    if (element != Element::value && element != Element::id) return;
    if (text.size() + piece.size() > longest_value) return stop("import.xml_limits");
    text.append(piece);
  }

  void comment(std::string_view said) {
    if (past_head || depth > 1) return;
    if (head.academy.empty()) head.academy = quoted(said, "codeAcademieExport");
    if (head.degree.empty()) head.degree = quoted(said, "degre");
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
  XML_SetCommentHandler(it, [](void* state, const XML_Char* said) {
    shielded(state, [&](State& self) { self.comment(said); });
  });
  // A document type that is only named is not loaded; one that declares entities is none of the format's.
  XML_SetEntityDeclHandler(it, [](void* state, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                                  const XML_Char*, const XML_Char*, const XML_Char*) {
    shielded(state, [](State& self) { self.stop("import.xml_entity"); });
  });
  XML_SetSkippedEntityHandler(it, [](void* state, const XML_Char*, int) {
    shielded(state, [](State& self) { self.stop("import.xml_entity"); });
  });
  XML_SetUnknownEncodingHandler(
      it, [](void*, const XML_Char* name, XML_Encoding* encoding) { return describe_encoding(name, *encoding) ? 1 : 0; },
      nullptr);
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
  if (state.done > 0 && state.done < state.records.size()) std::swap(state.records[0], state.records[state.done]);
  state.done = 0;
  const XML_Status status = XML_Parse(state.parser.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
  if (status != XML_STATUS_OK || state.fault) state.judge_failure();
  return !state.fault;
}

std::span<const Record> Parser::records() const noexcept { return {state_->records.data(), state_->done}; }
const std::optional<Fault>& Parser::fault() const noexcept { return state_->fault; }
const Head& Parser::head() const noexcept { return state_->head; }

}  // namespace ent::interop::aaf
