#include "interop/xml.hpp"

#include <expat.h>

#include <new>

#include "interop/encoding.hpp"

namespace ent::interop::xml {

std::string_view attribute_value(Attributes attributes, std::string_view name) noexcept {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

/// What the parser calls. No exception may pass through it, which is C.
struct Reader::Handlers {
  template <class Work>
  static void shielded(void* reader, Work work) noexcept {
    auto& self = *static_cast<Reader*>(reader);
    if (self.fault_ || self.out_of_memory_) return;
    try {
      work(self);
    } catch (const std::bad_alloc&) {
      self.out_of_memory_ = true;
      XML_StopParser(self.parser_.get(), XML_FALSE);
    }
  }

  static void connect(XML_Parser parser, Reader* reader) {
    XML_SetUserData(parser, reader);
    XML_SetElementHandler(
        parser,
        [](void* it, const XML_Char* name, const XML_Char** attributes) {
          shielded(it, [&](Reader& self) { self.begin(name, attributes); });
        },
        [](void* it, const XML_Char*) { shielded(it, [](Reader& self) { self.end(); }); });
    XML_SetCharacterDataHandler(parser, [](void* it, const XML_Char* piece, int size) {
      shielded(it, [&](Reader& self) { self.characters({piece, static_cast<std::size_t>(size)}); });
    });
    XML_SetCommentHandler(parser, [](void* it, const XML_Char* said) {
      shielded(it, [&](Reader& self) { self.comment(said); });
    });
    // A document type that is only named is not loaded; one that declares entities is none of any format's.
    XML_SetEntityDeclHandler(parser, [](void* it, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                                        const XML_Char*, const XML_Char*, const XML_Char*) {
      shielded(it, [](Reader& self) { self.stop("import.xml_entity"); });
    });
    XML_SetSkippedEntityHandler(parser, [](void* it, const XML_Char*, int) {
      shielded(it, [](Reader& self) { self.stop("import.xml_entity"); });
    });
    XML_SetUnknownEncodingHandler(
        parser, [](void*, const XML_Char* name, XML_Encoding* encoding) { return describe_encoding(name, *encoding) ? 1 : 0; },
        nullptr);
  }
};

void Reader::Free::operator()(XML_ParserStruct* parser) const noexcept { XML_ParserFree(parser); }

Reader::Reader() : parser_(XML_ParserCreate(nullptr)) {
  if (!parser_) throw std::bad_alloc();
  Handlers::connect(parser_.get(), this);
}

Reader::~Reader() = default;

std::int64_t Reader::line() const noexcept { return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_.get())); }

void Reader::stop(std::string_view reason) {
  if (!fault_) fault_ = Fault{line(), reason};
  XML_StopParser(parser_.get(), XML_FALSE);
}

/// What the parser itself found wrong.
void Reader::judge_failure() {
  if (out_of_memory_) throw std::bad_alloc();
  if (fault_) return;
  switch (XML_GetErrorCode(parser_.get())) {
    case XML_ERROR_NO_MEMORY: throw std::bad_alloc();
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      fault_ = Fault{line(), "import.encoding"};
      break;
    case XML_ERROR_UNDEFINED_ENTITY:
    case XML_ERROR_RECURSIVE_ENTITY_REF:
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
      fault_ = Fault{line(), "import.xml_entity"};
      break;
    default: fault_ = Fault{line(), "import.malformed_xml"};
  }
}

bool Reader::feed(std::string_view bytes, bool last) {
  if (fault_) return false;
  const XML_Status status = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
  if (status != XML_STATUS_OK || fault_) judge_failure();
  return !fault_;
}

}  // namespace ent::interop::xml
