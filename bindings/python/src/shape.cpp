#include "shape.hpp"

#include <structmember.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "ops/registry.hpp"
#include "portal/functions.hpp"

namespace ent::python {
namespace {

using reflect::Kind;
using reflect::Type;

struct Registry {
  std::map<const Type*, std::unique_ptr<Shape>> shapes;
  std::map<std::string_view, const Type*> records;
  std::vector<std::unique_ptr<Call>> calls;
};

/// As old as the module and never torn down: its references would outlive the interpreter.
Registry& registry() {
  static Registry& made = *new Registry;
  return made;
}

Ref interned(std::string_view text) {
  PyObject* made = PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size()));
  if (made != nullptr) PyUnicode_InternInPlace(&made);
  return checked(made);
}

bool begins_with_items(const Shape& shape) noexcept {
  if (shape.members.empty()) return false;
  const Member& first = shape.members.front();
  return std::string_view(first.field->name) == "items" && first.shape->type->kind == Kind::list &&
         first.shape->inner->type->kind == Kind::record;
}

void fill(Shape& shape) {
  const Type& type = *shape.type;
  if (type.inner != nullptr) shape.inner = &shape_of(*type.inner);
  for (const auto& word : type.words) shape.words.push_back(interned(word.name));
  for (const auto& field : type.fields) {
    shape.members.push_back({&shape_of(*field.type), &field, interned(field.name)});
  }
  shape.is_listing = begins_with_items(shape);
  if (type.kind == Kind::record) registry().records.emplace(type.name, &type);
}

Shape* find_record(std::string_view name) {
  for (const Op* op : ops::all()) {  // makes the shapes of all types, once
    shape_of(*op->in);
    shape_of(*op->out);
  }
  for (const portal::Function& function : portal::functions()) {
    for (const Type* type : {function.input, function.progress, function.answer}) {
      if (type != nullptr) shape_of(*type);
    }
  }
  const auto found = registry().records.find(name);
  return found == registry().records.end() ? nullptr : registry().shapes.at(found->second).get();
}

/// Where the objects of a class keep a slot; 0 when it has no slot of this name.
Py_ssize_t slot_of(PyObject* cls, PyObject* name) {
  const Ref found = Ref::steal(PyObject_GetAttr(cls, name));
  PyErr_Clear();
  if (!found || !Py_IS_TYPE(found.get(), &PyMemberDescr_Type)) return 0;
  const PyMemberDef* member = reinterpret_cast<PyMemberDescrObject*>(found.get())->d_member;
  return member->type == T_OBJECT_EX ? member->offset : 0;
}

/// Whether the objects of this class hold these fields and no other, but for the session that some answers are given
/// with.
bool fits(const Shape& shape, PyObject* cls) {
  const Ref names = Ref::steal(PyObject_GetAttrString(cls, "__slots__"));
  PyErr_Clear();
  if (!names || !PyTuple_Check(names.get())) return false;
  const std::size_t session = slot_of(cls, interned("session").get()) == 0 ? 0 : 1;
  if (static_cast<std::size_t>(PyTuple_GET_SIZE(names.get())) != shape.members.size() + session) return false;
  return std::ranges::all_of(shape.members, [&](const Member& member) { return slot_of(cls, member.name.get()) != 0; });
}

const Member* find_member(const Shape& record, PyObject* name) {
  const auto found = std::ranges::find_if(record.members, [&](const Member& member) {
    return PyUnicode_Check(name) && PyUnicode_Compare(member.name.get(), name) == 0;
  });
  return found == record.members.end() ? nullptr : &*found;
}

}  // namespace

void refuse_import(std::string_view name, const char* what) {
  PyErr_Format(PyExc_ImportError, "%s %s: ent and ent._core are not of the same version", std::string(name).c_str(),
               what);
  throw Raised{};
}

bool is_complete(const Shape& shape) {
  if (shape.inner != nullptr) return is_complete(*shape.inner);
  if (shape.type->kind != Kind::record || shape.members.empty()) return true;
  return shape.cls && std::ranges::all_of(shape.members, [](const Member& member) { return is_complete(*member.shape); });
}

std::vector<const Member*> order(std::string_view name, const Shape& in, PyObject* fields) {
  std::vector<const Member*> arguments;
  if (PyTuple_Check(fields)) {
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(fields); ++i) {
      arguments.push_back(find_member(in, PyTuple_GET_ITEM(fields, i)));
    }
  }
  const bool each_once = std::ranges::all_of(
      in.members, [&](const Member& member) { return std::ranges::count(arguments, &member) == 1; });
  if (arguments.size() != in.members.size() || !each_once) refuse_import(name, "takes another input");
  return arguments;
}

const Shape& shape_of(const Type& type) {
  auto& place = registry().shapes[&type];
  if (!place) {
    place = std::make_unique<Shape>();
    place->type = &type;
    fill(*place);
  }
  return *place;
}

void register_record(std::string_view name, PyObject* cls) {
  Shape* shape = find_record(name);
  if (shape == nullptr) refuse_import(name, "is unknown to the library");
  if (!PyType_Check(cls) || !fits(*shape, cls)) refuse_import(name, "has other fields in the library");
  for (Member& member : shape->members) member.slot = slot_of(cls, member.name.get());
  if (shape->is_listing) shape->answer_slot = slot_of(cls, interned("_answer").get());
  shape->cls = Ref::borrow(cls);
}

std::size_t register_operation(std::string_view name, PyObject* fields) {
  const Op* op = ops::find(name);
  if (op == nullptr) refuse_import(name, "is unknown to the library");
  const Shape& in = shape_of(*op->in);
  const Shape& out = shape_of(*op->out);
  if (!is_complete(out)) refuse_import(name, "answers a record that the package does not know");
  auto& calls = registry().calls;
  calls.push_back(std::make_unique<Call>(Call{op, &in, &out, order(name, in, fields)}));
  return calls.size() - 1;
}

const Call* find_call(std::size_t number) noexcept {
  const auto& calls = registry().calls;
  return number < calls.size() ? calls[number].get() : nullptr;
}

const Shape* find_listing(PyObject* cls) noexcept {
  for (const auto& [type, shape] : registry().shapes) {
    if (shape->cls.get() == cls && shape->is_listing) return shape.get();
  }
  return nullptr;
}

}  // namespace ent::python
