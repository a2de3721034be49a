// How pupils live at school, as directories tell it. The expected rows are written by hand. 20700 is 4 September 2026, the
// day of the full delivery, 20701 and 20702 the next ones.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "delivery.hpp"
#include "interop/aaf/codes.hpp"
#include "loaded.hpp"
#include "support/school.hpp"

namespace ent::test {
namespace {

const char* const regimes =
    "SELECT r.key || ' ' || g.code || ' ' || s.valid_from || '-' || s.valid_to || ' ' || COALESCE(s.level, '') || ' ' "
    "|| COALESCE(s.regime, 0) "
    "FROM group_member s JOIN school_group g ON g.org = s.org AND g.grp = s.grp "
    "JOIN member m ON m.org = s.org AND m.member = s.member JOIN person_reference r ON r.person = m.person";

Delivery& add_pupil(Delivery& delivery, const std::string& key, const std::string& division, const std::string& regime) {
  return delivery.pupil({.key = key, .family = "EXEMPLE", .given = "Lou" + key, .school = "7001", .division = division,
                         .entered = "04/09/2026", .level = "10010012110", .regime = regime});
}

/// A school of four: 1 half_boarder, 2 day_boarder, 3 under a name that nobody knows, 4 of whom nothing is said.
ImportReport load(Host& host) {
  Delivery full("20260904");
  full.school("7001", "0999001W", "COLLEGE FICTIF", {"6A", "6B"});
  add_pupil(full, "501", "6A", "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT");
  add_pupil(full, "502", "6A", "INTERNE EXTERNE");
  add_pupil(full, "503", "6B", "PENSIONNAT");
  add_pupil(full, "504", "6B", "");
  return host.load(full.folder());
}

const Lines loaded{"501 6A 20700-2147483647 10010012110 2", "502 6A 20700-2147483647 10010012110 4",
                   "503 6B 20700-2147483647 10010012110 0", "504 6B 20700-2147483647 10010012110 0"};

BOOST_AUTO_TEST_SUITE(regime)

BOOST_AUTO_TEST_CASE(labels_are_told_by_how_they_begin) {
  using group::Regime;
  for (const auto& [label, expected] : std::initializer_list<std::pair<const char*, std::optional<Regime>>>{
           {"EXTERNE LIBRE", Regime::day_pupil},
           {"Externe surveillé", Regime::day_pupil},
           {"DEMI-PENSIONNAIRE 4 JOURS", Regime::half_boarder},
           {"DEMI INTERNE", Regime::day_boarder},
           {"INTERNE EXTERNE", Regime::day_boarder},
           {"INTERNE WEEK END", Regime::boarder},
           {"PENSIONNAT", std::nullopt}}) {
    BOOST_TEST_CONTEXT(label) { BOOST_TEST((interop::aaf::find_regime(label) == expected)); }
  }
}

BOOST_DATA_TEST_CASE(a_delivery_says_how_pupils_live_at_school, engines(), place) {
  Host host(place);
  const ImportReport report = load(host);
  BOOST_TEST(report.warnings == 1);
  BOOST_REQUIRE(report.notes.size() == 1U);
  BOOST_TEST(report.notes.front().reason == "import.unknown_regime");
  BOOST_TEST(report.notes.front().field == "ENTEleveRegime");
  BOOST_TEST(host.lines(regimes) == loaded, boost::test_tools::per_element());
  BOOST_TEST(load(host).people.changed == 0);
  BOOST_TEST(host.lines(regimes) == loaded, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_change_begins_on_its_day_and_a_move_keeps_it, engines(), place) {
  Host host(place);
  load(host);
  Delivery second("20260905", "Delta");
  second.change("Eleve", "501", {{"ENTEleveRegime", {"EXTERNE LIBRE"}}});
  second.change("Eleve", "502", {{"ENTEleveClasses", {"7001$6B"}}});
  const ImportReport report = host.load(second.folder(), {.mode = ImportMode::delta});
  BOOST_TEST(report.refusals + report.warnings == 0);
  const Lines after{"501 6A 20700-20701 10010012110 2",      "501 6A 20701-2147483647 10010012110 1",
                    "502 6A 20700-20701 10010012110 4",      "502 6B 20701-2147483647 10010012110 4",
                    "503 6B 20700-2147483647 10010012110 0", "504 6B 20700-2147483647 10010012110 0"};
  BOOST_TEST(host.lines(regimes) == after, boost::test_tools::per_element());
  must(undo_import(host.session, "aaf"));
  BOOST_TEST(host.lines(regimes) == loaded, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace ent::test
