/// The closed catalogue of permissions, scopes and cells: the project's matrix as constants.
#pragma once

#include <cstdint>
#include <string_view>

namespace ent::access {

/// Every permission; the order is the matrix's and is not stored anywhere (the name is).
enum class Perm : std::uint16_t {
#define ENT_PERMISSION(identifier, ...) identifier,
#include "access/permission_table.inc"
};

/// How sensitive what a permission opens is: C0 public in the school ... C4 health and social files.
enum class Confidentiality : std::uint8_t { C0, C1, C2, C3, C4 };

struct Permission {
  Perm perm;
  std::string_view name;  ///< "person.read"
  Confidentiality confidentiality;
  bool audited;   ///< Each use leaves an audit row, reads too.
  bool step_up;   ///< Needs a recent second proof of identity.
  Perm known_by;  ///< With this one an actor may know that the target exists, so a refusal says so.
};

const Permission& info(Perm perm) noexcept;

/// The permission of a name, or nullptr.
const Permission* find_permission(std::string_view name) noexcept;

}  // namespace ent::access
