#include "store/sqlite/list_text.hpp"

#include <charconv>

#include "store/items.hpp"

namespace ent::store::sqlite {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else if (code < 0x20) {
      out.append("\\u00").append({digits[code >> 4], digits[code & 0xf]});
    } else {
      out.push_back(c);
    }
  }
}

}  // namespace

std::string list_text(std::span<const std::int64_t> values) {
  std::string out = "[";
  char digits[24];
  for (const std::int64_t value : values) {
    if (out.size() > 1) out.push_back(',');
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  out.push_back(']');
  return out;
}

std::string list_text(std::span<const std::string> values) {
  std::string out = "[";
  for (const std::string& value : values) {
    refuse_nul(value);
    out.append(out.size() > 1 ? ",\"" : "\"");
    append_escaped(out, value);
    out.push_back('"');
  }
  out.push_back(']');
  return out;
}

}  // namespace ent::store::sqlite
