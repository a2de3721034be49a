// Check and backup, as a host asks for them.
#include <filesystem>

#include "ent/import.hpp"
#include "support/school.hpp"

namespace ent::test {
namespace {

/// A school that was loaded twice and has been used: all kinds of rows.
struct Lived {
  explicit Lived(Place place) : fresh(place), portal(Portal::open(fresh.uri(), {.clock = clock}).value()) {
    Session host = portal.system();
    for (const char* folder : {ENT_TEST_DATA "/aaf2d", ENT_TEST_DATA "/aaf1d"}) must(import_aaf(host, folder, {}));
    must(import_aaf(host, ENT_TEST_DATA "/aaf2d", {.mode = ImportMode::delta}));
  }
  void spoil(const std::string& ddl) { portal.state().database->connect_writer()->script(ddl); }
  std::vector<CheckFinding> findings(CheckLevel level) { return must(portal.check({level})).findings; }

  PortalStore fresh;
  std::shared_ptr<FrozenClock> clock = std::make_shared<FrozenClock>();
  Portal portal;
};

struct StopAtOnce final : Watch {
  bool go_on(const Progress&) override { return false; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(upkeep)

BOOST_DATA_TEST_CASE(a_store_that_was_only_used_is_sound, (std::vector{Place::memory, Place::file}), place) {
  Lived store(place);
  for (const CheckLevel level : {CheckLevel::quick, CheckLevel::full}) {
    for (const CheckFinding& finding : store.findings(level)) BOOST_ERROR(finding.reason << " " << finding.place);
  }
}

BOOST_AUTO_TEST_CASE(rows_that_contradict_one_another_are_found) {
  Lived store(Place::memory);
  store.spoil("DELETE FROM person WHERE person IN (SELECT pupil FROM guardianship LIMIT 1);");
  store.spoil("UPDATE affiliation SET valid_to = valid_from - 1 WHERE org IN (SELECT org FROM affiliation LIMIT 1);");
  BOOST_TEST(store.findings(CheckLevel::quick).empty());
  const auto found = store.findings(CheckLevel::full);
  const auto count_of = [&](std::string_view place) {
    const auto at = std::ranges::find(found, place, &CheckFinding::place);
    return at == found.end() ? 0 : at->count;
  };
  BOOST_TEST(count_of("guardianship: its pupil is there") > 0);
  BOOST_TEST(count_of("member: its person is there") == 1);
  BOOST_TEST(count_of("affiliation: a period does not end before it begins") > 1);
  BOOST_TEST(count_of("group_member: its group is there") == 0);
  for (const CheckFinding& finding : found) BOOST_TEST(finding.reason == "check.rule_broken");
}

BOOST_AUTO_TEST_CASE(a_schema_that_was_changed_is_found) {
  Lived store(Place::memory);
  store.spoil("DROP INDEX member_name; CREATE INDEX of_mine ON person (given_name);");
  const auto found = store.findings(CheckLevel::quick);
  BOOST_TEST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].reason == "check.schema_differs");
  BOOST_TEST(found[0].place == "index member_name is missing");
  BOOST_TEST(found[1].place == "index of_mine is not of this library");
}

BOOST_AUTO_TEST_CASE(a_backup_is_a_portal_with_the_same_people) {
  const FreshFolder folder;
  const std::string path = folder.file("sauvegarde de décembre.ent");
  Lived store(Place::file);
  const auto report = must(store.portal.backup(path));
  BOOST_TEST(static_cast<std::uintmax_t>(report.bytes) == std::filesystem::file_size(path));
  const auto copy = must(Portal::open(path));
  BOOST_TEST(must(copy.check({CheckLevel::full})).findings.empty());
  Session here = store.portal.system();
  Session there = copy.system();
  const auto units = must(org::list(here, {}));
  BOOST_TEST(units.items.size() == must(org::list(there, {})).items.size());
  BOOST_TEST(!units.items.empty());

  const auto again = store.portal.backup(path);
  BOOST_TEST(reason(again) == "backup.exists");
  BOOST_TEST((code(again) == Errc::already_exists));
}

BOOST_AUTO_TEST_CASE(who_stops_them_is_answered_cancelled) {
  const FreshFolder folder;
  Lived store(Place::file);
  StopAtOnce stop;
  const auto checked = store.portal.check({CheckLevel::full, &stop});
  BOOST_TEST((code(checked) == Errc::cancelled));
  const auto saved = store.portal.backup(folder.file("copy"), {.watch = &stop});
  BOOST_TEST((code(saved) == Errc::cancelled));
  BOOST_TEST(std::filesystem::is_empty(folder.file("")));
  BOOST_TEST(must(store.portal.check({CheckLevel::full})).findings.empty());
}

BOOST_AUTO_TEST_CASE(a_closed_portal_is_not_looked_after) {
  Lived store(Place::memory);
  store.portal.close();
  BOOST_TEST(reason(store.portal.check()) == "closed");
  BOOST_TEST(reason(store.portal.backup("nowhere")) == "closed");
}

BOOST_AUTO_TEST_CASE(on_postgres_the_server_has_its_own_tools) {
  if (postgres_uri().empty()) return;
  School school(Place::postgres);
  BOOST_TEST(reason(school.portal.check()) == "check.by_server");
  const auto saved = school.portal.backup("nowhere");
  BOOST_TEST(reason(saved) == "backup.by_server");
  BOOST_TEST((code(saved) == Errc::unimplemented));
  BOOST_TEST(!std::filesystem::exists("nowhere"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
