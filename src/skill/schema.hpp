#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::skill {

extern const char* const schema;
/// Which items what pupils do gives evidence of.
extern const char* const usage_schema;
/// Requests that wait, of a whole school.
extern const char* const waiting_schema;
/// Degrees by hand: when they are told.
extern const char* const told_schema;
/// Methods: from where on items are acquired, as a unit says.
extern const char* const acquired_schema;
/// Attestations: the decisions that they rest on. Methods: how many levels they look at.
extern const char* const attested_schema;

/// What the rows of this domain never say while the store is sound.
std::span<const store::Invariant> invariants() noexcept;

}  // namespace ent::skill
