/// Owned references to Python objects, and the state of the interpreter's lock.
#pragma once

#include <Python.h>

#include <utility>

namespace ent::python {

/// Thrown where a Python exception has been set and is on its way to the caller.
struct Raised {};

/// Owns one reference. To be made, copied and destroyed under the interpreter's lock.
class Ref {
 public:
  Ref() = default;
  static Ref steal(PyObject* object) noexcept { return Ref(object); }
  static Ref borrow(PyObject* object) noexcept { return Ref(Py_XNewRef(object)); }
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Ref& operator=(Ref&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  Ref(const Ref& other) noexcept : Ref(Py_XNewRef(other.object_)) {}
  Ref& operator=(const Ref& other) = delete;
  ~Ref() { Py_XDECREF(object_); }

  PyObject* get() const noexcept { return object_; }
  PyObject* release() noexcept { return std::exchange(object_, nullptr); }
  explicit operator bool() const noexcept { return object_ != nullptr; }

 private:
  explicit Ref(PyObject* object) noexcept : object_(object) {}
  PyObject* object_ = nullptr;
};

/// The new reference that a function of Python answered; throws Raised when it answered none.
inline Ref checked(PyObject* answer) {
  if (answer == nullptr) throw Raised{};
  return Ref::steal(answer);
}

/// Lets the other Python threads run while the library works.
class Unlocked {
 public:
  Unlocked() noexcept : thread_(PyEval_SaveThread()) {}
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;
  ~Unlocked() { PyEval_RestoreThread(thread_); }

 private:
  PyThreadState* thread_;
};

/// Takes the interpreter's lock, from whichever thread and whether or not it is held already.
class Locked {
 public:
  Locked() noexcept : state_(PyGILState_Ensure()) {}
  Locked(const Locked&) = delete;
  Locked& operator=(const Locked&) = delete;
  ~Locked() { PyGILState_Release(state_); }

 private:
  PyGILState_STATE state_;
};

}  // namespace ent::python
