#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::report {

extern const char* const schema;
/// Chosen models, and projects.
extern const char* const models_schema;
/// What was written of councils before.
extern const char* const council_schema;

/// What the rows of this domain never say while the store is sound.
std::span<const store::Invariant> invariants() noexcept;

}  // namespace ent::report
