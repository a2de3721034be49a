#include "errors.hpp"

#include "base/error.hpp"

namespace ent::python {
namespace {

Ref to_str(std::string_view text) {
  return checked(PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

Ref field_reasons(const Error& error) {
  Ref reasons = checked(PyDict_New());
  for (const FieldError& field : error.fields) {
    const Ref path = to_str(field.path);
    if (PyDict_SetItem(reasons.get(), path.get(), to_str(field.reason).get()) < 0) throw Raised{};
  }
  return reasons;
}

}  // namespace

void raise(const Error& error) {
  const Ref package = checked(PyImport_ImportModule("ent"));
  const Ref module = checked(PyObject_GetAttrString(package.get(), "errors"));
  const Ref make = checked(PyObject_GetAttrString(module.get(), "_make"));
  const Ref code = to_str(word(error.code));
  const Ref exception = checked(PyObject_CallFunctionObjArgs(make.get(), code.get(), to_str(error.reason).get(),
                                                             to_str(error.message).get(), field_reasons(error).get(),
                                                             nullptr));
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.get())), exception.get());
  throw Raised{};
}

void raise(Errc code, std::string_view reason) { raise(base::fail(code, reason)); }

void raise_pending(bool failed) {
  if (PyErr_Occurred() == nullptr) return;
  if (failed) throw Raised{};
  PyErr_WriteUnraisable(nullptr);
}

}  // namespace ent::python
