#include "ops/registry.hpp"

#include <algorithm>
#include <iterator>

#define ENT_OPERATION(domain, function) \
  namespace ent::domain {               \
  extern const Op op_##function;        \
  }
#include "ops/list.inc"
#undef ENT_OPERATION

namespace ent::ops {
namespace {

constexpr const Op* list[] = {
#define ENT_OPERATION(domain, function) &domain::op_##function,
#include "ops/list.inc"
#undef ENT_OPERATION
};

}  // namespace

std::span<const Op* const> all() noexcept { return list; }

const Op* find(std::string_view name) noexcept {
  const auto* found = std::ranges::find_if(list, [&](const Op* op) { return op->name == name; });
  return found == std::end(list) ? nullptr : *found;
}

}  // namespace ent::ops
