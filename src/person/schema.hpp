#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::person {

extern const char* const schema;
extern const char* const merged_links_schema;

/// What the rows of this domain never say while the store is sound.
std::span<const store::Invariant> invariants() noexcept;

}  // namespace ent::person
