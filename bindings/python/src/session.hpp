/// A session that Python threads may share: one call at a time, the others wait.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "ent/session.hpp"
#include "ref.hpp"
#include "reflect/type.hpp"
#include "portal/functions.hpp"
#include "unit/op.hpp"

namespace ent::python {

/// All functions are called with the interpreter's lock held, and give it up while the library works.
class SharedSession {
 public:
  explicit SharedSession(Session session) : session_(std::move(session)) {}

  /// Runs an operation. The error is raised.
  void run(const Op& op, const CallOptions& options, const void* in, void* out);
  /// Runs an operation by its name, with JSON.
  std::string call(const std::string& operation, const std::string& request, const CallOptions& options);

  /// Runs a function that is no operation.
  std::optional<Error> run(const portal::Function& function, portal::Hands& hands);

  /// The same actor at a date, or in a snapshot.
  std::shared_ptr<SharedSession> at(Date date);
  std::shared_ptr<SharedSession> snapshot();

  std::int64_t account_id();
  std::int64_t person_id();
  Profile profile();

  /// Later calls are refused, reason `closed`. Twice is once.
  void close();

 private:
  /// Runs `work` on the session, alone and without the interpreter's lock.
  template <class Work>
  auto alone(Work&& work);
  void refuse_reentry() const;
  class Caller;

  std::optional<Session> session_;  // none once closed
  std::mutex mutex_;
  std::atomic<std::thread::id> caller_{};
};

/// The function by which the package calls operations: (operation, arguments, deadline, idempotency_key,
/// if_revision). Plain C, since a call must cost next to nothing.
Ref caller_of(std::shared_ptr<SharedSession> session);

}  // namespace ent::python
