/// A directory is loaded wholly or not at all: killed, out of disk or stopped at any point, nothing of it stands, and the
/// next run gives what an undisturbed one gives.
#include "child.hpp"
#include "support/faulty_files.hpp"
#include "store/store.hpp"
#include "unit/interop/delivery.hpp"
#include "unit/interop/loaded.hpp"
#include "unit/store/fixture.hpp"

namespace ent::test {
namespace {

// What names the run, or the moment.
const std::vector<std::string> left_out{"import_run", "import_image", "id_block",  "audit_entry", "change_event",
                                        "org_epoch",  "delivery",     "schema_step"};

/// Enough for SQLite to write before the commit: more than its cache holds.
const std::string& academy() {
  static Delivery made("20260904");
  static const std::string folder = [] {
    made.school("7001", "0999001W", "CLG$DES TILLEULS", {"6A$SIXIEME A"});
    for (int i = 0; i < 2200; ++i) {
      const std::string number = std::to_string(10'000 + i);
      made.relative("8" + number, "PARENT " + number, "Camille");
      made.pupil({"5" + number, "ENFANT " + number, "Dominique", "7001", "6A", "01/09/2026", "9990" + number + "EE",
                  number + " RUE INVENTEE", "6E", {"8" + number + "$10$1$1$1$0"}});
    }
    return made.folder();
  }();
  return folder;
}
constexpr const char* people = "4400";

Result<ImportReport> load(const std::string& uri, ImportWatch* watch = nullptr) {
  auto portal = Portal::open(uri, {.durability = Durability::normal, .clock = std::make_shared<FrozenClock>()});
  if (!portal) return portal.error();
  Session session = portal->system();
  return import_aaf(session, academy(), {.watch = watch});
}

const std::string& undisturbed() {
  static const PortalStore fresh(Place::file);
  static const std::string rows = [] {
    BOOST_REQUIRE(load(fresh.uri()).value().applied);
    return everything(fresh.uri(), left_out);
  }();
  return rows;
}

std::string count_people(const std::string& uri) {
  static constexpr store::Sql sql{"SELECT CAST(count(*) AS BIGINT) FROM person"};
  const auto reader = store::open_database(uri, {})->connect_reader();
  store::Rows rows = reader->query(sql, {});
  rows.next();
  return std::to_string(rows.integer(0));
}

/// All or nothing stands, and another run makes it whole.
void check_after(const std::string& path, bool was_done) {
  BOOST_TEST(store::open_database(path, {})->check(CheckLevel::full, nullptr).value_or("") == "");
  const std::string found = count_people(path);
  BOOST_TEST((found == "0" || found == people), found);
  if (was_done) BOOST_TEST(found == people);
  BOOST_TEST(load(path).value().applied);
  BOOST_TEST((everything(path, left_out) == undisturbed()));
}

class Kill final : public ImportWatch {
 public:
  explicit Kill(int after) : left_(after) {}
  bool go_on(const ImportProgress&) override {
    if (left_-- == 0) std::raise(SIGKILL);
    return true;
  }

 private:
  int left_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(imports)

BOOST_AUTO_TEST_CASE(a_kill_at_a_file_operation_leaves_all_or_nothing) {
  undisturbed();
  int kills = 0;
  End end = End::killed;
  for (int operation = 1; end == End::killed; operation += 1 + operation / 6) {
    const FreshFolder folder;
    const std::string path = folder.file("store.ent");
    BOOST_REQUIRE(Portal::open(path));
    end = in_child([&] {
      FaultyFiles files;
      files.fail(operation, FaultyFiles::write | FaultyFiles::sync | FaultyFiles::truncate | FaultyFiles::remove,
                 FaultyFiles::Harm::kill);
      if (!load(files.uri(path))) std::abort();
    });
    BOOST_REQUIRE(end != End::failed);
    if (end == End::killed) ++kills;
    BOOST_TEST_CONTEXT("operation " << operation) { check_after(path, end == End::done); }
  }
  BOOST_TEST(kills > 20);
}

BOOST_DATA_TEST_CASE(a_kill_between_chunks_leaves_nothing, lasting_places(), place) {
  academy();  // written by this process, not by its children
  const PortalStore fresh(place);
  BOOST_REQUIRE(Portal::open(fresh.uri()));
  int kills = 0;
  for (End end = End::killed; end == End::killed; ++kills) {
    end = in_child([&] {
      Kill kill(kills);
      if (!load(fresh.uri(), &kill)) std::abort();
    });
    BOOST_REQUIRE(end != End::failed);
    BOOST_TEST(count_people(fresh.uri()) == (end == End::done ? people : "0"));
  }
  BOOST_TEST(kills > 5);
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_nothing) {
  int refused = 0;
  for (std::int64_t limit = 400'000; limit <= 3'200'000; limit += 400'000) {
    const FreshFolder folder;
    const std::string path = folder.file("store.ent");
    BOOST_REQUIRE(Portal::open(path));
    FaultyFiles files;
    files.limit_size(limit);
    const auto loaded = load(files.uri(path));
    files.limit_size(-1);
    if (!loaded) {
      ++refused;
      BOOST_TEST((loaded.error().code == Errc::resource_exhausted || loaded.error().code == Errc::unavailable),
                 loaded.error().reason);
      BOOST_TEST(count_people(path) == "0");
    }
    BOOST_TEST_CONTEXT("limit " << limit) { check_after(path, loaded.has_value()); }
  }
  BOOST_TEST(refused > 3);
}

BOOST_AUTO_TEST_CASE(a_stop_between_chunks_leaves_nothing) {
  const FreshFolder folder;
  const std::string path = folder.file("store.ent");
  for (int after = 0; after < 6; ++after) {
    Stop stop(after);
    const auto stopped = load(path, &stop);
    BOOST_TEST_REQUIRE(!stopped);
    BOOST_TEST((stopped.error().code == Errc::cancelled));
    BOOST_TEST(count_people(path) == "0");
  }
  check_after(path, false);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
