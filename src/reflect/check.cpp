#include "reflect/codec.hpp"
#include "reflect/refusal.hpp"
#include "reflect/way.hpp"

namespace ent::reflect {
namespace {

class Checker {
 public:
  void value(const Type& type, const void* place, const Way& way);
  std::optional<Error> error() && { return std::move(refusals_).error(); }

 private:
  void record(const Type& type, const std::byte* place, const Way& way);
  void list(const Type& type, const void* place, const Way& way);
  void text(const std::string& text, const Way& way);
  void settle(std::string_view refusal, const Way& way) {
    if (!refusal.empty() && !refusals_.full()) refusals_.add(way.pointer(), refusal);
  }

  Refusals refusals_;
  std::size_t items_ = 0;
  std::size_t text_bytes_ = 0;
};

/// Whether a member is the zero of a kind that has no zero: nothing was given.
bool is_nothing(const Type& type, const void* place) noexcept {
  if (type.kind == Kind::id) return *static_cast<const std::int64_t*>(place) == 0;
  return type.kind == Kind::enumeration && word_number(place) == 0;
}

void Checker::value(const Type& type, const void* place, const Way& way) {
  switch (type.kind) {
    case Kind::boolean:
    case Kind::int32:
    case Kind::int64: return;
    case Kind::id: return settle(id_refusal(*static_cast<const std::int64_t*>(place)), way);
    case Kind::text: return text(*static_cast<const std::string*>(place), way);
    case Kind::date: return settle(date_refusal(*static_cast<const Date*>(place)), way);
    case Kind::time: return settle(time_refusal(*static_cast<const TimeOfDay*>(place)), way);
    case Kind::decimal: return settle(decimal_refusal(*static_cast<const Decimal*>(place)), way);
    case Kind::instant: return settle(instant_refusal(*static_cast<const Instant*>(place)), way);
    case Kind::enumeration: return settle(word_refusal(type, word_number(place)), way);
    case Kind::optional:
      if (type.count(place) != 0) value(*type.inner, type.at(place, 0), way);
      return;
    case Kind::list: return list(type, place, way);
    case Kind::record: return record(type, static_cast<const std::byte*>(place), way);
  }
}

void Checker::record(const Type& type, const std::byte* place, const Way& way) {
  for (const Field& field : type.fields) {
    const Way here = way.member(field.name);
    if (!is_nothing(*field.type, place + field.offset)) {
      value(*field.type, place + field.offset, here);
    } else if (field.required) {
      settle(reason::missing, here);
    }
  }
}

void Checker::list(const Type& type, const void* place, const Way& way) {
  const std::size_t count = type.count(place);
  if (count > max_items - items_) return settle(reason::list_long, way);
  items_ += count;
  for (std::size_t i = 0; i < count && !refusals_.full(); ++i) value(*type.inner, type.at(place, i), way.item(i));
}

void Checker::text(const std::string& text, const Way& way) {
  if (text.size() > max_request_bytes - text_bytes_) return settle(reason::large, way);
  text_bytes_ += text.size();
  settle(text_refusal(text, false), way);
}

}  // namespace

std::optional<Error> check(const Type& type, const void* value) {
  Checker checker;
  checker.value(type, value, {});
  return std::move(checker).error();
}

}  // namespace ent::reflect
