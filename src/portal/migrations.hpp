/// The schema, as one numbered list: each domain's tables stand beside the domain.
#pragma once

#include <span>

#include "store/migrate.hpp"

namespace ent::portal {

std::span<const store::Migration> migrations() noexcept;

}  // namespace ent::portal
