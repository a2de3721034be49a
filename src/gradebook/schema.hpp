#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::gradebook {

extern const char* const schema;
/// Whether marks follow a pupil who changes class.
extern const char* const moved_schema;
extern const char* const frozen_schema;
/// Who was in a group, and in which division, when a period was published for it.
extern const char* const seats_schema;
/// In which boxes assessments stand.
extern const char* const boxes_schema;
/// Which marks a policy lets in.
extern const char* const entry_schema;

/// What the rows of this domain never say while the store is sound.
std::span<const store::Invariant> invariants() noexcept;

}  // namespace ent::gradebook
