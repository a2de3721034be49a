#include <limits>
#include <map>

#include "fixture.hpp"
#include "store/packed.hpp"

namespace ent::store {

BOOST_AUTO_TEST_SUITE(connections)

BOOST_DATA_TEST_CASE(values_come_back_as_they_went_in, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  const std::vector<std::byte> scan{std::byte{0}, std::byte{255}, std::byte{10}, std::byte{92}};
  writer->begin_write();
  add(*writer, 1, 1, std::numeric_limits<std::int64_t>::min(), "Élodie \"Noé\" \\ 'œ'\n\t", std::span<const std::byte>(scan));
  add(*writer, 1, 2, std::numeric_limits<std::int64_t>::max(), "", std::span<const std::byte>());
  add(*writer, 1, 3);
  add(*writer, 1, 4, false, std::string_view());
  writer->commit();

  static constexpr Sql sql{"SELECT value, label, scan FROM mark WHERE org = $1 ORDER BY pupil"};
  Rows rows = ask(*writer, sql, {1});
  BOOST_REQUIRE(rows.next());
  BOOST_TEST(rows.integer(0) == std::numeric_limits<std::int64_t>::min());
  BOOST_TEST(rows.text(1) == "Élodie \"Noé\" \\ 'œ'\n\t");
  BOOST_TEST((rows.bytes(2).size() == 4 && std::equal(scan.begin(), scan.end(), rows.bytes(2).begin())));
  BOOST_REQUIRE(rows.next());
  BOOST_TEST(rows.integer(0) == std::numeric_limits<std::int64_t>::max());
  BOOST_TEST((!rows.is_null(1) && rows.text(1).empty()));
  BOOST_TEST((!rows.is_null(2) && rows.bytes(2).empty()));
  BOOST_REQUIRE(rows.next());
  BOOST_TEST((rows.is_null(0) && rows.is_null(1) && rows.is_null(2)));
  BOOST_TEST((rows.integer(0) == 0 && rows.text(1).empty() && rows.bytes(2).empty()));
  BOOST_TEST((!rows.optional_integer(0) && !rows.optional_string(1)));
  BOOST_REQUIRE(rows.next());
  BOOST_TEST((rows.integer(0) == 0 && !rows.is_null(0) && !rows.is_null(1)));
  BOOST_TEST(!rows.next());
  BOOST_TEST(!rows.next());  // and not again from the beginning
}

BOOST_DATA_TEST_CASE(parameters_keep_their_numbers, test::places(), place) {
  Ready store(place);
  const auto reader = store.reader();
  static constexpr Sql sql{"SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($1 AS TEXT)"};
  Rows rows = ask(*reader, sql, {"first", "second"});
  BOOST_REQUIRE(rows.next());
  BOOST_TEST((rows.text(0) == "first" && rows.text(1) == "second" && rows.text(2) == "first"));
}

BOOST_DATA_TEST_CASE(integers_have_64_bits, test::places(), place) {
  Ready store(place);
  const auto reader = store.reader();
  const std::int64_t large = std::int64_t{1} << 53;
  static constexpr Sql sql{"SELECT 1 WHERE $1 <> 0 AND $1 - 1 > 2147483647"};
  BOOST_TEST(number(*reader, sql, {large}) == 1);
  static constexpr Sql truth{"SELECT $1 = 5, $1 = 6"};
  Rows rows = ask(*reader, truth, {5});
  BOOST_TEST((rows.next() && rows.integer(0) == 1 && rows.integer(1) == 0));
}

BOOST_DATA_TEST_CASE(lists, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  const std::vector<std::int64_t> wanted{7, -1, std::numeric_limits<std::int64_t>::max()};
  static constexpr Sql numbers{"SELECT e.value FROM EACH($1) AS e ORDER BY e.value"};
  Rows rows = ask(*writer, numbers, {std::span<const std::int64_t>(wanted)});
  for (const std::int64_t value : {std::int64_t{-1}, std::int64_t{7}, std::numeric_limits<std::int64_t>::max()})
    BOOST_TEST((rows.next() && rows.integer(0) == value));
  BOOST_TEST(!rows.next());

  const std::vector<std::string> texts{"a\"b", "c\\d", "{e,f}", "", "é\n\x01", "NULL", "null", "'"};
  static constexpr Sql words{"SELECT count(*) FROM EACH_TEXT($1) AS e WHERE e.value = $2"};
  for (const std::string& text : texts)
    BOOST_TEST(number(*writer, words, {std::span<const std::string>(texts), text}) == 1, "lost: " + text);

  add(*writer, 1, 7);
  add(*writer, 1, 8);
  static constexpr Sql among{"SELECT count(*) FROM mark WHERE org = $1 AND pupil IN EACH($2)"};
  BOOST_TEST(number(*writer, among, {1, std::span<const std::int64_t>(wanted)}) == 1);
  BOOST_TEST(number(*writer, among, {1, std::span<const std::int64_t>()}) == 0);
}

BOOST_DATA_TEST_CASE(packed_rows, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  const std::map<std::int64_t, std::int64_t> values{
      {1, std::numeric_limits<std::int64_t>::min()}, {2, -1}, {3, 0}, {4, std::numeric_limits<std::int64_t>::max()}, {200, 258}};
  for (const auto& [pupil, value] : values) add(*writer, 1, pupil, value);
  static constexpr Sql sql{"SELECT v.value, (SELECT PACKED(m.pupil, m.value) FROM mark m WHERE m.org = v.value) FROM EACH($1) v ORDER BY v.value"};
  const std::vector<std::int64_t> orgs{1, 2};
  Rows rows = ask(*writer, sql, {std::span<const std::int64_t>(orgs)});
  BOOST_REQUIRE(rows.next());
  std::map<std::int64_t, std::int64_t> found;
  PackedRows<2> packed(rows.bytes(1));
  while (packed.next()) found.emplace(packed.integer(0), packed.integer(1));
  BOOST_TEST((found == values));
  BOOST_REQUIRE(rows.next());
  BOOST_TEST(rows.is_null(1));
  BOOST_TEST(!PackedRows<2>(rows.bytes(1)).next());
}

BOOST_DATA_TEST_CASE(exec_each_takes_lists, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  const std::vector<std::int64_t> pupils{3, 1, 2};
  const std::vector<std::string> labels{"c", "a", ""};
  static constexpr Sql insert{
      "INSERT INTO mark (org, pupil, value, label) VALUES ($1, ITEM($2), $3, ITEM_TEXT($4)) "
      "ON CONFLICT (org, pupil) DO UPDATE SET label = excluded.label"};
  writer->begin_write();
  run_each(*writer, insert, {5, std::span<const std::int64_t>(pupils), 20, std::span<const std::string>(labels)});
  run_each(*writer, insert, {5, std::span<const std::int64_t>(), 20, std::span<const std::string>()});
  writer->commit();
  static constexpr Sql sql{"SELECT pupil, value, label FROM mark WHERE org = $1 ORDER BY pupil"};
  Rows rows = ask(*writer, sql, {5});
  for (const char* label : {"a", "", "c"}) BOOST_TEST((rows.next() && rows.integer(1) == 20 && rows.text(2) == label));
  BOOST_TEST(!rows.next());

  static constexpr Sql update{"UPDATE mark SET value = ITEM($1) WHERE org = $2 AND pupil = ITEM($3)"};
  const std::vector<std::int64_t> values{30, 10, 20};
  run_each(*writer, update, {std::span<const std::int64_t>(values), 5, std::span<const std::int64_t>(pupils)});
  static constexpr Sql tens{"SELECT count(*) FROM mark WHERE org = $1 AND value = 10 * pupil"};
  BOOST_TEST(number(*writer, tens, {5}) == 3);

  static constexpr Sql remove{"DELETE FROM mark WHERE org = $1 AND pupil = ITEM($2)"};
  run_each(*writer, remove, {5, std::span<const std::int64_t>(pupils).first(2)});
  BOOST_TEST(number(*writer, sql_pupils, {5}) == 2);
}

BOOST_DATA_TEST_CASE(exec_each_refuses_lists_that_do_not_fit, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  const std::vector<std::int64_t> two{1, 2}, three{1, 2, 3};
  static constexpr Sql insert{"INSERT INTO mark (org, pupil, value) VALUES ($1, ITEM($2), ITEM($3))"};
  fails(Fault::bug, [&] {
    run_each(*writer, insert, {1, std::span<const std::int64_t>(two), std::span<const std::int64_t>(three)});
  });
  fails(Fault::bug, [&] { run_each(*writer, insert, {1, 2, 3}); });
  BOOST_TEST(number(*writer, sql_count) == 0);
}

BOOST_DATA_TEST_CASE(a_statement_may_be_open_twice, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  for (std::int64_t pupil = 1; pupil <= 3; ++pupil) add(*writer, 1, pupil);
  int pairs = 0;
  Rows outer = ask(*writer, sql_pupils, {1});
  while (outer.next()) {
    Rows inner = ask(*writer, sql_pupils, {1});
    while (inner.next()) pairs += inner.integer(0) >= outer.integer(0) ? 1 : 0;
  }
  BOOST_TEST(pairs == 6);
}

BOOST_DATA_TEST_CASE(questions_asked_together_are_read_in_any_order, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  for (std::int64_t org = 1; org <= 3; ++org) add(*writer, org, 10 * org);
  writer->begin_read();
  Rows first = ask(*writer, sql_pupils, {1});
  Rows second = ask(*writer, sql_pupils, {2});
  { const Rows dropped = ask(*writer, sql_pupils, {2}); }
  Rows third = ask(*writer, sql_pupils, {3});
  BOOST_TEST((third.next() && third.integer(0) == 30));
  BOOST_TEST((first.next() && first.integer(0) == 10));
  BOOST_TEST((second.next() && second.integer(0) == 20));
  BOOST_TEST((!first.next() && !second.next() && !third.next()));
  writer->commit();
}

BOOST_DATA_TEST_CASE(transactions, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  BOOST_TEST(!writer->in_transaction());
  writer->begin_write();
  BOOST_TEST(writer->in_transaction());
  add(*writer, 1, 1);
  writer->commit();
  BOOST_TEST(!writer->in_transaction());

  writer->begin_write();
  add(*writer, 1, 2);
  writer->rollback();
  BOOST_TEST(!writer->in_transaction());
  writer->rollback();  // once more does no harm
  BOOST_TEST(number(*writer, sql_count) == 1);

  writer->begin_write();
  add(*writer, 1, 3);
  writer->savepoint();
  add(*writer, 1, 4);
  writer->rollback_to();
  writer->savepoint();
  add(*writer, 1, 5);
  writer->release();
  writer->commit();
  Rows rows = ask(*writer, sql_pupils, {1});
  for (const int pupil : {1, 3, 5}) BOOST_TEST((rows.next() && rows.integer(0) == pupil));
  BOOST_TEST(!rows.next());
}

BOOST_DATA_TEST_CASE(what_belongs_in_a_transaction_is_refused_outside, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  fails(Fault::bug, [&] { writer->commit(); });
  fails(Fault::bug, [&] { writer->savepoint(); });
  fails(Fault::bug, [&] { writer->release(); });
  fails(Fault::bug, [&] { writer->rollback_to(); });
  writer->begin_write();
  fails(Fault::bug, [&] { writer->begin_write(); });
  writer->rollback();
}

BOOST_DATA_TEST_CASE(a_read_transaction_sees_one_state, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  const auto reader = store.reader();
  reader->begin_read();
  BOOST_TEST(number(*reader, sql_count) == 0);
  writer->begin_write();
  add(*writer, 1, 1);
  writer->commit();
  BOOST_TEST(number(*reader, sql_count) == 0);
  reader->commit();
  BOOST_TEST(number(*reader, sql_count) == 1);
}

BOOST_DATA_TEST_CASE(what_is_not_committed_is_not_seen, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  const auto reader = store.reader();
  writer->begin_write();
  add(*writer, 1, 1);
  writer->exec(sql_count, {});  // a queued write has been sent by now
  BOOST_TEST(number(*reader, sql_count) == 0);
  writer->commit();
  BOOST_TEST(number(*reader, sql_count) == 1);
}

BOOST_DATA_TEST_CASE(readers_write_nothing, test::places(), place) {
  Ready store(place);
  const auto reader = store.reader();
  BOOST_CHECK_THROW(add(*reader, 1, 1), Failure);
  BOOST_TEST(number(*reader, sql_count) == 0);
}

BOOST_DATA_TEST_CASE(conflict_clauses_answer_without_an_error, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  static constexpr Sql once{"INSERT INTO mark (org, pupil, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING pupil"};
  static constexpr Sql last{
      "INSERT INTO mark (org, pupil, value) VALUES ($1, $2, $3) "
      "ON CONFLICT (org, pupil) DO UPDATE SET value = excluded.value WHERE mark.value < excluded.value RETURNING value"};
  writer->begin_write();
  { BOOST_TEST(ask(*writer, once, {1, 1, 10}).next()); }
  { BOOST_TEST(!ask(*writer, once, {1, 1, 11}).next()); }
  BOOST_TEST(number(*writer, last, {1, 1, 12}) == 12);
  { BOOST_TEST(!ask(*writer, last, {1, 1, 5}).next()); }
  { const Rows unread = ask(*writer, last, {1, 2, 7}); }  // runs, though nobody reads its rows
  writer->commit();
  static constexpr Sql sum{"SELECT CAST(sum(value) AS BIGINT) FROM mark WHERE org = $1"};
  BOOST_TEST(number(*writer, sum, {1}) == 19);
}

BOOST_DATA_TEST_CASE(wrong_calls_are_bugs_and_harm_nothing, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  static constexpr Sql unknown{"SELECT nothing FROM nowhere"};
  static constexpr Sql two{"SELECT 1; SELECT 2"};
  fails(Fault::bug, [&] { ask(*writer, unknown).next(); });
  fails(Fault::bug, [&] { ask(*writer, two).next(); });
  fails(Fault::bug, [&] { ask(*writer, sql_pupils, {1, 2}).next(); });
  fails(Fault::bug, [&] { ask(*writer, sql_pupils).next(); });
  fails(Fault::bug, [&] { add(*writer, 1, 1, nullptr, std::string_view("a\0b", 3)); });
  const std::vector<std::string> texts{std::string("a\0b", 3)};
  static constexpr Sql words{"SELECT value FROM EACH_TEXT($1) AS e"};
  fails(Fault::bug, [&] { ask(*writer, words, {std::span<const std::string>(texts)}).next(); });
  add(*writer, 1, 1);
  // Where writers do not take turns, another may have been first, and the work is done anew.
  fails(place == test::Place::postgres ? Fault::conflict : Fault::bug, [&] { add(*writer, 1, 1); });
  BOOST_TEST(number(*writer, sql_count) == 1);
}

BOOST_DATA_TEST_CASE(errors_tell_no_value, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  add(*writer, 1, 1, nullptr, "Mme Untel");
  static constexpr Sql cast{"INSERT INTO mark (org, pupil, value) SELECT 2, 2, CAST(label AS BIGINT) FROM mark WHERE label = $1"};
  static constexpr Sql again{"INSERT INTO mark (org, pupil, label) VALUES ($1, $2, $3)"};
  for (const auto& act : std::vector<std::pair<const Sql*, std::vector<Arg>>>{{&cast, {"Mme Untel"}}, {&again, {1, 1, "Mme Untel"}}}) {
    try {
      writer->exec(*act.first, act.second);
    } catch (const Failure& failure) {
      BOOST_TEST(std::string(failure.what()).find("Untel") == std::string::npos, failure.what());
    }
  }
}

BOOST_DATA_TEST_CASE(texts_are_ordered_by_their_bytes, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  static constexpr Sql insert{"INSERT INTO person (person, name) VALUES ($1, $2)"};
  int person = 0;
  for (const char* name : {"É", "b", "B", "a", "_", " a"}) run(*writer, insert, {++person, name});
  static constexpr Sql sql{"SELECT name FROM person ORDER BY name"};
  Rows rows = ask(*writer, sql);
  for (const char* name : {" a", "B", "_", "a", "b", "É"}) BOOST_TEST((rows.next() && rows.text(0) == name));
}

BOOST_DATA_TEST_CASE(a_log_is_numbered_in_order_and_never_twice, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  static constexpr Sql insert{"INSERT INTO trail (act) VALUES ($1) RETURNING seq"};
  static constexpr Sql clear{"DELETE FROM trail"};
  const std::int64_t first = number(*writer, insert, {"a"});
  const std::int64_t second = number(*writer, insert, {"b"});
  BOOST_TEST(second > first);
  run(*writer, clear);
  BOOST_TEST(number(*writer, insert, {"c"}) > second);
}

BOOST_DATA_TEST_CASE(numbers_are_never_given_twice, test::places(), place) {
  Ready store(place);
  const auto writer = store.writer();
  writer->begin_write();
  BOOST_TEST(store.database->take_numbers(*writer, 1, "person", 1) == 1);
  BOOST_TEST(store.database->take_numbers(*writer, 1, "person", 1) == 2);
  BOOST_TEST(store.database->take_numbers(*writer, 1, "group", 1) == 1);
  BOOST_TEST(store.database->take_numbers(*writer, 2, "person", 1) == 1);
  const std::int64_t many = store.database->take_numbers(*writer, 1, "person", 100);
  BOOST_TEST(many >= 3);
  const std::int64_t next = store.database->take_numbers(*writer, 1, "person", 1);
  BOOST_TEST((next >= 3 && (next < many || next >= many + 100)));
  writer->commit();
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
