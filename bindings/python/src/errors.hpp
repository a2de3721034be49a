/// Errors of the library as Python exceptions.
#pragma once

#include <new>
#include <string_view>

#include "ent/result.hpp"
#include "ref.hpp"

namespace ent::python {

/// Sets the exception of ent.errors that stands for this error, and throws Raised.
[[noreturn]] void raise(const Error& error);
[[noreturn]] void raise(Errc code, std::string_view reason);

/// After the library has worked: what a port raised in this thread comes first, since it is why a call
/// failed. One that did not make it fail is reported as unraisable.
void raise_pending(bool failed);

/// The value of a result, or its error raised.
template <class T>
T unwrap(Result<T> result) {
  if (!result) raise(result.error());
  return *std::move(result);
}

/// Runs what a Python function does: null with a Python exception, whatever is thrown in it.
template <class Work>
PyObject* guarded(Work&& work) noexcept try {
  return work();
} catch (const Raised&) {
  return nullptr;
} catch (const std::bad_alloc&) {
  return PyErr_NoMemory();
} catch (const std::exception& thrown) {
  PyErr_SetString(PyExc_SystemError, thrown.what());
  return nullptr;
}

}  // namespace ent::python
