/// All generated functions of ops.h in one table, for what walks them all.
#pragma once

#include <span>

#include "reflect/layout.hpp"

namespace ent::unit {
struct Op;
}

namespace ent::c {

struct Face {
  const unit::Op* op;
  const reflect::CLayout* layout;  ///< Of the operation's args.
};

/// In the order of the registry.
std::span<const Face> faces() noexcept;

}  // namespace ent::c
