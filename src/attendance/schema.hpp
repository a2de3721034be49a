/// The tables of attendance.
#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::attendance {

extern const char* const schema;
extern const char* const policy_schema;
extern const char* const told_schema;

/// What the rows of this domain never say while the store is sound.
std::span<const store::Invariant> invariants() noexcept;

}  // namespace ent::attendance
