// The n-th operation on a file fails under a portal at work: what was answered is there, what was refused is not,
// and when the disk is sound again so is the portal. A disk that takes nothing any more can leave a refused write
// there, but as a whole: the write had reached its end, and could be neither completed nor undone.
#include <boost/test/unit_test.hpp>

#include <set>

#include "support/faulty_files.hpp"
#include "support/school.hpp"
#include "support/together.hpp"

namespace ent::test {
namespace {

constexpr std::size_t members = 3;

bool is_there(NoteBook& book, std::int64_t number) {
  const auto connection = book.database().connect_reader();
  const store::Arg args[] = {number};
  return connection->query(notes::find, args).next();
}

/// Notes that take more than a page, written as one group, and one written alone.
void write_notes(NoteBook& book, std::vector<Note>& written, std::vector<std::string>& told) {
  for (std::size_t i = 1; i <= members; ++i) {
    written.push_back({.number = static_cast<std::int64_t>(i), .text = std::string(5'000, 'x')});
  }
  for (const auto& error : write_together(book, written)) told.push_back(error ? error->reason : "");
  written.push_back({.number = 50});
  told.push_back(reason(write_note(book.host, written.back())));
}

/// Of the group and of the lone note behind it.
void expect_as_told(NoteBook& book, const std::vector<Note>& written, const std::vector<std::string>& told, bool undoable) {
  const bool group_is_there = is_there(book, written[0].number);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const bool there = is_there(book, written[i].number);
    if (undoable || told[i].empty()) {
      BOOST_TEST(there == told[i].empty(), "note " << written[i].number << ": " << told[i]);
    } else if (i < members) {
      BOOST_TEST(there == group_is_there, "note " << written[i].number << " of a torn group");
    }
  }
}

/// One run in which the n-th operation fails; whether it was reached. Collects what callers were told.
bool write_with_fault(int n, unsigned operations, FaultyFiles::Harm harm, int code, std::set<std::string>& reasons) {
  FaultyFiles files;
  const FreshFolder folder;
  NoteBook book(files.uri(folder.file("store.ent")));
  must(write_note(book.host, {.number = 100}));  // the writer is connected by now

  files.fail(n, operations, harm, code);
  std::vector<Note> written;
  std::vector<std::string> told;
  write_notes(book, written, told);
  const bool reached = files.reached();
  files.heal();

  BOOST_TEST(reason(write_note(book.host, {.number = 60})) == "");
  expect_as_told(book, written, told, harm == FaultyFiles::Harm::once);
  reasons.insert(told.begin(), told.end());
  BOOST_TEST((is_there(book, 100) && is_there(book, 60)));
  BOOST_TEST(book.database().check(CheckLevel::full, nullptr).value() == "");
  return reached;
}

/// For n = 1, 2, ... until all goes well. Answers all that callers were told.
std::set<std::string> fail_each(unsigned operations, FaultyFiles::Harm harm, int code) {
  std::set<std::string> reasons;
  int n = 1;
  for (bool reached = true; reached; ++n) {
    BOOST_TEST_CONTEXT("operation " << n) { reached = write_with_fault(n, operations, harm, code, reasons); }
  }
  BOOST_TEST(n > 3);
  reasons.erase("");
  reasons.erase("store.group_undone");
  return reasons;
}

using Reasons = std::set<std::string>;

/// An account of so many units that listing them reads the file.
std::size_t count_units(Portal& portal, std::string& told) {
  auto host = portal.system();
  const auto page = org::list(host, {.limit = 500});
  told = reason(page);
  return page ? page->items.size() : 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(io_error)

BOOST_AUTO_TEST_CASE(each_write_fails_once) {
  BOOST_TEST((fail_each(FaultyFiles::write, FaultyFiles::Harm::once, SQLITE_IOERR_WRITE) == Reasons{"store.io"}));
}
BOOST_AUTO_TEST_CASE(each_write_fails_from_then_on) {
  BOOST_TEST((fail_each(FaultyFiles::write, FaultyFiles::Harm::from_then_on, SQLITE_IOERR_WRITE) == Reasons{"store.io"}));
}
BOOST_AUTO_TEST_CASE(each_sync_fails_once) {
  BOOST_TEST((fail_each(FaultyFiles::sync, FaultyFiles::Harm::once, SQLITE_IOERR_FSYNC) == Reasons{"store.io"}));
}
BOOST_AUTO_TEST_CASE(each_write_finds_the_disk_full) {
  BOOST_TEST((fail_each(FaultyFiles::write, FaultyFiles::Harm::from_then_on, SQLITE_FULL) == Reasons{"store.full"}));
}

BOOST_AUTO_TEST_CASE(each_read_fails_once) {
  FaultyFiles files;
  const FreshFolder folder;
  const std::string path = folder.file("store.ent");
  constexpr std::size_t units = 120;
  {
    auto portal = must(Portal::open(path));
    auto host = portal.system();
    for (std::size_t i = 0; i < units; ++i) {
      must(org::add(host, {.kind = org::Kind::municipality, .code = std::to_string(i), .name = "Commune"}));
    }
  }
  int n = 1;
  int failed = 0;
  for (bool reached = true; reached; ++n) {
    BOOST_TEST_CONTEXT("read " << n) {
      auto portal = must(Portal::open(files.uri(path)));
      files.fail(n, FaultyFiles::read, FaultyFiles::Harm::once, SQLITE_IOERR_READ);
      std::string told;
      const std::size_t found = count_units(portal, told);
      reached = files.reached();
      files.heal();
      BOOST_TEST((told == "store.io" || (told.empty() && found == units)), told << ", " << found << " units");
      failed += !told.empty();
      BOOST_TEST(count_units(portal, told) == units);
    }
  }
  BOOST_TEST(failed > 2);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_reading_goes_on_and_room_is_found_again) {
  for (const std::int64_t room : {3'000'000, 4'500'000, 7'000'000}) {
    FaultyFiles files;
    const FreshFolder folder;
    NoteBook book(files.uri(folder.file("store.ent")));
    files.limit_size(room);
    std::int64_t written = 0;
    std::string told;
    while ((told = reason(write_note(book.host, {.number = written, .text = std::string(20'000, 'x')}))).empty()) ++written;
    BOOST_TEST(told == "store.full");
    BOOST_TEST(written > 0);
    BOOST_TEST(count_notes(book.host) == written);

    files.heal();
    BOOST_TEST(reason(write_note(book.host, {.number = written})) == "");
    BOOST_TEST(count_notes(book.host) == written + 1);
    BOOST_TEST(book.database().check(CheckLevel::full, nullptr).value() == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
