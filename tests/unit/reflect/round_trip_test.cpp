#include <boost/test/unit_test.hpp>

#include "everything.hpp"
#include "reflect/codec.hpp"
#include "support/random_value.hpp"

using namespace ent;
using namespace ent::sample;

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_AUTO_TEST_CASE(json_gives_back_what_was_written) {
  test::RandomValue random(20260914);
  for (int i = 0; i < 10'000; ++i) {
    Everything written;
    random.fill(everything, &written);
    std::string text;
    reflect::write_json(everything, &written, text);
    Everything read;
    const auto error = reflect::read_json(everything, text, &read);
    BOOST_REQUIRE_MESSAGE(!error, text);
    BOOST_REQUIRE_MESSAGE(test::same_value(everything, &written, &read), text);
  }
}

BOOST_AUTO_TEST_CASE(a_c_struct_gives_back_what_was_written) {
  test::RandomValue random(20261012);
  for (int i = 0; i < 10'000; ++i) {
    Everything written;
    random.fill(everything, &written);
    reflect::CArena arena;
    const void* args = reflect::write_c(everything, everything_layout, &written, arena);
    Everything read;
    const auto error = reflect::read_c(everything, everything_layout, args, sizeof(CEverything), &read);
    BOOST_REQUIRE(!error);
    BOOST_REQUIRE(test::same_value(everything, &written, &read));
  }
}

BOOST_AUTO_TEST_CASE(the_layout_of_the_sample_fits) {
  BOOST_TEST(reflect::layout_fault(everything, everything_layout) == "");
}

BOOST_AUTO_TEST_SUITE_END()
