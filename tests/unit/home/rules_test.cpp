// What the home page looks like, by the tables.
#include "home/rules.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "access/catalogue.hpp"
#include "attendance/functions.hpp"
#include "home/tiles.hpp"

namespace {

using namespace ent;
using namespace ent::home;

constexpr Profile profiles[] = {Profile::pupil,     Profile::guardian, Profile::teacher,   Profile::school_life, Profile::head,
                                Profile::office,    Profile::librarian, Profile::health,   Profile::authority,   Profile::academy,
                                Profile::local_admin, Profile::guest};
constexpr Interface interfaces[] = {Interface::nursery, Interface::non_reader, Interface::reader,
                                    Interface::college, Interface::lycee,      Interface::adult};

std::string shown(const std::vector<Tile>& tiles) {
  std::string text;
  for (const Tile& tile : tiles) text += (text.empty() ? "" : " ") + tile.code;
  return text;
}

BOOST_AUTO_TEST_SUITE(interface_of_a_level)

BOOST_AUTO_TEST_CASE(goes_by_its_code) {
  for (const char* code : {"PS", "MS", "GS", "gs"}) BOOST_TEST((interface_of(code, {}) == Interface::nursery));
  BOOST_TEST((interface_of("CP", {}) == Interface::non_reader));
  for (const char* code : {"CE1", "CE2", "CM1", "CM2"}) BOOST_TEST((interface_of(code, {}) == Interface::reader));
  for (const char* code : {"6EME", "5ème", "4", "3E"}) BOOST_TEST((interface_of(code, {}) == Interface::college));
  for (const char* code : {"2GT", "1ère", "Terminale"}) BOOST_TEST((interface_of(code, {}) == Interface::lycee));
}

BOOST_AUTO_TEST_CASE(goes_by_the_first_digit_of_a_national_code) {
  BOOST_TEST((interface_of("10310019110", {}) == Interface::college));
  BOOST_TEST((interface_of("20010018110", {}) == Interface::lycee));
  BOOST_TEST((interface_of("2001001811", org::Degree::first) == Interface::reader));
  BOOST_TEST((interface_of("90010018110", org::Degree::second) == Interface::college));
}

BOOST_AUTO_TEST_CASE(of_no_known_level_goes_by_the_degree) {
  BOOST_TEST((interface_of("", org::Degree::first) == Interface::reader));
  BOOST_TEST((interface_of("ULIS", org::Degree::second) == Interface::college));
  BOOST_TEST((interface_of("ULIS", {}) == Interface::college));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(tiles)

BOOST_AUTO_TEST_CASE(have_a_right_behind_them) {
  for (const TileRow& row : tile_rows()) {
    for (const Profile profile : profiles) {
      if ((row.profiles & bit(profile)) == 0) continue;
      BOOST_TEST(!access::cell(row.perm, profile).empty(), row.code << " of profile " << static_cast<int>(profile));
    }
  }
}

BOOST_AUTO_TEST_CASE(have_a_code_and_words_of_their_own) {
  std::set<std::string_view> codes, names;
  for (const TileRow& row : tile_rows()) {
    BOOST_TEST(codes.insert(row.code).second);
    BOOST_TEST(names.insert(row.name).second);
    BOOST_TEST(!row.english_name.empty());
    BOOST_TEST(!row.pictogram.empty());
  }
}

BOOST_AUTO_TEST_CASE(are_few_for_who_cannot_read_yet) {
  for (const Interface look : {Interface::nursery, Interface::non_reader}) {
    std::size_t count = 0;
    for (const Space& space : spaces_of(Profile::pupil, look)) count += space.tiles.size();
    BOOST_TEST(count <= 6U);
    BOOST_TEST(count > 0U);
  }
}

BOOST_AUTO_TEST_CASE(stand_in_three_spaces_whoever_asks) {
  for (const Profile profile : profiles) {
    for (const Interface look : interfaces) {
      const auto spaces = spaces_of(profile, look);
      BOOST_REQUIRE(spaces.size() == 3U);
      BOOST_TEST((spaces[0].code == SpaceCode::school_life && spaces[1].code == SpaceCode::communication &&
                  spaces[2].code == SpaceCode::collaboration));
    }
  }
}

BOOST_AUTO_TEST_CASE(by_which_a_school_is_run_are_not_for_families_and_teachers) {
  for (const Profile profile : {Profile::pupil, Profile::guardian, Profile::teacher, Profile::guest, Profile::authority}) {
    BOOST_TEST(shown(administration_of(profile)) == "");
  }
  BOOST_TEST(shown(administration_of(Profile::office)) == "register classes accounts");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(an_absence_asks_for_a_reason)

using attendance::EntryRow;

EntryRow absence(attendance::Minute from, attendance::Minute to) {
  return {.entry = 1, .member = 1, .kind = attendance::Kind::absence, .span = {from, to}};
}

using Spans = std::vector<attendance::Span>;

bool asks(const EntryRow& entry, const Spans& given, const Spans& parts) {
  return attendance::asks_for_reason(entry, attendance::Cover(given), parts);
}
bool asks(const EntryRow& entry, const Spans& given = {}) { return asks(entry, given, {entry.span}); }

BOOST_AUTO_TEST_CASE(unless_a_reason_was_given_for_all_of_it) {
  BOOST_TEST(asks(absence(0, 60)));
  BOOST_TEST(!asks(absence(0, 60), {{0, 60}}));
  BOOST_TEST(asks(absence(0, 60), {{0, 59}}));
  BOOST_TEST(!asks(absence(0, 60), {{0, 30}, {30, 60}}));
  BOOST_TEST(asks(absence(0, 60), {{0, 30}, {31, 60}}));
  // Of what is closed nobody asks the reason.
  BOOST_TEST(!asks(absence(0, 60), {{10, 20}, {40, 50}}, {{10, 20}, {40, 50}}));
  BOOST_TEST(!asks(absence(0, 60), {{0, 5}}, {}));
}

BOOST_AUTO_TEST_CASE(unless_the_school_knows_it_or_has_dealt_with_it) {
  EntryRow one = absence(0, 60);
  one.reason = "illness";
  BOOST_TEST(!asks(one));
  one = absence(0, 60);
  one.settled = true;
  BOOST_TEST(!asks(one));
  one = absence(0, 60);
  one.withdrawn = true;
  BOOST_TEST(!asks(one));
}

BOOST_AUTO_TEST_CASE(and_a_departure_but_no_lateness) {
  EntryRow one = absence(0, 60);
  one.kind = attendance::Kind::departure;
  BOOST_TEST(asks(one));
  one.kind = attendance::Kind::lateness;
  BOOST_TEST(!asks(one));
  one.kind = attendance::Kind::presence;
  BOOST_TEST(!asks(one));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
