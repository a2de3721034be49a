/// Several processes and threads on one store.
#include <atomic>
#include <thread>

#include "child.hpp"
#include "unit/store/fixture.hpp"

namespace ent::store {
namespace {

using test::End;

constexpr Sql sql_steps{"SELECT count(*) FROM schema_step"};
constexpr Sql sql_add_one{
    "INSERT INTO mark (org, pupil, value) VALUES ($1, 1, 1) ON CONFLICT (org, pupil) DO UPDATE SET value = mark.value + 1"};
constexpr Sql sql_value{"SELECT value FROM mark WHERE org = $1"};

/// As a portal does it: a lost race is run again.
void add_one(Connection& writer) {
  for (;;) {
    try {
      writer.begin_write();
      run(writer, sql_add_one, {1});
      writer.commit();
      return;
    } catch (const Failure& failure) {
      writer.rollback();
      if (failure.fault() != Fault::conflict) throw;
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(crowds)

BOOST_DATA_TEST_CASE(processes_that_open_a_new_store_at_once, test::lasting_places(), place) {
  const test::FreshStore fresh(place);
  std::vector<pid_t> children;
  for (int i = 0; i < 6; ++i) children.push_back(test::start_child([&] { migrate(*fresh.open(), test_steps); }));
  for (const pid_t child : children) BOOST_TEST((test::wait_for(child) == End::done));
  BOOST_TEST(number(*fresh.open()->connect_reader(), sql_steps) == 3);
}

BOOST_DATA_TEST_CASE(processes_that_write_one_row_lose_nothing, test::lasting_places(), place) {
  Ready store(place);
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    children.push_back(test::start_child([&] {
      const auto writer = store.fresh.open()->connect_writer();
      for (int n = 0; n < 25; ++n) add_one(*writer);
    }));
  }
  for (const pid_t child : children) BOOST_TEST((test::wait_for(child) == End::done));
  BOOST_TEST(number(*store.reader(), sql_value, {1}) == 200);
}

BOOST_DATA_TEST_CASE(processes_take_different_numbers, test::lasting_places(), place) {
  Ready store(place);
  std::vector<pid_t> children;
  for (std::int64_t org = 1; org <= 4; ++org) {
    children.push_back(test::start_child([&, org] {
      const auto database = store.fresh.open();
      const auto writer = database->connect_writer();
      for (int n = 0; n < 100; ++n) {
        writer->begin_write();
        add(*writer, org, database->take_numbers(*writer, 0, "person", 1));
        writer->commit();
      }
    }));
  }
  for (const pid_t child : children) BOOST_TEST((test::wait_for(child) == End::done));
  static constexpr Sql distinct{"SELECT count(DISTINCT pupil) FROM mark"};
  BOOST_TEST(number(*store.reader(), distinct) == 400);
}

BOOST_DATA_TEST_CASE(readers_see_whole_transactions_while_others_write, test::places(), place) {
  Ready store(place);
  std::atomic<bool> done{false};
  std::atomic<int> halves{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) {
    readers.emplace_back([&] {
      const auto reader = store.reader();
      while (!done) {
        reader->begin_read();
        if (number(*reader, sql_count) % 10 != 0) ++halves;
        reader->commit();
      }
    });
  }
  const auto writer = store.writer();
  for (std::int64_t org = 1; org <= 100; ++org) {
    writer->begin_write();
    for (std::int64_t pupil = 1; pupil <= 10; ++pupil) add(*writer, org, pupil);
    writer->commit();
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  BOOST_TEST(halves == 0);
  BOOST_TEST(number(*writer, sql_count) == 1000);
}

BOOST_AUTO_TEST_CASE(backups_while_a_writer_goes_on_are_whole) {
  Ready store(test::Place::file);
  std::atomic<bool> done{false};
  std::atomic<std::int64_t> answered{0};
  std::thread writing([&] {
    const auto writer = store.writer();
    for (std::int64_t org = 1; !done; ++org) {
      writer->begin_write();
      for (std::int64_t pupil = 1; pupil <= 10; ++pupil) add(*writer, org, pupil, nullptr, std::string(500, 'x'));
      writer->commit();
      answered = org;
    }
  });
  const test::FreshFolder folder;
  for (int i = 0; i < 20; ++i) {
    const std::string path = folder.file("copy" + std::to_string(i));
    const std::int64_t before = answered;
    BOOST_TEST(store.database->backup({path}, nullptr));
    const auto copy = open_database(path, {});
    const std::int64_t rows = number(*copy->connect_reader(), sql_count);
    BOOST_TEST((rows % 10 == 0 && rows / 10 >= before));
    BOOST_TEST(copy->check(CheckLevel::full, nullptr).value() == "");
  }
  done = true;
  writing.join();
}

BOOST_DATA_TEST_CASE(who_waits_too_long_is_told, test::lasting_places(), place) {
  Ready store(place);
  add(*store.writer(), 1, 1);
  const auto impatient = store.fresh.open({50, Durability::full});
  const auto holder = store.writer();
  static constexpr Sql update{"UPDATE mark SET value = $1 WHERE org = 1"};
  holder->begin_write();
  run(*holder, update, {1});
  number(*holder, sql_count);
  const auto other = impatient->connect_writer();
  fails(Fault::busy, [&] {
    other->begin_write();
    run(*other, update, {2});
    other->commit();
  });
  other->rollback();
  BOOST_TEST(other->usable());
  holder->commit();
  other->begin_write();
  run(*other, update, {3});
  other->commit();
  BOOST_TEST(number(*store.reader(), sql_value, {1}) == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
