#include "ent/result.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

struct Page {
  std::vector<std::string> items{};
};

ent::Result<Page> list() { return Page{{"a text that is too long to be kept without memory of its own"}}; }
ent::Result<Page> refused() { return ent::Error{ent::Errc::not_found, "group.not_found", "no such group", {}}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(result)

BOOST_AUTO_TEST_CASE(an_answer_can_be_walked_through_where_it_is_asked_for) {
  std::size_t length = 0;
  for (const std::string& item : list().value().items) length += item.size();
  for (const std::string& item : (*list()).items) length += item.size();
  BOOST_TEST(length == 2 * std::string("a text that is too long to be kept without memory of its own").size());
}

BOOST_AUTO_TEST_CASE(the_value_of_an_error_throws_it) {
  BOOST_TEST(!refused().has_value());
  try {
    static_cast<void>(refused().value());
    BOOST_FAIL("a value came out of an error");
  } catch (const ent::Exception& exception) {
    BOOST_TEST(exception.error().reason == "group.not_found");
    BOOST_TEST(exception.what() == std::string("no such group"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
