#include <boost/test/unit_test.hpp>
#include <cstring>

#include "everything.hpp"
#include "reflect/layout.hpp"
#include "reflect/refusal.hpp"

using namespace ent;
using namespace ent::sample;
using reflect::CField;
using reflect::CLayout;
using reflect::CList;
using reflect::CText;

namespace {

CText text(const char* from) { return {from, std::strlen(from)}; }

template <class T, std::size_t n>
CList list(const T (&items)[n]) {
  return {items, n, sizeof(T)};
}

/// A caller's struct with all that is required.
struct Caller {
  CAddress address{sizeof(CAddress), 0, text("1 rue A"), nullptr};
  CEverything args{};
  Everything read;

  Caller() {
    args.struct_size = sizeof args;
    args.day = 20'000;
    args.org_id = 5;
    args.title = text("4A");
    args.colour = 1;
    args.address = &address;
  }

  std::string refused(const void* from, std::uint32_t size) {
    read = {};
    const auto error = reflect::read_c(everything, everything_layout, from, size, &read);
    std::string lines;
    if (!error) return lines;
    for (const FieldError& field : error->fields) lines += (lines.empty() ? "" : "\n") + field.path + " " + field.reason;
    return lines;
  }
  std::string refused() { return refused(&args, args.struct_size); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(c_struct, Caller)

BOOST_AUTO_TEST_CASE(a_struct_is_read_into_the_record) {
  const std::int32_t yes = 1, floor = -2;
  const std::int64_t since = 1'789'367'400'000'000, person = max_id;
  const CText note = text("Zoë");
  const CEntry entries[] = {{3, 2, 0, &note}, {4, 4, 0, nullptr}};
  const CText words[] = {text("a"), {nullptr, 0}};
  const std::int32_t numbers[] = {7, -7};
  const CList maybe_numbers = list(numbers);
  address.floor = &floor;
  args.late = 0;
  args.small = INT32_MIN;
  args.large = INT64_MIN;
  args.since = since;
  args.maybe_bool = &yes;
  args.maybe_person = &person;
  args.maybe_address = &address;
  args.maybe_numbers = &maybe_numbers;
  args.words = list(words);
  args.entries = list(entries);
  BOOST_TEST(refused() == "");
  BOOST_TEST(read.org_id.value == 5);
  BOOST_TEST(read.title == "4A");
  BOOST_TEST((read.day == std::chrono::sys_days{std::chrono::year{2024} / 10 / 4}));
  BOOST_TEST(int(read.colour) == 1);
  BOOST_TEST(read.address.floor.value() == -2);
  BOOST_TEST(!read.late);
  BOOST_TEST(read.small == INT32_MIN);
  BOOST_TEST(read.large == INT64_MIN);
  BOOST_TEST(read.since.time_since_epoch().count() == since);
  BOOST_TEST(read.maybe_bool.value());
  BOOST_TEST(read.maybe_person.value().value == max_id);
  BOOST_TEST(read.maybe_address.value().street == "1 rue A");
  BOOST_TEST(read.maybe_numbers.value() == std::vector<std::int32_t>({7, -7}), boost::test_tools::per_element());
  BOOST_TEST(read.words == std::vector<std::string>({"a", ""}), boost::test_tools::per_element());
  BOOST_TEST(read.entries.at(0).note.value() == "Zoë");
  BOOST_TEST(int(read.entries.at(1).colour) == 4);
  BOOST_TEST(!read.entries.at(1).note);
}

BOOST_AUTO_TEST_CASE(what_is_not_given_keeps_its_default) {
  BOOST_TEST(refused() == "");
  BOOST_TEST(int(read.shade) == 4);
  BOOST_TEST(!read.maybe_text);
  BOOST_TEST(read.words.empty());  // an empty list is a list
}

BOOST_AUTO_TEST_CASE(an_older_caller_gets_the_defaults_of_what_it_does_not_know) {
  const std::size_t known = offsetof(CEverything, small);
  const auto cut = std::make_unique<std::byte[]>(known);  // so that a sanitizer sees each byte too many
  std::memcpy(cut.get(), &args, known);
  BOOST_TEST(refused(cut.get(), known) == "");
  BOOST_TEST(read.small == -7);
  BOOST_TEST(read.words.size() == 1);
  const std::size_t half = offsetof(CEverything, address) + 4;  // half a member is none
  BOOST_TEST(refused(cut.get(), half) == "/address field.missing");
}

BOOST_AUTO_TEST_CASE(a_newer_caller_is_read_as_far_as_the_library_knows) {
  BOOST_TEST(refused(&args, 1'000'000) == "");
}

BOOST_AUTO_TEST_CASE(args_need_not_be_aligned) {
  std::byte bytes[sizeof(CEverything) + 1];
  std::memcpy(bytes + 1, &args, sizeof args);
  BOOST_TEST(refused(bytes + 1, sizeof args) == "");
}

BOOST_AUTO_TEST_CASE(a_struct_that_does_not_say_its_size_is_refused) {
  BOOST_TEST(refused(&args, 0) == " struct.size");
  address.struct_size = 0;
  BOOST_TEST(refused() == "/address struct.size");
  address.struct_size = offsetof(CAddress, floor);
  const std::int32_t floor = 1;
  address.floor = &floor;
  BOOST_TEST(refused() == "");
  BOOST_TEST(!read.address.floor);
}

BOOST_AUTO_TEST_CASE(required_members_must_be_given) {
  const std::string all = "/org_id field.missing\n/title field.missing\n/day field.missing\n/colour field.missing\n/address field.missing";
  BOOST_TEST(refused(nullptr, 0) == all);
  args.org_id = 0;
  args.title = {};
  args.colour = 0;
  args.address = nullptr;
  BOOST_TEST(refused() == "/org_id field.missing\n/title field.missing\n/colour field.missing\n/address field.missing");
}

BOOST_AUTO_TEST_CASE(wrong_values_are_told_with_their_place) {
  const std::int64_t no_id = 0, people[] = {1, -1, max_id + 1};
  const CEntry entries[] = {{1, 1, 0, nullptr}, {0, 3, 0, nullptr}};
  args.maybe_person = &no_id;
  args.people = list(people);
  args.entries = list(entries);
  args.shade = 3;
  args.group_id = -5;
  args.day = INT32_MAX;
  args.since = INT64_MIN;
  BOOST_TEST(refused() ==
             "/day field.range\n/since field.range\n/shade field.word\n/group_id field.range\n/maybe_person field.range\n"
             "/people/1 field.range\n/people/2 field.range\n/entries/1/person_id field.missing\n/entries/1/colour field.word");
}

BOOST_AUTO_TEST_CASE(texts_are_utf8_without_nul) {
  args.title = {"a\0b", 3};
  const CText bad = text("\xC3(");
  args.maybe_text = &bad;
  BOOST_TEST(refused() == "/title text.nul\n/maybe_text text.encoding");
  args.title = {nullptr, 1};
  const CText huge{"a", SIZE_MAX};
  args.maybe_text = &huge;
  BOOST_TEST(refused() == "/title field.null\n/maybe_text input.too_large");
  args.title = {"", 0};  // given, and empty
  args.maybe_text = nullptr;
  BOOST_TEST(refused() == "");
}

BOOST_AUTO_TEST_CASE(absurd_lists_are_not_walked) {
  const std::int64_t one = 1;
  args.numbers = {nullptr, 1, 8};
  args.people = {&one, SIZE_MAX, 8};
  args.days = {&one, 2, 3};
  args.entries = {&one, 1, 0};
  BOOST_TEST(refused() == "/numbers field.null\n/people list.too_long\n/days list.stride\n/entries list.stride");
}

BOOST_AUTO_TEST_CASE(all_lists_and_all_texts_of_a_request_share_one_limit) {
  const std::vector<std::int64_t> numbers(reflect::max_items - 1, 1);
  const std::int64_t people[] = {1, 2};
  args.numbers = {numbers.data(), numbers.size(), sizeof(std::int64_t)};
  args.people = {people, 1, sizeof(std::int64_t)};
  BOOST_TEST(refused() == "");
  args.people.count = 2;
  BOOST_TEST(refused() == "/people list.too_long");
  args.people.count = 1;
  const std::string half(reflect::max_request_bytes / 2, 'x');
  const CText texts[] = {{half.data(), half.size()}};
  args.title = {half.data(), half.size()};
  args.numbers = {};
  args.words = list(texts);
  address.street = {"", 0};
  BOOST_TEST(refused() == "");
  address.street = {"x", 1};
  BOOST_TEST(refused() == "/words/0 input.too_large");
}

BOOST_AUTO_TEST_CASE(items_of_an_older_or_newer_caller_are_read_by_its_stride) {
  struct Grown {
    CEntry entry;
    std::int64_t later;
  };
  const Grown grown[] = {{{1, 1, 0, nullptr}, -1}, {{2, 2, 0, nullptr}, -1}};
  args.entries = {grown, 2, sizeof(Grown)};
  BOOST_TEST(refused() == "");
  BOOST_TEST(read.entries.at(1).person_id.value == 2);
  struct Old {
    std::int64_t person_id;
    std::int32_t colour;
  };
  const Old old[] = {{1, 1}, {3, 4}};
  args.entries = {old, 2, 16};
  BOOST_TEST(refused() == "");
  BOOST_TEST(read.entries.at(1).person_id.value == 3);
  BOOST_TEST(!read.entries.at(1).note);
  args.entries = {old, 2, 8};  // the required colour is out of reach
  BOOST_TEST(refused() == "/entries/0/colour field.missing\n/entries/1/colour field.missing");
}

BOOST_AUTO_TEST_CASE(not_more_errors_are_told_than_one_can_read) {
  const std::vector<std::int64_t> people(1000, 0);
  args.people = {people.data(), people.size(), sizeof(std::int64_t)};
  const std::string lines = refused();
  BOOST_TEST(std::ranges::count(lines, '\n') == reflect::max_refusals - 1);
}

BOOST_AUTO_TEST_CASE(a_layout_that_does_not_fit_is_found) {
  const auto fault = [](auto change) {
    std::vector<CField> fields(everything_layout.fields.begin(), everything_layout.fields.end());
    CLayout layout = everything_layout;
    change(fields, layout);
    layout.fields = fields;
    return reflect::layout_fault(everything, layout);
  };
  using Fields = std::vector<CField>;
  BOOST_TEST(fault([](Fields&, CLayout&) {}) == "");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[1].size = 8; }) == "sample::Everything.title: wrong size");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[0].offset = 12; }) == "sample::Everything.org_id: not aligned");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[0].offset = f[7].offset; }) == "sample::Everything: members overlap");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[2].offset = 0; }) == "sample::Everything: members overlap");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[0].field = 7; }) == "sample::Everything: a field twice");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[0].field = 31; }) == "a field that the record does not have");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f.pop_back(); }) == "sample::Everything: fields are missing");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[25].record = nullptr; }) == "sample::Everything.entries: wrong layout of a record");
  BOOST_TEST(fault([](Fields& f, CLayout&) { f[25].record = &address_layout; }) == "sample::Address is no layout of sample::Entry");
  BOOST_TEST(fault([](Fields&, CLayout& l) { l.size -= 8; }) == "sample::Everything.marks: outside the struct");
}

BOOST_AUTO_TEST_SUITE_END()
