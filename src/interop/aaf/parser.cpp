#include "interop/aaf/parser.hpp"

#include <array>

namespace ent::interop::aaf {

/// Which element of the format; others are passed over with what they hold.
enum class Element : std::uint8_t {
  other, root, request, operational, identifier, id, attributes, attribute, value
};

namespace {

constexpr std::size_t longest_value = 64 * 1024;
constexpr std::size_t largest_record = 4 * 1024 * 1024;
constexpr std::size_t most_values = 100'000;
constexpr int deepest = 8;

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

/// The text in quotes behind `name=` in a comment.
std::string quoted(std::string_view comment, std::string_view name) {
  const std::size_t at = comment.find(name);
  if (at == std::string_view::npos) return {};
  comment.remove_prefix(at + name.size());
  if (!comment.starts_with("=\"")) return {};
  comment.remove_prefix(2);
  return std::string(comment.substr(0, std::min<std::size_t>(comment.find('"'), 20)));
}

}  // namespace

struct Parser::State final : xml::Reader {
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

  Record& record() { return records[done]; }

  void begin(std::string_view name, xml::Attributes attributes) override {
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

  void enter(Element element, std::string_view name, xml::Attributes attributes) {
    if (element == Element::request) {
      past_head = true;
      if (done == records.size()) records.emplace_back();
      const Verb verb = name == "addRequest" ? Verb::add : name == "modifyRequest" ? Verb::modify : Verb::remove;
      record().reset(verb, line());
    }
    if (element == Element::attribute) {
      operational = open[static_cast<std::size_t>(depth - 1)] == Element::operational;
      attribute = operational ? nullptr : find_attribute(xml::attribute_value(attributes, "name"));
    }
    if (element == Element::value || element == Element::id) text.clear();
  }

  void end() override {
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

  void characters(std::string_view piece) override {
    if (passed_over > 0 || depth == 0) return;
    const Element element = open[static_cast<std::size_t>(depth - 1)];
    if (element != Element::value && element != Element::id) return;
    if (text.size() + piece.size() > longest_value) return stop("import.xml_limits");
    text.append(piece);
  }

  void comment(std::string_view said) override {
    if (past_head || depth > 1) return;
    if (head.academy.empty()) head.academy = quoted(said, "codeAcademieExport");
    if (head.degree.empty()) head.degree = quoted(said, "degre");
  }
};

Parser::Parser() : state_(std::make_unique<State>()) {}
Parser::~Parser() = default;

bool Parser::feed(std::string_view bytes, bool last) {
  State& state = *state_;
  if (state.fault()) return false;
  if (state.done > 0 && state.done < state.records.size()) std::swap(state.records[0], state.records[state.done]);
  state.done = 0;
  return state.feed(bytes, last);
}

std::span<const Record> Parser::records() const noexcept { return {state_->records.data(), state_->done}; }
const std::optional<xml::Fault>& Parser::fault() const noexcept { return state_->fault(); }
const Head& Parser::head() const noexcept { return state_->head; }

}  // namespace ent::interop::aaf
