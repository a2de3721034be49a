// Group commit: who waits together is committed together, and answered each for themselves.
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <set>

#include "store/sqlite/connection.hpp"
#include "support/together.hpp"

namespace {

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;

constexpr store::Sql count_events{"SELECT count(*) FROM change_event WHERE event = 'note.was_written'"};
constexpr store::Sql count_pages{"SELECT page_count FROM pragma_page_count()"};

bool is_there(NoteBook& book, std::int64_t number) {
  const auto connection = book.database().connect_reader();
  const store::Arg args[] = {number};
  return connection->query(notes::find, args).next();
}

/// A store whose writer finds the disk full at a size.
class SmallDisk final : public store::Database {
 public:
  SmallDisk(store::Database& inner, std::int64_t pages) : inner_(inner), pages_(pages) {}
  store::Engine engine() const noexcept override { return inner_.engine(); }
  std::unique_ptr<store::Connection> connect_reader() override { return inner_.connect_reader(); }
  std::unique_ptr<store::Connection> connect_writer() override {
    auto connection = inner_.connect_writer();
    dynamic_cast<store::sqlite::Connection&>(*connection)
        .run_plain("PRAGMA max_page_count = " + std::to_string(pages_));
    return connection;
  }
  bool one_writer() const noexcept override { return true; }
  std::int64_t take_numbers(store::Connection& unit, std::int64_t org, std::string_view sequence,
                            std::int64_t count) override {
    return inner_.take_numbers(unit, org, sequence, count);
  }
  std::optional<std::string> check(CheckLevel level, Watch* watch) override { return inner_.check(level, watch); }
  bool backup(const store::BackupTarget& target, Watch* watch) override { return inner_.backup(target, watch); }

 private:
  store::Database& inner_;
  std::int64_t pages_;
};

std::string reason_of(const std::optional<Error>& error) { return error ? error->reason : "done"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(group)

BOOST_AUTO_TEST_CASE(a_member_that_fails_is_undone_alone) {
  NoteBook book;
  const auto told = write_together(book, {{.number = 1}, {.number = 2, .fails = true}, {.number = 3}});
  BOOST_TEST(reason_of(told[0]) == "done");
  BOOST_TEST(reason_of(told[1]) == "org.circular");
  BOOST_TEST(reason_of(told[2]) == "done");
  BOOST_TEST(is_there(book, 1));
  BOOST_TEST(!is_there(book, 2));
  BOOST_TEST(is_there(book, 3));
  BOOST_TEST(book.ask(count_events) == 3);  // with that of number 0
}

// Disk full is found at some statement of some member. SQLite undoes the statement, or on its own the
// whole transaction: then nobody's write may be committed alone, and nobody told that it was done.
BOOST_AUTO_TEST_CASE(at_disk_full_everybody_is_told_what_is_true) {
  std::set<std::string> seen;
  NoteBook book;
  const std::int64_t pages = book.ask(count_pages);
  std::int64_t number = 0;
  for (std::int64_t more = 0; more < 12; ++more) {
    SmallDisk disk(book.database(), pages + more * 4);
    book.portal.state().queue = std::make_unique<unit::WriteQueue>(disk);
    const std::string large(12'000, 'x');
    const std::vector<Note> notes{{.number = ++number, .text = "small"},
                                  {.number = ++number, .text = large},
                                  {.number = ++number, .text = "small"}};
    const auto told = write_together(book, notes);
    for (std::size_t i = 0; i < notes.size(); ++i) {
      seen.insert(reason_of(told[i]));
      BOOST_TEST(is_there(book, notes[i].number) == !told[i].has_value(),
                 "note " << notes[i].number << " on a disk of " << more << " pages more: " << reason_of(told[i]));
    }
    book.database().connect_writer()->script("DELETE FROM test_note WHERE number = 0;");
  }
  book.portal.state().queue = std::make_unique<unit::WriteQueue>(book.database());
  BOOST_TEST(write_note(book.host, {.number = 1'000}).has_value());
  BOOST_TEST(seen == (std::set<std::string>{"done", "store.full", "store.group_undone"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_waits_past_the_deadline_is_withdrawn) {
  NoteBook book;
  std::atomic<bool> holds{false};
  std::atomic<bool> withdrawn{false};
  inside_body = [&](const Note& note) {
    holds = true;
    while (note.number == 0 && !withdrawn) std::this_thread::yield();
  };
  std::thread first([&] { static_cast<void>(write_note(book.portal.system(), {.number = 0})); });
  while (!holds) std::this_thread::yield();
  const auto told = write_note(book.host, {.number = 1}, {.deadline = book.clock->now() + 1ms});
  withdrawn = true;
  first.join();
  inside_body = nullptr;
  BOOST_TEST_REQUIRE(!told);
  BOOST_TEST(told.error().reason == "call.deadline_passed");
  BOOST_TEST(book.portal.state().queue->waiting() == 0U);
  BOOST_TEST(is_there(book, 0));
  BOOST_TEST(!is_there(book, 1));
}

BOOST_AUTO_TEST_CASE(a_call_that_has_begun_is_finished_past_its_deadline) {
  NoteBook book;
  const auto moment = 1ms;
  inside_body = [&](const Note& note) {
    const auto begun = std::chrono::steady_clock::now();
    while (note.number == 1 && std::chrono::steady_clock::now() < begun + 5 * moment) std::this_thread::yield();
  };
  BOOST_TEST(write_note(book.host, {.number = 1}, {.deadline = book.clock->now() + moment}).has_value());
  inside_body = nullptr;
  BOOST_TEST(is_there(book, 1));
}

BOOST_AUTO_TEST_SUITE_END()
