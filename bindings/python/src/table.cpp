#include "table.hpp"

namespace ent::python {

Answers answers_of(PyObject* sequence) {
  const Ref capsules = checked(PySequence_Tuple(sequence));
  Answers answers{nullptr, {}};
  for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(capsules.get()); ++i) {
    const Held& held = held_answer(PyTuple_GET_ITEM(capsules.get(), i));
    const Shape& listing = shape_of(held->type());
    if (answers.listing == nullptr) answers.listing = &listing;
    if (answers.listing != &listing) break;
    answers.held.push_back(held);
  }
  if (answers.held.empty() || answers.held.size() != static_cast<std::size_t>(PyTuple_GET_SIZE(capsules.get()))) {
    PyErr_SetString(PyExc_TypeError, "takes one or more answers of one listing");
    throw Raised{};
  }
  return answers;
}

}  // namespace ent::python
