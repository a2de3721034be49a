// For which schools a file of the livret scolaire unique can be made.
#include <boost/test/unit_test.hpp>

#include "interop/lsu/asked.hpp"

namespace ent::lsu {
namespace {

std::string refused(const org::View& school) {
  const auto form = form_of(Asked{}, school);
  return form ? "" : std::string(form.error().reason);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lsu_asked)

BOOST_AUTO_TEST_CASE(the_national_application_knows_schools_by_their_uai) {
  BOOST_TEST(refused({.code = "0999001W", .degree = org::Degree::second}) == "");
  BOOST_TEST(refused({.code = "0999001W", .degree = org::Degree::first}) == "");
  BOOST_TEST(refused({.code = "ecole-7", .degree = org::Degree::first}) == "lsu.no_uai");
  BOOST_TEST(refused({.code = "0999001w", .degree = org::Degree::second}) == "lsu.no_uai");
  BOOST_TEST(refused({.code = "0999001W", .degree = org::Degree::second, .nature_code = "300"}) == "lsu.other_school");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::lsu
