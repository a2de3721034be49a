#include <chrono>

#include "base/error.hpp"
#include "base/zone.hpp"
#include "reflect/codec.hpp"
#include "unit/before.hpp"
#include "unit/borrow.hpp"
#include "unit/failure.hpp"
#include "unit/idempotency.hpp"
#include "unit/journal.hpp"
#include "unit/liveness.hpp"
#include "unit/op.hpp"
#include "unit/write_queue.hpp"

namespace ent::unit {
namespace {

constexpr std::size_t longest_key = 100;

Frame make_frame(const Op& op, SessionState& session, const CallOptions& options) {
  PortalState& portal = *session.portal;
  const Instant now = portal.clock->now();
  const Date today = portal.zone->date_at(now);
  Frame frame{op, session, options, now, today, session.at.value_or(today)};
  if (op.effect == Effect::write) portal.random->fill(frame.random);
  return frame;
}

std::optional<Error> refuse_call(const Op& op, const SessionState& session, const CallOptions& options) {
  if (session.portal->closed.load()) return base::fail(Errc::failed_precondition, "closed");
  if (op.effect == Effect::read) return std::nullopt;
  if (session.at || session.snapshot) return base::fail(Errc::failed_precondition, "session.reads_only");
  if (session.rights->actor().impersonator != 0) return base::fail(Errc::failed_precondition, "session.impersonated");
  if (op.secret && !options.idempotency_key.empty()) return base::fail(Errc::invalid_argument, "call.key_unfit");
  if (options.idempotency_key.size() > longest_key) return base::fail(Errc::invalid_argument, "call.key_too_long");
  return std::nullopt;
}

/// The body, between the checks that every body needs.
std::optional<Error> run_checked(Frame& frame, const void* in, void* out) {
  struct Ask {  // whose rows must not outlive the transaction
    Frame& frame;
    ~Ask() {
      frame.liveness.reset();
      frame.session.rights->end();
    }
  } const ask{frame};
  frame.session.rights->begin(frame.now, frame.today);
  ask_liveness(frame);
  frame.session.rights->ask_early(*frame.connection);
  std::optional<Error> refused = frame.op.body(frame, in, out);
  if (auto ended = expect_alive(frame)) return ended;
  if (refused) return refused;
  if (!frame.checked) return base::fail(Errc::internal, "access.not_checked");
  return std::nullopt;
}

/// An error leaves the answer as if it had never been filled.
void clear(const reflect::Type& type, void* out) {
  type.drop(out);
  type.make(out);
}

/// Whether a call whose rights were refused: this leaves an audit entry.
bool was_refused(const Frame& frame, const Error& error) {
  return frame.checked && (error.code == Errc::permission_denied || error.code == Errc::not_found) &&
         frame.refusal.reason != access::Reason::none;
}

/// The write of one call: body, audit, idempotency key.
class WriteJob final : public Job {
 public:
  WriteJob(Frame& frame, const void* in, void* out) : frame_(frame), in_(in), out_(out) {
    if (!frame.options.idempotency_key.empty()) request_ = hash_request(frame.op, in);
  }

  std::optional<Error> work(store::Connection& connection) override {
    frame_.connection = &connection;
    frame_.checked = false;
    frame_.refusal = {};
    frame_.told = {};
    frame_.rehearsed = false;
    undone_ = false;
    clear(*frame_.op.out, out_);
    if (request_) {
      ENT_TRY(found, replay(frame_, *request_, out_));
      if (found == Replay::done_before) return answer_again();
    }
    ENT_REFUSE(run_checked(frame_, in_, out_));
    undone_ = frame_.rehearsed;
    if (undone_) return base::fail(Errc::cancelled, "call.rehearsed");  // which undoes it; see settle()
    if (!frame_.op.quiet || frame_.told.outcome != Errc::ok) {
      write_audit(connection, frame_, frame_.told.outcome, frame_.told.reason);
    }
    if (request_) remember(frame_, *request_, out_);
    return std::nullopt;
  }

  bool keeps(const Error& error) const override { return undone_ || was_refused(frame_, error); }
  void keep(store::Connection& connection) override {
    if (undone_) return write_audit(connection, frame_, frame_.told.outcome, frame_.told.reason);
    write_audit(connection, frame_, Errc::permission_denied, access::text(frame_.refusal.reason).code);
  }
  bool alone() const override { return frame_.op.alone; }
  std::int64_t likely_org() const override {
    return frame_.target.org != 0 ? frame_.target.org : frame_.session.rights->last_org();
  }

