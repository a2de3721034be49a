#include "doc_path.hpp"

#include <charconv>
#include <optional>

namespace ent::c {
namespace {

using reflect::Kind;

/// Whether a step of a pointer, in which `~` and `/` are written `~0` and `~1`, spells a name.
bool spells(std::string_view step, std::string_view name) noexcept {
  std::size_t at = 0;
  for (std::size_t i = 0; i < step.size(); ++i, ++at) {
    char c = step[i];
    if (c == '~') c = ++i < step.size() && step[i] == '1' ? '/' : '~';
    if (at >= name.size() || name[at] != c) return false;
  }
  return at == name.size();
}

/// Digits without a leading zero.
std::optional<std::size_t> index_of(std::string_view step) noexcept {
  std::size_t index = 0;
  const auto [end, wrong] = std::from_chars(step.data(), step.data() + step.size(), index);
  if (wrong != std::errc() || end != step.data() + step.size()) return std::nullopt;
  if (step.size() > 1 && step.front() == '0') return std::nullopt;
  return index;
}

bool well_formed(std::string_view pointer) noexcept {
  if (!pointer.empty() && pointer.front() != '/') return false;
  for (std::size_t i = pointer.find('~'); i != std::string_view::npos; i = pointer.find('~', i + 1)) {
    if (i + 1 == pointer.size() || (pointer[i + 1] != '0' && pointer[i + 1] != '1')) return false;
  }
  return true;
}

/// Looks through an optional, and knows the id and the word that are none.
Place settle(const reflect::Type& type, const void* value) noexcept {
  switch (type.kind) {
    case Kind::optional:
      if (type.count(value) == 0) return {ENT_OK, &type, value, true};
      return settle(*type.inner, type.at(value, 0));
    case Kind::id: return {ENT_OK, &type, value, *static_cast<const std::int64_t*>(value) == 0};
    case Kind::enumeration: return {ENT_OK, &type, value, reflect::word_number(value) == 0};
    default: return {ENT_OK, &type, value, false};
  }
}

Place step_into(const Place& from, std::string_view step) noexcept {
  if (from.absent) return {};
  if (from.type->kind == Kind::record) {
    for (const reflect::Field& field : from.type->fields) {
      if (spells(step, field.name)) return settle(*field.type, static_cast<const std::byte*>(from.value) + field.offset);
    }
  } else if (from.type->kind == Kind::list) {
    const auto index = index_of(step);
    if (index && *index < from.type->count(from.value)) {
      return settle(*from.type->inner, from.type->at(from.value, *index));
    }
  }
  return {};
}

}  // namespace

Place find(const reflect::Type& type, const void* value, std::string_view pointer) noexcept {
  if (!well_formed(pointer)) return {ENT_ERR_INVALID_ARGUMENT, nullptr, nullptr, false};
  Place place = settle(type, value);
  while (!pointer.empty() && place.status == ENT_OK) {
    pointer.remove_prefix(1);
    const auto end = std::min(pointer.find('/'), pointer.size());
    place = step_into(place, pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return place;
}

}  // namespace ent::c
