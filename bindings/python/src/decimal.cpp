#include "decimal.hpp"

#include "base/decimal.hpp"
#include "reflect/refusal.hpp"

namespace ent::python {
namespace {

namespace reason = reflect::reason;

PyObject* decimal_class = nullptr;  // lives as long as the interpreter

constexpr long long largest_whole = Decimal::largest / Decimal::one;

std::string_view of_int(PyObject* object, Decimal& number) {
  int overflow = 0;
  const long long whole = PyLong_AsLongLongAndOverflow(object, &overflow);
  if (overflow != 0 || whole < -largest_whole || whole > largest_whole) return reason::range;
  number = Decimal::of_millionths(whole * Decimal::one);
  return {};
}

std::string_view of_str(PyObject* object, Decimal& number) {
  Py_ssize_t size = 0;
  const char* const text = PyUnicode_AsUTF8AndSize(object, &size);
  if (text == nullptr) {
    if (!PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) throw Raised{};
    PyErr_Clear();
    return reason::encoding;
  }
  const auto parsed = Decimal::parse({text, static_cast<std::size_t>(size)});
  if (!parsed) return reason::decimal;
  number = *parsed;
  return {};
}

}  // namespace

bool import_decimal() noexcept {
  const Ref module = Ref::steal(PyImport_ImportModule("decimal"));
  if (module) decimal_class = PyObject_GetAttrString(module.get(), "Decimal");
  return decimal_class != nullptr;
}

PyObject* from_decimal(Decimal number) noexcept {
  char text[base::longest_decimal_text + 1];
  *base::write_decimal(number, text) = '\0';
  return PyObject_CallFunction(decimal_class, "s", text);
}

std::string_view to_decimal(PyObject* object, Decimal& number) {
  if (PyUnicode_Check(object)) return of_str(object, number);
  if (PyLong_Check(object)) return PyBool_Check(object) ? reason::type : of_int(object, number);
  const int is_decimal = PyObject_IsInstance(object, decimal_class);
  if (is_decimal < 0) throw Raised{};
  if (is_decimal == 0) return reason::type;
  // Its str() may have an exponent; normalised, it has no needless zeros that would count as decimals.
  const Ref normal = checked(PyObject_CallMethod(object, "normalize", nullptr));
  const Ref format = checked(PyUnicode_FromString("f"));
  return of_str(checked(PyObject_Format(normal.get(), format.get())).get(), number);
}

}  // namespace ent::python
