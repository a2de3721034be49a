/// The codecs of ent._core on the tests' own record, which has a field of every kind.
#include <pybind11/pybind11.h>

#include "decimal.hpp"
#include "errors.hpp"
#include "from_python.hpp"
#include "reflect/codec.hpp"
#include "shape.hpp"
#include "table.hpp"
#include "time.hpp"
#include "to_python.hpp"
#include "unit/reflect/everything.hpp"

namespace ent::sample {
struct Page {
  std::vector<Everything> items{};
  std::optional<std::string> next{};
};
ENT_RECORD(Page, 0, items, next)
}  // namespace ent::sample

namespace py = pybind11;
using namespace ent::python;
using ent::reflect::Value;
using ent::sample::everything;

namespace {

py::object owned(PyObject* made) { return py::reinterpret_steal<py::object>(checked(made).release()); }

std::string json_of(const Value& value) {
  std::string text;
  ent::reflect::write_json(everything, value.data(), text);
  return text;
}

Value value_of(const std::string& json, const ent::reflect::Type& type = everything) {
  Value value(type);
  if (auto refused = ent::reflect::read_json(type, json, value.data())) raise(*refused);
  return value;
}

py::object answer_of_json(const std::string& json) {
  Value page = value_of(json, ent::reflect::TypeOf<ent::sample::Page>::value);
  return owned(hold_answer(std::make_shared<const Value>(std::move(page))).release());
}

}  // namespace

PYBIND11_MODULE(codec, module) {
  if (!import_datetime() || !import_decimal()) throw py::error_already_set();
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Raised&) {  // the exception has been set
    }
  });
  const Shape& shape = shape_of(everything);
  shape_of(ent::reflect::TypeOf<ent::sample::Page>::value);
  module.def("register_record", [](const std::string& name, py::handle cls) { register_record(name, cls.ptr()); });
  module.def("json_of_python", [&shape](py::handle from) {
    Value value(everything);
    read_value(shape, from.ptr(), value.data());
    return json_of(value);
  });
  module.def("json_of_json", [](const std::string& json) { return json_of(value_of(json)); });
  module.def("python_of_json", [&shape](const std::string& json) { return owned(to_python(shape, value_of(json).data())); });
  module.def("plain_of_json", [&shape](const std::string& json) { return owned(to_plain(shape, value_of(json).data())); });
  module.def("answer_of_json", &answer_of_json);
  module.def("items", [](py::handle answer) { return owned(items_to_python(held_answer(answer.ptr())).release()); });
  module.def("columns", [](py::handle answers) { return owned(columns(answers_of(answers.ptr())).release()); });
  module.def("arrow_stream", [](py::handle answers) { return owned(arrow_stream(answers_of(answers.ptr())).release()); });
}
