#include "interop/xml_writer.hpp"

#include "base/utf8.hpp"

namespace ent::interop {
namespace {

/// A reader makes spaces of the line breaks of an attribute, and line feeds of carriage returns, unless they are references.
void append_escaped(std::string& out, std::string_view text, bool is_attribute) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '\r': out += "&#13;"; break;
      case '"': out += is_attribute ? "&quot;" : "\""; break;
      case '\t': out += is_attribute ? "&#9;" : "\t"; break;
      case '\n': out += is_attribute ? "&#10;" : "\n"; break;
      default: out += c;
    }
  }
}

bool is_xml_character(char32_t c) noexcept {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

bool is_xml_text(std::string_view text) noexcept {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const base::Decoded one = base::decode(at, end);
    if (one.size == 0 || !is_xml_character(one.character)) return false;
    at += one.size;
  }
  return true;
}

XmlWriter::XmlWriter(std::string& out) : out_(out) { out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"; }

void XmlWriter::end_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

XmlWriter& XmlWriter::open(std::string_view name) {
  end_tag();
  out_.append("\n").append(open_.size(), ' ').append("<").append(name);
  open_.push_back(name);
  in_tag_ = true;
  has_text_ = false;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  append_escaped(out_, value, true);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
  end_tag();
  append_escaped(out_, text, false);
  has_text_ = true;
  return *this;
}

XmlWriter& XmlWriter::close() {
  const std::string_view name = open_.back();
  open_.pop_back();
  if (in_tag_) {
    out_ += "/>";
  } else {
    if (!has_text_) out_.append("\n").append(open_.size(), ' ');
    out_.append("</").append(name).append(">");
  }
  in_tag_ = false;
  has_text_ = false;
  if (open_.empty()) out_ += '\n';
  return *this;
}

}  // namespace ent::interop
