#include "from_python.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "base/text.hpp"
#include "decimal.hpp"
#include "errors.hpp"
#include "reflect/codec.hpp"
#include "reflect/way.hpp"
#include "time.hpp"

namespace ent::python {
namespace {

namespace reason = reflect::reason;
using reflect::Kind;
using reflect::Type;
using reflect::Way;

class Reader {
 public:
  void value(const Shape& shape, PyObject* from, void* place, const Way& way);
  void member(const Member& member, PyObject* from, void* record, const Way& way);
  void refuse(const Way& way, std::string_view reason);
  bool full() const noexcept { return refusals_.full(); }
  std::optional<Error> error() && { return std::move(refusals_).error(); }

 private:
  std::string_view scalar(const Type& type, PyObject* from, void* place);
  std::string_view text(PyObject* from, std::string& place);
  void list(const Shape& shape, PyObject* from, void* place, const Way& way);
  void record(const Shape& shape, PyObject* from, void* place, const Way& way);
  void unknown_members(const Shape& shape, PyObject* dict, const Way& way);

  reflect::Refusals refusals_;
  std::size_t items_ = 0;
  std::size_t text_bytes_ = 0;
};

void Reader::refuse(const Way& way, std::string_view reason) {
  if (refusals_.full()) return;
  refusals_.add(way.pointer(), reason);
}

void Reader::value(const Shape& shape, PyObject* from, void* place, const Way& way) {
  const Type& type = *shape.type;
  switch (type.kind) {
    case Kind::optional:
      if (from != Py_None) value(*shape.inner, from, type.add(place), way);
      return;
    case Kind::list: return list(shape, from, place, way);
    case Kind::record: return record(shape, from, place, way);
    default: break;
  }
  const std::string_view refusal = from == Py_None ? reason::null : scalar(type, from, place);
  if (!refusal.empty()) refuse(way, refusal);
}

/// A whole number: an int, or what is one in other clothes (a numpy integer). True and False are none.
std::string_view read_integer(PyObject* from, std::int64_t least, std::int64_t most, std::int64_t& number) {
  if (PyBool_Check(from) || !PyIndex_Check(from)) return reason::type;
  const Ref index = Ref::steal(PyNumber_Index(from));
  if (!index) {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) throw Raised{};
    PyErr_Clear();
    return reason::type;
  }
  int overflow = 0;
  number = PyLong_AsLongLongAndOverflow(index.get(), &overflow);
  return overflow != 0 || number < least || number > most ? reason::range : std::string_view{};
}

template <class T>
std::string_view read_integer(PyObject* from, void* place) {
  std::int64_t number = 0;
  const auto refusal = read_integer(from, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), number);
  *static_cast<T*>(place) = static_cast<T>(number);
  return refusal;
}

/// The characters of a str, which lives as long as it; none for text that has no UTF-8 (lone surrogates).
std::optional<std::string_view> utf8(PyObject* from) {
  Py_ssize_t size = 0;
  const char* const data = PyUnicode_AsUTF8AndSize(from, &size);
  if (data != nullptr) return std::string_view(data, static_cast<std::size_t>(size));
  if (!PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) throw Raised{};
  PyErr_Clear();
  return std::nullopt;
}

std::string_view read_word(const Type& type, PyObject* from, void* place) {
  if (!PyUnicode_Check(from)) return reason::type;
  const auto word = utf8(from);
  const std::int32_t number = word ? reflect::number_of(type, *word) : 0;
  reflect::set_word_number(place, number);
  return number == 0 ? reason::word : std::string_view{};
}

std::string_view Reader::scalar(const Type& type, PyObject* from, void* place) {
  switch (type.kind) {
    case Kind::boolean:
      *static_cast<bool*>(place) = from == Py_True;
      return PyBool_Check(from) ? std::string_view{} : reason::type;
    case Kind::int32: return read_integer<std::int32_t>(from, place);
    case Kind::int64: return read_integer<std::int64_t>(from, place);
    case Kind::id: {
      const auto refusal = read_integer<std::int64_t>(from, place);
      return refusal.empty() ? reflect::id_refusal(*static_cast<std::int64_t*>(place)) : refusal;
    }
    case Kind::text: return text(from, *static_cast<std::string*>(place));
    case Kind::date: return to_date(from, *static_cast<Date*>(place));
    case Kind::time: return to_time(from, *static_cast<TimeOfDay*>(place));
    case Kind::decimal: return to_decimal(from, *static_cast<Decimal*>(place));
    case Kind::instant: return to_instant(from, *static_cast<Instant*>(place));
    case Kind::enumeration: return read_word(type, from, place);
    default: return reason::type;
  }
}

std::string_view Reader::text(PyObject* from, std::string& place) {
  if (!PyUnicode_Check(from)) return reason::type;
  const auto characters = utf8(from);
  if (!characters) return reason::encoding;
  if (characters->size() > reflect::max_request_bytes - text_bytes_) return reason::large;
  text_bytes_ += characters->size();
  place = *characters;
  return reflect::text_refusal(place, true);
}

/// An iterator over anything that is a list of things; none for what is one thing (a text, a dict).
Ref iterate(PyObject* from) {
  if (PyUnicode_Check(from) || PyBytes_Check(from) || PyByteArray_Check(from) || PyDict_Check(from)) return {};
  Ref iterator = Ref::steal(PyObject_GetIter(from));
  if (!iterator) {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) throw Raised{};
    PyErr_Clear();
  }
  return iterator;
}

