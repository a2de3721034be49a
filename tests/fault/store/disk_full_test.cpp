/// A full disk. SQLite may drop the whole transaction on its own, and a caller who does not ask whether it
/// is still there would commit what follows piece by piece.
#include <algorithm>

#include "store/sqlite/connection.hpp"
#include "support/faulty_files.hpp"
#include "unit/store/fixture.hpp"

namespace ent::store {
namespace {

using test::FaultyFiles;

/// Rows of a size that fills pages fast, one by one: no statement journal undoes a single row.
void add_until_it_fails(Connection& connection, std::int64_t org) {
  const std::string label(2000, 'x');
  for (std::int64_t pupil = 1; pupil < 10'000; ++pupil) add(connection, org, pupil, nullptr, label);
}

void limit_pages(Connection& connection, int pages) {
  auto& sqlite = dynamic_cast<sqlite::Connection&>(connection);
  BOOST_TEST(sqlite.ask_plain(("PRAGMA max_page_count = " + std::to_string(pages)).c_str()) == std::to_string(pages));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(disk_full)

BOOST_AUTO_TEST_CASE(the_dropped_transaction_is_seen_and_nothing_goes_on_alone) {
  for (const test::Place place : {test::Place::memory, test::Place::file}) {
    Ready store(place);
    const auto writer = store.writer();
    add(*writer, 1, 1);
    limit_pages(*writer, 60);

    writer->begin_write();
    writer->savepoint();
    add(*writer, 2, 1);  // of an earlier member of the group
    writer->release();
    writer->savepoint();
    fails(Fault::full, [&] { add_until_it_fails(*writer, 3); });

    BOOST_TEST(!writer->in_transaction());
    fails(Fault::full, [&] { writer->rollback_to(); });
    fails(Fault::full, [&] { writer->savepoint(); });
    fails(Fault::full, [&] { add(*writer, 4, 1); });
    fails(Fault::full, [&] { writer->release(); });
    fails(Fault::full, [&] { writer->commit(); });
    BOOST_TEST(writer->usable());
    writer->rollback();
    BOOST_TEST(number(*store.reader(), sql_count) == 1);

    limit_pages(*writer, 1'000'000);
    writer->begin_write();
    add(*writer, 5, 1);
    writer->commit();
    BOOST_TEST(number(*store.reader(), sql_count) == 2);
    BOOST_TEST(store.database->check(CheckLevel::full, nullptr).value() == "");
  }
}

BOOST_AUTO_TEST_CASE(a_new_transaction_may_begin_behind_a_dropped_one) {
  Ready store(test::Place::memory);
  const auto writer = store.writer();
  limit_pages(*writer, 60);
  writer->begin_write();
  fails(Fault::full, [&] { add_until_it_fails(*writer, 3); });
  BOOST_TEST(!writer->in_transaction());
  writer->begin_write();  // without a rollback: there is nothing left to roll back
  add(*writer, 1, 1);
  writer->commit();
  BOOST_TEST(number(*store.reader(), sql_count) == 1);
}

BOOST_AUTO_TEST_CASE(a_commit_for_which_there_is_no_room_changes_nothing) {
  FaultyFiles files;
  const test::FreshFolder folder;
  const std::string path = folder.file("store.ent");
  const auto database = open_database(files.uri(path), {});
  migrate(*database, test_steps);
  const auto writer = database->connect_writer();
  int committed = 0;
  const auto fill = [&] {
    for (;; ++committed) {
      writer->begin_write();
      for (std::int64_t pupil = 1; pupil <= 20; ++pupil) add(*writer, committed + 1, pupil, nullptr, std::string(500, 'y'));
      writer->commit();
    }
  };
  files.limit_size(400'000);
  fails(Fault::full, fill);
  writer->rollback();
  BOOST_TEST(committed > 0);
  BOOST_TEST(number(*database->connect_reader(), sql_count) == 20 * committed);  // reading goes on

  files.heal();
  BOOST_TEST(writer->usable());
  writer->begin_write();
  add(*writer, 1000, 1);
  writer->commit();
  BOOST_TEST(number(*database->connect_reader(), sql_count) == 20 * committed + 1);
  BOOST_TEST(database->check(CheckLevel::full, nullptr).value() == "");
}

BOOST_AUTO_TEST_CASE(a_backup_for_which_there_is_no_room_leaves_no_file) {
  FaultyFiles files(true);
  const test::FreshFolder folder;
  Ready store(test::Place::memory);
  add(*store.writer(), 1, 1, nullptr, std::string(100'000, 'z'));
  files.limit_size(50'000);
  fails(Fault::full, [&] { store.database->backup({folder.file("copy")}, nullptr); });
  BOOST_TEST((!std::filesystem::exists(folder.file("copy")) && !std::filesystem::exists(folder.file("copy.partial"))));
  files.heal();
  BOOST_TEST(store.database->backup({folder.file("copy")}, nullptr));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
