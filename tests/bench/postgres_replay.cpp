#include "postgres_replay.hpp"

#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "ent/store_wrapper.hpp"
#include "store/dialect.hpp"
#include "term.hpp"

namespace ent::bench {
namespace {

using store::Arg;
using store::Rows;
using store::Text;

constexpr Oid oid_int8 = 20, oid_int4 = 23;

constexpr const char* begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr const char* begin_write = "BEGIN ISOLATION LEVEL REPEATABLE READ";
constexpr const char* commit_text = "COMMIT";
constexpr const char* rollback_text = "ROLLBACK";

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out.push_back('\\');
    out.push_back(letter);
  }
  return out + '"';
}

std::string hex(std::span<const std::byte> bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "\\x";
  for (const std::byte one : bytes) {
    out.push_back(digits[std::to_integer<unsigned>(one) >> 4]);
    out.push_back(digits[std::to_integer<unsigned>(one) & 15]);
  }
  return out;
}

template <class Items, class Write>
std::string array_of(const Items& items, Write write) {
  std::string out = "{";
  for (const auto& item : items) out.append(out.size() == 1 ? "" : ",").append(write(item));
  return out + "}";
}

std::optional<std::string> value_of(const Arg& arg) {
  switch (arg.kind()) {
    case Arg::Kind::integer: return std::to_string(arg.integer());
    case Arg::Kind::text: return std::string(arg.text());
    case Arg::Kind::bytes: return hex(arg.bytes());
    case Arg::Kind::integers: return array_of(arg.integers(), [](std::int64_t item) { return std::to_string(item); });
    case Arg::Kind::texts: return array_of(arg.texts(), quoted);
    default: return std::nullopt;
  }
}

/// Notes when an answer is waited for.
class Listener final : public store::Cursor {
 public:
  Listener(Rows rows, Questions& questions) : rows_(std::move(rows)), questions_(questions) {}
  bool next() override {
    if (!std::exchange(waited_, true)) questions_.back().waited_for = true;
    return rows_.next();
  }
  bool is_null(int column) const override { return rows_.is_null(column); }
  std::int64_t integer(int column) const override { return rows_.integer(column); }
  std::string_view text(int column) const override { return rows_.text(column); }
  std::span<const std::byte> bytes(int column) const override { return rows_.bytes(column); }
  void done() noexcept override { delete this; }

 private:
  ~Listener() = default;
  Rows rows_;
  Questions& questions_;
  bool waited_ = false;
};

class Listened final : public store::ConnectionWrapper {
 public:
  Listened(std::unique_ptr<store::Connection> inner, std::shared_ptr<Questions> questions)
      : ConnectionWrapper(std::move(inner)), questions_(std::move(questions)) {}

  Rows query(const Text& text, std::span<const Arg> args) override {
    note(store::for_engine(text, engine()), args);
    return Rows(new Listener(ConnectionWrapper::query(text, args), *questions_));
  }
  void exec(const Text& text, std::span<const Arg> args) override {
    note(store::for_engine(text, engine()), args);
    ConnectionWrapper::exec(text, args);
  }
  void exec_each(const Text& text, std::span<const Arg> args) override {
    note(store::for_engine(text, engine()), args);
    ConnectionWrapper::exec_each(text, args);
  }
  void begin_read() override {
    note(bench::begin_read, {});
    ConnectionWrapper::begin_read();
  }
  void begin_write() override {
    note(bench::begin_write, {});
    ConnectionWrapper::begin_write();
  }
  void commit() override {
    const bool writes = questions_->front().text == bench::begin_write;
    note(commit_text, {});
    questions_->back().waited_for = writes;
    ConnectionWrapper::commit();
  }
  void rollback() noexcept override {  // of a unit that read
    note(rollback_text, {});
    ConnectionWrapper::rollback();
  }

 private:
  void note(std::string text, std::span<const Arg> args) {
    Question& question = questions_->emplace_back();
    question.text = std::move(text);
    for (const Arg& arg : args) question.values.push_back(value_of(arg));
  }
  std::shared_ptr<Questions> questions_;
};

