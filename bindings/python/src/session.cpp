#include "session.hpp"

#include "ent/call.hpp"
#include "errors.hpp"
#include "from_python.hpp"
#include "shape.hpp"
#include "to_python.hpp"

namespace ent::python {
namespace {

constexpr const char* session_name = "ent_session";

using Shared = std::shared_ptr<SharedSession>;

void drop_session(PyObject* capsule) noexcept {
  delete static_cast<Shared*>(PyCapsule_GetPointer(capsule, session_name));
}

/// A value for the length of a call: on the stack when it fits.
class Scratch {
 public:
  explicit Scratch(const reflect::Type& type)
      : type_(type),
        far_(type.size > sizeof near_ ? std::make_unique_for_overwrite<std::byte[]>(type.size) : nullptr) {
    type_.make(data());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { type_.drop(data()); }
  void* data() noexcept { return far_ ? far_.get() : near_; }

 private:
  const reflect::Type& type_;
  std::unique_ptr<std::byte[]> far_;
  alignas(std::max_align_t) std::byte near_[512];
};

PyObject* run_listing(SharedSession& session, const Call& call, const CallOptions& options, const void* input) {
  auto answer = std::make_shared<reflect::Value>(*call.op->out);
  session.run(*call.op, options, input, answer->data());
  return listing_to_python(*call.out, std::move(answer));
}

PyObject* call_operation(PyObject* self, PyObject* const* arguments, Py_ssize_t count) noexcept {
  return guarded([&]() -> PyObject* {
    auto* session = static_cast<Shared*>(PyCapsule_GetPointer(self, session_name));
    if (session == nullptr) throw Raised{};
    const Call* call = count == 5 ? find_call(PyLong_AsSize_t(arguments[0])) : nullptr;
    if (call == nullptr) {
      PyErr_SetString(PyExc_TypeError, "takes an operation, its arguments and three options");
      throw Raised{};
    }
    Scratch input(*call->op->in);
    CallOptions options;
    read_call(*call, arguments[1], {arguments[2], arguments[3], arguments[4]}, input.data(), options);
    if (call->out->is_listing) return run_listing(**session, *call, options, input.data());
    Scratch answer(*call->op->out);
    (*session)->run(*call->op, options, input.data(), answer.data());
    return answer_to_python(*call->out, answer.data());
  });
}

PyMethodDef call_definition{"call", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&call_operation)),
                            METH_FASTCALL, nullptr};

}  // namespace

/// Notes which thread is calling, as long as it does. Relaxed: a thread looks for itself alone.
class SharedSession::Caller {
 public:
  explicit Caller(std::atomic<std::thread::id>& place) noexcept : place_(place) {
    place_.store(std::this_thread::get_id(), std::memory_order_relaxed);
  }
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;
  ~Caller() { place_.store({}, std::memory_order_relaxed); }

 private:
  std::atomic<std::thread::id>& place_;
};

template <class Work>
auto SharedSession::alone(Work&& work) {
  refuse_reentry();
  using Answer = decltype(work(*session_));
  std::optional<Answer> answer;
  {
    const Unlocked unlocked;
    const std::lock_guard lock(mutex_);
    const Caller caller(caller_);
    if (session_) answer.emplace(work(*session_));
  }
  if (!answer) raise(Errc::failed_precondition, "closed");
  return *std::move(answer);
}

void SharedSession::run(const Op& op, const CallOptions& options, const void* in, void* out) {
  const auto error = alone([&](Session& session) { return unit::execute(op, session.state(), options, in, out); });
  raise_pending(error.has_value());
  if (error) raise(*error);
}

std::string SharedSession::call(const std::string& operation, const std::string& request, const CallOptions& options) {
  auto answer = alone([&](Session& session) { return ent::call(session, operation, request, options); });
  raise_pending(!answer);
  return unwrap(std::move(answer));
}

std::optional<Error> SharedSession::run(const portal::Function& function, portal::Hands& hands) {
  return alone([&](Session& session) {
    hands.session = &session;
    return function.run(hands);
  });
}

std::shared_ptr<SharedSession> SharedSession::at(Date date) {
  return std::make_shared<SharedSession>(alone([&](Session& session) { return session.at(date); }));
}

std::shared_ptr<SharedSession> SharedSession::snapshot() {
  return std::make_shared<SharedSession>(unwrap(alone([](Session& session) { return session.snapshot(); })));
}

std::int64_t SharedSession::account_id() {
  return alone([](Session& session) { return session.account_id().value; });
}
std::int64_t SharedSession::person_id() {
  return alone([](Session& session) { return session.person_id().value; });
}
Profile SharedSession::profile() {
  return alone([](Session& session) { return session.profile(); });
}

void SharedSession::close() {
  refuse_reentry();
  const Unlocked unlocked;
  const std::lock_guard lock(mutex_);
  session_.reset();
}

/// A port that calls back into the session which is calling it would wait for itself.
void SharedSession::refuse_reentry() const {
  if (caller_.load(std::memory_order_relaxed) == std::this_thread::get_id()) raise(Errc::failed_precondition, "session.in_use");
}

Ref caller_of(std::shared_ptr<SharedSession> session) {
  auto held = std::make_unique<Shared>(std::move(session));
  const Ref capsule = checked(PyCapsule_New(held.get(), session_name, &drop_session));
  static_cast<void>(held.release());
  return checked(PyCFunction_New(&call_definition, capsule.get()));
}

}  // namespace ent::python
