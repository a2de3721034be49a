// Backups: a name that is taken, a store that is damaged, a caller who stops it.
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "ent/result.hpp"
#include "fixture.hpp"

namespace ent::store {
namespace {

void write_file(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string reason_of(Database& database, const BackupTarget& target) try {
  database.backup(target, nullptr);
  return "done";
} catch (const Exception& refused) {
  return refused.error().reason;
} catch (const Failure&) {
  return "failed";
}

/// Stops the work when it is asked for the n-th time.
struct Stop final : Watch {
  explicit Stop(int after) : left(after) {}
  bool go_on(const Progress& progress) override {
    last = progress;
    return --left > 0;
  }
  int left;
  Progress last{};
};

std::size_t files_in(const test::FreshFolder& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder.file("")), {}));
}

void fill(Database& database, std::int64_t org, int rows) {
  const auto writer = database.connect_writer();
  writer->begin_write();
  for (int pupil = 1; pupil <= rows; ++pupil) add(*writer, org, pupil, pupil, std::string(900, 'x'));
  writer->commit();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(backups)

BOOST_AUTO_TEST_CASE(a_name_that_is_taken_is_refused) {
  const test::FreshFolder folder;
  Ready store(test::Place::file);
  for (const char* content : {"", "kept"}) {
    write_file(folder.file("taken"), content);
    BOOST_TEST(reason_of(*store.database, {folder.file("taken")}) == "backup.exists");
    BOOST_TEST(read_file(folder.file("taken")) == content);
  }
  std::filesystem::create_symlink(folder.file("nowhere"), folder.file("link"));
  BOOST_TEST(reason_of(*store.database, {folder.file("link")}) == "backup.exists");
  write_file(folder.file("free.partial"), "of another");
  BOOST_TEST(reason_of(*store.database, {folder.file("free")}) == "backup.partial_left");
  BOOST_TEST(!std::filesystem::exists(folder.file("free")));
  BOOST_TEST(read_file(folder.file("free.partial")) == "of another");
  BOOST_TEST(reason_of(*store.database, {folder.file("no/such/folder")}) == "backup.no_place");
  BOOST_TEST(reason_of(*store.database, {""}) == "backup.no_place");
}

BOOST_AUTO_TEST_CASE(only_an_earlier_store_is_replaced) {
  const test::FreshFolder folder;
  Ready store(test::Place::file);
  const std::string path = folder.file("copie été.ent");
  fill(*store.database, 1, 1);
  BOOST_TEST(reason_of(*store.database, {path, true}) == "done");
  fill(*store.database, 2, 1);
  BOOST_TEST(reason_of(*store.database, {path}) == "backup.exists");
  BOOST_TEST(reason_of(*store.database, {path, true}) == "done");
  BOOST_TEST(number(*open_database(path, {})->connect_reader(), sql_count) == 2);
  BOOST_TEST(files_in(folder) == 1U);

  write_file(folder.file("letter"), std::string(4096, 'a'));
  BOOST_TEST(reason_of(*store.database, {folder.file("letter"), true}) == "backup.not_a_store");
  BOOST_TEST(reason_of(*store.database, {folder.file(""), true}) == "backup.not_a_store");
  const auto open = open_database(path, {});
  add(*open->connect_writer(), 3, 1);
  BOOST_TEST(reason_of(*store.database, {path, true}) == "backup.in_use");
  BOOST_TEST(number(*open->connect_reader(), sql_count) == 3);
  BOOST_TEST(reason_of(*store.database, {store.fresh.uri(), true}) == "backup.in_use");
}

BOOST_AUTO_TEST_CASE(stopped_at_any_moment_it_leaves_nothing) {
  const test::FreshFolder folder;
  Ready store(test::Place::file);
  fill(*store.database, 1, 3000);
  int stops = 0;
  for (;; ++stops) {
    Stop stop(stops + 1);
    try {
      store.database->backup({folder.file("copy")}, &stop);
      break;
    } catch (const Failure& failure) {
      BOOST_TEST((failure.fault() == Fault::interrupted));
      BOOST_TEST(files_in(folder) == 0U);
    }
    BOOST_REQUIRE(stops < 1000);
  }
  BOOST_TEST(stops >= 3);
  BOOST_TEST(open_database(folder.file("copy"), {})->check(CheckLevel::full, nullptr).value() == "");
}

BOOST_AUTO_TEST_CASE(what_a_watch_throws_comes_through) {
  struct Thrower final : Watch {
    bool go_on(const Progress&) override { throw Exception(Error{Errc::cancelled, "of.mine", "", {}}); }
  } thrower;
  const test::FreshFolder folder;
  Ready store(test::Place::file);
  fill(*store.database, 1, 3000);
  BOOST_CHECK_THROW(store.database->backup({folder.file("copy")}, &thrower), Exception);
  BOOST_CHECK_THROW(store.database->check(CheckLevel::full, &thrower), Exception);
  BOOST_TEST(files_in(folder) == 0U);
}

BOOST_AUTO_TEST_CASE(progress_reaches_the_whole) {
  struct Listen final : Watch {
    bool go_on(const Progress& progress) override {
      if (progress.total != 0) {
        orderly = orderly && progress.done >= last.done && progress.done <= progress.total;
        last = progress;
      }
      return true;
    }
    Progress last{};
    bool orderly = true;
  } listen;
  const test::FreshFolder folder;
  Ready store(test::Place::file);
  fill(*store.database, 1, 3000);
  store.database->backup({folder.file("copy")}, &listen);
  BOOST_TEST(listen.orderly);
  BOOST_TEST(listen.last.total > 500);
  BOOST_TEST(listen.last.done == listen.last.total);
}

// Each transaction writes a whole school: a copy of one instant holds whole schools only.
BOOST_AUTO_TEST_CASE(while_four_write_the_copy_is_of_one_instant) {
  constexpr int rows = 20;
  const test::FreshFolder folder;
  Ready store(test::Place::file);
  fill(*store.database, 1, 3000);
  std::atomic<bool> over{false};
  std::atomic<std::int64_t> next{2};
  std::vector<std::thread> writers;
  for (int i = 0; i < 4; ++i) {
    writers.emplace_back([&] {
      while (!over) fill(*store.database, next++, rows);
    });
  }
  constexpr Sql torn{"SELECT count(*) FROM (SELECT org FROM mark WHERE org > 1 GROUP BY org HAVING count(*) <> 20) t"};
  for (int copies = 0; copies < 5; ++copies) {
    const std::int64_t before = next;
    const std::string path = folder.file("copy" + std::to_string(copies));
    /// A write between any two steps: the copy is not begun anew.
    struct Let final : Watch {
      bool go_on(const Progress& progress) override {
        if (progress.total != 0 && progress.done < last) ++restarts;
        last = progress.total != 0 ? progress.done : last;
        const std::int64_t standing = *schools;
        for (int turns = 0; turns < 10'000 && *schools == standing; ++turns) std::this_thread::yield();
        return true;
      }
      std::atomic<std::int64_t>* schools = nullptr;
      std::int64_t last = 0;
      int restarts = 0;
    } let;
    let.schools = &next;
    BOOST_TEST(store.database->backup({path}, &let));
    BOOST_TEST(let.restarts == 0);
    const auto copy = open_database(path, {});
    BOOST_TEST(number(*copy->connect_reader(), torn) == 0);
    BOOST_TEST(number(*copy->connect_reader(), sql_count) >= 3000 + (before - 2 - 4) * rows);
    BOOST_TEST(copy->check(CheckLevel::full, nullptr).value() == "");
  }
  over = true;
  for (std::thread& writer : writers) writer.join();
}

BOOST_AUTO_TEST_CASE(a_damaged_store_is_not_copied) {
  const test::FreshFolder folder;
  const std::string path = folder.file("store");
  {
    const auto database = open_database(path, {});
    migrate(*database, test_steps);
    fill(*database, 1, 200);
  }
  const auto size = std::filesystem::file_size(path);
  {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(size / 2 / 4096 * 4096));
    file << std::string(4096, '\x5a');
  }
  const auto database = open_database(path, {});
  fails(Fault::corrupt, [&] { database->backup({folder.file("copy")}, nullptr); });
  BOOST_TEST(!std::filesystem::exists(folder.file("copy")));
  BOOST_TEST(!std::filesystem::exists(folder.file("copy.partial")));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