  /// What the caller is told: a rehearsal that was undone has been done.
  std::optional<Error> settle(std::optional<Error> error) const {
    return undone_ && error && error->reason == "call.rehearsed" ? std::nullopt : std::move(error);
  }

 private:
  /// The first answer is given again only to a session that lives.
  std::optional<Error> answer_again() {
    ask_liveness(frame_);
    return expect_alive(frame_);  // takes the rows
  }

  Frame& frame_;
  const void* in_;
  void* out_;
  std::optional<RequestHash> request_;
  bool undone_ = false;  ///< A rehearsal: only its audit entry is kept.
};

/// The audit entry of a read, written after it.
class AuditJob final : public Job {
 public:
  AuditJob(const Frame& frame, Errc outcome, std::string_view reason)
      : frame_(frame), outcome_(outcome), reason_(reason) {}
  std::optional<Error> work(store::Connection& connection) override {
    write_audit(connection, frame_, outcome_, reason_);
    return std::nullopt;
  }
  bool keeps(const Error&) const override { return false; }
  void keep(store::Connection&) override {}

 private:
  const Frame& frame_;
  Errc outcome_;
  std::string_view reason_;
};

std::optional<Error> run_job_of(const Frame& frame, Job& job) {
  return run_job(*frame.session.portal, job, patience_of(frame));
}

std::optional<Error> read_in(Frame& frame, store::Connection& connection, const void* in, void* out) {
  frame.connection = &connection;
  return run_checked(frame, in, out);
}

std::optional<Error> read_once(Frame& frame, const void* in, void* out) {
  if (const auto& held = frame.session.snapshot) return read_in(frame, *held->lease, in, out);
  store::Lease lease = borrow(*frame.session.portal->readers, patience_of(frame));
  lease->begin_read();
  auto refused = walled([&] { return read_in(frame, *lease, in, out); });
  lease->rollback();
  return refused;
}

std::optional<Error> read(Frame& frame, const void* in, void* out) {
  std::optional<Error> refused = read_once(frame, in, out);
  frame.connection = nullptr;
  const bool denied = refused && was_refused(frame, *refused);
  const bool audited = (access::info(frame.op.perm).audited && !frame.op.quiet) || frame.session.rights->actor().impersonator != 0;
  if (!denied && (refused || !audited)) return refused;
  AuditJob audit(frame, denied ? Errc::permission_denied : Errc::ok, access::text(frame.refusal.reason).code);
  auto unwritten = run_job_of(frame, audit);
  return refused ? refused : unwritten;  // what must be audited and can't be is not shown
}

std::shared_ptr<const void> prepare(Frame& frame, const void* in) {
  Before before(frame);
  auto prepared = frame.op.before(before, in);
  frame.refusal = {};
  return prepared;
}

std::optional<Error> run_frame(const Op& op, SessionState& session, const CallOptions& options, const void* in,
                               void* out) {
  ENT_REFUSE(refuse_call(op, session, options));
  ENT_REFUSE(reflect::check(*op.in, in));
  Frame frame = make_frame(op, session, options);
  if (options.deadline && *options.deadline <= frame.now) return base::fail(Errc::timed_out, "call.deadline_passed");
  if (op.effect == Effect::read) return read(frame, in, out);
  if (op.before != nullptr) frame.prepared = prepare(frame, in);
  WriteJob job(frame, in, out);
  return job.settle(run_job_of(frame, job));
}

}  // namespace

std::optional<Error> run_job(PortalState& portal, Job& job, std::optional<std::chrono::microseconds> patience) {
  if (portal.queue) return portal.queue->run(job, patience);
  store::Lease lease = borrow(*portal.writers, patience);
  return run_alone(job, *lease, portal.write_turns, limit_of(*portal.writers, patience));
}

std::optional<Error> execute(const Op& op, SessionState& session, const CallOptions& options, const void* in,
                             void* out) {
  auto error = walled([&] { return run_frame(op, session, options, in, out); });
  if (error) clear(*op.out, out);
  return error;
}

}  // namespace ent::unit
