/// The items of listings as tables: Arrow streams and columns.
#pragma once

#include <vector>

#include "ref.hpp"
#include "shape.hpp"
#include "to_python.hpp"

namespace ent::python {

/// One or more answers of one listing: its pages.
struct Answers {
  const Shape* listing;
  std::vector<Held> held;
};

/// From a sequence of what hold_answer() made; TypeError when that is not what it is.
Answers answers_of(PyObject* sequence);

/// A capsule `arrow_array_stream` over all items.
Ref arrow_stream(const Answers& answers);

/// All items as CSV for French spreadsheets (reflect/csv.hpp).
Ref csv_text(const Answers& answers);

/// The columns of all items, each a tuple (name, kind, values, missing): for kind "int", "date" (days) and
/// "instant" (microseconds), values is bytes of int64; for "bool", bytes of uint8; for "str" and
/// "object", a list. `missing` is bytes of uint8, None where nothing can be missing.
Ref columns(const Answers& answers);

}  // namespace ent::python
