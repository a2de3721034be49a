#include "to_python.hpp"

#include "decimal.hpp"
#include "time.hpp"

namespace ent::python {
namespace {

using reflect::Kind;

/// A C++ answer as a Python object, which nothing can be done with but handing it back.
struct AnswerObject {
  PyObject_HEAD
  Held held;
};

void drop_answer(PyObject* object) noexcept {
  PyTypeObject* const type = Py_TYPE(object);
  reinterpret_cast<AnswerObject*>(object)->held.~Held();
  PyObject_Free(object);
  Py_DECREF(type);
}

/// As old as the module and never torn down.
PyTypeObject* answer_type() {
  static PyTypeObject* const made = [] {
    static PyType_Slot slots[] = {{Py_tp_dealloc, reinterpret_cast<void*>(&drop_answer)}, {0, nullptr}};
    static PyType_Spec spec{"ent._core.Answer", sizeof(AnswerObject), 0,
                            Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION, slots};
    return reinterpret_cast<PyTypeObject*>(checked(PyType_FromSpec(&spec)).release());
  }();
  return made;
}

template <class T>
const T& as(const void* value) noexcept {
  return *static_cast<const T*>(value);
}

const void* place(const void* record, const Member& member) noexcept {
  return static_cast<const std::byte*>(record) + member.field->offset;
}

void set_slot(PyObject* object, Py_ssize_t slot, PyObject* value) noexcept {
  PyObject*& there = *reinterpret_cast<PyObject**>(reinterpret_cast<std::byte*>(object) + slot);
  Py_XSETREF(there, value);
}

PyObject* new_object(const Shape& record) noexcept {
  if (!record.cls) {
    PyErr_SetString(PyExc_SystemError, "a record whose class has not been registered");
    return nullptr;
  }
  auto* cls = reinterpret_cast<PyTypeObject*>(record.cls.get());
  return cls->tp_alloc(cls, 0);
}

PyObject* word_to_python(const Shape& shape, const void* value) noexcept {
  const std::int32_t number = reflect::word_number(value);
  const auto words = shape.type->words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].number == number) return Py_NewRef(shape.words[i].get());
  }
  return Py_NewRef(Py_None);  // an enumeration that was never set
}

PyObject* text_to_python(const std::string& text) noexcept {
  return PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
}

PyObject* scalar_to_python(const Shape& shape, const void* value) noexcept {
  switch (shape.type->kind) {
    case Kind::boolean: return PyBool_FromLong(as<bool>(value));
    case Kind::int32: return PyLong_FromLong(as<std::int32_t>(value));
    case Kind::int64:
    case Kind::id: return PyLong_FromLongLong(as<std::int64_t>(value));
    case Kind::text: return text_to_python(as<std::string>(value));
    case Kind::date: return from_date(as<Date>(value));
    case Kind::time: return from_time(as<TimeOfDay>(value));
    case Kind::decimal: return from_decimal(as<Decimal>(value));
    case Kind::instant: return from_instant(as<Instant>(value));
    case Kind::enumeration: return word_to_python(shape, value);
    default: return Py_NewRef(Py_None);
  }
}

using Write = PyObject* (*)(const Shape&, const void*) noexcept;

PyObject* optional_to_python(const Shape& shape, const void* value, Write write) noexcept {
  const reflect::Type& type = *shape.type;
  return type.count(value) == 0 ? Py_NewRef(Py_None) : write(*shape.inner, type.at(value, 0));
}

PyObject* record_to_python(const Shape& shape, const void* value) noexcept {
  PyObject* const object = new_object(shape);
  if (object == nullptr) return nullptr;
  for (const Member& member : shape.members) {
    PyObject* const made = to_python(*member.shape, place(value, member));
    if (made == nullptr) {
      Py_DECREF(object);
      return nullptr;
    }
    set_slot(object, member.slot, made);
  }
  return object;
}

