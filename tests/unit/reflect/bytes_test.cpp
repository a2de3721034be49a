#include <boost/test/unit_test.hpp>

#include "everything.hpp"
#include "reflect/codec.hpp"
#include "support/random_value.hpp"

using namespace ent;
using namespace ent::sample;

namespace {
std::string bytes(const Everything& value) {
  std::string out;
  reflect::write_bytes(everything, &value, out);
  return out;
}
}  // namespace

BOOST_AUTO_TEST_SUITE(bytes_out)

BOOST_AUTO_TEST_CASE(values_have_the_same_bytes_where_they_have_the_same_text_and_only_there) {
  test::RandomValue random(20261123);
  for (int i = 0; i < 10'000; ++i) {
    Everything one;
    random.fill(everything, &one);
    std::string text;
    reflect::write_json(everything, &one, text);
    Everything same;
    BOOST_REQUIRE(!reflect::read_json(everything, text, &same));
    BOOST_REQUIRE(bytes(one) == bytes(same));
    Everything other;
    random.fill(everything, &other);
    BOOST_REQUIRE_EQUAL(bytes(one) == bytes(other), test::same_value(everything, &one, &other));
  }
}

// The same characters and numbers one after another, with the bounds between them elsewhere.
BOOST_AUTO_TEST_CASE(what_belongs_to_which_field_is_told_apart) {
  Everything one, other;
  one.words = {"ab", ""};
  other.words = {"a", "b"};
  BOOST_TEST(bytes(one) != bytes(other));
  one = other = Everything();
  one.numbers = {1, 2};
  one.people = {{3}};
  other.numbers = {1};
  other.people = {{2}, {3}};
  BOOST_TEST(bytes(one) != bytes(other));
  one = other = Everything();
  one.maybe_number = 0;
  BOOST_TEST(bytes(one) != bytes(other));
  one = other = Everything();
  one.title = "a";
  other.address.street = "a";
  BOOST_TEST(bytes(one) != bytes(other));
}

BOOST_AUTO_TEST_SUITE_END()
