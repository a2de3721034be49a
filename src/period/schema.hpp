#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::period {

extern const char* const schema;
/// For which groups a period holds.
extern const char* const held_schema;
/// Which periods are not dropped.
extern const char* const kept_schema;
/// What periods weigh in the year.
extern const char* const coefficient_schema;

/// What the rows of this domain never say while the store is sound.
std::span<const store::Invariant> invariants() noexcept;

}  // namespace ent::period
