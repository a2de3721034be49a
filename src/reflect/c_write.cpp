#include <cstring>

#include "reflect/layout.hpp"

namespace ent::reflect {
namespace {

template <class T>
void store(std::byte* to, const T& value) noexcept {
  std::memcpy(to, &value, sizeof value);
}

class StructWriter {
 public:
  explicit StructWriter(CArena& arena) noexcept : arena_(arena) {}

  std::byte* record(const Type& type, const CLayout& layout, const void* place) {
    auto* const to = static_cast<std::byte*>(arena_.take(layout.size));
    fill(type, layout, place, to, layout.size);
    return to;
  }

 private:
  void fill(const Type& type, const CLayout& layout, const void* place, std::byte* to, std::uint32_t size);
  void value(const Type& type, const CLayout* layout, const void* place, std::byte* to);
  CText text(const std::string& text);
  CList list(const Type& type, const CLayout* layout, const void* place);
  /// What a pointer leads to: the struct of a record, or the memory of any other value.
  std::byte* pointed(const Type& type, const CLayout* layout, const void* place);

  CArena& arena_;
};

void StructWriter::fill(const Type& type, const CLayout& layout, const void* place, std::byte* to, std::uint32_t size) {
  if (layout.sized) store(to, size);
  for (const CField& at : layout.fields) {
    const Field& field = type.fields[at.field];
    const void* const member = static_cast<const std::byte*>(place) + field.offset;
    if (field.type->kind == Kind::record) {
      store(to + at.offset, pointed(*field.type, at.record, member));
    } else {
      value(*field.type, at.record, member, to + at.offset);
    }
  }
}

void StructWriter::value(const Type& type, const CLayout* layout, const void* place, std::byte* to) {
  switch (type.kind) {
    case Kind::boolean: return store(to, std::int32_t{as<bool>(place)});
    case Kind::int32: return store(to, as<std::int32_t>(place));
    case Kind::int64:
    case Kind::id: return store(to, as<std::int64_t>(place));
    case Kind::text: return store(to, text(as<std::string>(place)));
    case Kind::date: return store(to, static_cast<std::int32_t>(as<Date>(place).time_since_epoch().count()));
    case Kind::time: return store(to, as<TimeOfDay>(place).minutes);
    case Kind::decimal: return store(to, as<Decimal>(place).millionths());
    case Kind::instant: return store(to, std::int64_t{as<Instant>(place).time_since_epoch().count()});
    case Kind::enumeration: return store(to, word_number(place));
    case Kind::optional:
      if (type.count(place) != 0) store(to, pointed(*type.inner, layout, type.at(place, 0)));
      return;
    case Kind::list: return store(to, list(type, layout, place));
    case Kind::record: return fill(type, *layout, place, to, layout->size);
  }
}

std::byte* StructWriter::pointed(const Type& type, const CLayout* layout, const void* place) {
  if (type.kind == Kind::record) return record(type, *layout, place);
  auto* const to = static_cast<std::byte*>(arena_.take(c_size(type)));
  value(type, layout, place, to);
  return to;
}

CText StructWriter::text(const std::string& text) {
  auto* const copy = static_cast<char*>(arena_.take(text.size() + 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

CList StructWriter::list(const Type& type, const CLayout* layout, const void* place) {
  const std::size_t count = type.count(place);
  if (count == 0) return {};
  const std::size_t stride = type.inner->kind == Kind::record ? layout->size : c_size(*type.inner);
  auto* const items = static_cast<std::byte*>(arena_.take(count * stride));
  for (std::size_t i = 0; i < count; ++i) value(*type.inner, layout, type.at(place, i), items + i * stride);
  return {items, count, stride};
}

}  // namespace

void* CArena::take(std::size_t size) { return blocks_.emplace_back(std::make_unique<std::byte[]>(size)).get(); }

const void* write_c(const Type& type, const CLayout& layout, const void* value, CArena& arena) {
  return StructWriter(arena).record(type, layout, value);
}

}  // namespace ent::reflect
