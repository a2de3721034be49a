#include "reflect/codec.hpp"

namespace ent::reflect {
namespace {

void write_size(std::size_t size, std::string& out) {
  const std::uint64_t number = size;
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void write_text(const std::string& text, std::string& out) {
  write_size(text.size(), out);
  out += text;
}

void write_optional(const Type& type, const void* place, std::string& out) {
  const bool is_there = type.count(place) != 0;
  out += is_there ? '\1' : '\0';
  if (is_there) write_bytes(*type.inner, type.at(place, 0), out);
}

void write_list(const Type& type, const void* place, std::string& out) {
  const std::size_t count = type.count(place);
  write_size(count, out);
  for (std::size_t i = 0; i < count; ++i) write_bytes(*type.inner, type.at(place, i), out);
}

}  // namespace

void write_bytes(const Type& type, const void* value, std::string& out) {
  const auto* const place = static_cast<const char*>(value);
  switch (type.kind) {
    case Kind::text: return write_text(as<std::string>(value), out);
    case Kind::optional: return write_optional(type, value, out);
    case Kind::list: return write_list(type, value, out);
    case Kind::record:
      for (const Field& field : type.fields) write_bytes(*field.type, place + field.offset, out);
      return;
    default: out.append(place, type.size);  // a number, of whose bytes each says something
  }
}

}  // namespace ent::reflect
