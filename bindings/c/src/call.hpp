/// What the generated functions of ops.h call.
#pragma once

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
