#include "access/permission.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace ent::access {
namespace {

constexpr Permission table[] = {
#define ENT_PERMISSION(identifier, name, confidentiality, effect, audited, step_up, known_by) \
  {Perm::identifier, name, Confidentiality::confidentiality, audited, step_up, Perm::known_by},
#include "access/permission_table.inc"
};

}  // namespace

const Permission& info(Perm perm) noexcept { return table[static_cast<std::size_t>(perm)]; }

const Permission* find_permission(std::string_view name) noexcept {
  const auto* found = std::ranges::find(table, name, &Permission::name);
  return found == std::end(table) ? nullptr : found;
}

}  // namespace ent::access
