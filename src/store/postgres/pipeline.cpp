#include "store/postgres/pipeline.hpp"

#include <poll.h>

#include <new>

#include "store/postgres/fault.hpp"

namespace ent::store::postgres {
namespace {

void stay_silent(void*, const PGresult*) {}

/// Reads the end mark behind the answer to one statement.
void read_end(PGconn* handle) {
  while (const Result more{PQgetResult(handle)}) {
  }
}

}  // namespace

Pipeline::Pipeline(const char* const* keywords, const char* const* values)
    : handle_(PQconnectdbParams(keywords, values, 1)) {
  if (handle() == nullptr) throw std::bad_alloc();
  // The message names host, user and database; that is for the log of whoever runs the server.
  if (PQstatus(handle()) != CONNECTION_OK) throw Failure(Fault::busy, PQerrorMessage(handle()));
  PQsetNoticeReceiver(handle(), stay_silent, nullptr);
  must(PQenterPipelineMode(handle()));
}

void Pipeline::must(int sent) {
  if (sent != 0 && !broken_) return;
  lose();
  throw Failure(Fault::busy, server_gone);
}

void Pipeline::lose() noexcept {
  broken_ = true;
  for (const Awaited& awaited : awaited_) {
    if (awaited.cursor != nullptr) awaited.cursor->take(nullptr);
  }
  awaited_.clear();
}

bool Pipeline::hung_up() const noexcept {
#ifdef POLLRDHUP
  constexpr short closed = POLLRDHUP | POLLHUP | POLLERR;
#else
  constexpr short closed = POLLHUP | POLLERR;
#endif
  pollfd socket{PQsocket(handle()), closed, 0};
  return ::poll(&socket, 1, 0) > 0;
}

bool Pipeline::transaction_failed() const noexcept { return PQtransactionStatus(handle()) == PQTRANS_INERROR; }

void Pipeline::prepare(Prepared& prepared) {
  must(PQsendPrepare(handle(), prepared.name.c_str(), prepared.text.c_str(), 0, nullptr));
  awaited_.push_back({Kind::preparation, nullptr, &prepared});
  prepared.state = Prepared::State::sent;
}

void Pipeline::ask(Prepared& prepared, const Values& values, Cursor* cursor) {
  if (broken_) throw Failure(Fault::busy, server_gone);
  if (prepared.state == Prepared::State::unknown) prepare(prepared);
  must(PQsendQueryPrepared(handle(), prepared.name.c_str(), values.count(), values.pointers(), values.lengths(),
                           values.formats(), 0));
  awaited_.push_back({Kind::statement, cursor, nullptr});
  if (cursor != nullptr) cursor->open();
  unsent_ = true;
  synced_last_ = false;
}

void Pipeline::sync() {
  must(PQpipelineSync(handle()));  // which also sends
  awaited_.push_back({Kind::sync, nullptr, nullptr});
  unsent_ = false;
  synced_last_ = true;
}

void Pipeline::send() {
  if (!unsent_) return;
  // Without this the server keeps its answers until its buffer is full.
  must(PQsendFlushRequest(handle()));
  must(PQflush(handle()) == 0 ? 1 : 0);
  unsent_ = false;
}

void Pipeline::read_one() {
  const Awaited awaited = awaited_.front();
  Result result(PQgetResult(handle()));
  if (!result || PQstatus(handle()) == CONNECTION_BAD) {
    if (!failure_) failure_ = result && PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) != nullptr
                                  ? failure_of(result.get())
                                  : Failure(Fault::busy, server_gone);
    return lose();
  }
  awaited_.pop_front();
  if (awaited.kind != Kind::sync) read_end(handle());
  settle(awaited, std::move(result));
}

void Pipeline::settle(const Awaited& awaited, Result result) {
  const ExecStatusType status = PQresultStatus(result.get());
  const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  if (awaited.kind == Kind::preparation)
    awaited.prepared->state = done ? Prepared::State::known : Prepared::State::unknown;
  if (status == PGRES_FATAL_ERROR && !failure_) failure_ = failure_of(result.get());
  if (awaited.cursor != nullptr) awaited.cursor->take(done ? std::move(result) : nullptr);
}

void Pipeline::read_all_and_throw() {
  if (!broken_ && !synced_last_) sync();
  while (!awaited_.empty()) read_one();
  throw *std::exchange(failure_, std::nullopt);
}

void Pipeline::wait_for(const Cursor& cursor) {
  send();
  while (cursor.is_awaited()) {
    read_one();
    if (failure_) read_all_and_throw();
  }
}

void Pipeline::finish() {
  if (!synced_last_) sync();
  while (!awaited_.empty()) read_one();
  if (failure_) throw *std::exchange(failure_, std::nullopt);
}

void Pipeline::forget() noexcept {
  try {
    finish();
  } catch (const std::exception&) {
    failure_.reset();
    if (!awaited_.empty()) lose();
  }
}

void Pipeline::run_plain(const std::string& text) {
  finish();
  must(PQexitPipelineMode(handle()));
  const Result result(PQexec(handle(), text.c_str()));
  const ExecStatusType status = PQresultStatus(result.get());
  const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
  if (PQstatus(handle()) == CONNECTION_BAD) must(0);
  must(PQenterPipelineMode(handle()));
  if (!done) throw failure_of(result.get());
}

}  // namespace ent::store::postgres
