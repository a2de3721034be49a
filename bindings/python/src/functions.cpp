#include "functions.hpp"

#include <optional>
#include <string>
#include <vector>

#include "errors.hpp"
#include "from_python.hpp"
#include "portal/functions.hpp"
#include "shape.hpp"
#include "to_python.hpp"

namespace ent::python {
namespace {

using portal::Function;
using portal::Hands;

/// A callable that watches; asked for each time, so is the interpreter whether it was told to stop (Ctrl-C).
class PythonWatch {
 public:
  PythonWatch(const Function& function, PyObject* callable)
      : told_(function.progress == nullptr ? nullptr : &shape_of(*function.progress)), callable_(callable) {}
  PythonWatch(const PythonWatch&) = delete;
  PythonWatch& operator=(const PythonWatch&) = delete;
  ~PythonWatch() {
    for (PyObject* part : raised_) Py_XDECREF(part);
  }

  void watch(Hands& hands) {
    if (told_ == nullptr) return;
    hands.watcher = this;
    hands.go_on = [](void* watcher, const void* progress) { return static_cast<PythonWatch*>(watcher)->go_on(progress); };
  }

  /// What was raised while the function ran is the reason why it ended. Under the interpreter's lock.
  void raise_what_was_raised() {
    if (raised_[0] == nullptr) return;
    PyErr_Restore(raised_[0], raised_[1], raised_[2]);
    for (PyObject*& part : raised_) part = nullptr;
    throw Raised{};
  }

 private:
  bool go_on(const void* progress) {
    const Locked locked;
    const bool wanted = PyErr_CheckSignals() == 0 && (callable_ == Py_None || tell(progress));
    if (PyErr_Occurred() != nullptr) PyErr_Fetch(&raised_[0], &raised_[1], &raised_[2]);
    return wanted && raised_[0] == nullptr;
  }

  bool tell(const void* progress) const noexcept {
    const Ref told = Ref::steal(to_python(*told_, progress));
    if (!told) return false;
    const Ref answer = Ref::steal(PyObject_CallOneArg(callable_, told.get()));
    return answer && answer.get() != Py_False;
  }

  const Shape* told_;   // null: there is nothing to watch
  PyObject* callable_;  // borrowed for the call
  PyObject* raised_[3] = {};
};

struct FunctionCall {
  const Function* function;
  const Shape* in;   ///< Null: it takes no record.
  const Shape* out;  ///< Null: it answers none.
  std::vector<const Member*> arguments;
};

/// As old as the module and never torn down, as the shapes that it points to.
std::vector<FunctionCall>& calls() {
  static auto& made = *new std::vector<FunctionCall>;
  return made;
}

/// The record and the plain value of a call, as the library takes them.
struct Input {
  Input(const FunctionCall& call, const FunctionArguments& from)
      : record(call.in == nullptr ? reflect::Value() : reflect::Value(*call.in->type)),
        plain(call.function->plain == nullptr ? reflect::Value() : reflect::Value(*call.function->plain)) {
    if (plain) read_value(shape_of(*call.function->plain), from.plain, plain.data());
    if (record) read_record(call.arguments, from.record, record.data());
  }
  reflect::Value record;
  reflect::Value plain;
};

/// The function of a number, if it is given what it belongs to.
const FunctionCall& find(std::size_t number, const FunctionArguments& from) {
  const FunctionCall* call = number < calls().size() ? &calls()[number] : nullptr;
  if (call != nullptr && (from.portal || !call->function->takes_portal) &&
      (from.session || !call->function->takes_session)) {
    return *call;
  }
  PyErr_SetString(PyExc_TypeError, "takes a function, and the portal and the session that it belongs to");
  throw Raised{};
}

std::optional<Error> run(const Function& function, const FunctionArguments& from, Hands& hands) {
  if (from.session) return from.session->run(function, hands);
  const Unlocked unlocked;
  return function.run(hands);
}

}  // namespace

std::size_t register_function(std::string_view name, PyObject* fields) {
  const Function* function = portal::find_function(name);
  if (function == nullptr) refuse_import(name, "is unknown to the library");
  const Shape* in = function->input == nullptr ? nullptr : &shape_of(*function->input);
  const Shape* out = function->answer == nullptr ? nullptr : &shape_of(*function->answer);
  if (out != nullptr && !is_complete(*out)) refuse_import(name, "answers a record that the package does not know");
  calls().push_back({function, in, out, in == nullptr ? std::vector<const Member*>() : order(name, *in, fields)});
  return calls().size() - 1;
}

FunctionAnswer run_function(std::size_t number, const FunctionArguments& from) {
  const FunctionCall& call = find(number, from);
  Hands hands;
  std::optional<Portal> portal;  // stays while it runs, though another thread may close it
  if (call.function->takes_portal) hands.portal = &portal.emplace(from.portal->open());
  Input input(call, from);
  hands.plain = input.plain.data();
  hands.input = input.record.data();
  PythonWatch watch(*call.function, from.progress);
  watch.watch(hands);
  reflect::Value answer = call.out == nullptr ? reflect::Value() : reflect::Value(*call.out->type);
  hands.answer = answer.data();
  const auto error = run(*call.function, from, hands);
  watch.raise_what_was_raised();
  raise_pending(error.has_value());
  if (error) raise(*error);
  return {hands.opened ? std::make_shared<SharedSession>(*std::move(hands.opened)) : nullptr,
          call.out == nullptr ? Ref::borrow(Py_None) : checked(to_python(*call.out, answer.data()))};
}

}  // namespace ent::python
