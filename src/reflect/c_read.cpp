#include <algorithm>
#include <cstring>

#include "reflect/codec.hpp"
#include "reflect/layout.hpp"
#include "reflect/refusal.hpp"
#include "reflect/way.hpp"

namespace ent::reflect {
namespace {

/// Callers' memory need not be aligned, and it is theirs: each value is copied once.
template <class T>
T load(const std::byte* from) noexcept {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

const std::byte* load_pointer(const std::byte* from) noexcept { return load<const std::byte*>(from); }

class StructReader {
 public:
  /// A struct of which `reach` bytes may be touched.
  void record(const Type& type, const CLayout& layout, const std::byte* from, std::size_t reach, void* place,
              const Way& way);
  /// A struct that says its own size, when its layout has it do so.
  void pointed_record(const Type& type, const CLayout& layout, const std::byte* from, void* place, const Way& way);

  std::optional<Error> error() && { return std::move(refusals_).error(); }

  void refuse(const Way& way, std::string_view reason) {
    if (!refusals_.full()) refusals_.add(way.pointer(), reason);
  }

 private:
  void member(const Field& field, const CField& at, const std::byte* from, void* place, const Way& way);
  void value(const Type& type, const CLayout* layout, const std::byte* from, void* place, const Way& way);
  void text(CText text, std::string& place, const Way& way);
  void list(const Type& type, const CLayout* layout, CList list, void* place, const Way& way);
  void settle(std::string_view refusal, const Way& way) {
    if (!refusal.empty()) refuse(way, refusal);
  }

  Refusals refusals_;
  std::size_t items_ = 0;
  std::size_t text_bytes_ = 0;
};

/// Whether the member of a C struct says anything; what else it holds is its default.
bool is_given(const Type& type, const std::byte* from) noexcept {
  switch (type.kind) {
    case Kind::id: return load<std::int64_t>(from) != 0;
    case Kind::enumeration: return load<std::int32_t>(from) != 0;
    case Kind::text: return load<CText>(from).data != nullptr || load<CText>(from).size != 0;
    case Kind::optional:
    case Kind::record: return load_pointer(from) != nullptr;
    default: return true;
  }
}

void StructReader::record(const Type& type, const CLayout& layout, const std::byte* from, std::size_t reach, void* place,
                    const Way& way) {
  for (const CField& at : layout.fields) {
    const Field& field = type.fields[at.field];
    const Way here = way.member(field.name);
    if (at.offset + at.size <= reach && is_given(*field.type, from + at.offset)) {
      member(field, at, from + at.offset, static_cast<std::byte*>(place) + field.offset, here);
    } else if (field.required) {
      refuse(here, reason::missing);
    }
  }
}

void StructReader::pointed_record(const Type& type, const CLayout& layout, const std::byte* from, void* place,
                            const Way& way) {
  if (!layout.sized) return record(type, layout, from, layout.size, place, way);
  const auto size = load<std::uint32_t>(from);
  if (size < sizeof size) return refuse(way, reason::struct_size);
  record(type, layout, from, std::min(size, layout.size), place, way);
}

/// A record lies behind a pointer when it is a member, in place when it is an item.
void StructReader::member(const Field& field, const CField& at, const std::byte* from, void* place, const Way& way) {
  if (field.type->kind == Kind::record)
    return pointed_record(*field.type, *at.record, load_pointer(from), place, way);
  value(*field.type, at.record, from, place, way);
}

void StructReader::value(const Type& type, const CLayout* layout, const std::byte* from, void* place, const Way& way) {
  switch (type.kind) {
    case Kind::boolean: *static_cast<bool*>(place) = load<std::int32_t>(from) != 0; return;
    case Kind::int32: *static_cast<std::int32_t*>(place) = load<std::int32_t>(from); return;
    case Kind::int64: *static_cast<std::int64_t*>(place) = load<std::int64_t>(from); return;
    case Kind::id:
      *static_cast<std::int64_t*>(place) = load<std::int64_t>(from);
      return settle(id_refusal(load<std::int64_t>(from)), way);
    case Kind::text: return text(load<CText>(from), *static_cast<std::string*>(place), way);
    case Kind::date: {
      const Date date{std::chrono::days{load<std::int32_t>(from)}};
      *static_cast<Date*>(place) = date;
      return settle(date_refusal(date), way);
    }
    case Kind::time: {
      const TimeOfDay time{load<std::int32_t>(from)};
      *static_cast<TimeOfDay*>(place) = time;
      return settle(time_refusal(time), way);
    }
    case Kind::decimal: {
      const Decimal number = Decimal::of_millionths(load<std::int64_t>(from));
      *static_cast<Decimal*>(place) = number;
      return settle(decimal_refusal(number), way);
    }
    case Kind::instant: {
      const Instant instant{std::chrono::microseconds{load<std::int64_t>(from)}};
      *static_cast<Instant*>(place) = instant;
      return settle(instant_refusal(instant), way);
    }
    case Kind::enumeration: {
      const auto number = load<std::int32_t>(from);
      set_word_number(place, number);
      return settle(word_refusal(type, number), way);
    }
    case Kind::optional: {
      const std::byte* const inside = load_pointer(from);
      if (inside == nullptr) return;
      if (type.inner->kind == Kind::record) return pointed_record(*type.inner, *layout, inside, type.add(place), way);
      return value(*type.inner, layout, inside, type.add(place), way);
    }
    case Kind::list: return list(type, layout, load<CList>(from), place, way);
    case Kind::record: return record(type, *layout, from, layout->size, place, way);
  }
}

void StructReader::text(CText text, std::string& place, const Way& way) {
  if (text.data == nullptr && text.size != 0) return refuse(way, reason::null);
  if (text.size > max_request_bytes - text_bytes_) return refuse(way, reason::large);
  text_bytes_ += text.size;
  place.assign(text.data == nullptr ? "" : text.data, text.size);
  settle(text_refusal(place, false), way);
}

void StructReader::list(const Type& type, const CLayout* layout, CList list, void* place, const Way& way) {
  const Type& item = *type.inner;
  const std::size_t least = item.kind != Kind::record ? c_size(item) : layout->sized ? sizeof(std::uint32_t) : 1;
  reset(type, place);
  if (list.count == 0) return;
  if (list.data == nullptr) return refuse(way, reason::null);
  if (list.stride < least) return refuse(way, reason::stride);
  if (list.count > max_items - items_) return refuse(way, reason::list_long);
  items_ += list.count;
  type.reserve(place, list.count);
  const auto* from = static_cast<const std::byte*>(list.data);
  for (std::size_t i = 0; i < list.count && !refusals_.full(); ++i, from += list.stride) {
    void* const element = type.add(place);
    if (item.kind == Kind::record) {
      record(item, *layout, from, std::min<std::size_t>(list.stride, layout->size), element, way.item(i));
    } else {
      value(item, layout, from, element, way.item(i));
    }
  }
}

}  // namespace

std::optional<Error> read_c(const Type& type, const CLayout& layout, const void* args, std::uint32_t struct_size,
                            void* value) {
  StructReader reader;
  const auto* from = static_cast<const std::byte*>(args);
  const std::size_t reach = args == nullptr ? 0 : std::min(struct_size, layout.size);
  if (args != nullptr && layout.sized && struct_size < sizeof struct_size) {
    reader.refuse({}, reason::struct_size);
  } else {
    reader.record(type, layout, from, reach, value, {});
  }
  return std::move(reader).error();
}

}  // namespace ent::reflect
