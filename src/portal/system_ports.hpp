/// The ports that a portal has when its host gives none.
#pragma once

#include <memory>

#include "ent/ports.hpp"

namespace ent::portal {

std::shared_ptr<Clock> system_clock();

/// By libsodium. Throws std::runtime_error where the system has no source of random bytes.
std::shared_ptr<Random> system_random();

}  // namespace ent::portal
