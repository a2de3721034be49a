// What makes a room well-formed, and what a change leaves as it is.
#include "room/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::room;
using std::chrono::days;

std::string told(const std::optional<ent::Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

const ent::Date today{days{20'710}};

}  // namespace

BOOST_AUTO_TEST_SUITE(room_rules)

BOOST_AUTO_TEST_CASE(texts_and_numbers_have_ranges) {
  BOOST_TEST(told(well_formed(Add{.code = "B204", .name = "Salle B204", .capacity = 0})).empty());
  BOOST_TEST(told(well_formed(Add{.code = std::string(41, 'x'), .name = " ", .capacity = 100'001, .site = ""})) ==
             "/code text.too_long; /name text.too_short; /capacity field.range; /site text.too_short");
  const View standing = made({}, {.code = "B204", .name = "Salle B204"}, today);
  BOOST_TEST(told(well_formed(Change{}, standing)).empty());
  BOOST_TEST(told(well_formed(Change{.valid_to = today}, standing)) == "/valid_to period.empty");
  BOOST_TEST(told(well_formed(Change{.valid_to = today + days{1}}, standing)).empty());
}

BOOST_AUTO_TEST_CASE(what_is_not_given_stays) {
  const View standing = made({}, {.code = " B204 ", .name = "Salle B204", .capacity = 30}, today);
  BOOST_TEST(standing.code == "B204");
  BOOST_TEST((standing.valid_from == today));
  BOOST_TEST((standing.kind == Kind::ordinary));
  const View next = changed(standing, {.name = "Salle Ada", .kind = Kind::computers});
  BOOST_TEST(next.code == "B204");
  BOOST_TEST(next.name == "Salle Ada");
  BOOST_TEST((next.kind == Kind::computers));
  BOOST_TEST(next.capacity.value() == 30);
  BOOST_TEST(next.revision == 2);
}

BOOST_AUTO_TEST_SUITE_END()
