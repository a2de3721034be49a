/// Damaged files: refused or told, never a crash, never an answer from nowhere.
#include <fstream>
#include <iterator>
#include <random>

#include "unit/store/fixture.hpp"

namespace ent::store {
namespace {

constexpr std::size_t page = 4096;
constexpr Sql sql_walk{"SELECT pupil, label FROM mark ORDER BY org, pupil"};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write_file(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

/// A closed store of some thirty pages.
std::string sound_store() {
  const test::FreshFolder folder;
  const std::string path = folder.file("store.ent");
  {
    const auto database = open_database(path, {});
    migrate(*database, test_steps);
    const auto writer = database->connect_writer();
    writer->begin_write();
    for (std::int64_t pupil = 1; pupil <= 100; ++pupil) add(*writer, 1, pupil, pupil, std::string(900, 'x'));
    writer->commit();
  }
  BOOST_REQUIRE(!std::filesystem::exists(path + "-wal"));
  return read_file(path);
}

enum class Seen { sound, told, refused };

/// What a portal would meet: opening, migrating, reading all, both checks.
Seen look_at(const std::string& bytes) {
  const test::FreshFolder folder;
  const std::string path = folder.file("store.ent");
  write_file(path, bytes);
  try {
    const auto database = open_database(path, {});
    migrate(*database, test_steps);
    const bool told = database->check(CheckLevel::full, nullptr).value() != "";
    const auto reader = database->connect_reader();
    Rows rows = ask(*reader, sql_walk);
    int count = 0;
    while (rows.next()) count += rows.text(1).size() == 900 ? 1 : 0;
    return told || count != 100 ? Seen::told : Seen::sound;
  } catch (const Failure& failure) {
    const bool fitting = failure.fault() == Fault::corrupt || failure.fault() == Fault::newer ||
                         failure.fault() == Fault::io || failure.fault() == Fault::bug || failure.fault() == Fault::full;
    BOOST_TEST(fitting, failure.what());
    return Seen::refused;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(damage)

BOOST_AUTO_TEST_CASE(a_sound_file_is_sound) { BOOST_TEST((look_at(sound_store()) == Seen::sound)); }

BOOST_AUTO_TEST_CASE(a_damaged_header_is_corrupt) {
  std::string bytes = sound_store();
  bytes.replace(0, 16, 16, 'x');
  const test::FreshFolder folder;
  write_file(folder.file("store"), bytes);
  fails(Fault::corrupt, [&] { open_database(folder.file("store"), {}); });
}

BOOST_AUTO_TEST_CASE(a_lost_end_is_noticed) {
  const std::string bytes = sound_store();
  for (const std::size_t size : {page, 3 * page, 10 * page, bytes.size() - page})
    BOOST_TEST((look_at(bytes.substr(0, size)) != Seen::sound), size);
}

BOOST_AUTO_TEST_CASE(each_page_that_is_zeros_is_noticed) {
  const std::string sound = sound_store();
  for (std::size_t at = 0; at + page <= sound.size(); at += page) {
    std::string bytes = sound;
    bytes.replace(at, page, page, '\0');
    BOOST_TEST((look_at(bytes) != Seen::sound), "page " << at / page + 1);
  }
}

BOOST_AUTO_TEST_CASE(reading_a_damaged_page_is_corrupt_and_the_checks_tell_it) {
  std::string bytes = sound_store();
  const std::size_t at = bytes.size() - 2 * page;
  bytes.replace(at, 8, 8, '\xff');
  const test::FreshFolder folder;
  write_file(folder.file("store"), bytes);
  const auto database = open_database(folder.file("store"), {});
  const auto reader = database->connect_reader();
  fails(Fault::corrupt, [&] {
    Rows rows = ask(*reader, sql_walk);
    while (rows.next()) {
    }
  });
  BOOST_TEST(database->check(CheckLevel::quick, nullptr).value() != "");
  BOOST_TEST(database->check(CheckLevel::full, nullptr).value() != "");
  BOOST_TEST(reader->usable());
}

BOOST_AUTO_TEST_CASE(random_damage_never_ends_in_a_crash) {
  const std::string sound = sound_store();
  std::mt19937 chance(20260901);
  int noticed = 0;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = sound;
    for (unsigned flips = 1 + chance() % 16; flips > 0; --flips) bytes[chance() % bytes.size()] ^= static_cast<char>(1 << chance() % 8);
    noticed += look_at(bytes) != Seen::sound ? 1 : 0;
  }
  BOOST_TEST(noticed > 0);
}

BOOST_AUTO_TEST_CASE(the_log_of_another_store_is_not_taken) {
  const std::string sound = sound_store();
  const test::FreshFolder folder;
  write_file(folder.file("store"), sound);
  write_file(folder.file("store-wal"), std::string(3 * page, 'w'));
  const auto database = open_database(folder.file("store"), {});
  BOOST_TEST(number(*database->connect_reader(), sql_count) == 100);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
