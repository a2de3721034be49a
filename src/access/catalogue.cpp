#include "access/catalogue.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace ent::access {
namespace {

constexpr std::size_t profile_count = 13;
constexpr std::size_t index_of(Perm perm, Profile profile) {
  return static_cast<std::size_t>(perm) * profile_count + static_cast<std::size_t>(profile) - 1;
}

constexpr Permission permissions[] = {
#define ENT_PERMISSION(identifier, name, confidentiality, effect, audited, step_up, known_by) \
  {Perm::identifier, name, Confidentiality::confidentiality, audited, step_up, Perm::known_by},
#include "access/permission_table.inc"
};
constexpr std::size_t permission_count = std::size(permissions);

constexpr Entry entries[] = {
#define ENT_CELL(permission, profile, scope, qualifier, on) {Scope::scope, Qualifier::qualifier, on},
#include "access/permission_table.inc"
};

constexpr std::size_t cell_of_entry[] = {
#define ENT_CELL(permission, profile, scope, qualifier, on) index_of(Perm::permission, Profile::profile),
#include "access/permission_table.inc"
};
static_assert(std::ranges::is_sorted(cell_of_entry), "cells come in the order of permissions, then of profiles");

/// Where each cell begins in `entries`; one more at the end.
constexpr auto first_entry = [] {
  std::array<std::uint16_t, permission_count * profile_count + 1> first{};
  std::uint16_t next = 0;
  for (std::size_t index = 0; index < first.size(); ++index) {
    first[index] = next;
    while (next < std::size(entries) && cell_of_entry[next] == index) ++next;
  }
  return first;
}();

constexpr std::int32_t function_number(std::string_view name) {
#define ENT_FUNCTION(function, value) \
  if (name == #function) return value;
#include "access/permission_table.inc"
  return 0;
}

constexpr bool grant = true;
constexpr bool remove = false;

constexpr auto overlay_table = [] {
  constexpr Overlay overlays[] = {
#define ENT_OVERLAY(function, profile, permission, effect, scope, qualifier)                           \
  Overlay{function_number(#function), Profile::profile, Perm::permission, effect, Scope::scope, Qualifier::qualifier},
#include "access/permission_table.inc"
  };
  return std::to_array(overlays);
}();

struct OverlayKey {
  std::int32_t function;
  Profile profile;
  Perm perm;
  friend constexpr auto operator<=>(const OverlayKey&, const OverlayKey&) = default;
};
constexpr OverlayKey key_of(const Overlay& overlay) { return {overlay.function, overlay.profile, overlay.perm}; }

/// Stable, so that the removals of a key stay before its grants.
constexpr auto sorted_overlays = [] {
  auto overlays = overlay_table;
  for (std::size_t i = 1; i < overlays.size(); ++i) {
    for (std::size_t j = i; j > 0 && key_of(overlays[j]) < key_of(overlays[j - 1]); --j) std::swap(overlays[j], overlays[j - 1]);
  }
  return overlays;
}();

constexpr std::string_view scope_words[] = {"self", "own", "class", "child", "taught", "main", "assigned", "estab",
                                            "net", "acad", "commune", "com", "acl", "delegate", "named"};

constexpr std::string_view qualifier_words[] = {
    "", "min", "tech", "own", "pupils", "staff", "adult", "from_15", "family", "agg", "groups", "pub", "service",
    "slot", "extra", "topic", "recv", "reported", "sos", "small", "propose", "tick", "moderated", "alert", "reply",
    "today"};

constexpr ChildRight absenteeism{inform_any, true};
constexpr ChildRight as_child_right(ChildRight right) { return right; }
constexpr ChildRight as_child_right(std::int64_t bits) { return {bits, false}; }

template <class Enum, std::size_t N>
bool parse_word(std::string_view text, const std::string_view (&words)[N], Enum& value) noexcept {
  const auto* found = std::ranges::find(words, text);
  if (found == std::end(words)) return false;
  value = static_cast<Enum>(found - std::begin(words));
  return true;
}

}  // namespace

const Permission& info(Perm perm) noexcept { return permissions[static_cast<std::size_t>(perm)]; }

const Permission* find_permission(std::string_view name) noexcept {
  const auto* found = std::ranges::find(permissions, name, &Permission::name);
  return found == std::end(permissions) ? nullptr : found;
}

std::span<const Entry> cell(Perm perm, Profile profile) noexcept {
  const std::size_t index = index_of(perm, profile);
  return std::span(entries).subspan(first_entry[index], first_entry[index + 1] - first_entry[index]);
}

std::span<const Overlay> overlays(std::int32_t function, Profile profile, Perm perm) noexcept {
  const auto found = std::ranges::equal_range(sorted_overlays, OverlayKey{function, profile, perm}, {}, key_of);
  return {found.begin(), found.end()};
}

std::string_view word(Scope scope) noexcept { return scope_words[static_cast<std::size_t>(scope)]; }
std::string_view word(Qualifier qualifier) noexcept { return qualifier_words[static_cast<std::size_t>(qualifier)]; }

bool parse_entry(std::string_view text, Entry& entry) noexcept {
  const auto colon = text.find(':');
  entry.qualifier = Qualifier::none;
  entry.on = true;
  if (colon != text.npos && (!parse_word(text.substr(colon + 1), qualifier_words, entry.qualifier) ||
                             entry.qualifier == Qualifier::none)) {
    return false;
  }
  return parse_word(text.substr(0, colon), scope_words, entry.scope);
}

ChildRight child_right(Perm perm) noexcept {
  switch (perm) {
#define ENT_CHILD_RIGHT(permission, right) \
  case Perm::permission: return as_child_right(right);
#include "access/permission_table.inc"
    default: return {};
  }
}

std::int64_t guardian_ceiling(std::int32_t kind) noexcept {
  switch (kind) {
#define ENT_GUARDIAN_KIND(kind_word, value, given, ceiling) \
  case value: return ceiling;
#include "access/permission_table.inc"
    default: return 0;
  }
}

}  // namespace ent::access
