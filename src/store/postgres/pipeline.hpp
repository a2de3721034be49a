/// The order of questions and answers on one connection to the server.
#pragma once

#include <libpq-fe.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "store/postgres/cursor.hpp"
#include "store/postgres/values.hpp"
#include "store/store.hpp"

namespace ent::store::postgres {

/// A text as the server knows it.
struct Prepared {
  enum class State { unknown, sent, known };
  std::string name;
  std::string text;
  State state = State::unknown;
};

/// Statements are queued and sent together; answers come in the same order. When one fails, the server
/// skips what follows up to the next sync, and answers each sync: so an error is told only when every
/// answer that was still to come is read, and the next call starts from nothing.
class Pipeline {
 public:
  /// Connects; `keywords` and `values` end with null, as PQconnectdbParams takes them.
  Pipeline(const char* const* keywords, const char* const* values);

  bool broken() const noexcept { return broken_; }
  /// Whether the server has closed the connection: what is asked now would find nobody.
  bool hung_up() const noexcept;
  /// Whether the server waits for the end of a transaction in which a statement failed. False while
  /// answers are still to come.
  bool transaction_failed() const noexcept;

  /// Queues one statement; its answer goes to `cursor`, or only its failure is of interest.
  void ask(Prepared& prepared, const Values& values, Cursor* cursor);
  /// Queues a point at which the server ends what it does, and takes up work again after an error.
  void sync();
  /// Sends what is queued, and does not wait.
  void send();
  /// Sends what is queued, and reads until the cursor has its answer. Throws what failed on the way.
  void wait_for(const Cursor& cursor);
  /// Sends what is queued, and reads all answers. Throws what failed first.
  void finish();
  /// As finish(), when failures are of no interest any more.
  void forget() noexcept;
  /// From now on every call fails.
  void lose() noexcept;

  /// Runs a text of several statements, alone.
  void run_plain(const std::string& text);

 private:
  enum class Kind { statement, preparation, sync };
  struct Awaited {
    Kind kind;
    Cursor* cursor;
    Prepared* prepared;
  };
  PGconn* handle() const noexcept { return handle_.get(); }

  struct Finish {
    void operator()(PGconn* handle) const noexcept { PQfinish(handle); }
  };

  void must(int sent);
  void prepare(Prepared& prepared);
  void read_one();
  void settle(const Awaited& awaited, Result result);
  void read_all_and_throw();

  std::unique_ptr<PGconn, Finish> handle_;
  std::deque<Awaited> awaited_;
  bool unsent_ = false;             ///< Something is queued behind the last flush.
  bool synced_last_ = true;         ///< The last thing queued is a sync.
  bool broken_ = false;
  std::optional<Failure> failure_;  ///< The first since it was last told.
};

}  // namespace ent::store::postgres
