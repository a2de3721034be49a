// What makes a subject well-formed, and when two say the same.
#include "subject/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::subject;

std::string told(const std::optional<ent::Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

Set maths() { return {.code = "061300", .name = "Mathématiques"}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(subject_rules)

BOOST_AUTO_TEST_CASE(codes_and_colours_have_their_forms) {
  BOOST_TEST(told(well_formed(maths())).empty());
  Set set = maths();
  for (const char* code : {"061300", "0613A0"}) {
    set.national_code = code;
    BOOST_TEST(told(well_formed(set)).empty());
  }
  for (const char* code : {"", "06130", "0613000", "06130a", "06 300"}) {
    set.national_code = code;
    BOOST_TEST(told(well_formed(set)) == "/national_code subject.national_code_malformed");
  }
  set = maths();
  for (const char* colour : {"#1F77B4", "#abcdef"}) {
    set.colour = colour;
    BOOST_TEST(told(well_formed(set)).empty());
  }
  for (const char* colour : {"", "1F77B4", "#1F77B", "#1F77B4A", "#1F77BG"}) {
    set.colour = colour;
    BOOST_TEST(told(well_formed(set)) == "/colour subject.colour_malformed");
  }
}

BOOST_AUTO_TEST_CASE(texts_have_lengths) {
  Set set = maths();
  set.code = std::string(41, 'x');
  set.name = "  ";
  set.short_name = std::string(41, 'x');
  set.management_code = std::string(21, 'x');
  set.position = 100'001;
  BOOST_TEST(told(well_formed(set)) ==
             "/code text.too_long; /name text.too_short; /short_name text.too_long; /management_code text.too_long; "
             "/position field.range");
}

BOOST_AUTO_TEST_CASE(a_code_is_loaded_once) {
  Load load;
  BOOST_TEST(told(well_formed(load)) == "/items field.range");
  load.items = {{.code = "A", .name = "A"}, {.code = " A ", .name = "B"}, {.code = "a", .name = "C"}};
  BOOST_TEST(told(well_formed(load)) == "/items/1/code subject.code_repeated");
  load.items.assign(5001, {.code = "A", .name = "A"});
  BOOST_TEST(told(well_formed(load)) == "/items field.range");
}

BOOST_AUTO_TEST_CASE(two_states_are_the_same_whatever_their_revisions) {
  const Row row = tidy({.code = " 061300 ", .name = " Maths ", .short_name = " M "});
  BOOST_TEST(row.code == "061300");
  BOOST_TEST(row.name == "Maths");
  BOOST_TEST(row.short_name.value() == "M");
  const View one = view_of({5}, row, 1);
  View other = view_of({5}, row, 2);
  BOOST_TEST(same(one, other));
  other.retired = true;
  BOOST_TEST(!same(one, other));
}

BOOST_AUTO_TEST_SUITE_END()
