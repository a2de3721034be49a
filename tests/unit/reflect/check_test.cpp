#include <boost/test/unit_test.hpp>

#include "everything.hpp"
#include "reflect/codec.hpp"
#include "reflect/refusal.hpp"
#include "support/random_value.hpp"

using namespace ent;
using namespace ent::sample;

namespace {

struct Input : Everything {
  Input() {
    org_id = {1};
    colour = Colour::red;
  }
  std::string refused() const {
    const auto error = reflect::check(everything, static_cast<const Everything*>(this));
    std::string lines;
    if (!error) return lines;
    for (const FieldError& field : error->fields) lines += (lines.empty() ? "" : "\n") + field.path + " " + field.reason;
    return lines;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(check, Input)

BOOST_AUTO_TEST_CASE(what_was_read_by_a_codec_is_well) {
  BOOST_TEST(refused() == "");
  test::RandomValue random(1789);
  for (int i = 0; i < 1000; ++i) {
    Everything value;
    random.fill(everything, &value);
    BOOST_REQUIRE(!reflect::check(everything, &value));
  }
}

BOOST_AUTO_TEST_CASE(what_a_codec_would_refuse_is_told_with_its_place) {
  org_id = {};
  title = std::string("a\0b", 3);
  day = open_end;
  colour = {};
  address.street = "\xC3(";
  since = Instant::max();
  shade = static_cast<Colour>(3);
  group_id = {-1};
  maybe_person = PersonId{};
  maybe_colour = static_cast<Colour>(0);
  people = {{1}, {max_id + 1}};
  entries = {{{1}, Colour::red, {}}, {{}, static_cast<Colour>(9), "\xFF"}};
  BOOST_TEST(refused() ==
             "/org_id field.missing\n/title text.nul\n/day field.range\n/colour field.missing\n/address/street text.encoding\n"
             "/since field.range\n/shade field.word\n/group_id field.range\n/maybe_person field.range\n/maybe_colour field.word\n"
             "/people/1 field.range\n/entries/1/person_id field.missing\n/entries/1/colour field.word\n/entries/1/note text.encoding");
}

BOOST_AUTO_TEST_CASE(absurd_sizes_are_refused) {
  numbers.resize(reflect::max_items + 1);
  title.assign(reflect::max_request_bytes + 1, 'x');
  BOOST_TEST(refused() == "/title input.too_large\n/numbers list.too_long");
  numbers.assign(reflect::max_items - 1, 0);
  title.assign(reflect::max_request_bytes - 7, 'x');  // and "default" in words, a list of one
  BOOST_TEST(refused() == "");
  maybe_text = "x";
  BOOST_TEST(refused() == "/words/0 input.too_large");
  maybe_text.reset();
  words.push_back("");
  BOOST_TEST(refused() == "/words list.too_long");
}

BOOST_AUTO_TEST_SUITE_END()