class ListenedDatabase final : public store::DatabaseWrapper {
 public:
  ListenedDatabase(std::shared_ptr<store::Database> inner, std::shared_ptr<Questions> questions)
      : DatabaseWrapper(std::move(inner)), questions_(std::move(questions)) {}
  std::unique_ptr<store::Connection> connect_reader() override {
    return std::make_unique<Listened>(DatabaseWrapper::connect_reader(), questions_);
  }
  std::unique_ptr<store::Connection> connect_writer() override {
    return std::make_unique<Listened>(DatabaseWrapper::connect_writer(), questions_);
  }

 private:
  std::shared_ptr<Questions> questions_;
};

void demand(bool good) {
  if (!good) throw std::runtime_error("libpq");
}

bool in_the_way(const PGresult* result) {
  const char* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return state != nullptr && (std::string_view(state) == "40001" || std::string_view(state) == "40P01");
}

/// Reads every field, as who needs them does.
std::int64_t read_fields(const PGresult* result) {
  std::int64_t sum = 0;
  for (int row = 0; row < PQntuples(result); ++row) {
    for (int column = 0; column < PQnfields(result); ++column) {
      const bool number = PQftype(result, column) == oid_int8 || PQftype(result, column) == oid_int4;
      sum += number ? std::strtoll(PQgetvalue(result, row, column), nullptr, 10) : PQgetlength(result, row, column);
    }
  }
  return sum;
}

}  // namespace

Heard::Heard(const std::string& uri) : database_(std::make_shared<ListenedDatabase>(must(store::open(uri)), questions_)) {}

Questions Heard::take() { return std::exchange(*questions_, {}); }

Asking::Asking(const std::string& uri, const std::string& schema) : handle_(PQconnectdb(uri.c_str())) {
  demand(PQstatus(handle()) == CONNECTION_OK);
  // As the library has it: the server would plan some of these texts anew each time, which takes longer than all the rest.
  PQclear(PQexec(handle(), ("SET plan_cache_mode = force_generic_plan; SET search_path = " + schema).c_str()));
  demand(PQenterPipelineMode(handle()) == 1);
}

const std::string& Asking::prepared(const std::string& text) {
  const auto [found, fresh] = names_.try_emplace(text, "raw" + std::to_string(names_.size()));
  if (fresh) {
    demand(PQsendPrepare(handle(), found->second.c_str(), text.c_str(), 0, nullptr) == 1);
    ++awaited_;
  }
  return found->second;
}

void Asking::send(const Question& question) {
  const std::string& name = prepared(question.text);
  std::vector<const char*> values;
  for (const auto& value : question.values) values.push_back(value ? value->c_str() : nullptr);
  demand(PQsendQueryPrepared(handle(), name.c_str(), static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0) == 1);
  ++awaited_;
}

/// Ends the transaction on the server, and lets the next call read the answer.
void Asking::end() {
  demand(PQpipelineSync(handle()) == 1);
  ++syncs_;
}

/// False: others were in the way.
bool Asking::read_all() {
  if (syncs_ == 0) {
    demand(PQsendFlushRequest(handle()) == 1);
    demand(PQflush(handle()) == 0);
  }
  bool good = true;
  for (; awaited_ > 0; --awaited_) {
    PGresult* const result = PQgetResult(handle());
    const ExecStatusType status = PQresultStatus(result);
    demand(status != PGRES_FATAL_ERROR || in_the_way(result));
    good = good && (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK);
    read_ += read_fields(result);
    PQclear(result);
    demand(PQgetResult(handle()) == nullptr);
  }
  for (; syncs_ > 0; --syncs_) PQclear(PQgetResult(handle()));
  return good;
}

bool Asking::try_run(const Questions& questions) {
  for (const Question& question : questions) {
    if (syncs_ > 0 && !read_all()) throw std::runtime_error("a read failed");
    send(question);
    if (question.text == commit_text || question.text == rollback_text) end();
    if (question.waited_for && !read_all()) return false;
  }
  return true;
}

std::int64_t Asking::run(const Questions& questions) {
  while (!try_run(questions)) {
    end();
    read_all();
    send({.text = rollback_text});
    end();
    read_all();
  }
  return read_;
}

}  // namespace ent::bench
