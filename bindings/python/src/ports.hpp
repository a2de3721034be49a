/// Ports that a Python host gives: callables, called with the interpreter's lock held.
#pragma once

#include <memory>

#include "ent/ports.hpp"
#include "ref.hpp"

namespace ent::python {

/// Null for None. The callables are kept as long as the portal lives.
///
/// An exception in a clock or a source of random bytes ends the call that asked; it stays set in its
/// thread, so that the call raises it. An exception in a log is reported as unraisable.
std::shared_ptr<Clock> clock_port(PyObject* callable);    ///< () -> datetime, aware.
std::shared_ptr<Random> random_port(PyObject* callable);  ///< (size) -> bytes of that size.
std::shared_ptr<Log> log_port(PyObject* callable);        ///< (level, line), both str.

}  // namespace ent::python
