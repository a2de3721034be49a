/// What the generated functions of ops.h call.
#pragma once

#include <cstddef>

#include "ent/ent.h"
#include "reflect/layout.hpp"
#include "sized.hpp"

namespace ent::unit {
struct Op;
}

namespace ent::c {

/// Runs an operation on a C struct, which is NULL or begins with its size.
ent_status call_typed(ent_session* session, const unit::Op& op, const reflect::CLayout& layout, const void* args,
                      const ent_call_options* options, ent_doc** doc, ent_error** err) noexcept;

}  // namespace ent::c

/// A member of a generated struct, its field in the record, and the layout that it leads to, if any.
#define ENT_C_MEMBER(Struct, member, field, ...) \
  ::ent::reflect::CField { field, offsetof(::Struct, member), sizeof(::Struct::member) __VA_OPT__(, ) __VA_ARGS__ }
