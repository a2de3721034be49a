/// Values of the library as Python objects.
#pragma once

#include <memory>

#include "ref.hpp"
#include "reflect/type.hpp"
#include "shape.hpp"

namespace ent::python {

/// A value of the library that Python objects share.
using Held = std::shared_ptr<const reflect::Value>;

/// An object of the shape's class; records within it likewise, lists as tuples. New reference; null with
/// a Python exception.
PyObject* to_python(const Shape& shape, const void* value) noexcept;

/// The same with dicts in the place of records and lists in that of tuples.
PyObject* to_plain(const Shape& shape, const void* value) noexcept;

/// A whole answer: None where there is nothing to say.
PyObject* answer_to_python(const Shape& shape, const void* answer) noexcept;

/// A listing, which keeps the C++ answer and makes its items when they are asked for.
PyObject* listing_to_python(const Shape& shape, Held answer);

/// The items of the answer that a listing keeps: as a tuple of objects, or as a list of dicts.
Ref items_to_python(const Held& answer);
Ref items_to_plain(const Held& answer);

/// The C++ answer that a listing keeps, from the object in its `_answer`; throws Raised when it is none.
const Held& held_answer(PyObject* object);

/// Such an object.
Ref hold_answer(Held answer);

}  // namespace ent::python
