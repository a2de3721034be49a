/// The n-th read, write, sync, truncation, opening or removal fails, for every n that is reached.
#include "support/faulty_files.hpp"
#include "unit/store/fixture.hpp"

namespace ent::store {
namespace {

using test::FaultyFiles;

constexpr int rows_each = 15;

/// Transactions of which each adds `rows_each` rows under its number; counts those that were answered.
void write_some(Connection& writer, int& answered) {
  for (int i = 0; i < 6; ++i) {
    writer.begin_write();
    for (std::int64_t pupil = 1; pupil <= rows_each; ++pupil)
      add(writer, answered + 1, pupil, nullptr, std::string(900, 'x'));
    writer.commit();
    ++answered;
  }
}

void use_store(const std::string& uri, int& answered) {
  const auto database = open_database(uri, {});
  migrate(*database, test_steps);
  const auto writer = database->connect_writer();
  write_some(*writer, answered);
  number(*database->connect_reader(), sql_count);
}

/// All of every answered transaction is there, and at most the one after them, wholly.
void check_store(const std::string& path, int answered) {
  const auto database = open_database(path, {});
  migrate(*database, test_steps);
  BOOST_TEST(database->check(CheckLevel::full, nullptr).value() == "");
  const std::int64_t rows = number(*database->connect_reader(), sql_count);
  BOOST_TEST((rows == answered * rows_each || rows == (answered + 1) * rows_each), rows << " rows, " << answered << " answers");
}

/// Fails operation n of `ops` for n = 1, 2, ... until it is not reached any more.
int fail_each(unsigned ops, FaultyFiles::Harm harm, int code, Fault expected) {
  for (int n = 1;; ++n) {
    BOOST_TEST_CONTEXT("operation " << n << " of kind " << ops) {
      FaultyFiles files;
      const test::FreshFolder folder;
      const std::string path = folder.file("store.ent");
      int answered = 0;
      files.fail(n, ops, harm, code);
      try {
        use_store(files.uri(path), answered);
      } catch (const Failure& failure) {
        BOOST_TEST((failure.fault() == expected), failure.what());
      }
      if (!files.reached()) {
        BOOST_TEST(answered == 6);
        return n - 1;
      }
      files.heal();
      check_store(path, answered);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(io_errors)

BOOST_AUTO_TEST_CASE(each_write) { BOOST_TEST(fail_each(FaultyFiles::write, FaultyFiles::Harm::once, SQLITE_IOERR_WRITE, Fault::io) > 50); }
BOOST_AUTO_TEST_CASE(each_write_from_then_on) {
  BOOST_TEST(fail_each(FaultyFiles::write, FaultyFiles::Harm::from_then_on, SQLITE_IOERR_WRITE, Fault::io) > 50);
}
BOOST_AUTO_TEST_CASE(each_write_to_a_full_disk) {
  BOOST_TEST(fail_each(FaultyFiles::write, FaultyFiles::Harm::from_then_on, SQLITE_FULL, Fault::full) > 50);
}
BOOST_AUTO_TEST_CASE(each_sync) { BOOST_TEST(fail_each(FaultyFiles::sync, FaultyFiles::Harm::once, SQLITE_IOERR_FSYNC, Fault::io) > 5); }
BOOST_AUTO_TEST_CASE(each_read) {
  BOOST_TEST(fail_each(FaultyFiles::read, FaultyFiles::Harm::from_then_on, SQLITE_IOERR_READ, Fault::io) > 5);
}
BOOST_AUTO_TEST_CASE(each_truncation_and_removal) {
  BOOST_TEST(fail_each(FaultyFiles::truncate | FaultyFiles::remove, FaultyFiles::Harm::once, SQLITE_IOERR_DELETE, Fault::io) > 0);
}
BOOST_AUTO_TEST_CASE(each_lack_of_memory) {
  BOOST_TEST(fail_each(FaultyFiles::read | FaultyFiles::write, FaultyFiles::Harm::once, SQLITE_IOERR_NOMEM, Fault::memory) > 50);
}

/// Another process has each of the locks for a moment, those too for which SQLite itself does not wait: all is waited for.
BOOST_AUTO_TEST_CASE(each_lock_that_another_has) {
  for (int n = 1;; ++n) {
    FaultyFiles files;
    const test::FreshFolder folder;
    int answered = 0;
    files.fail(n, FaultyFiles::locking, FaultyFiles::Harm::once, SQLITE_BUSY);
    BOOST_TEST_CONTEXT("lock " << n) { BOOST_CHECK_NO_THROW(use_store(files.uri(folder.file("store.ent")), answered)); }
    BOOST_TEST(answered == 6);
    if (files.reached()) continue;
    BOOST_TEST(n > 10);
    return;
  }
}

BOOST_AUTO_TEST_CASE(a_connection_is_not_used_again) {
  FaultyFiles files;
  const test::FreshFolder folder;
  const auto database = open_database(files.uri(folder.file("store.ent")), {});
  migrate(*database, test_steps);
  const auto writer = database->connect_writer();
  writer->begin_write();
  add(*writer, 1, 1);
  // A sync that failed may not be tried again: the system takes what it could not write for written.
  files.fail(1, FaultyFiles::sync, FaultyFiles::Harm::once, SQLITE_IOERR_FSYNC);
  fails(Fault::io, [&] { writer->commit(); });
  BOOST_TEST(!writer->usable());
  writer->rollback();
  fails(Fault::io, [&] { writer->begin_write(); });
  fails(Fault::io, [&] { number(*writer, sql_count); });
  fails(Fault::io, [&] { add(*writer, 1, 2); });

  const auto another = database->connect_writer();
  another->begin_write();
  add(*another, 2, 1);
  another->commit();
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