PyObject* record_to_dict(const Shape& shape, const void* value) noexcept {
  Ref dict = Ref::steal(PyDict_New());
  if (!dict) return nullptr;
  for (const Member& member : shape.members) {
    const Ref made = Ref::steal(to_plain(*member.shape, place(value, member)));
    if (!made || PyDict_SetItem(dict.get(), member.name.get(), made.get()) < 0) return nullptr;
  }
  return dict.release();
}

PyObject* list_to_tuple(const Shape& shape, const void* value) noexcept {
  const std::size_t count = shape.type->count(value);
  PyObject* const tuple = PyTuple_New(static_cast<Py_ssize_t>(count));
  if (tuple == nullptr || count == 0) return tuple;
  const auto* element = static_cast<const std::byte*>(shape.type->at(value, 0));
  for (std::size_t i = 0; i < count; ++i, element += shape.inner->type->size) {  // they lie side by side
    PyObject* const made = to_python(*shape.inner, element);
    if (made == nullptr) {
      Py_DECREF(tuple);
      return nullptr;
    }
    PyTuple_SET_ITEM(tuple, static_cast<Py_ssize_t>(i), made);
  }
  return tuple;
}

PyObject* list_to_list(const Shape& shape, const void* value) noexcept {
  const std::size_t count = shape.type->count(value);
  Ref list = Ref::steal(PyList_New(static_cast<Py_ssize_t>(count)));
  for (std::size_t i = 0; list && i < count; ++i) {
    PyObject* const made = to_plain(*shape.inner, shape.type->at(value, i));
    if (made == nullptr) return nullptr;
    PyList_SET_ITEM(list.get(), static_cast<Py_ssize_t>(i), made);
  }
  return list.release();
}

}  // namespace

PyObject* to_python(const Shape& shape, const void* value) noexcept {
  switch (shape.type->kind) {
    case Kind::optional: return optional_to_python(shape, value, &to_python);
    case Kind::list: return list_to_tuple(shape, value);
    case Kind::record: return record_to_python(shape, value);
    default: return scalar_to_python(shape, value);
  }
}

PyObject* to_plain(const Shape& shape, const void* value) noexcept {
  switch (shape.type->kind) {
    case Kind::optional: return optional_to_python(shape, value, &to_plain);
    case Kind::list: return list_to_list(shape, value);
    case Kind::record: return record_to_dict(shape, value);
    default: return scalar_to_python(shape, value);
  }
}

PyObject* answer_to_python(const Shape& shape, const void* answer) noexcept {
  return shape.members.empty() ? Py_NewRef(Py_None) : to_python(shape, answer);
}

PyObject* listing_to_python(const Shape& shape, Held answer) {
  Ref object = checked(new_object(shape));
  for (const Member& member : shape.members) {
    if (&member == &shape.members.front()) continue;
    set_slot(object.get(), member.slot, checked(to_python(*member.shape, place(answer->data(), member))).release());
  }
  set_slot(object.get(), shape.answer_slot, hold_answer(std::move(answer)).release());
  return object.release();
}

Ref items_to_python(const Held& answer) {
  const Member& items = shape_of(answer->type()).members.front();
  return checked(to_python(*items.shape, place(answer->data(), items)));
}

Ref items_to_plain(const Held& answer) {
  const Member& items = shape_of(answer->type()).members.front();
  return checked(to_plain(*items.shape, place(answer->data(), items)));
}

const Held& held_answer(PyObject* object) {
  if (!Py_IS_TYPE(object, answer_type())) {
    PyErr_SetString(PyExc_TypeError, "not the answer of a listing");
    throw Raised{};
  }
  return reinterpret_cast<AnswerObject*>(object)->held;
}

Ref hold_answer(Held answer) {
  auto* const made = PyObject_New(AnswerObject, answer_type());
  if (made == nullptr) throw Raised{};
  ::new (&made->held) Held(std::move(answer));
  return Ref::steal(reinterpret_cast<PyObject*>(made));
}

}  // namespace ent::python
