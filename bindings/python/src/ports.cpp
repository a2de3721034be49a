#include "ports.hpp"

#include <algorithm>
#include <cstring>
#include <exception>

#include "time.hpp"

namespace ent::python {
namespace {

/// Ends a call whose port raised a Python exception, which stays set in this thread.
class PortRaised final : public std::exception {
 public:
  const char* what() const noexcept override { return "a port raised a Python exception"; }
};

/// A callable that may be dropped from any thread.
class Callable {
 public:
  explicit Callable(PyObject* object) : object_(Ref::borrow(object)) {}
  Callable(const Callable&) = delete;
  Callable& operator=(const Callable&) = delete;
  ~Callable() {
    const Locked locked;
    const Ref dropped = std::move(object_);
  }
  PyObject* get() const noexcept { return object_.get(); }

 private:
  Ref object_;
};

[[noreturn]] void raise(PyObject* kind, const char* text) {
  PyErr_SetString(kind, text);
  throw Raised{};
}

/// Runs what a port does, under the lock. Nothing but C++ exceptions may pass through the library.
template <class Work>
auto in_python(Work&& work) {
  const Locked locked;
  try {
    return work();
  } catch (const Raised&) {
    throw PortRaised();
  }
}

class PythonClock final : public Clock {
 public:
  explicit PythonClock(PyObject* callable) : callable_(callable) {}

  Instant now() override {
    return in_python([&] {
      const Ref answer = checked(PyObject_CallNoArgs(callable_.get()));
      Instant instant{};
      if (!to_instant(answer.get(), instant).empty()) {
        raise(PyExc_TypeError, "a clock answers a datetime with a time zone");
      }
      return instant;
    });
  }

 private:
  Callable callable_;
};

class PythonRandom final : public Random {
 public:
  explicit PythonRandom(PyObject* callable) : callable_(callable) {}

  void fill(std::span<std::byte> bytes) override {
    in_python([&] {
      const Ref size = checked(PyLong_FromSize_t(bytes.size()));
      const Ref answer = checked(PyObject_CallOneArg(callable_.get(), size.get()));
      if (!PyBytes_Check(answer.get()) || static_cast<std::size_t>(PyBytes_GET_SIZE(answer.get())) != bytes.size()) {
        raise(PyExc_TypeError, "a source of random bytes answers as many bytes as it is asked for");
      }
      std::memcpy(bytes.data(), PyBytes_AS_STRING(answer.get()), bytes.size());
    });
  }

 private:
  Callable callable_;
};

const char* level_word(LogLevel level) noexcept {
  switch (level) {
    case LogLevel::debug: return "debug";
    case LogLevel::info: return "info";
    case LogLevel::warning: return "warning";
    case LogLevel::error: break;
  }
  return "error";
}

class PythonLog final : public Log {
 public:
  explicit PythonLog(PyObject* callable) : callable_(callable) {}

  void write(LogLevel level, std::string_view line) override {
    const Locked locked;
    PyObject *kind, *value, *trace;  // a line may be written while an exception is on its way
    PyErr_Fetch(&kind, &value, &trace);
    const Ref answer = Ref::steal(PyObject_CallFunction(callable_.get(), "ss#", level_word(level), line.data(),
                                                        static_cast<Py_ssize_t>(line.size())));
    if (!answer) PyErr_WriteUnraisable(callable_.get());
    PyErr_Restore(kind, value, trace);
  }

 private:
  Callable callable_;
};

template <class Port>
std::shared_ptr<Port> port(PyObject* callable) {
  if (callable == Py_None) return nullptr;
  if (PyCallable_Check(callable) == 0) raise(PyExc_TypeError, "a port is a callable");
  return std::make_shared<Port>(callable);
}

}  // namespace

std::shared_ptr<Clock> clock_port(PyObject* callable) { return port<PythonClock>(callable); }
std::shared_ptr<Random> random_port(PyObject* callable) { return port<PythonRandom>(callable); }
std::shared_ptr<Log> log_port(PyObject* callable) { return port<PythonLog>(callable); }

}  // namespace ent::python
