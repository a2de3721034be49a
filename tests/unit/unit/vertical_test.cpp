// One write and one read through every joint: JSON, dispatch, unit, rights, rows, audit.
#include <boost/test/unit_test.hpp>

#include "ent/call.hpp"
#include "ent/org.hpp"
#include "ent/portal.hpp"

namespace {

struct Host {
  ent::Portal portal = ent::Portal::open(":memory:").value();
  ent::Session host = portal.system();
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(vertical, Host)

BOOST_AUTO_TEST_CASE(what_is_added_is_read_back) {
  const auto academy = ent::org::add(host, {.kind = ent::org::Kind::academy, .code = "24", .name = "Créteil"}).value();
  const auto school = ent::org::add(host, {.kind = ent::org::Kind::establishment,
                                           .code = "0951099D",
                                           .name = "Collège des Tilleuls",
                                           .degree = ent::org::Degree::second,
                                           .nature_code = "340",
                                           .part_of = academy.id})
                          .value();
  BOOST_TEST(ent::org::get(host, {.id = school.id}).value().name == "Collège des Tilleuls");
  const auto page = ent::org::list(host, {.part_of = academy.id}).value();
  BOOST_TEST_REQUIRE(page.items.size() == 1U);
  BOOST_TEST(page.items[0].id.value == school.id.value);
}

BOOST_AUTO_TEST_CASE(a_wrong_input_names_its_field) {
  const auto refused = ent::call(host, "org.add", R"({"kind": "establishment", "code": "0951", "name": ""})");
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().reason == "org.uai_malformed");
  BOOST_TEST(refused.error().fields.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_closed_portal_answers_so) {
  portal.close();
  const auto refused = ent::org::get(host, {.id = {1}});
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().reason == "closed");
}

BOOST_AUTO_TEST_SUITE_END()
