/// What tests/bench/python/bench.py measures against: the same calls in C++, and the same objects made by hand.
#include <pybind11/pybind11.h>

#include <chrono>

#include "ent/org.hpp"
#include "ent/portal.hpp"
#include "shape.hpp"
#include "time.hpp"

namespace py = pybind11;
using namespace ent;

namespace {

/// Seconds that each of `count` runs takes.
template <class Work>
double time(int count, Work work) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < count; ++i) work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / count;
}

class Store {
 public:
  explicit Store(const std::string& uri) : portal_(Portal::open(uri).value()), session_(portal_.system()) {}

  double get(std::int64_t id, int count) {
    return time(count, [&] { static_cast<void>(org::get(session_, {.id = OrgId{id}}).value()); });
  }
  double list_nothing(int count) {
    return time(count, [&] { static_cast<void>(org::list(session_, {.kind = org::Kind::region}).value()); });
  }

  void keep(std::int32_t limit) { page_ = org::list(session_, {.limit = limit}).value(); }
  py::object tuples(py::handle cls) const;

 private:
  Portal portal_;
  Session session_;
  org::Page page_;
};

PyObject* text(const std::string& value) {
  return PyUnicode_FromStringAndSize(value.data(), static_cast<Py_ssize_t>(value.size()));
}

/// The records of the page that was kept, as named tuples: what one writes for this one record.
py::object Store::tuples(py::handle cls) const {
  static PyObject* const kinds[] = {
      PyUnicode_InternFromString("academy"),       PyUnicode_InternFromString("department"),
      PyUnicode_InternFromString("region"),        PyUnicode_InternFromString("municipality"),
      PyUnicode_InternFromString("agglomeration"), PyUnicode_InternFromString("circonscription"),
      PyUnicode_InternFromString("establishment")};
  static PyObject* const degrees[] = {PyUnicode_InternFromString("first"), PyUnicode_InternFromString("second")};
  auto* type = reinterpret_cast<PyTypeObject*>(cls.ptr());
  py::tuple out(page_.items.size());
  Py_ssize_t place = 0;
  for (const org::View& unit : page_.items) {
    PyObject* row = type->tp_alloc(type, 9);
    PyTuple_SET_ITEM(row, 0, PyLong_FromLongLong(unit.id.value));
    PyTuple_SET_ITEM(row, 1, Py_NewRef(kinds[static_cast<int>(unit.kind) - 1]));
    PyTuple_SET_ITEM(row, 2, text(unit.code));
    PyTuple_SET_ITEM(row, 3, text(unit.name));
    PyTuple_SET_ITEM(row, 4, Py_NewRef(unit.degree ? degrees[static_cast<int>(*unit.degree) - 1] : Py_None));
    PyTuple_SET_ITEM(row, 5, unit.nature_code ? text(*unit.nature_code) : Py_NewRef(Py_None));
    PyTuple_SET_ITEM(row, 6, python::from_date(unit.valid_from));
    PyTuple_SET_ITEM(row, 7, unit.valid_to ? python::from_date(*unit.valid_to) : Py_NewRef(Py_None));
    PyTuple_SET_ITEM(row, 8, PyLong_FromLongLong(unit.revision));
    PyTuple_SET_ITEM(out.ptr(), place++, row);
  }
  return out;
}

}  // namespace

PYBIND11_MODULE(by_hand, module) {
  if (!python::import_datetime()) throw py::error_already_set();
  py::class_<Store>(module, "Store")
      .def(py::init<const std::string&>())
      .def("get", &Store::get)
      .def("list_nothing", &Store::list_nothing)
      .def("keep", &Store::keep)
      .def("tuples", &Store::tuples);
}
