/// `kill -9` at every operation on a file, and at every call to a connection.
#include "child.hpp"
#include "support/dying_database.hpp"
#include "support/faulty_files.hpp"
#include "unit/store/fixture.hpp"

namespace ent::store {
namespace {

using test::End;
using test::FaultyFiles;

constexpr Sql sql_steps{"SELECT count(*) FROM schema_step"};
constexpr int rows_each = 10, transactions = 30;

/// Whole steps only, and migrating goes on from there.
void check_migrated(const std::string& uri) {
  const auto database = open_database(uri, {});
  migrate(*database, test_steps);
  BOOST_TEST(number(*database->connect_reader(), sql_steps) == 3);
  add(*database->connect_writer(), 1, 1);
  BOOST_TEST(database->check(CheckLevel::full, nullptr).value_or("") == "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kills)

BOOST_AUTO_TEST_CASE(migrating_sqlite_at_each_file_operation) {
  int kills = 0;
  for (End end = End::killed; end == End::killed; ++kills) {
    const test::FreshFolder folder;
    const std::string path = folder.file("store.ent");
    end = test::in_child([&] {
      FaultyFiles files;
      files.fail(kills + 1, FaultyFiles::any, FaultyFiles::Harm::kill);
      migrate(*open_database(files.uri(path), {}), test_steps);
    });
    BOOST_REQUIRE(end != End::failed);
    BOOST_TEST_CONTEXT("kill " << kills) { check_migrated(path); }
  }
  BOOST_TEST(kills > 40);
}

BOOST_DATA_TEST_CASE(migrating_at_each_call, test::lasting_places(), place) {
  int kills = 0;
  for (End end = End::killed; end == End::killed; ++kills) {
    const test::FreshStore fresh(place);
    end = test::in_child([&] {
      test::DyingDatabase database(fresh.open(), kills + 1);
      migrate(database, test_steps);
    });
    BOOST_REQUIRE(end != End::failed);
    BOOST_TEST_CONTEXT("kill " << kills) { check_migrated(fresh.uri()); }
  }
  BOOST_TEST(kills > 15);
}

BOOST_AUTO_TEST_CASE(what_was_answered_survives_a_kill_at_each_file_operation) {
  int kills = 0;
  std::int64_t most = 0;
  for (End end = End::killed; end == End::killed; ++kills) {
    const test::FreshFolder folder;
    const std::string path = folder.file("store.ent");
    migrate(*open_database(path, {}), test_steps);
    test::Tally answers;
    end = test::in_child([&] {
      FaultyFiles files;
      // Syncs are for power cuts (power_cut_test.cpp): a kill loses nothing that was written.
      const auto database = open_database(files.uri(path), {5000, Durability::normal});
      const auto writer = database->connect_writer();
      files.fail(kills + 1, FaultyFiles::any, FaultyFiles::Harm::kill);
      for (int org = 1; org <= transactions; ++org) {
        writer->begin_write();
        for (std::int64_t pupil = 1; pupil <= rows_each; ++pupil) add(*writer, org, pupil, nullptr, std::string(900, 'x'));
        writer->commit();
        answers.add();
      }
    });
    BOOST_REQUIRE(end != End::failed);
    const std::int64_t answered = answers.count();
    const auto database = open_database(path, {});
    const std::int64_t rows = number(*database->connect_reader(), sql_count);
    BOOST_TEST((rows == answered * rows_each || rows == (answered + 1) * rows_each), rows << " rows, " << answered << " answers");
    if (kills % 50 == 0) BOOST_TEST(database->check(CheckLevel::full, nullptr).value() == "");
    most = std::max(most, answered);
  }
  BOOST_TEST(most == transactions);
  BOOST_TEST(kills >= 500);
}

BOOST_AUTO_TEST_CASE(a_backup_that_is_killed_leaves_no_half_copy) {
  int kills = 0;
  for (End end = End::killed; end == End::killed; ++kills) {
    const test::FreshFolder folder;
    const std::string path = folder.file("store.ent"), copy = folder.file("copy.ent");
    {
      const auto database = open_database(path, {});
      migrate(*database, test_steps);
      for (std::int64_t pupil = 1; pupil <= 20; ++pupil) add(*database->connect_writer(), 1, pupil, nullptr, std::string(900, 'x'));
    }
    end = test::in_child([&] {
      FaultyFiles files(true);
      const auto database = open_database(path, {});
      files.fail(kills + 1, FaultyFiles::any, FaultyFiles::Harm::kill);
      database->backup({copy}, nullptr);
      files.heal();
    });
    BOOST_REQUIRE(end != End::failed);
    if (!std::filesystem::exists(copy)) {
      BOOST_TEST((end == End::killed));
      continue;
    }
    const auto database = open_database(copy, {});
    BOOST_TEST(number(*database->connect_reader(), sql_count) == 20);
    BOOST_TEST(database->check(CheckLevel::full, nullptr).value() == "");
  }
  BOOST_TEST(kills > 20);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
