#include <boost/test/unit_test.hpp>

#include "everything.hpp"
#include "reflect/codec.hpp"

using namespace ent;
using namespace ent::sample;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {
template <class T>
std::string json(const T& value) {
  std::string out;
  reflect::write_json(reflect::TypeOf<T>::value, &value, out);
  return out;
}
}  // namespace

BOOST_AUTO_TEST_SUITE(json_out)

BOOST_AUTO_TEST_CASE(a_record_is_written_in_the_order_of_its_fields) {
  Everything value;
  value.org_id = make_id<OrgId>(21, 5);
  value.title = "4°A";
  value.day = std::chrono::sys_days{2026y / 9 / 1};
  value.colour = Colour::green;
  value.address = {"1 rue \"A\"", {}};
  value.since = std::chrono::sys_days{2026y / 9 / 1} + 6h + 1ms;
  value.maybe_bool = false;
  value.maybe_day = std::chrono::sys_days{2012y / 2 / 1};
  value.maybe_address = {"", 3};
  value.people = {{1}, {2}};
  value.colours = {Colour::red, Colour::blue};
  value.entries = {{{7}, Colour::red, "n"}, {{8}, Colour::blue, {}}};
  value.at = {8 * 60 + 5};
  value.mark = Decimal::parse("14,50").value();
  value.maybe_mark = Decimal::parse("-0.000001").value();
  value.marks = {Decimal(20), Decimal()};
  BOOST_TEST(json(value) ==
             R"({"org_id":90194313221,"title":"4°A","day":"2026-09-01","colour":"green","address":{"street":"1 rue \"A\""},)"
             R"("late":true,"small":-7,"large":1000000000000,"since":"2026-09-01T06:00:00.001000Z","shade":"blue",)"
             R"("maybe_bool":false,"maybe_day":"2012-02-01","maybe_address":{"street":"","floor":3},"numbers":[],)"
             R"("people":[1,2],"words":["default"],"days":[],"colours":["red","blue"],)"
             R"("entries":[{"person_id":7,"colour":"red","note":"n"},{"person_id":8,"colour":"blue"}],)"
             R"("at":"08:05","mark":"14.5","maybe_mark":"-0.000001","marks":["20","0"]})");
}

BOOST_AUTO_TEST_CASE(no_id_is_told_only_where_one_must_be) {
  BOOST_TEST(json(Entry{{}, Colour::red, {}}) == R"({"person_id":0,"colour":"red"})");
  Everything value;
  value.colour = Colour::red;
  BOOST_TEST(json(value).find("group_id") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(texts_are_escaped_as_rfc_8259_says) {
  BOOST_TEST(json("\"\\/\b\f\n\r\t\x01\x1f\x7f"s) == R"("\"\\/\u0008\u000c\n\r\t\u0001\u001f)" "\x7f\"");
  BOOST_TEST(json("plain text of some length, é€𝄞"s) == "\"plain text of some length, é€𝄞\"");
  BOOST_TEST(json(""s) == "\"\"");
  for (std::size_t at = 0; at < 20; ++at) {  // wherever it falls in the words of 8 bytes
    std::string text(20, 'a');
    text[at] = '\n';
    BOOST_TEST(json(text) == '"' + std::string(at, 'a') + "\\n" + std::string(19 - at, 'a') + '"');
  }
}

BOOST_AUTO_TEST_CASE(numbers_reach_to_both_ends) {
  BOOST_TEST(json(std::int32_t{INT32_MIN}) == "-2147483648");
  BOOST_TEST(json(std::int64_t{INT64_MIN}) == "-9223372036854775808");
  BOOST_TEST(json(std::int64_t{INT64_MAX}) == "9223372036854775807");
  BOOST_TEST(json(PersonId{max_id}) == "9007199254740991");
}

BOOST_AUTO_TEST_CASE(what_is_written_is_appended) {
  std::string out = "[";
  const std::int32_t number = 5;
  reflect::write_json(reflect::TypeOf<std::int32_t>::value, &number, out);
  reflect::write_json(reflect::TypeOf<std::int32_t>::value, &number, out);
  BOOST_TEST(out == "[55");
}

BOOST_AUTO_TEST_CASE(long_answers_are_whole) {
  std::vector<std::string> texts(3000, std::string(100, '"'));
  const std::string text = json(texts);
  BOOST_TEST(text.size() == 3000 * 203 + 1);
  BOOST_TEST(text.ends_with("\\\"\"]"));
}

BOOST_AUTO_TEST_CASE(a_number_without_a_word_is_a_defect_and_is_not_written) {
  const auto unknown = static_cast<Colour>(3);
  std::string out = "kept";
  BOOST_CHECK_THROW(reflect::write_json(reflect::TypeOf<Colour>::value, &unknown, out), std::logic_error);
  BOOST_TEST(out == "kept");
}

BOOST_AUTO_TEST_CASE(words_and_numbers_belong_together) {
  const reflect::Type& colour = reflect::TypeOf<Colour>::value;
  BOOST_TEST(reflect::word_of(colour, 1) == "red");
  BOOST_TEST(reflect::word_of(colour, 4) == "blue");
  for (const std::int32_t number : {0, 3, 5, -1, INT32_MIN, INT32_MAX}) BOOST_TEST(reflect::word_of(colour, number) == "");
  BOOST_TEST(reflect::number_of(colour, "blue") == 4);
  BOOST_TEST(reflect::number_of(colour, "Blue") == 0);
  BOOST_TEST(reflect::number_of(colour, "") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
