/// XML as it is written: nothing but elements, attributes and texts, each escaped so that a reader gets back every character.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ent::interop {

/// Whether XML 1.0 has a way to write each character of a well-formed UTF-8 text.
bool is_xml_text(std::string_view text) noexcept;

/// Appends a document to a text. Names are literals.
class XmlWriter {
 public:
  explicit XmlWriter(std::string& out);

  XmlWriter& open(std::string_view name);
  /// Of the element that was opened last, before anything is put into it.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view text);
  XmlWriter& close();
  /// An element that holds a text alone.
  XmlWriter& element(std::string_view name, std::string_view text) { return open(name).text(text).close(); }

 private:
  void end_tag();

  std::string& out_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;   ///< The last start tag may still get attributes.
  bool has_text_ = false; ///< The element at hand holds a text, and so no white space of ours.
};

}  // namespace ent::interop
