// Defects of a delivery: each is named by file, line and field, and nothing else is refused for it.
#include <cstdlib>
#include <sstream>

#include "oneroster_case.hpp"

namespace ent::test {
namespace {

using Lines = std::vector<std::string>;

struct Fault {
  const char* file;
  const char* before;  ///< What is replaced; empty: at the end.
  const char* after;
  Lines refused;
  Lines warned = {};  ///< Beside those of the sound files.
  bool applied = true;
};

/// A row that is left out takes with it what refers to it, without a word of its own.
const Fault faults[] = {
    // the manifest
    {"manifest.csv", "version,1.0", "version,1", {"manifest.csv 2 manifest.version import.version"}, {}, false},
    {"manifest.csv", "version,1.1", "version,1.2", {"manifest.csv 3 oneroster.version import.version"}, {}, false},
    {"manifest.csv", "propertyName,value", "propertyName,propertyValue", {"manifest.csv 1  import.bad_header"}, {}, false},
    {"manifest.csv", "file.users,bulk", "file.users,delta", {"manifest.csv 16 file.users import.delta_unread"}, {}, false},
    {"manifest.csv", "file.users,bulk", "file.users,full", {"manifest.csv 16 file.users import.unknown_value"}, {}, false},
    {"manifest.csv", "file.results,absent", "file.results,bulk", {"manifest.csv 0 file.results import.file_missing"}, {}, false},
    {"manifest.csv", "file.demographics,bulk", "file.demographics,absent", {"demographics.csv 0  import.file_unexpected"}},
    {"manifest.csv", "file.demographics,bulk\n", "", {"demographics.csv 0  import.file_unexpected"}},
    {"others.csv", "", "a\n", {}, {"others.csv 0  import.unknown_file"}},
    // the form of the file
    {"users.csv", "givenName", "GivenName", {"users.csv 1 givenName import.bad_header"}, {"users.csv 1 GivenName import.not_kept"}, false},
    {"users.csv", ",password", "", {"users.csv 1 password import.bad_header"}, {}, false},
    {"users.csv", "familyName", "givenName", {"users.csv 1 givenName import.bad_header"}, {}, false},
    {"users.csv", "", "x9,,,true,college,teacher,x9,,Zo\xE9,Essai,,,,,,,,\n", {"users.csv 11 givenName import.encoding"}, {}, false},
    {"courses.csv", "", "\"c9,,,", {"courses.csv 5  import.csv_syntax"}, {}, false},
    {"orgs.csv", "parentSourcedId\nacad,,,Académie d'Essai,district,99,\n",
     "parentSourcedId,metadata.rep\nacad,,,Académie d'Essai,district,99,,x\n",
     {"orgs.csv 3  import.ragged_row"}, {"orgs.csv 1 metadata.rep import.not_kept"}},
    {"users.csv", "t2,,,true,college,teacher,t2,,Yann,Factice,,,,,,,,",
     "t2,,,true,college,teacher,t2,,Yann,Factice,,,,,,,", {"users.csv 10  import.ragged_row"}},
    // cells
    {"users.csv", "Noé,Dirige", "Noé,", {"users.csv 2 familyName import.required_empty"}},
    {"users.csv", "college,teacher,t1", "college,prof,t1", {"users.csv 9 role import.unknown_value"}},
    {"users.csv", "t2,,,true", "t2,,,TRUE", {}, {"users.csv 10 enabledUser import.bad_boolean"}},
    {"users.csv", "t2,,,true", "t2,inactive,,true", {"users.csv 10 status import.unknown_value"}},
    {"users.csv", "t2,,,true", "t2,active,2025-09-01T08:00:00.000Z,true", {}},
    {"users.csv", "t2,,,true", "t2,tobedeleted,,true", {"users.csv 10 status import.deleted_in_full"}},
    {"users.csv", "06 00 00 00 01", "none", {}, {"users.csv 3 sms person.phone_malformed"}},
    {"academicSessions.csv", "2025-09-01", "01/09/2025", {"academicSessions.csv 2 startDate import.bad_date"}},
    {"academicSessions.csv", "2026-07-04", "2026-02-30", {"academicSessions.csv 2 endDate import.bad_date"}},
    {"academicSessions.csv", "2026-07-04", "2025-09-01", {"academicSessions.csv 2 endDate period.empty"}},
    {"academicSessions.csv", ",,2026", ",,26", {"academicSessions.csv 2 schoolYear import.bad_date"}},
    {"demographics.csv", "2014-03-15,female", "2014-03-15,F", {"demographics.csv 2 sex import.unknown_value"}},
    {"demographics.csv", "2014-03-15", "2041-03-15", {"demographics.csv 2 birthDate import.bad_date"}},
    {"demographics.csv", "male,,", "male,true,", {}, {"demographics.csv 2 americanIndianOrAlaskaNative import.not_kept"}},
    {"enrollments.csv", "s1,student,,2025-09-01,", "s1,student,,2025-09-01,2025-09-01", {"enrollments.csv 3 endDate period.empty"}},
    {"enrollments.csv", "s1,student", "s1,parent", {"enrollments.csv 3 role import.unknown_value"}},
    {"enrollments.csv", "s1,student", "s1,proctor", {"enrollments.csv 3 role import.not_kept"}},
    {"classes.csv", "homeroom", "Homeroom", {"classes.csv 2 classType import.unknown_value"}},
    // keys
    {"users.csv", "", "t1,,,true,college,teacher,t1,,Ada,Modele,,,,,,,,\n", {"users.csv 11 sourcedId import.duplicate_id"}},
    {"users.csv", "t2,,,true", ",,,true", {"users.csv 10 sourcedId import.required_empty", "enrollments.csv 13 userSourcedId import.dangling_reference"}},
    {"orgs.csv", "", "college,,,Autre,school,,acad\n", {"orgs.csv 4 sourcedId import.duplicate_id"}},
    {"enrollments.csv", "e03", "e02", {"enrollments.csv 4 sourcedId import.duplicate_id"}},
    {"enrollments.csv", "", "e13,,,6a,college,s1,student,,2025-09-02,\n", {"enrollments.csv 3 classSourcedId import.enrolled_twice"}},
    {"demographics.csv", "s2,,,", "s1,,,", {"demographics.csv 3 sourcedId import.duplicate_id"}},
    {"classes.csv", "6A-MAT", "6A-FRA", {}, {"classes.csv 4 classCode group.code_taken"}},
    // references
    {"orgs.csv", "school,0999007C,acad", "school,0999007C,nowhere", {"orgs.csv 3 parentSourcedId import.dangling_reference"}},
    {"orgs.csv", "district,99,", "district,99,college", {"orgs.csv 2 parentSourcedId import.circular"}},
    {"orgs.csv", "district,99,", "district,99,acad", {"orgs.csv 2 parentSourcedId import.circular"}},
    {"orgs.csv", "0999007C", "", {}, {"orgs.csv 3 identifier import.no_uai"}},
    {"orgs.csv", "0999007C", "0999007A", {}, {"orgs.csv 3 identifier import.uai_key"}},
    {"orgs.csv", "district,99,", "national,99,", {}, {"orgs.csv 2 type import.unit_not_held"}},
    {"academicSessions.csv", "2026-07-04,,", "2026-07-04,nowhere,", {"academicSessions.csv 2 parentSourcedId import.dangling_reference"}},
    {"courses.csv", "college,Français", "nowhere,Français", {"courses.csv 2 orgSourcedId import.dangling_reference"}},
    {"classes.csv", "crs-fra", "nowhere", {"classes.csv 3 courseSourcedId import.dangling_reference"}},
    {"classes.csv", "college,y2025,,FRA", "college,\"y2025,nowhere\",,FRA", {"classes.csv 3 termSourcedIds import.dangling_reference"}},
    {"classes.csv", "college,y2025,,FRA", "nowhere,y2025,,FRA", {"classes.csv 3 schoolSourcedId import.dangling_reference"}},
    {"classes.csv", "college,y2025,,FRA", "acad,y2025,,FRA", {"classes.csv 3 schoolSourcedId import.wrong_reference"}},
    {"users.csv", "college,teacher,t2", "\"college,nowhere\",teacher,t2", {"users.csv 10 orgSourcedIds import.dangling_reference"}},
    {"users.csv", "college,teacher,t2", "\"college, acad\",teacher,t2", {"users.csv 10 orgSourcedIds person.profile_misplaced"}},
    {"users.csv", "p3,06", "ghost,06", {"users.csv 8 agentSourcedIds import.dangling_reference"}},
    {"users.csv", "p3,06", "t1,06", {"users.csv 8 agentSourcedIds import.wrong_reference"}},
    {"enrollments.csv", "6a,college,s1", "nowhere,college,s1", {"enrollments.csv 3 classSourcedId import.dangling_reference"}},
    {"enrollments.csv", "6a,college,s1", "6a,nowhere,s1", {}, {"enrollments.csv 3 schoolSourcedId import.dangling_reference"}},
    {"enrollments.csv", "6a,college,s1", "6a,college,nobody", {"enrollments.csv 3 userSourcedId import.dangling_reference"}},
    {"enrollments.csv", "t2,teacher", "t2,student", {"enrollments.csv 13 role import.wrong_reference"}},
};

/// Without the first occurrence of each of the others.
Lines beyond(Lines found, const Lines& others) {
  for (const std::string& other : others) {
    if (const auto at = std::ranges::find(found, other); at != found.end()) found.erase(at);
  }
  return found;
}

/// What diagnosis the neutral words of the shared cases stand for.
const std::pair<const char*, const char*> words[] = {
    {"required_empty", "import.required_empty"}, {"bad_enum", "import.unknown_value"},
    {"bad_date", "import.bad_date"},             {"dangling_ref", "import.dangling_reference"},
    {"duplicate_id", "import.duplicate_id"},     {"cycle", "import.circular"},
    {"bad_float", "import.bad_number"},          {"bulk_lifecycle", "import.deleted_in_full"},
    {"header", "import.bad_header"},             {"manifest_unexpected_file", "import.file_unexpected"},
    {"encoding", "import.encoding"},             {"manifest_version", "import.version"},
    {"csv_syntax", "import.csv_syntax"}};

std::string shared_folder() {
  const char* given = std::getenv("ENT_SHARED_DATA");
  const std::string folder = (given != nullptr ? std::string(given) : ENT_TEST_DATA "/../../../shared/data") + "/oneroster";
  if (std::filesystem::exists(folder)) return folder;
  BOOST_TEST_MESSAGE("No shared data: skipped.");
  return {};
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line + ',');
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  return cells;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(oneroster_faults)

BOOST_AUTO_TEST_CASE(each_fault_is_named_and_no_other) {
  RosterHost host(Place::memory);
  const Lines usual = notes_of(host.load(oneroster_college, {.dry_run = true}), false);
  for (const Fault& fault : faults) {
    BOOST_TEST_CONTEXT(fault.file << ": " << fault.before << " -> " << fault.after) {
      const Copy copy(oneroster_college);
      copy.replace(fault.file, fault.before, fault.after);
      RosterHost fresh(Place::memory);
      const ImportReport report = fresh.load(copy.path());
      BOOST_TEST(report.applied == fault.applied);
      BOOST_TEST(notes_of(report, true) == fault.refused, boost::test_tools::per_element());
      BOOST_TEST(beyond(notes_of(report, false), usual) == fault.warned, boost::test_tools::per_element());
      // A second run sees the same, and has nothing to write.
      const ImportReport again = fresh.load(copy.path());
      BOOST_TEST(notes_of(again, true) == fault.refused, boost::test_tools::per_element());
      BOOST_TEST(again.people.created + again.memberships.created + again.guardianships.created + again.services.created == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_shared_cases_are_diagnosed_as_they_say) {
  const std::string folder = shared_folder();
  if (folder.empty()) return;
  std::ifstream cases(folder + "/bad-v1p1/cases.csv");
  std::string line;
  std::getline(cases, line);
  int count = 0;
  for (; std::getline(cases, line); ++count) {
    if (line.ends_with('\r')) line.pop_back();
    const auto cells = cells_of(line);
    BOOST_TEST_CONTEXT(cells[0]) {
      RosterHost host(Place::memory);
      const ImportReport report = host.load(folder + "/bad-v1p1/" + cells[0]);
      const Lines refused = notes_of(report, true);
      if (cells[4] == "ok") {
        BOOST_TEST(report.applied);
        BOOST_TEST(refused == Lines{}, boost::test_tools::per_element());
        continue;
      }
      const auto* word = std::ranges::find_if(words, [&](const auto& pair) { return pair.first == cells[4]; });
      BOOST_TEST_REQUIRE((word != std::end(words)));
      const std::string at = cells[2].empty() ? "0" : cells[2];
      const Lines expected{cells[1] + " " + at + " " + cells[3] + " " + word->second};
      BOOST_TEST(refused == expected, boost::test_tools::per_element());
    }
  }
  BOOST_TEST(count == 21);
}

BOOST_AUTO_TEST_CASE(public_sets_are_reported_and_never_crashed_on) {
  const std::string folder = shared_folder();
  if (folder.empty()) return;
  for (const char* name : {"v1p1-moodle-full", "v1p1-moodle-minimal", "v1p2-moodle-full", "v1p2-moodle-delta",
                           "synth-college-v1p2", "synth-college-v1p2-delta", "ms-sds-v2.1"}) {
    BOOST_TEST_CONTEXT(name) {
      RosterHost host(Place::memory);
      const auto report = import_oneroster(host.session, folder + "/" + name, {.date = Date{std::chrono::year{2022} / 10 / 5}});
      if (!report) {
        BOOST_TEST(report.error().reason == "import.no_files");
        continue;
      }
      BOOST_TEST(report.value().refusals > 0);
      const bool is_known_version = std::string_view(name).starts_with("v1p1");
      BOOST_TEST(report.value().applied == is_known_version);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_shared_college_comes_in_whole) {
  const std::string folder = shared_folder();
  if (folder.empty()) return;
  RosterHost host(Place::file);
  const ImportReport report = host.load(folder + "/synth-college-v1p1");
  BOOST_TEST(report.refusals == 0);
  BOOST_TEST(report.people.created == 1049);
  BOOST_TEST(report.groups.created == 192);
  const ImportReport again = host.load(folder + "/synth-college-v1p1");
  BOOST_TEST(again.people.unchanged == 1049);
  BOOST_TEST(again.memberships.unchanged == report.memberships.created);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
