#include "store/postgres/values.hpp"

#include <charconv>

#include "store/items.hpp"

namespace ent::store::postgres {
namespace {

constexpr int text_format = 0, binary_format = 1;
constexpr std::uint32_t oid_int8 = 20, oid_text = 25;

/// In network order.
template <class Number>
void append(std::string& out, Number number) {
  for (int shift = static_cast<int>(sizeof number) * 8 - 8; shift >= 0; shift -= 8)
    out.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> shift & 0xff));
}

/// One dimension, no nulls, counted from 1; an empty array has no dimension.
std::string array_header(std::uint32_t element, std::size_t count) {
  std::string out;
  append<std::uint32_t>(out, count == 0 ? 0 : 1);
  append<std::uint32_t>(out, 0);
  append<std::uint32_t>(out, element);
  if (count == 0) return out;
  append(out, static_cast<std::uint32_t>(count));
  append<std::uint32_t>(out, 1);
  return out;
}

}  // namespace

std::string array_bytes(std::span<const std::int64_t> values) {
  std::string out = array_header(oid_int8, values.size());
  out.reserve(out.size() + values.size() * 12);
  for (const std::int64_t value : values) {
    append<std::uint32_t>(out, sizeof value);
    append(out, value);
  }
  return out;
}

std::string array_bytes(std::span<const std::string> values) {
  std::string out = array_header(oid_text, values.size());
  for (const std::string& value : values) {
    refuse_nul(value);
    append(out, static_cast<std::uint32_t>(value.size()));
    out += value;
  }
  return out;
}

void Values::fill(std::span<const Arg> args) {
  pointers_.resize(args.size());
  lengths_.resize(args.size());
  formats_.resize(args.size());
  numbers_.resize(args.size());
  arrays_.resize(args.size());
  for (std::size_t i = 0; i < args.size(); ++i) add(i, args[i]);
}

void Values::set(std::size_t i, const char* data, std::size_t size, int format) {
  pointers_[i] = data;
  lengths_[i] = static_cast<int>(size);
  formats_[i] = format;
}

void Values::add(std::size_t i, const Arg& arg) {
  switch (arg.kind()) {
    case Arg::Kind::null:
      return set(i, nullptr, 0, text_format);
    case Arg::Kind::integer: {
      auto& digits = numbers_[i];
      *std::to_chars(digits.data(), digits.data() + digits.size() - 1, arg.integer()).ptr = '\0';
      return set(i, digits.data(), 0, text_format);
    }
    case Arg::Kind::text:
      refuse_nul(arg.text());
      // A null pointer would be NULL; an empty value is a value.
      return set(i, arg.size() == 0 ? "" : arg.text().data(), arg.size(), binary_format);
    case Arg::Kind::bytes:
      return set(i, arg.size() == 0 ? "" : reinterpret_cast<const char*>(arg.bytes().data()), arg.size(), binary_format);
    case Arg::Kind::integers:
      arrays_[i] = array_bytes(arg.integers());
      return set(i, arrays_[i].data(), arrays_[i].size(), binary_format);
    case Arg::Kind::texts:
      arrays_[i] = array_bytes(arg.texts());
      return set(i, arrays_[i].data(), arrays_[i].size(), binary_format);
  }
}

}  // namespace ent::store::postgres
