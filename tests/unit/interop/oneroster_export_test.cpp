// What goes out is what came in: the files of an export beside those of the import, and the facts of two portals.
#include <boost/test/data/test_case.hpp>
#include <map>
#include <set>

#include "ent/export.hpp"
#include "interop/oneroster/csv.hpp"
#include "oneroster_case.hpp"

namespace ent::test {
namespace {

using Lines = std::vector<std::string>;
using Cells = std::map<std::string, std::string>;  ///< By column.

const char* const feed = "oneroster:essai";
const std::vector<std::string> files{"academicSessions.csv", "classes.csv", "courses.csv", "demographics.csv",
                                     "enrollments.csv",      "manifest.csv", "orgs.csv",   "users.csv"};

std::vector<Cells> rows_of(const std::string& path) {
  interop::oneroster::CsvParser parser;
  const std::string text = content_of(path);
  BOOST_TEST_REQUIRE(parser.feed(text, true), path);
  std::vector<Cells> rows;
  std::vector<std::string> header;
  for (const auto& record : parser.records()) {
    if (header.empty()) {
      header.assign(record.cells.begin(), record.cells.end());
      continue;
    }
    BOOST_TEST_REQUIRE(record.cells.size() == header.size());
    Cells& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = record.cells[i];
  }
  return rows;
}

/// One line a row of the columns, in the order of the lines.
Lines lines_of(const std::string& path, const std::vector<std::string>& columns) {
  Lines lines;
  for (Cells& row : rows_of(path)) {
    std::string line;
    for (const std::string& column : columns) line += row.at(column) + "|";
    lines.push_back(std::move(line));
  }
  std::ranges::sort(lines);
  return lines;
}

struct Out {
  FreshFolder parent{};
  std::string folder = parent.file("out");
  std::string file(const std::string& name) const { return folder + "/" + name; }
  ExportReport write(RosterHost& host, const ExportOptions& options, Date day = oneroster_day) const {
    Session then = host.session.at(day);
    return export_oneroster(then, folder, options).value();
  }
};

Lines names_in(const std::string& folder) {
  Lines names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

class Stop final : public ExportWatch {
 public:
  bool go_on(const ExportProgress& progress) override {
    BOOST_TEST(progress.people_done == progress.people_total);
    return false;
  }
};

void same_files(const Out& one, const Out& other) {
  for (const std::string& name : files)
    BOOST_TEST(content_of(one.file(name)) == content_of(other.file(name)), name << " differs");
}

/// Rows of one portal that must be those of another, without ids of either.
const char* const facts[] = {
    "SELECT p.family_name || '|' || p.given_name || '|' || COALESCE(p.other_given_names, '') || '|' || "
    "COALESCE(p.birth_date, 0) FROM person p",
    "SELECT p.family_name || ' ' || p.given_name || '|' || g.kind || '|' || g.code || '|' || g.name || '|' || s.valid_from || "
    "'|' || s.valid_to || '|' || COALESCE(s.level, '') FROM group_member s JOIN school_group g ON g.org = s.org AND "
    "g.grp = s.grp JOIN member m ON m.org = s.org AND m.member = s.member JOIN person p ON p.person = m.person",
    "SELECT p.family_name || ' ' || p.given_name || '|' || a.family_name || ' ' || a.given_name || '|' || g.priority FROM "
    "guardianship g JOIN person p ON p.person = g.pupil JOIN person a ON a.person = g.adult",
    "SELECT p.family_name || ' ' || p.given_name || '|' || g.code || '|' || s.subject FROM service s JOIN school_group g "
    "ON g.org = s.org AND g.grp = s.grp JOIN member m ON m.org = s.org AND m.member = s.member JOIN person p "
    "ON p.person = m.person",
    "SELECT p.family_name || ' ' || p.given_name || '|' || g.code FROM group_role r JOIN school_group g "
    "ON g.org = r.org AND g.grp = r.grp JOIN member m ON m.org = r.org AND m.member = r.member JOIN person p "
    "ON p.person = m.person",
    "SELECT u.kind || '|' || u.code || '|' || u.name FROM org_unit u",
    "SELECT g.kind || '|' || g.code || '|' || l.level FROM group_level l JOIN school_group g ON g.org = l.org AND g.grp = l.grp"};

}  // namespace

BOOST_AUTO_TEST_SUITE(oneroster_export)

// Not given back: names of sessions and courses, keys of enrollments, and days between which a teacher is enrolled.
BOOST_DATA_TEST_CASE(what_came_in_goes_out, places(), place) {
  RosterHost host(place);
  host.load(oneroster_college);
  const Out out;
  const ExportReport report = out.write(host, {.feed = feed, .parents_are_legal = false});
  BOOST_TEST(names_in(out.folder) == files, boost::test_tools::per_element());
  BOOST_TEST((report == ExportReport{.units = 2, .groups = 3, .people = 9, .enrollments = 12, .guardianships = 5}));
  const std::pair<const char*, std::vector<std::string>> compared[] = {
      {"orgs.csv", {"sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"}},
      {"academicSessions.csv", {"type", "parentSourcedId", "schoolYear"}},
      {"classes.csv", {"sourcedId", "title", "grades", "classCode", "classType", "location", "schoolSourcedId", "subjectCodes"}},
      {"users.csv", {"sourcedId", "status", "dateLastModified", "enabledUser", "orgSourcedIds", "role", "username", "userIds",
                     "givenName", "familyName", "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades",
                     "password"}},
      {"demographics.csv", {"sourcedId", "birthDate", "sex", "asian", "countryOfBirthCode"}},
      {"enrollments.csv", {"classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate"}},
      {"courses.csv", {"orgSourcedId", "subjectCodes"}}};
  for (const auto& [name, columns] : compared)
    BOOST_TEST(lines_of(out.file(name), columns) == lines_of(oneroster_college + "/" + name, columns), boost::test_tools::per_element());
  // Each class names a course and a session that are there.
  std::set<std::string> known;
  for (const char* name : {"courses.csv", "academicSessions.csv"}) {
    for (Cells& row : rows_of(out.file(name))) known.insert(row.at("sourcedId"));
  }
  for (Cells& row : rows_of(out.file("classes.csv")))
    BOOST_TEST(known.contains(row.at("courseSourcedId")) + known.contains(row.at("termSourcedIds")) == 2);
}

BOOST_DATA_TEST_CASE(an_export_taken_in_elsewhere_goes_out_byte_for_byte, places(), place) {
  RosterHost host(place), other(place);
  host.load(oneroster_college);
  const Out first, second;
  first.write(host, {.feed = feed, .parents_are_legal = false});
  const ImportReport report = other.load(first.folder);
  BOOST_TEST(notes_of(report, true) == Lines{}, boost::test_tools::per_element());
  BOOST_TEST(report.feed == feed);
  second.write(other, {.feed = feed, .parents_are_legal = false});
  same_files(first, second);
  for (const char* sql : facts) BOOST_TEST(other.lines(sql) == host.lines(sql), boost::test_tools::per_element());
}

// The lists of facts hold what the format carries; docs/imports.md says what it does not.
BOOST_AUTO_TEST_CASE(an_academic_directory_crosses_over) {
  for (const char* set : {"/aaf2d", "/aaf1d"}) {
    BOOST_TEST_CONTEXT(set) {
      RosterHost host(Place::file), other(Place::file);
      BOOST_TEST_REQUIRE(import_aaf(host.session, ENT_TEST_DATA + std::string(set)).value().applied);
      const Out first, second;
      const ExportReport out = first.write(host, {});
      BOOST_TEST(out.left_out == 0);
      const ImportReport in = other.load(first.folder, {.parents_are_legal = true});
      BOOST_TEST(in.feed == "oneroster:ent");
      BOOST_TEST(notes_of(in, true) == Lines{}, boost::test_tools::per_element());
      BOOST_TEST(in.people.created == out.people);
      BOOST_TEST(in.guardianships.created == out.guardianships);
      for (const char* sql : facts) BOOST_TEST(other.lines(sql) == host.lines(sql), boost::test_tools::per_element());
      second.write(other, {.feed = "oneroster:ent"});
      same_files(first, second);
    }
  }
}

BOOST_AUTO_TEST_CASE(parents_are_only_those_who_hold_the_authority) {
  RosterHost host(Place::file);
  host.load(oneroster_college);  // which does not say that they do
  const Out out;
  out.write(host, {.feed = feed});
  for (Cells& row : rows_of(out.file("users.csv"))) BOOST_TEST(row.at("role") != "parent");
}

BOOST_AUTO_TEST_CASE(a_stopped_or_failed_export_leaves_nothing) {
  RosterHost host(Place::file);
  host.load(oneroster_college);
  const Out out;
  Stop stop;
  const auto stopped = export_oneroster(host.session, out.folder, {.watch = &stop});
  BOOST_TEST_REQUIRE(!stopped);
  BOOST_TEST(stopped.error().reason == "export.cancelled");
  BOOST_TEST(names_in(out.folder) == Lines{}, boost::test_tools::per_element());
  const auto unknown = export_oneroster(host.session, out.folder, {.org_id = OrgId{4711}});
  BOOST_TEST_REQUIRE(!unknown);
  BOOST_TEST(unknown.error().reason == "org.not_found");
  BOOST_TEST(names_in(out.folder) == Lines{}, boost::test_tools::per_element());
  const auto nowhere = export_oneroster(host.session, "/dev/null/out");
  BOOST_TEST_REQUIRE(!nowhere);
  BOOST_TEST(nowhere.error().reason == "export.unwritable");
  const auto malformed = export_oneroster(host.session, out.folder, {.feed = "Essai"});
  BOOST_TEST_REQUIRE(!malformed);
  BOOST_TEST((malformed.error().code == Errc::invalid_argument));
}

BOOST_AUTO_TEST_CASE(one_school_of_two_goes_out_alone) {
  RosterHost host(Place::file);
  host.load(oneroster_college);
  BOOST_TEST_REQUIRE(import_aaf(host.session, ENT_TEST_DATA "/aaf2d").value().applied);
  const OrgId school{std::stoll(host.lines("SELECT CAST(org AS TEXT) FROM org_reference WHERE key = 'college'").at(0))};
  const Out one, all;
  BOOST_TEST(one.write(host, {.org_id = school}).people == 9);
  BOOST_TEST(all.write(host, {}).people == 9 + 13);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
