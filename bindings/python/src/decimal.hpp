/// Decimals as Python has them: decimal.Decimal.
#pragma once

#include <string_view>

#include "ent/decimal.hpp"
#include "ref.hpp"

namespace ent::python {

/// Once, before all else here. False with a Python exception.
bool import_decimal() noexcept;

/// A new reference; null with a Python exception.
PyObject* from_decimal(Decimal number) noexcept;

/// Why an object is no decimal; empty when it is one: a Decimal, an int, or a str as "14,5". A float is none: what it
/// holds is not what was written.
std::string_view to_decimal(PyObject* object, Decimal& number);

}  // namespace ent::python
