/// Where C++ ends: results become a status and an owned error, and nothing is thrown past here.
#pragma once

#include <exception>
#include <new>
#include <optional>

#include "base/error.hpp"
#include "handles.hpp"

namespace ent::c {

/// Hands the error over, or drops it when nobody asked; answers its code.
ent_status give(Error error, ent_error** err) noexcept;
ent_status give_exhausted(ent_error** err) noexcept;
ent_status give_defect(ent_error** err) noexcept;

/// The body of every function that can fail: `work` answers a std::optional<Error>.
template <class Work>
ent_status walled(ent_error** err, Work&& work) noexcept {
  if (err != nullptr) *err = nullptr;
  try {
    std::optional<Error> refused = work();
    return refused ? give(std::move(*refused), err) : ENT_OK;
  } catch (const std::bad_alloc&) {
    return give_exhausted(err);
  } catch (...) {
    return give_defect(err);
  }
}

/// The refusal of a NULL where something must be given.
inline std::optional<Error> need(const void* given, const char* path) {
  if (given != nullptr) return std::nullopt;
  return base::invalid(path, "argument.null");
}

/// The refusal of what is asked of a closed portal.
std::optional<Error> refuse_closed(const unit::PortalState& portal);

/// The session behind a handle, if it and its portal are open.
Result<Session*> open_session(ent_session* session);

}  // namespace ent::c
