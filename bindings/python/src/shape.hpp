/// Shapes: the types of the library as Python sees them, with the classes that the package registers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ref.hpp"
#include "reflect/type.hpp"
#include "unit/op.hpp"

namespace ent::python {

struct Shape;

/// A field of a record: where it lies in C++, and where in an object of the Python class.
struct Member {
  const Shape* shape = nullptr;
  const reflect::Field* field = nullptr;
  Ref name{};
  Py_ssize_t slot = 0;
};

/// One type. The slots of `members` are set once its class has been registered.
struct Shape {
  const reflect::Type* type = nullptr;
  const Shape* inner = nullptr;     ///< Of an optional or a list.
  std::vector<Ref> words{};         ///< Of an enumeration: in the order of Type::words.
  std::vector<Member> members{};    ///< Of a record: in the order of Type::fields.
  Ref cls{};                        ///< Of a record: its Python class, of which every object has these slots.
  /// A record whose first field is a list of records, `items`: Python has it as a sequence.
  bool is_listing = false;
  Py_ssize_t answer_slot = 0;       ///< Of a listing: where its class keeps the C++ answer.

  const Shape& item() const noexcept { return *members.front().shape->inner; }  ///< Of a listing.
};

/// One operation, and the order in which the package hands over its input.
struct Call {
  const Op* op;
  const Shape* in;
  const Shape* out;
  std::vector<const Member*> arguments;
};

/// The shape of a type that an operation or a function leads to; made once.
const Shape& shape_of(const reflect::Type& type);

/// Tells the class of a record: `org::View`. Refuses, by ImportError, a class that has not the same fields.
void register_record(std::string_view name, PyObject* cls);

/// Tells in which order an operation's input will come, and answers the number by which it is called.
std::size_t register_operation(std::string_view name, PyObject* fields);

/// The operation of a number that register_operation() gave.
const Call* find_call(std::size_t number) noexcept;

/// The shape of a listing's class; null when it is none.
const Shape* find_listing(PyObject* cls) noexcept;

/// The members of an input in the order of `fields`, a tuple of their names. Refuses, by ImportError, other fields.
std::vector<const Member*> order(std::string_view name, const Shape& in, PyObject* fields);

/// Whether all records in an answer of this shape have their classes.
bool is_complete(const Shape& shape);

/// Tells by ImportError that package and module do not fit.
[[noreturn]] void refuse_import(std::string_view name, const char* what);

}  // namespace ent::python
