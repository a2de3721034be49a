// The parser of FET files: what is read, and what is refused.
#include "fet_case.hpp"

namespace ent::test {
namespace {

using Lines = std::vector<std::string>;

/// A file that holds some lists.
std::string file_with(const std::string& lists) { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<fet version=\"6\">\n" + lists + "</fet>\n"; }

std::string activity(const std::string& parts) { return file_with("<Activities_List><Activity>" + parts + "</Activity></Activities_List>\n"); }

const std::string sound = "<Subject>F</Subject><Duration>1</Duration>";

}  // namespace

BOOST_AUTO_TEST_SUITE(fet_parser)

BOOST_AUTO_TEST_CASE(a_file_is_read_in_any_pieces) {
  const std::string text = text_of(fet_college);
  for (const std::size_t piece : {std::string::npos, std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
    const ReadFet read = read_fet(text, piece);
    BOOST_TEST(read.fault == "");
    const auto& document = read.document;
    BOOST_TEST(document.version == "6.8.5");
    BOOST_TEST(!document.half_days);
    BOOST_TEST(document.days.size() == 5u);
    BOOST_TEST(document.hours.at(2).name == "10h15-11h15");
    BOOST_TEST(document.subjects.at(2).name == "Éducation musicale & chant");
    BOOST_TEST(document.teachers.at(2).name == "M. Œuvrard");
    BOOST_TEST(document.teachers.at(2).line == 82);
    BOOST_TEST(document.tags.size() == 1u);
    BOOST_TEST(document.buildings.size() == 1u);
    BOOST_TEST(document.years.at(0).groups.at(0).subgroups.at(1).name == "6A gr 2");
    BOOST_TEST(document.years.at(0).groups.at(0).subgroups.at(1).students == 12);
    BOOST_TEST(document.rooms.at(0).building == "Bâtiment B");
    BOOST_TEST(document.rooms.at(2).is_virtual);
    BOOST_TEST(document.rooms.at(2).choices.size() == 2u);
    BOOST_TEST(document.activities.size() == 8u);
    BOOST_TEST(document.activities.at(6).teachers.size() == 2u);
    BOOST_TEST(!document.activities.at(7).active);
    BOOST_TEST(document.time_constraints == 8);
    BOOST_TEST(document.space_constraints == 4);
    BOOST_TEST(document.starts.size() == 6u);  // a wish is none
    BOOST_TEST(document.seats.at(2).real_rooms.size() == 2u);
    BOOST_TEST(document.problems.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_trusted_is_refused_as_a_whole) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "import.malformed_xml 1"},
      {"\xef\xbb\xbf", "import.malformed_xml 1"},
      {"no XML", "import.malformed_xml 1"},
      {"<fet version=\"6\">\n<Days_List>\n", "import.malformed_xml 3"},
      {"<fet>\n<Days_List></Hours_List></fet>", "import.malformed_xml 2"},
      {"<ficAlimMENESR/>", "import.not_fet 1"},
      {"<?xml version=\"1.0\" encoding=\"UTF-8\"?><fet><Mode>\xe9</Mode></fet>", "import.malformed_xml 1"},
      {"<?xml version=\"1.0\" encoding=\"nowhere\"?><fet/>", "import.encoding 1"},
      {"<!DOCTYPE fet [<!ENTITY a \"b\">]><fet/>", "import.xml_entity 1"},
      {"<!DOCTYPE fet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<fet><Mode>&a;</Mode></fet>", "import.xml_entity 1"},
      {"<!DOCTYPE fet SYSTEM \"fet.dtd\">\n<fet><Mode>&a;</Mode></fet>", "import.xml_entity 2"},
      {"<fet><Mode>" + std::string(70'000, 'x') + "</Mode></fet>", "import.xml_limits 1"},
      {"<fet>" + [] { std::string deep; for (int i = 0; i < 40; ++i) deep += "<x>"; return deep; }(), "import.xml_limits 1"},
  };
  for (const auto& [text, fault] : cases) {
    BOOST_TEST_CONTEXT(text.substr(0, 80)) {
      BOOST_TEST(read_fet(text).fault == fault);
      if (text.size() < 1000) BOOST_TEST(read_fet(text, 3).fault == fault);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_entity_that_grows_is_not_expanded) {
  std::string bomb = "<!DOCTYPE fet [<!ENTITY a \"aaaaaaaaaa\">";
  for (char name = 'b'; name < 'k'; ++name) {
    bomb += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(name - 1) + ";";
    bomb += "\">";
  }
  BOOST_TEST(read_fet(bomb + "]><fet><Mode>&j;</Mode></fet>").fault == "import.xml_entity 1");
}

BOOST_AUTO_TEST_CASE(a_value_that_means_nothing_is_named_and_the_rest_is_kept) {
  struct Case {
    std::string text;
    Lines problems;
    std::size_t activities;
  };
  const Case cases[] = {
      {activity(sound + "<Id>1</Id>"), {}, 1},
      {activity(sound + "<Id> 1 </Id>"), {}, 1},
      {activity(sound + "<Id>99999999999999999999999</Id>"), {"Id 3 import.bad_number"}, 0},
      {activity(sound + "<Id>3000000000</Id>"), {"Id 3 import.bad_number"}, 0},
      {activity(sound + "<Id>-1</Id>"), {"Id 3 import.bad_number"}, 0},
      {activity(sound + "<Id>1.5</Id>"), {"Id 3 import.bad_number"}, 0},
      {activity(sound + "<Id></Id>"), {"Id 3 import.bad_number"}, 0},
      {activity(sound), {"Id 3 import.required_empty"}, 0},
      {activity("<Subject>F</Subject><Duration>0</Duration><Id>1</Id>"), {"Duration 3 import.required_empty"}, 0},
      {activity("<Subject></Subject><Duration>1</Duration><Id>1</Id>"), {"Subject 3 import.required_empty"}, 0},
      {activity(sound + "<Id>1</Id><Active>yes</Active>"), {"Active 3 import.bad_boolean"}, 1},
      {activity(sound + "<Id>1</Id></Activity>\n<Activity>" + sound + "<Id>1</Id>"), {"Id 4 import.duplicate_id"}, 1},
      {activity(sound + "<Id>1</Id><Unknown><Deep>1</Deep></Unknown>"), {}, 1},
  };
  for (const Case& it : cases) {
    BOOST_TEST_CONTEXT(it.text) {
      const ReadFet read = read_fet(it.text);
      BOOST_TEST(read.fault == "");
      BOOST_TEST(problems_of(read.document) == it.problems, boost::test_tools::per_element());
      BOOST_TEST(read.document.activities.size() == it.activities);
    }
  }
}

BOOST_AUTO_TEST_CASE(names_are_compared_as_they_stand) {
  const auto subjects = [](const std::string& name) { return "<Subject><Name>" + name + "</Name></Subject>\n"; };
  const ReadFet read = read_fet(file_with("<Subjects_List>\n" + subjects("1") + subjects(" 1") + subjects("   ") + subjects("1") + subjects("") +
                                          "</Subjects_List>\n"));
  BOOST_TEST(read.document.subjects.size() == 3u);
  BOOST_TEST(problems_of(read.document) == (Lines{"Name 7 import.duplicate_id", "Name 8 import.required_empty"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_without_lists_is_empty) {
  const ReadFet read = read_fet("<fet/>");
  BOOST_TEST(read.fault == "");
  BOOST_TEST(read.document.records() == 0);
}

BOOST_AUTO_TEST_CASE(sets_of_one_name_are_one_set) {
  const ReadFet read = read_fet(file_with(
      "<Students_List><Year><Name>A</Name><Group><Name>B</Name><Subgroup><Name>x</Name></Subgroup><Subgroup><Name>y</Name></Subgroup>"
      "</Group><Group><Name>C</Name><Subgroup><Name>y</Name></Subgroup></Group><Group><Name>D</Name></Group></Year>"
      "<Year><Name>E</Name><Group><Name>E</Name></Group></Year></Students_List>"));
  const interop::fet::Sets sets(read.document);
  const auto overlap = [&](const char* one, const char* other) { return sets.overlap(sets.find(one), sets.find(other)); };
  BOOST_TEST(sets.items().size() == 7u);
  BOOST_TEST(sets.item(sets.find("A")).atoms.size() == 3u);  // x, y, D
  BOOST_TEST(sets.item(sets.find("E")).atoms.size() == 1u);  // itself
  BOOST_TEST(overlap("B", "C"));
  BOOST_TEST(overlap("A", "x"));
  BOOST_TEST(!overlap("x", "y"));
  BOOST_TEST(!overlap("C", "D"));
  BOOST_TEST(!overlap("A", "E"));
  BOOST_TEST(sets.find("nobody") == -1);
}

BOOST_AUTO_TEST_CASE(references_that_lead_nowhere_are_named) {
  std::string text = text_of(fet_college);
  const auto replace = [&](const std::string& before, const std::string& after) {
    const std::size_t at = text.find(before);
    BOOST_TEST_REQUIRE((at != std::string::npos), before);
    text.replace(at, before.size(), after);
  };
  replace("<Students>6A gr 1</Students>", "<Students>6C</Students>");
  replace("<Teacher>M. Nguyen</Teacher>\n\t<Subject>", "<Teacher>Nobody</Teacher>\n\t<Subject>");
  replace("<Preferred_Day>Jeudi", "<Preferred_Day>Samedi");
  replace("<Activity_Id>5</Activity_Id>", "<Activity_Id>55</Activity_Id>");
  replace("<Real_Room>B102</Real_Room>\n\t<Permanently", "<Real_Room>B109</Real_Room>\n\t<Permanently");
  replace("<Duration>2</Duration>", "<Duration>5</Duration>");
  const ReadFet read = read_fet(text);
  const auto plan = interop::fet::plan_of(read.document, interop::fet::Sets(read.document));
  Lines refused, warned;
  for (const auto& remark : plan.remarks)
    (remark.refused ? refused : warned).push_back(std::string(remark.problem.field) + " " + std::string(remark.problem.reason));
  BOOST_TEST(refused == (Lines{"Preferred_Day import.dangling_reference", "Activity_Id import.dangling_reference",
                               "Duration import.beyond_day", "Teacher import.dangling_reference", "Students import.dangling_reference",
                               "Real_Room import.dangling_reference"}),
             boost::test_tools::per_element());
  BOOST_TEST(warned == (Lines{" import.unplaced", " import.unplaced", " import.unplaced"}), boost::test_tools::per_element());
  BOOST_TEST(plan.lessons.size() == 3u);  // 3, 4 and 6
  BOOST_TEST(plan.unplaced == 3);
  BOOST_TEST(plan.inactive == 1);
}

BOOST_AUTO_TEST_CASE(a_virtual_room_is_the_rooms_of_which_there_is_no_choice) {
  std::string text = text_of(fet_college);
  const std::string told = "\t<Number_of_Real_Rooms>2</Number_of_Real_Rooms>\n\t<Real_Room>B101</Real_Room>\n\t<Real_Room>B102</Real_Room>\n";
  text.replace(text.find(told), told.size(), "");
  const auto rooms_of_chant = [](const std::string& from) {
    const ReadFet read = read_fet(from);
    return interop::fet::plan_of(read.document, interop::fet::Sets(read.document)).lessons.back().rooms;
  };
  BOOST_TEST(rooms_of_chant(text) == (std::vector<std::int32_t>{0, 1}), boost::test_tools::per_element());
  const std::string choice = "\t\t<Real_Room>B102</Real_Room>\n";
  text.replace(text.find(choice), choice.size(), choice + "\t\t<Real_Room>B101</Real_Room>\n");
  BOOST_TEST(rooms_of_chant(text) == (std::vector<std::int32_t>{0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
