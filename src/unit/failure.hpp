/// The one error wall: what is thrown below becomes an Error here.
#pragma once

#include <optional>

#include "base/error.hpp"
#include "store/store.hpp"

namespace ent::unit {

Error to_error(const store::Failure& failure);

/// resource_exhausted, made without taking memory.
Error out_of_memory() noexcept;

/// The Error of what is being handled. To be called in a handler; needs no memory, though it tells more with some.
Error error_of_caught() noexcept;

/// Runs `work`, which answers a std::optional<Error>, and turns all that it throws into one.
template <class Work>
std::optional<Error> walled(Work&& work) noexcept try {
  return work();
} catch (...) {
  return error_of_caught();
}

}  // namespace ent::unit
