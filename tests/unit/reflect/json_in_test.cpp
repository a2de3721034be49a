#include <boost/test/unit_test.hpp>
#include <random>

#include "everything.hpp"
#include "reflect/codec.hpp"
#include "reflect/refusal.hpp"

using namespace ent;
using namespace ent::sample;
using namespace std::string_literals;

namespace {

/// The refused fields of a request, as "path reason" lines.
std::string refused(const std::string& request, const reflect::Type& type = everything) {
  reflect::Value value(type);
  const auto error = reflect::read_json(type, request, value.data());
  if (!error) return "";
  BOOST_TEST(int(error->code) == int(Errc::invalid_argument));
  BOOST_TEST(error->reason == error->fields.front().reason);
  std::string lines;
  for (const FieldError& field : error->fields) lines += (lines.empty() ? "" : "\n") + field.path + " " + field.reason;
  return lines;
}

/// An Everything with all that is required, and `more` members.
std::string with(const std::string& more) {
  return R"({"org_id":1,"title":"t","day":"2026-09-14","colour":"red","address":{"street":"s"},)" + more + "}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_in)

BOOST_AUTO_TEST_CASE(a_request_is_read_into_the_record) {
  Everything value;
  const auto error = reflect::read_json(everything, R"( {
    "org_id": 9007199254740991, "title": "Él\u00e8ve \ud834\udd1e\n", "day": "2024-02-29", "colour": "blue",
    "address": {"street": "1 rue A", "floor": -2}, "late": false, "small": -2147483648, "large": 9223372036854775807,
    "since": "2026-09-14T08:30:00+02:00", "maybe_number": null, "maybe_text": "", "maybe_numbers": [],
    "words": [], "entries": [{"person_id": 3, "colour": "green", "note": "n"}, {"person_id": 4, "colour": "red"}] } )", &value);
  BOOST_REQUIRE(!error);
  BOOST_TEST(value.org_id.value == max_id);
  BOOST_TEST(value.title == "Élève 𝄞\n");
  BOOST_TEST((value.day == std::chrono::sys_days{std::chrono::year{2024} / 2 / 29}));
  BOOST_TEST(int(value.colour) == 4);
  BOOST_TEST(value.address.floor.value() == -2);
  BOOST_TEST(!value.late);
  BOOST_TEST(value.small == INT32_MIN);
  BOOST_TEST(value.large == INT64_MAX);
  BOOST_TEST(value.since.time_since_epoch().count() == 1'789'367'400'000'000);
  BOOST_TEST(int(value.shade) == 4);  // its default
  BOOST_TEST(!value.maybe_number);
  BOOST_TEST(value.maybe_text.value() == "");
  BOOST_TEST(value.maybe_numbers.value().empty());
  BOOST_TEST(value.words.empty());  // given, so not its default
  BOOST_TEST(value.entries.at(0).note.value() == "n");
  BOOST_TEST(value.entries.at(1).person_id.value == 4);
}

BOOST_AUTO_TEST_CASE(every_wrong_field_is_told_at_once) {
  BOOST_TEST(refused(R"({"title":7,"day":"2026-02-30","colour":"pink","late":"no","nmae":1,"late":true,
                         "entries":[{"person_id":1,"colour":"red"},{"colour":"grey","a/b~c":[{}]}]})") ==
             "/title field.type\n"
             "/day field.date\n"
             "/colour field.word\n"
             "/late field.type\n"
             "/nmae field.unknown\n"
             "/late field.repeated\n"
             "/entries/1/colour field.word\n"
             "/entries/1/a~1b~0c field.unknown\n"
             "/entries/1/person_id field.missing\n"
             "/org_id field.missing\n"
             "/address field.missing");
}

BOOST_AUTO_TEST_CASE(numbers_stay_in_their_range) {
  BOOST_TEST(refused(with(R"("small":2147483648)")) == "/small field.range");
  BOOST_TEST(refused(with(R"("small":-2147483649)")) == "/small field.range");
  BOOST_TEST(refused(with(R"("large":9223372036854775808)")) == "/large field.range");
  BOOST_TEST(refused(with(R"("large":-9223372036854775809)")) == "/large field.range");
  BOOST_TEST(refused(with(R"("large":100000000000000000000000)")) == "/large field.range");
  BOOST_TEST(refused(with("\"large\":1" + std::string(400, '0'))) == "/large field.range");
  BOOST_TEST(refused(with(R"("large":1.0)")) == "/large field.type");
  BOOST_TEST(refused(with(R"("large":1e3)")) == "/large field.type");
  BOOST_TEST(refused(with(R"("large":1e999)")) == "/large field.type");
  BOOST_TEST(refused(with(R"("title2":1e999)")) == "/title2 field.unknown");
  BOOST_TEST(refused(with(R"("large":"1")")) == "/large field.type");
  BOOST_TEST(refused(with(R"("large":true)")) == "/large field.type");
}

BOOST_AUTO_TEST_CASE(ids_are_positive_and_safe_in_javascript) {
  for (const char* number : {"0", "-1", "9007199254740992", "18446744073709551615", "-9223372036854775808"})
    BOOST_TEST(refused(with("\"group_id\":"s + number)) == "/group_id field.range");
  BOOST_TEST(refused(with(R"("people":[1,2,0])")) == "/people/2 field.range");
  BOOST_TEST(refused(with(R"("group_id":"5")")) == "/group_id field.type");
}

BOOST_AUTO_TEST_CASE(null_is_for_optional_fields) {
  BOOST_TEST(refused(with(R"("maybe_text":null,"maybe_address":null,"maybe_numbers":null)")) == "");
  BOOST_TEST(refused(with(R"("small":null,"numbers":null,"people":[null])")) ==
             "/small field.null\n/numbers field.null\n/people/0 field.null");
  BOOST_TEST(refused("null") == " field.null");
}

BOOST_AUTO_TEST_CASE(dates_and_instants_must_exist) {
  for (const char* text : {"", "14/09/2026", "2026-9-14", "2026-02-29", "0000-01-01", "2026-09-14T00:00:00Z"})
    BOOST_TEST(refused(with("\"maybe_day\":\""s + text + '"')) == "/maybe_day field.date");
  for (const char* text : {"2026-09-14", "2026-09-14T08:30:00", "2026-09-14T25:00:00Z"})
    BOOST_TEST(refused(with("\"since\":\""s + text + '"')) == "/since field.instant");
}

BOOST_AUTO_TEST_CASE(times_of_day_are_to_the_minute) {
  Everything value;
  BOOST_TEST(!reflect::read_json(everything, with(R"("at":"08:30","maybe_time":"23:59")"), &value));
  BOOST_TEST(value.at.minutes == 510);
  BOOST_TEST(value.maybe_time->minutes == 1439);
  for (const char* text : {"", "8:30", "24:00", "08:60", "08:30:00", "08h30", "0830", "08:3"})
    BOOST_TEST(refused(with("\"at\":\""s + text + '"')) == "/at field.time");
  BOOST_TEST(refused(with(R"("at":510)")) == "/at field.type");
}

BOOST_AUTO_TEST_CASE(decimals_are_taken_as_they_are_spelt) {
  const auto millionths = [](const char* spelling) {
    Everything value;
    BOOST_TEST(!reflect::read_json(everything, with("\"mark\":"s + spelling), &value));
    return value.mark.millionths();
  };
  BOOST_TEST(millionths("14") == 14'000'000);
  BOOST_TEST(millionths("-3") == -3'000'000);
  BOOST_TEST(millionths("0.1") == 100'000);
  BOOST_TEST(millionths("14.50") == 14'500'000);
  BOOST_TEST(millionths("\"14,5\"") == 14'500'000);
  BOOST_TEST(millionths("999999999999.999999") == 999'999'999'999'999'999);
  for (const char* text : {"12..5", "1,2,3", "abc", "", "-", ".5", "5.", "+5", " 5", "1e3", "0.1234567", "1234567890123"})
    BOOST_TEST(refused(with("\"mark\":\""s + text + '"')) == "/mark field.decimal");
  BOOST_TEST(refused(with(R"("mark":1e1)")) == "/mark field.decimal");
  BOOST_TEST(refused(with(R"("mark":1000000000000)")) == "/mark field.range");
  BOOST_TEST(refused(with(R"("mark":-1000000000000)")) == "/mark field.range");
  BOOST_TEST(refused(with(R"("mark":99999999999999999999999)")) == "/mark field.range");
  BOOST_TEST(refused(with(R"("mark":true,"small":1.5)")) == "/mark field.type\n/small field.type");
}

BOOST_AUTO_TEST_CASE(texts_are_utf8_without_nul) {
  BOOST_TEST(refused(with(R"("maybe_text":"a\u0000b")")) == "/maybe_text text.nul");
  for (const char* bad : {"\xC3(", "\xED\xA0\x80", "\xC0\xAF", "\xFF", "\xF5\x80\x80\x80"})
    BOOST_TEST(refused(with("\"maybe_text\":\""s + bad + '"')).ends_with("text.encoding"));
  BOOST_TEST(refused(with(R"("maybe_text":"\ud834")")).ends_with("json.syntax"));
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_refused_where_it_breaks) {
  BOOST_TEST(refused("") == " json.syntax");
  BOOST_TEST(refused("{") == " json.syntax");
  BOOST_TEST(refused(with("\"late\":true}")) == " json.syntax");  // something behind the end
  BOOST_TEST(refused(with(R"("entries":[{"person_id":1,"colour":"red"},{"person_id":tru)")) ==
             "/entries/1/person_id json.syntax");
  BOOST_TEST(refused(with(R"("late":true,)")) == "/late json.syntax");
  BOOST_TEST(refused("{\"late\":NaN}") == "/late json.syntax");
  BOOST_TEST(refused("{'late':true}") == " json.syntax");
  BOOST_TEST(refused("/**/{}") == " json.syntax");
  BOOST_TEST(refused(with("\"late\":true") + "\0"s) == " json.syntax");  // a NUL ends nothing
  BOOST_TEST(refused(with("\"late\":true") + "\0,\"since\""s) == " json.syntax");
  reflect::Value value(everything);
  const auto error = reflect::read_json(everything, R"({"title": "Secret", "late": Durand})", value.data());
  BOOST_TEST(error->message == "The request is not well-formed JSON. It breaks at byte 29.");
}

BOOST_AUTO_TEST_CASE(other_roots_and_containers_are_of_the_wrong_type) {
  for (const char* text : {"[]", "1", "true", "\"x\"", "1.5"}) BOOST_TEST(refused(text) == " field.type");
  BOOST_TEST(refused(with(R"("numbers":{"a":[1]},"maybe_address":[{"street":1}],"small":[1],"maybe_text":{})")) ==
             "/numbers field.type\n/maybe_address field.type\n/small field.type\n/maybe_text field.type");
}

BOOST_AUTO_TEST_CASE(absurd_requests_end_early) {
  const auto nested = [](std::size_t depth) { return with("\"x\":" + std::string(depth, '[') + std::string(depth, ']')); };
  BOOST_TEST(refused(nested(reflect::max_depth - 1)) == "/x field.unknown");
  BOOST_TEST(refused(nested(reflect::max_depth)) == "/x field.unknown\n input.too_deep");
  BOOST_TEST(refused(nested(1'000'000)) == "/x field.unknown\n input.too_deep");
  BOOST_TEST(refused(std::string(reflect::max_request_bytes + 1, ' ')) == " input.too_large");

  std::string numbers = "\"numbers\":[0";
  for (std::size_t i = 1; i < reflect::max_items; ++i) numbers += ",0";
  BOOST_TEST(refused(with(numbers + "]")) == "");
  BOOST_TEST(refused(with(numbers + ",0,0,0]")) == "/numbers/100000 list.too_long");

  std::string wrong = "\"people\":[0";
  for (std::size_t i = 1; i < 1000; ++i) wrong += ",0";
  const std::string lines = refused(with(wrong + "]"));
  BOOST_TEST(std::ranges::count(lines, '\n') == reflect::max_refusals - 1);
}

BOOST_AUTO_TEST_CASE(a_long_unknown_name_is_cut_between_characters) {
  std::string name = "x";
  for (int i = 0; i < 100; ++i) name += "é";
  BOOST_TEST(refused(with('"' + name + "\":1")) == '/' + name.substr(0, 63) + " field.unknown");
}

BOOST_AUTO_TEST_CASE(no_garbage_makes_the_reader_fall) {
  const std::string good = with(
      R"("late":false,"since":"2026-09-14T08:30:00Z","maybe_numbers":[1,2],"entries":[{"person_id":1,"colour":"red","note":null}],"words":["\ud834\udd1e"])");
  BOOST_REQUIRE(refused(good).empty());
  std::mt19937_64 random(7);
  const std::string alphabet = "{}[]\",:\\u0tfn1-.e \xC3\xA9\xFF\0x"s;
  int taken = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = good;
    for (auto left = random() % 6; left != 0; --left) {
      const std::size_t at = random() % text.size();
      switch (random() % 4) {
        case 0: text[at] = alphabet[random() % alphabet.size()]; break;
        case 1: text.erase(at, random() % 8); break;
        case 2: text.insert(at, 1, alphabet[random() % alphabet.size()]); break;
        default: text.insert(at, text.substr(random() % text.size(), random() % 16)); break;
      }
      if (text.empty()) text = "{";
    }
    Everything value;
    const auto error = reflect::read_json(everything, text, &value);
    if (!error) ++taken;
    if (error) BOOST_REQUIRE(!error->fields.empty());
  }
  BOOST_TEST(taken > 1000);    // the unchanged ones at least
  BOOST_TEST(taken < 15'000);
}

BOOST_AUTO_TEST_SUITE_END()
