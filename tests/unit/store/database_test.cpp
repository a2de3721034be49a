#include <sqlite3.h>

#include <fstream>

#include "fixture.hpp"

namespace ent::store {
namespace {

constexpr Sql sql_steps{"SELECT count(*) FROM schema_step"};

void write_file(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

}  // namespace

BOOST_AUTO_TEST_SUITE(databases)

BOOST_DATA_TEST_CASE(migrating_again_changes_nothing, test::places(), place) {
  Ready store(place);
  add(*store.writer(), 1, 1);
  migrate(*store.database, test_steps);
  BOOST_TEST(number(*store.reader(), sql_steps) == 3);
  BOOST_TEST(number(*store.reader(), sql_count) == 1);
}

BOOST_DATA_TEST_CASE(a_later_step_is_added, test::places(), place) {
  const test::FreshStore fresh(place);
  const auto database = fresh.open();
  migrate(*database, std::span(test_steps).first(1));
  BOOST_TEST(number(*database->connect_reader(), sql_steps) == 2);
  migrate(*database, test_steps);
  BOOST_TEST(number(*database->connect_reader(), sql_steps) == 3);
}

BOOST_DATA_TEST_CASE(a_newer_store_is_refused, test::places(), place) {
  Ready store(place);
  fails(Fault::newer, [&] { migrate(*store.database, std::span(test_steps).first(1)); });
  BOOST_TEST(number(*store.reader(), sql_steps) == 3);
}

BOOST_DATA_TEST_CASE(a_step_of_another_text_is_refused, test::places(), place) {
  Ready store(place);
  const Migration laid_out_anew[] = {test_steps[0],
                                     {2, "trail", "CREATE TABLE trail(seq LOG_KEY, act TEXT NOT NULL) LOG; -- a comment\n"
                                                  "CREATE INDEX trail_act ON trail(act);"}};
  migrate(*store.database, laid_out_anew);
  const Migration changed[] = {test_steps[0], {2, "trail", "CREATE TABLE trail (seq LOG_KEY, act INT NOT NULL) LOG;"}};
  fails(Fault::corrupt, [&] { migrate(*store.database, changed); });
}

BOOST_DATA_TEST_CASE(a_failing_step_leaves_nothing, test::places(), place) {
  const test::FreshStore fresh(place);
  const auto database = fresh.open();
  const Migration broken[] = {test_steps[0],
                              {2, "trail", "CREATE TABLE trail (seq LOG_KEY) LOG; CREATE INDEX i ON nowhere (seq);"}};
  fails(Fault::bug, [&] { migrate(*database, broken); });
  BOOST_TEST(number(*database->connect_reader(), sql_steps) == 2);
  migrate(*database, test_steps);
  BOOST_TEST(number(*database->connect_reader(), sql_steps) == 3);
}

BOOST_DATA_TEST_CASE(steps_are_numbered_upwards, test::places(), place) {
  const test::FreshStore fresh(place);
  const auto database = fresh.open();
  const Migration twice[] = {test_steps[0], test_steps[0]};
  fails(Fault::bug, [&] { migrate(*database, twice); });
}

BOOST_DATA_TEST_CASE(a_store_is_found_again, test::lasting_places(), place) {
  const test::FreshStore fresh(place);
  {
    const auto database = fresh.open();
    migrate(*database, test_steps);
    add(*database->connect_writer(), 3, 4);
  }
  const auto database = fresh.open();
  migrate(*database, test_steps);
  BOOST_TEST(number(*database->connect_reader(), sql_count) == 1);
}

BOOST_AUTO_TEST_CASE(each_store_in_memory_is_its_own) {
  Ready one(test::Place::memory), other(test::Place::memory);
  add(*one.writer(), 1, 1);
  BOOST_TEST(number(*one.reader(), sql_count) == 1);
  BOOST_TEST(number(*other.reader(), sql_count) == 0);
}

BOOST_AUTO_TEST_CASE(another_programs_file_is_refused) {
  const test::FreshFolder folder;
  write_file(folder.file("text"), std::string(5000, 'x'));
  fails(Fault::corrupt, [&] { open_database(folder.file("text"), {}); });

  sqlite3* other = nullptr;
  BOOST_REQUIRE(sqlite3_open(folder.file("other").c_str(), &other) == SQLITE_OK);
  BOOST_REQUIRE(sqlite3_exec(other, "CREATE TABLE t (a)", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(other);
  fails(Fault::corrupt, [&] { open_database(folder.file("other"), {}); });
}

BOOST_AUTO_TEST_CASE(a_place_that_cannot_be_is_refused) {
  const test::FreshFolder folder;
  fails(Fault::io, [&] { open_database(folder.file("no/such/folder"), {}); });
  fails(Fault::bug, [&] { open_database("", {}); });
  // Each connection would have a store of its own there.
  fails(Fault::bug, [&] { open_database("file:x?mode=memory", {}); });
}

BOOST_AUTO_TEST_CASE(a_sound_store_has_no_problems) {
  for (const test::Place place : {test::Place::memory, test::Place::file}) {
    Ready store(place);
    add(*store.writer(), 1, 1);
    BOOST_TEST(store.database->check(CheckLevel::quick, nullptr).value() == "");
    BOOST_TEST(store.database->check(CheckLevel::full, nullptr).value() == "");
  }
}

BOOST_AUTO_TEST_CASE(a_schema_that_was_changed_is_told) {
  Ready store(test::Place::memory);
  const auto problems = [&] { return schema_differences(*store.database, test_steps); };
  BOOST_TEST(problems() == "");
  store.writer()->script("CREATE INDEX of_mine ON person (name)");
  BOOST_TEST(problems() == "index of_mine is not of this library");
  store.writer()->script("DROP INDEX of_mine; DROP INDEX trail_act");
  BOOST_TEST(problems() == "index trail_act is missing");
  store.writer()->script("CREATE INDEX trail_act ON trail (act, seq)");
  BOOST_TEST(problems() == "index trail_act is made otherwise");
}

BOOST_AUTO_TEST_CASE(a_backup_is_a_store) {
  const test::FreshFolder folder;
  const std::string path = folder.file("copie été.ent");
  for (const test::Place place : {test::Place::memory, test::Place::file}) {
    Ready store(place);
    const auto writer = store.writer();
    add(*writer, 1, 1, 12, "douze");
    writer->begin_write();
    add(*writer, 1, 2);  // not committed: not in the copy, and no hindrance
    BOOST_TEST(store.database->backup({path}, nullptr));
    writer->commit();
    BOOST_TEST(!std::filesystem::exists(path + ".partial"));

    const auto copy = open_database(path, {});
    migrate(*copy, test_steps);
    BOOST_TEST(number(*copy->connect_reader(), sql_count) == 1);
    BOOST_TEST(copy->check(CheckLevel::full, nullptr).value() == "");
    std::filesystem::remove(path);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
