/// The codes of OneRoster, and what they are in a French school.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ent/guardian.hpp"
#include "ent/org.hpp"
#include "ent/profile.hpp"
#include "interop/feed.hpp"

namespace ent::interop::oneroster {

/// In the column of an export that says what a teacher teaches in a class: everything, and nothing.
inline constexpr std::string_view no_subject = "*", teaches_nothing = "-";

/// A role of users.csv, by the project's table.
struct RoleCode {
  std::string_view code;
  Profile profile;
  std::int32_t function;
  bool certain;  ///< False: the format says too little, and the lesser right is taken.
};
/// The place of a code in the table; codes that are not there are no roles of users.
std::optional<std::uint8_t> find_role(std::string_view code) noexcept;
const RoleCode& role_at(std::uint8_t place) noexcept;

PersonKind person_kind(const RoleCode& role) noexcept;

/// What an adult of this role is to a pupil. OneRoster does not say who holds parental authority.
struct Guardianship {
  guardian::Kind kind;
  std::int32_t relationship;  ///< 0: not known.
};
Guardianship guardianship_of(std::string_view role, bool parents_are_legal) noexcept;

/// What a unit of this type is, or of the kind that an export of this library has written beside it; none: the store
/// holds no such unit.
std::optional<org::Kind> kind_of(std::string_view type, std::string_view kind) noexcept;
std::string_view type_of(org::Kind kind) noexcept;
std::string_view name_of(org::Kind kind) noexcept;

/// The UAI that an identifier is, in capitals; empty: it is none.
std::string uai_of(std::string_view identifier);
bool is_unit_code(std::string_view identifier) noexcept;
/// A code for what has none that the store could keep: the same for the same key of the same feed, and no UAI.
std::string made_code(std::string_view feed, std::string_view key);
bool is_made_code(std::string_view code) noexcept;

/// Of a grade (CEDS: "06" is sixième, "01" CP); none: it says nothing.
std::optional<org::Degree> degree_of_grade(std::string_view grade) noexcept;
/// The grade of a level: of the national code of a MEF, of a class of the first degree, or a grade itself; empty: none.
std::string_view grade_of_level(std::string_view level) noexcept;

}  // namespace ent::interop::oneroster
