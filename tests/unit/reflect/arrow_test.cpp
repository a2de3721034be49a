#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "arrow_check.h"
#include "everything.hpp"
#include "reflect/arrow.hpp"
#include "support/random_value.hpp"

using namespace ent;
using namespace ent::sample;
using reflect::TypeOf;

namespace {

/// What an independent consumer sees of a list, as text.
template <class Item>
std::string seen(std::vector<Item> items) {
  ArrowArrayStream stream;
  reflect::export_arrow(TypeOf<std::vector<Item>>::value, std::make_shared<std::vector<Item>>(std::move(items)), &stream);
  char* const text = arrow_check(&stream);
  std::string copy(text);
  std::free(text);
  return copy;
}

const std::string heading =
    "org_id:l|title:u|day:tdD|colour:u|address:u|late:b|small:i|large:l|since:tsu:UTC|shade:u|group_id:l|maybe_bool:b?|"
    "maybe_number:l?|maybe_person:l?|maybe_text:u?|maybe_day:tdD?|maybe_instant:tsu:UTC?|maybe_colour:u?|maybe_address:u?|"
    "maybe_numbers:u?|numbers:u|people:u|words:u|days:u|colours:u|entries:u|at:tts|"
    "mark:d:18,6|maybe_time:tts?|maybe_mark:d:18,6?|marks:u\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(arrow)

BOOST_AUTO_TEST_CASE(each_field_makes_a_column) {
  Everything full;
  full.org_id = {7};
  full.title = "Zoë";
  full.day = Date{std::chrono::days{20'000}};
  full.colour = Colour::red;
  full.address = {"1 rue A", 2};
  full.since = Instant{std::chrono::microseconds{-5}};
  full.group_id = {9};
  full.maybe_bool = true;
  full.maybe_number = -1;
  full.maybe_person = PersonId{3};
  full.maybe_text = "";
  full.maybe_day = Date{std::chrono::days{-1}};
  full.maybe_instant = Instant{std::chrono::microseconds{6}};
  full.maybe_colour = Colour::green;
  full.maybe_address = {"b", {}};
  full.maybe_numbers = {{1, 2}};
  full.people = {{4}};
  full.entries = {{{5}, Colour::blue, "n"}};
  full.at = {510};
  full.mark = Decimal::of_millionths(-14'500'000);
  full.maybe_time = TimeOfDay{1};
  full.maybe_mark = 20;
  full.marks = {Decimal::of_millionths(250'000), 0};
  Everything bare;
  bare.colour = Colour::blue;
  bare.late = false;
  bare.words.clear();
  BOOST_TEST(seen<Everything>({full, bare}) ==
             heading +
                 "7|Zoë|20000|red|{\"street\":\"1 rue A\",\"floor\":2}|true|-7|1000000000000|-5|blue|9|true|-1|3||-1|6|green|"
                 "{\"street\":\"b\"}|[1,2]|[]|[4]|[\"default\"]|[]|[]|[{\"person_id\":5,\"colour\":\"blue\",\"note\":\"n\"}]|30600|"
                 "-14500000|60|20000000|[\"0.25\",\"0\"]\n"
                 "0||0|blue|{\"street\":\"\"}|false|-7|1000000000000|0|blue|0|-|-|-|-|-|-|-|-|-|[]|[]|[]|[]|[]|[]|0|0|-|-|[]\n");
}

BOOST_AUTO_TEST_CASE(an_empty_list_has_a_schema_and_no_batch) { BOOST_TEST(seen<Everything>({}) == heading); }

BOOST_AUTO_TEST_CASE(long_lists_come_in_batches) {
  for (const std::size_t count : {1u, 7u, 8u, 9u, 4095u, 4096u, 4097u, 3 * 4096u + 1}) {
    std::vector<Entry> entries;
    std::string expected = "person_id:l|colour:u|note:u?\n";
    for (std::size_t i = 0; i < count; ++i) {
      const auto number = static_cast<std::int64_t>(i + 1);
      entries.push_back({{number}, Colour::red, i % 3 == 0 ? std::optional(std::to_string(i)) : std::nullopt});
      expected += std::to_string(number) + "|red|" + (i % 3 == 0 ? std::to_string(i) : "-") + '\n';
    }
    BOOST_TEST((seen(entries) == expected));
  }
}

BOOST_AUTO_TEST_CASE(whatever_the_values_the_columns_are_well_formed) {
  test::RandomValue random(4096);
  for (int i = 0; i < 50; ++i) {
    std::vector<Everything> items(static_cast<std::size_t>(i));
    for (Everything& item : items) random.fill(everything, &item);
    BOOST_TEST(seen(items).starts_with(heading));
  }
}

BOOST_AUTO_TEST_CASE(the_stream_keeps_alive_the_answer_that_holds_the_list) {
  struct Answer {
    std::vector<Entry> items;
  };
  auto answer = std::make_shared<Answer>();
  answer->items.push_back({{1}, Colour::red, "kept"});
  std::weak_ptr<Answer> watch = answer;
  ArrowArrayStream stream;
  const void* const list = &answer->items;
  reflect::export_arrow(TypeOf<std::vector<Entry>>::value, {std::move(answer), list}, &stream);
  BOOST_TEST(!watch.expired());
  char* const text = arrow_check(&stream);
  BOOST_TEST(text == "person_id:l|colour:u|note:u?\n1|red|kept\n");
  std::free(text);
  BOOST_TEST(watch.expired());
}

BOOST_AUTO_TEST_CASE(a_value_without_a_text_ends_in_an_error_that_says_so) {
  BOOST_TEST(seen<Entry>({{{1}, static_cast<Colour>(3), {}}}) == "fault: a value of the next batch has no text");
}

BOOST_AUTO_TEST_CASE(only_lists_of_records_are_tables) {
  BOOST_TEST(reflect::is_table(TypeOf<std::vector<Entry>>::value));
  BOOST_TEST(!reflect::is_table(TypeOf<Entry>::value));
  BOOST_TEST(!reflect::is_table(TypeOf<std::vector<std::int32_t>>::value));
}

BOOST_AUTO_TEST_SUITE_END()
