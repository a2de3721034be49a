// A connection that broke inside a body is not what the next caller is served with.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/together.hpp"

namespace {

using namespace ent;
using namespace ent::test;

/// Breaks at the next statement of a body, as after an I/O error: nothing runs on it any more.
class Brittle final : public store::Connection {
 public:
  Brittle(std::unique_ptr<store::Connection> real, bool& breaks) : real_(std::move(real)), breaks_(breaks) {}

  store::Engine engine() const noexcept override { return real_->engine(); }
  store::Rows query(const store::Text& sql, std::span<const store::Arg> args) override { return work(), real_->query(sql, args); }
  void exec(const store::Text& sql, std::span<const store::Arg> args) override { work(), real_->exec(sql, args); }
  void exec_each(const store::Text& sql, std::span<const store::Arg> args) override { work(), real_->exec_each(sql, args); }
  void script(std::string_view ddl) override { work(), real_->script(ddl); }
  void begin_read() override { need(), real_->begin_read(); }
  void begin_write() override { need(), real_->begin_write(); }
  void commit() override { need(), real_->commit(); }
  void rollback() noexcept override { real_->rollback(); }
  void savepoint() override { need(), real_->savepoint(); }
  void release() override { need(), real_->release(); }
  void rollback_to() override { need(), real_->rollback_to(); }
  bool in_transaction() const noexcept override { return real_->in_transaction(); }
  bool usable() const noexcept override { return !broken_; }

 private:
  void need() const {
    if (broken_) throw store::Failure(store::Fault::io, "past use");
  }
  void work() {
    if (std::exchange(breaks_, false)) broken_ = true;
    need();
  }

  std::unique_ptr<store::Connection> real_;
  bool& breaks_;
  bool broken_ = false;
};

class BrittleDatabase final : public store::Database {
 public:
  explicit BrittleDatabase(store::Database& inner) : inner_(inner) {}
  store::Engine engine() const noexcept override { return inner_.engine(); }
  std::unique_ptr<store::Connection> connect_reader() override { return inner_.connect_reader(); }
  std::unique_ptr<store::Connection> connect_writer() override {
    return std::make_unique<Brittle>(inner_.connect_writer(), breaks);
  }
  bool one_writer() const noexcept override { return inner_.one_writer(); }
  std::int64_t take_numbers(store::Connection& unit, std::int64_t org, std::string_view sequence,
                            std::int64_t count) override {
    return inner_.take_numbers(unit, org, sequence, count);
  }
  std::optional<std::string> check(CheckLevel level, Watch* watch) override { return inner_.check(level, watch); }
  bool backup(const store::BackupTarget& target, Watch* watch) override { return inner_.backup(target, watch); }

  bool breaks = false;

 private:
  store::Database& inner_;
};

/// Writes go over connections that break on demand.
struct BrittleBook : NoteBook {
  explicit BrittleBook(Place place) : NoteBook(place), brittle(database()) {
    auto& state = portal.state();
    if (state.queue) {
      state.queue = std::make_unique<unit::WriteQueue>(brittle);
    } else {
      state.writers = std::make_unique<store::Pool>(brittle, store::Pool::Role::writers, 4, std::chrono::seconds(5));
    }
  }
  BrittleDatabase brittle;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(broken_connection)

BOOST_DATA_TEST_CASE(the_call_after_the_one_that_failed_is_done, places(), place) {
  BrittleBook book(place);
  BOOST_TEST(write_note(book.host, {.number = 1}).has_value());
  for (std::int64_t number = 2; number < 8; number += 2) {
    book.brittle.breaks = true;
    const auto failed = write_note(book.host, {.number = number});
    BOOST_TEST_REQUIRE(!failed);
    BOOST_TEST(failed.error().reason == "store.io");
    BOOST_TEST(write_note(book.host, {.number = number + 1}).has_value());
  }
  BOOST_TEST(count_notes(book.host) == 4);
}

BOOST_AUTO_TEST_CASE(nobody_of_a_group_is_told_what_is_not_true) {
  BrittleBook book(Place::file);
  unit::WriteQueue& queue = *book.portal.state().queue;
  std::atomic<bool> holds{false};
  inside_body = [&](const Note& note) {
    if (note.number == 10) {
      holds = true;
      while (queue.waiting() < 3) std::this_thread::yield();
    }
    if (note.number == 12) book.brittle.breaks = true;
  };
  std::vector<std::optional<Result<Done>>> answers(4);
  std::vector<std::thread> callers;
  callers.emplace_back([&] { answers[0] = write_note(book.portal.system(), {.number = 10}); });
  while (!holds) std::this_thread::yield();
  for (std::size_t i = 1; i < 4; ++i) {
    callers.emplace_back([&, i] { answers[i] = write_note(book.portal.system(), {.number = 10 + static_cast<std::int64_t>(i)}); });
  }
  for (std::thread& caller : callers) caller.join();
  inside_body = nullptr;
  std::int64_t done = 0;
  for (const auto& answer : answers) done += answer->has_value() ? 1 : 0;
  BOOST_TEST(count_notes(book.host) == done);
  BOOST_TEST(done < 4);
  BOOST_TEST(write_note(book.host, {.number = 20}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
