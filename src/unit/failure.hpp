/// The one error wall: what is thrown below becomes an Error here.
#pragma once

#include <exception>
#include <new>
#include <optional>

#include "base/error.hpp"
#include "store/store.hpp"

namespace ent::unit {

Error to_error(const store::Failure& failure);

/// Runs `work`, which answers a std::optional<Error>, and turns all that it throws into one.
template <class Work>
std::optional<Error> walled(Work&& work) noexcept try {
  return work();
} catch (const store::Failure& failure) {
  return to_error(failure);
} catch (const Exception& failed) {  // of a host's port
  return failed.error();
} catch (const std::bad_alloc&) {
  return base::fail(Errc::resource_exhausted, "memory.exhausted");
} catch (const std::exception&) {
  return base::fail(Errc::internal, "internal.defect");
}

}  // namespace ent::unit
