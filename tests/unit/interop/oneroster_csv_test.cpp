// CSV by RFC 4180, cut anywhere.
#include <boost/test/unit_test.hpp>

#include "interop/oneroster/csv.hpp"
#include "interop/oneroster/key_index.hpp"

namespace ent::interop::oneroster {
namespace {

/// Records as "line: cell|cell", and the fault as "line: reason".
std::vector<std::string> read(const std::vector<std::string_view>& pieces, const CsvLimits& limits = {}) {
  CsvParser parser(limits);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool sound = parser.feed(pieces[i], i + 1 == pieces.size());
    for (const CsvRecord& record : parser.records()) {
      std::string text = std::to_string(record.line) + ":";
      for (const std::string_view cell : record.cells) text.append(" ").append(cell).append("|");
      found.push_back(std::move(text));
    }
    if (sound) continue;
    found.push_back(std::to_string(parser.fault_line()) + ": " + std::string(parser.fault()));
    break;
  }
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(oneroster_csv)

BOOST_AUTO_TEST_CASE(cells_are_read_as_written) {
  struct Case {
    std::string_view text;
    Lines expected;
  };
  const Case cases[] = {
      {"", {}},
      {"a,b\r\nc,d\r\n", {"1: a| b|", "2: c| d|"}},
      {"a,b\nc,d", {"1: a| b|", "2: c| d|"}},
      {"\xEF\xBB\xBF" "a,b\n", {"1: a| b|"}},
      {"\xEF\xBB\xBF", {}},
      {"\xEF\xBB" "a\n", {"1: \xEF\xBB" "a|"}},
      {"\xEF", {"1: \xEF|"}},
      {",\n", {"1: | |"}},
      {"a,\n,b\n", {"1: a| |", "2: | b|"}},
      {"a,", {"1: a| |"}},
      {"\"a\",\"b\"\"c\"\n", {"1: a| b\"c|"}},
      {"\"\"\n", {"1: |"}},
      {"\"\"", {"1: |"}},
      {"\"a,b\r\nc\",d\r\ne,f", {"1: a,b\r\nc| d|", "3: e| f|"}},
      {"\n\r\na\n\n", {"3: a|"}},
      {" a , b \n", {"1:  a |  b |"}},
      {"a\r", {"1: a|"}},
      {"a\rb\n", {"1: import.csv_syntax"}},
      {"a\nb\"c\n", {"1: a|", "2: import.csv_syntax"}},
      {"a\n\"b\"c\n", {"1: a|", "2: import.csv_syntax"}},
      {"a\n\"b,\n\nc", {"1: a|", "2: import.csv_syntax"}},
  };
  for (const Case& one : cases) {
    BOOST_TEST_CONTEXT(one.text) {
      BOOST_TEST(read({one.text}) == one.expected, boost::test_tools::per_element());
      // The same, cut at every byte, and into bytes.
      for (std::size_t cut = 0; cut <= one.text.size(); ++cut)
        BOOST_TEST(read({one.text.substr(0, cut), one.text.substr(cut)}) == one.expected, boost::test_tools::per_element());
      std::vector<std::string_view> bytes;
      for (std::size_t i = 0; i < one.text.size(); ++i) bytes.push_back(one.text.substr(i, 1));
      bytes.emplace_back();
      BOOST_TEST(read(bytes) == one.expected, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_too_large_is_refused_before_it_is_held) {
  const CsvLimits limits{.cell = 4, .record = 10, .cells = 3};
  BOOST_TEST(read({"1234,1234\n"}, limits) == Lines{"1: 1234| 1234|"}, boost::test_tools::per_element());
  for (const std::string_view text : {"a\n12345\n", "a\n\"12345\"\n", "a\n\"\"\"\"\"\"\"\"\"\"\"\"\n", "a\n1234,1234,1234\n",
                                      "a\n1,2,3,4\n", "a\n12345"}) {
    BOOST_TEST_CONTEXT(text) {
      const Lines expected{"1: a|", "2: import.csv_limits"};
      BOOST_TEST(read({text}, limits) == expected, boost::test_tools::per_element());
      for (std::size_t cut = 0; cut <= text.size(); ++cut)
        BOOST_TEST(read({text.substr(0, cut), text.substr(cut)}, limits) == expected, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(keys_are_numbered_exactly) {
  KeyIndex keys;
  BOOST_TEST(keys.find("a") == KeyIndex::none);
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < 5000; ++i) {
      const auto [number, is_new] = keys.insert("key-" + std::to_string(i));
      BOOST_REQUIRE(number == i);
      BOOST_REQUIRE(is_new == (round == 0));
    }
  }
  BOOST_TEST(keys.size() == 5000U);
  BOOST_TEST(keys.key(4321) == "key-4321");
  BOOST_TEST(keys.find("key-4321") == 4321U);
  BOOST_TEST(keys.find("KEY-4321") == KeyIndex::none);
  BOOST_TEST(keys.insert("").is_new);
  BOOST_TEST(!keys.insert("").is_new);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::interop::oneroster
