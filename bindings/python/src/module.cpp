/// ent._core: what the package is built on. It names no operation and no type of any domain.
#include <pybind11/pybind11.h>

#include "access/describe.hpp"
#include "base/error.hpp"
#include "decimal.hpp"
#include "ent/portal.hpp"
#include "errors.hpp"
#include "from_python.hpp"
#include "functions.hpp"
#include "portal.hpp"
#include "ports.hpp"
#include "reflect/codec.hpp"
#include "session.hpp"
#include "shape.hpp"
#include "table.hpp"
#include "time.hpp"
#include "to_python.hpp"

namespace py = pybind11;

namespace ent::python {
namespace {

py::object owned(Ref object) { return py::reinterpret_steal<py::object>(object.release()); }

Durability durability_of(const std::string& word) {
  if (word == "normal") return Durability::normal;
  if (word != "full") raise(base::invalid("/durability", "field.word"));
  return Durability::full;
}

std::shared_ptr<SharedPortal> open_portal(const std::string& uri, const std::string& timezone,
                                          const std::string& durability, std::int32_t busy_timeout_ms,
                                          std::int32_t readers, std::int32_t password_hashes, py::handle clock,
                                          py::handle random, py::handle log) {
  OpenOptions options;
  options.timezone = timezone;
  options.durability = durability_of(durability);
  options.busy_timeout_ms = busy_timeout_ms;
  options.readers = readers;
  options.password_hashes = password_hashes;
  options.clock = clock_port(clock.ptr());
  options.random = random_port(random.ptr());
  options.log = log_port(log.ptr());
  std::optional<Result<Portal>> portal;
  {
    const Unlocked unlocked;
    portal = Portal::open(uri, options);
  }
  raise_pending(!*portal);
  return std::make_shared<SharedPortal>(unwrap(*std::move(portal)));
}

std::string call_json(SharedSession& session, const std::string& operation, const std::string& request,
                      py::handle deadline, py::handle idempotency_key, py::handle if_revision) {
  return session.call(operation, request, read_options({deadline.ptr(), idempotency_key.ptr(), if_revision.ptr()}));
}

std::string_view profile_of(SharedSession& session) {
  return reflect::word_of(reflect::TypeOf<Profile>::value, static_cast<std::int32_t>(session.profile()));
}

std::shared_ptr<SharedSession> session_at(SharedSession& session, py::handle date) {
  Date day{};
  const std::string_view refusal = to_date(date.ptr(), day);
  if (!refusal.empty()) raise(base::invalid("/date", refusal));
  return session.at(day);
}

py::tuple call_function(std::size_t number, std::shared_ptr<SharedPortal> portal, std::shared_ptr<SharedSession> session,
                        py::handle plain, py::handle record, py::handle progress) {
  FunctionAnswer given =
      run_function(number, {std::move(portal), std::move(session), plain.ptr(), record.ptr(), progress.ptr()});
  return py::make_tuple(std::move(given.opened), owned(std::move(given.answer)));
}

/// The answer that a listing would keep, had the library made it.
py::object answer_of(py::handle cls, py::handle items) {
  const Shape* listing = find_listing(cls.ptr());
  if (listing == nullptr) throw py::type_error("not the class of a listing");
  reflect::Value answer(*listing->type);
  const Member& member = listing->members.front();
  read_value(*member.shape, items.ptr(), static_cast<std::byte*>(answer.data()) + member.field->offset);
  return owned(hold_answer(std::make_shared<const reflect::Value>(std::move(answer))));
}

void define_functions(py::module_& module) {
  module.def("explain", &explain_reason);
  module.def("register_record", [](const std::string& name, py::handle cls) { register_record(name, cls.ptr()); });
  module.def("register_operation",
             [](const std::string& name, py::handle fields) { return register_operation(name, fields.ptr()); });
  module.def("register_function",
             [](const std::string& name, py::handle fields) { return register_function(name, fields.ptr()); });
  module.def("call_function", &call_function);
  module.def("answer_of", &answer_of);
  module.def("items", [](py::handle answer) { return owned(items_to_python(held_answer(answer.ptr()))); });
  module.def("plain", [](py::handle answer) { return owned(items_to_plain(held_answer(answer.ptr()))); });
  module.def("columns", [](py::handle answers) { return owned(columns(answers_of(answers.ptr()))); });
  module.def("csv_text", [](py::handle answers) { return owned(csv_text(answers_of(answers.ptr()))); });
  module.def("arrow_stream", [](py::handle answers) { return owned(arrow_stream(answers_of(answers.ptr()))); });
}

void define_classes(py::module_& module) {
  py::class_<SharedSession, std::shared_ptr<SharedSession>>(module, "Session")
      .def_property_readonly("call", [](std::shared_ptr<SharedSession> self) { return owned(caller_of(std::move(self))); })
      .def_property_readonly("account_id", &SharedSession::account_id)
      .def_property_readonly("person_id", &SharedSession::person_id)
      .def_property_readonly("profile", &profile_of)
      .def("at", &session_at)
      .def("snapshot", &SharedSession::snapshot)
      .def("close", &SharedSession::close)
      .def("call_json", &call_json);
  py::class_<SharedPortal, std::shared_ptr<SharedPortal>>(module, "Portal")
      .def("system", &SharedPortal::system)
      .def("close", &SharedPortal::close);
}

}  // namespace
}  // namespace ent::python

PYBIND11_MODULE(_core, module) {
  using namespace ent::python;
  if (!import_datetime() || !import_decimal()) throw py::error_already_set();
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Raised&) {  // the exception has been set
    }
  });
  module.attr("__version__") = ENT_VERSION;
  module.def("open", &open_portal);
  define_functions(module);
  define_classes(module);
}
