/// What a call asks of PostgreSQL, asked once more by hand: the same texts, prepared, sent and waited for together as the
/// library does, with libpq and nothing around it.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ent/store.hpp"

namespace ent::bench {

/// One statement of a call.
struct Question {
  std::string text;
  std::vector<std::optional<std::string>> values{};  ///< As text; none: null.
  bool waited_for = false;                           ///< All answers up to its own are read before anything else is asked.
};

/// The statements of one call, with the begin and the end of its transaction.
using Questions = std::vector<Question>;

/// A store on PostgreSQL that takes down what is asked of it. One thread.
class Heard {
 public:
  explicit Heard(const std::string& uri);
  const std::shared_ptr<store::Database>& database() const noexcept { return database_; }
  /// What was asked since the last time.
  Questions take();

 private:
  std::shared_ptr<Questions> questions_ = std::make_shared<Questions>();
  std::shared_ptr<store::Database> database_;
};

/// A connection that asks.
class Asking {
 public:
  Asking(const std::string& uri, const std::string& schema);
  /// Asks again from the begin on when others were in the way, as the library does. The sum of what it read.
  std::int64_t run(const Questions& questions);

 private:
  struct Finish {
    void operator()(PGconn* handle) const noexcept { PQfinish(handle); }
  };
  PGconn* handle() const noexcept { return handle_.get(); }
  bool try_run(const Questions& questions);
  const std::string& prepared(const std::string& text);
  void send(const Question& question);
  bool read_all();
  void end();

  std::unique_ptr<PGconn, Finish> handle_;
  std::map<std::string, std::string> names_{};
  int awaited_ = 0;     ///< Answers to statements that were sent.
  int syncs_ = 0;       ///< Of these, those to ends, which come last.
  std::int64_t read_ = 0;
};

}  // namespace ent::bench
