#include <new>

#include "doc_path.hpp"
#include "ent/arrow.h"
#include "handles.hpp"
#include "reflect/arrow.hpp"
#include "reflect/codec.hpp"
#include "reflect/csv.hpp"

namespace {

using ent::c::Place;
using ent::reflect::Kind;

/// What is asked for; a place is not OK when the question itself is wrong.
Place look(const ent_doc* doc, const char* pointer, const void* out) noexcept {
  if (doc == nullptr || pointer == nullptr || out == nullptr) return {ENT_ERR_INVALID_ARGUMENT, nullptr, nullptr, false};
  return ent::c::find(doc->answer->type(), doc->answer->data(), pointer);
}

/// Whether something of one of these kinds is there.
template <class... Kinds>
ent_status is_one_of(const Place& place, Kinds... kinds) noexcept {
  if (place.status != ENT_OK) return place.status;
  if (place.absent) return ENT_ERR_NOT_FOUND;
  return ((place.type->kind == kinds) || ...) ? ENT_OK : ENT_ERR_INVALID_ARGUMENT;
}

template <class T>
const T& as(const Place& place) noexcept {
  return *static_cast<const T*>(place.value);
}

/// Of what has a NUL behind it.
ent_str borrowed(const std::string& text) noexcept { return {text.data(), text.size()}; }
ent_str borrowed(const ent::reflect::Word& word) noexcept { return {word.name, word.text().size()}; }

std::string render(const Place& place) {
  std::string text;
  if (place.absent) {
    text = "null";
  } else {
    ent::reflect::write_json(*place.type, place.value, text);
  }
  return text;
}

}  // namespace

ent_status ent_doc_int64(const ent_doc* doc, const char* pointer, int64_t* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::int32, Kind::int64, Kind::id, Kind::enumeration);
  if (status != ENT_OK) return status;
  switch (place.type->kind) {
    case Kind::int32: *out = as<std::int32_t>(place); break;
    case Kind::enumeration: *out = ent::reflect::word_number(place.value); break;
    default: *out = as<std::int64_t>(place); break;
  }
  return ENT_OK;
}

ent_status ent_doc_str(const ent_doc* doc, const char* pointer, ent_str* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::text, Kind::enumeration);
  if (status != ENT_OK) return status;
  if (place.type->kind == Kind::text) {
    *out = borrowed(as<std::string>(place));
    return ENT_OK;
  }
  const auto* word = ent::reflect::find_word(*place.type, ent::reflect::word_number(place.value));
  if (word == nullptr) return ENT_ERR_NOT_FOUND;
  *out = borrowed(*word);
  return ENT_OK;
}

ent_status ent_doc_bool(const ent_doc* doc, const char* pointer, int32_t* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::boolean);
  if (status == ENT_OK) *out = as<bool>(place) ? 1 : 0;
  return status;
}

ent_status ent_doc_date(const ent_doc* doc, const char* pointer, int32_t* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::date);
  if (status == ENT_OK) *out = static_cast<int32_t>(as<ent::Date>(place).time_since_epoch().count());
  return status;
}

ent_status ent_doc_instant(const ent_doc* doc, const char* pointer, int64_t* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::instant);
  if (status == ENT_OK) *out = as<ent::Instant>(place).time_since_epoch().count();
  return status;
}

ent_status ent_doc_time(const ent_doc* doc, const char* pointer, int32_t* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::time);
  if (status == ENT_OK) *out = as<ent::TimeOfDay>(place).minutes;
  return status;
}

ent_status ent_doc_decimal(const ent_doc* doc, const char* pointer, int64_t* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::decimal);
  if (status == ENT_OK) *out = as<ent::Decimal>(place).millionths();
  return status;
}

ent_status ent_doc_count(const ent_doc* doc, const char* pointer, size_t* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::list);
  if (status == ENT_OK) *out = place.type->count(place.value);
  return status;
}

ent_status ent_doc_is_null(const ent_doc* doc, const char* pointer, int32_t* out) {
  const Place place = look(doc, pointer, out);
  if (place.status == ENT_OK) *out = place.absent ? 1 : 0;
  return place.status;
}

ent_status ent_doc_json(const ent_doc* doc, const char* pointer, ent_str* out) {
  const Place place = look(doc, pointer, out);
  if (place.status != ENT_OK) return place.status;
  try {
    const std::lock_guard lock(doc->mutex);
    auto found = doc->texts.find(pointer);
    if (found == doc->texts.end()) found = doc->texts.emplace(pointer, render(place)).first;
    *out = borrowed(found->second);
    return ENT_OK;
  } catch (const std::bad_alloc&) {
    return ENT_ERR_RESOURCE_EXHAUSTED;
  } catch (...) {
    return ENT_ERR_INTERNAL;
  }
}

ent_status ent_doc_csv(const ent_doc* doc, const char* pointer, ent_str* out) {
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::list);
  if (status != ENT_OK) return status;
  if (!ent::reflect::is_table(*place.type)) return ENT_ERR_INVALID_ARGUMENT;
  try {
    const std::lock_guard lock(doc->mutex);
    std::string& text = doc->texts[std::string("csv:") + pointer];  // which no pointer begins with
    if (text.empty()) {
      std::string made;
      ent::reflect::write_csv_headings(*place.type, made);
      ent::reflect::write_csv_rows(*place.type, place.value, made);
      text = std::move(made);
    }
    *out = borrowed(text);
    return ENT_OK;
  } catch (const std::bad_alloc&) {
    return ENT_ERR_RESOURCE_EXHAUSTED;
  } catch (...) {
    return ENT_ERR_INTERNAL;
  }
}

ent_status ent_doc_arrow(const ent_doc* doc, const char* pointer, struct ArrowArrayStream* out) {
  if (out != nullptr) *out = {};
  const Place place = look(doc, pointer, out);
  const ent_status status = is_one_of(place, Kind::list);
  if (status != ENT_OK) return status;
  if (!ent::reflect::is_table(*place.type)) return ENT_ERR_INVALID_ARGUMENT;
  try {
    ent::reflect::export_arrow(*place.type, {doc->answer, place.value}, out);
    return ENT_OK;
  } catch (...) {
    return ENT_ERR_RESOURCE_EXHAUSTED;
  }
}

void ent_doc_free(ent_doc* doc) { delete doc; }
