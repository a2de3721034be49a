/// The tables of the rights as constants: entries of the cells, overlays of the functions, guardian kinds.
/// What they mean is in docs/permissions.md; they are written in the CSV files beside this one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "access/permission.hpp"
#include "ent/profile.hpp"

namespace ent::access {

enum class Scope : std::uint8_t {
  self, own, class_, child, taught, main, assigned, estab, net, acad, commune, com, acl, delegate, named,
};

enum class Qualifier : std::uint8_t {
  none,
  min, tech,                                                          // masks
  own, pupils, staff, adult, from_15, family, agg, groups,            // conditions
  pub, service, slot,                                                 // conditions that the domain of a target judges
  extra, topic, recv, reported, sos, small, propose, tick, moderated, alert, reply, today,  // not kept yet
};

/// One `scope:qualifier` of a cell; `on` is false for those that an establishment may switch on.
struct Entry {
  Scope scope;
  Qualifier qualifier;
  bool on;
  friend constexpr bool operator==(const Entry&, const Entry&) = default;
};

/// The cell of a permission and a profile; empty: never.
std::span<const Entry> cell(Perm perm, Profile profile) noexcept;

/// What a function of a profile adds to a cell or takes from it. All removals come before all grants.
struct Overlay {
  std::int32_t function;
  Profile profile;
  Perm perm;
  bool grants;
  Scope scope;
  Qualifier qualifier;
};

/// Of all permissions, in the order of (function, profile, permission).
std::span<const Overlay> overlays(std::int32_t function, Profile profile, Perm perm) noexcept;

/// The word of a scope or a qualifier, as the matrix writes it.
std::string_view word(Scope scope) noexcept;
std::string_view word(Qualifier qualifier) noexcept;

/// Reads `scope` or `scope:qualifier`; false for any other text.
bool parse_entry(std::string_view text, Entry& entry) noexcept;

/// The bits of what a guardianship carries.
enum GuardianRight : std::int64_t {
  inform_main = 1, inform_daily = 2, decide_usual = 4, decide_important = 8, message = 16, pickup = 32, pay = 64,
};
inline constexpr std::int64_t inform_any = inform_main | inform_daily;

/// What a guardianship must carry for the scope `child`.
struct ChildRight {
  std::int64_t any_of = 0;   ///< One of these bits; 0: no cell of the permission speaks of a child.
  bool absenteeism = false;  ///< Kept up when an adult pupil has closed the rest.
};
ChildRight child_right(Perm perm) noexcept;

/// The kind of guardianship that a court has closed.
inline constexpr std::int32_t kind_withdrawn = 4;

/// The bits that a kind of guardianship may carry at most; none for an unknown kind.
std::int64_t guardian_ceiling(std::int32_t kind) noexcept;

}  // namespace ent::access