void Reader::list(const Shape& shape, PyObject* from, void* place, const Way& way) {
  if (from == Py_None) return refuse(way, reason::null);
  const Ref iterator = iterate(from);
  if (!iterator) return refuse(way, reason::type);
  reflect::reset(*shape.type, place);
  for (std::size_t i = 0; !full(); ++i) {
    const Ref item = Ref::steal(PyIter_Next(iterator.get()));
    if (!item) break;
    if (++items_ > reflect::max_items) return refuse(way, reason::list_long);
    value(*shape.inner, item.get(), shape.type->add(place), way.item(i));
  }
  if (PyErr_Occurred() != nullptr) throw Raised{};
}

/// A member of a dict, or of an object of the record's own class; none when it is not there.
Ref find_in(PyObject* from, PyObject* name) {
  if (!PyDict_Check(from)) return checked(PyObject_GetAttr(from, name));
  PyObject* const found = PyDict_GetItemWithError(from, name);
  if (found == nullptr && PyErr_Occurred() != nullptr) throw Raised{};
  return Ref::borrow(found);
}

/// None in the place of a record that need not be given.
bool is_left_out(const Member& member, PyObject* from) noexcept {
  return from == Py_None && !member.field->required && member.shape->type->kind == Kind::record;
}

void Reader::member(const Member& member, PyObject* from, void* record, const Way& way) {
  if (is_left_out(member, from)) return;
  value(*member.shape, from, static_cast<std::byte*>(record) + member.field->offset, way.member(member.field->name));
}

void Reader::record(const Shape& shape, PyObject* from, void* place, const Way& way) {
  if (from == Py_None) return refuse(way, reason::null);
  const bool own = shape.cls && Py_IS_TYPE(from, reinterpret_cast<PyTypeObject*>(shape.cls.get()));
  if (!own && !PyDict_Check(from)) return refuse(way, reason::type);
  Py_ssize_t met = 0;
  for (const Member& each : shape.members) {
    const Ref found = find_in(from, each.name.get());
    if (found) {
      ++met;
      member(each, found.get(), place, way);
    } else if (each.field->required) {
      refuse(way.member(each.field->name), reason::missing);
    }
  }
  if (!own && met != PyDict_GET_SIZE(from)) unknown_members(shape, from, way);
}

/// Enough of an unknown name to find it by.
std::string_view beginning(std::string_view name) {
  const std::string_view cut = name.substr(0, 64);
  return cut.substr(0, base::valid_prefix(cut));
}

void Reader::unknown_members(const Shape& shape, PyObject* dict, const Way& way) {
  const Ref names = checked(PyDict_Keys(dict));
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(names.get()); ++i) {
    PyObject* const name = PyList_GET_ITEM(names.get(), i);
    const auto spelt = PyUnicode_Check(name) ? utf8(name) : std::nullopt;
    const auto is_it = [&](const reflect::Field& field) { return *spelt == field.name; };
    if (spelt && std::ranges::any_of(shape.type->fields, is_it)) continue;
    const std::string shown(beginning(spelt.value_or("?")));
    refuse(way.member(shown.c_str()), reason::unknown);
  }
}

void read_arguments(Reader& reader, const std::vector<const Member*>& order, PyObject* arguments, void* input) {
  const auto count = static_cast<Py_ssize_t>(order.size());
  if (!PyTuple_Check(arguments) || PyTuple_GET_SIZE(arguments) != count) {
    PyErr_SetString(PyExc_TypeError, "the arguments are not those of this operation");
    throw Raised{};
  }
  for (Py_ssize_t i = 0; i < count && !reader.full(); ++i) {
    reader.member(*order[static_cast<std::size_t>(i)], PyTuple_GET_ITEM(arguments, i), input, {});
  }
}

void read_options(Reader& reader, const PythonOptions& from, CallOptions& options) {
  if (from.deadline == Py_None && from.idempotency_key == Py_None && from.if_revision == Py_None) return;
  const Way root;
  const auto optional = [&](auto& place, PyObject* object, const char* name) {
    using Optional = std::remove_reference_t<decltype(place)>;
    reader.value(shape_of(reflect::TypeOf<Optional>::value), object, &place, root.member(name));
  };
  std::optional<std::string> key;
  optional(options.deadline, from.deadline, "deadline");
  optional(key, from.idempotency_key, "idempotency_key");
  optional(options.if_revision, from.if_revision, "if_revision");
  if (key && key->empty()) reader.refuse(root.member("idempotency_key"), "text.too_short");
  if (key) options.idempotency_key = *std::move(key);
}

}  // namespace

void read_call(const Call& call, PyObject* arguments, const PythonOptions& from, void* input, CallOptions& options) {
  Reader reader;
  read_arguments(reader, call.arguments, arguments, input);
  read_options(reader, from, options);
  if (auto refused = std::move(reader).error()) raise(*refused);
}

void read_record(const std::vector<const Member*>& order, PyObject* arguments, void* record) {
  Reader reader;
  read_arguments(reader, order, arguments, record);
  if (auto refused = std::move(reader).error()) raise(*refused);
}

CallOptions read_options(const PythonOptions& from) {
  Reader reader;
  CallOptions options;
  read_options(reader, from, options);
  if (auto refused = std::move(reader).error()) raise(*refused);
  return options;
}

void read_value(const Shape& shape, PyObject* from, void* value) {
  Reader reader;
  reader.value(shape, from, value, {});
  if (auto refused = std::move(reader).error()) raise(*refused);
}

}  // namespace ent::python
