#include "decimal.hpp"

#include "base/decimal.hpp"
#include "reflect/refusal.hpp"

namespace ent::python {
namespace {

namespace reason = reflect::reason;

PyObject* decimal_class = nullptr;  // lives as long as the interpreter

constexpr long long largest_whole = Decimal::largest / Decimal::one;
constexpr long highest_digit = 11, lowest_digit = -6;  // powers of ten of the digits that a Decimal holds

std::string_view of_int(PyObject* object, Decimal& number) {
  int overflow = 0;
  const long long whole = PyLong_AsLongLongAndOverflow(object, &overflow);
  if (overflow != 0 || whole < -largest_whole || whole > largest_whole) return reason::range;
  number = Decimal::of_millionths(whole * Decimal::one);
  return {};
}

std::string_view of_text(std::string_view text, Decimal& number) {
  const auto parsed = Decimal::parse(text);
  if (!parsed) return reason::decimal;
  number = *parsed;
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
  return of_text({text, static_cast<std::size_t>(size)}, number);
}

bool is_true(PyObject* object) {
  const int truth = PyObject_IsTrue(object);
  if (truth < 0) throw Raised{};
  return truth != 0;
}

bool is_finite(PyObject* decimal) { return is_true(checked(PyObject_CallMethod(decimal, "is_finite", nullptr)).get()); }

/// The power of ten of its first digit.
long first_digit(PyObject* decimal) {
  const long power = PyLong_AsLong(checked(PyObject_CallMethod(decimal, "adjusted", nullptr)).get());
  if (power == -1 && PyErr_Occurred() != nullptr) throw Raised{};
  return power;
}

/// Zeros that would count as decimals say nothing.
std::string_view without_needless_zeros(std::string_view text) {
  if (text.find('.') == std::string_view::npos) return text;
  text = text.substr(0, text.find_last_not_of('0') + 1);
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

/// Not by normalize(), which raises for a signalling NaN and rounds to the precision of the caller's context.
std::string_view of_decimal(PyObject* object, Decimal& number) {
  if (!is_finite(object)) return reason::decimal;
  if (!is_true(object)) return of_text("0", number);
  const long first = first_digit(object);
  if (first < lowest_digit || first > highest_digit) return reason::decimal;  // before its zeros are written out, as many as they are
  const Ref format = checked(PyUnicode_FromString("f"));
  const Ref text = checked(PyObject_Format(object, format.get()));
  Py_ssize_t size = 0;
  const char* const begin = PyUnicode_AsUTF8AndSize(text.get(), &size);
  if (begin == nullptr) throw Raised{};
  return of_text(without_needless_zeros({begin, static_cast<std::size_t>(size)}), number);
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
  return is_decimal == 0 ? reason::type : of_decimal(object, number);
}

}  // namespace ent::python
