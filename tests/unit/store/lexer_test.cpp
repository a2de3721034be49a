#include <boost/test/unit_test.hpp>

#include "store/dialect.hpp"
#include "store/lexer.hpp"

using ent::store::Engine;
using ent::store::for_engine;
using ent::store::in_order_of_appearance;
using ent::store::Sql;

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(order_of_appearance) {
  BOOST_TEST(in_order_of_appearance("SELECT 1"));
  BOOST_TEST(in_order_of_appearance("SELECT $1, $2, $1, $3"));
  BOOST_TEST(!in_order_of_appearance("SELECT $2, $1"));
  BOOST_TEST(!in_order_of_appearance("SELECT $1, $3"));
  BOOST_TEST(!in_order_of_appearance("SELECT $0"));
  BOOST_TEST(in_order_of_appearance("SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11"));
}

BOOST_AUTO_TEST_CASE(quotes_and_comments_hold_no_parameter) {
  BOOST_TEST(in_order_of_appearance("SELECT '$9', \"$8\", $1 -- $7\n, $2 /* $6 */, 'it''s $5'"));
  BOOST_TEST(!in_order_of_appearance("SELECT 'it''s' , $2"));
}

BOOST_AUTO_TEST_CASE(sqlite_gets_numbers_that_stay) {
  static constexpr Sql sql{"SELECT $1 FROM EACH( $2 ) AS e JOIN EACH_TEXT($3) AS f -- EACH($1)"};
  BOOST_TEST(for_engine(sql, Engine::sqlite) ==
             "SELECT ?1 FROM (SELECT value FROM json_each(?2)) AS e CROSS JOIN (SELECT value FROM json_each(?3)) AS f -- EACH($1)");
  BOOST_TEST(for_engine(sql, Engine::postgres) ==
             "SELECT $1 FROM (SELECT unnest($2::bigint[]) AS value) AS e JOIN (SELECT unnest($3::text[]) AS value) AS f "
             "-- EACH($1)");
}

BOOST_AUTO_TEST_CASE(items_of_an_insert) {
  static constexpr Sql sql{"INSERT INTO t (a, b, c, d) VALUES ($1, ITEM($2), lower(ITEM_TEXT($3)), ITEM($2) + 1) ON CONFLICT DO NOTHING"};
  BOOST_TEST(for_engine(sql, Engine::sqlite) ==
             "INSERT INTO t (a, b, c, d) VALUES (?1, ?2, lower(?3), ?2 + 1) ON CONFLICT DO NOTHING");
  BOOST_TEST(for_engine(sql, Engine::postgres) ==
             "INSERT INTO t (a, b, c, d) SELECT $1, item.i2, lower(item.i3), item.i2 + 1::bigint FROM unnest($2::bigint[], "
             "$3::text[]) AS item(i2, i3) ON CONFLICT DO NOTHING");
}

BOOST_AUTO_TEST_CASE(items_of_update_and_delete) {
  static constexpr Sql update{"UPDATE t SET b = ITEM_TEXT($1) WHERE org = $2 AND a = ITEM($3)"};
  BOOST_TEST(for_engine(update, Engine::postgres) ==
             "UPDATE t SET b = item.i1 FROM unnest($1::text[], $3::bigint[]) AS item(i1, i3) WHERE org = $2 AND a = item.i3");
  static constexpr Sql remove{"DELETE FROM t WHERE org = $1 AND a = ITEM($2)"};
  BOOST_TEST(for_engine(remove, Engine::postgres) ==
             "DELETE FROM t USING unnest($2::bigint[]) AS item(i2) WHERE org = $1 AND a = item.i2");
}

BOOST_AUTO_TEST_CASE(integers_have_64_bits) {
  static constexpr Sql sql{"SELECT 1.5, a1 FROM t WHERE $1 = 0 OR b > '7' LIMIT 10"};
  BOOST_TEST(for_engine(sql, Engine::postgres) ==
             "SELECT 1.5, a1 FROM t WHERE $1 = 0::bigint OR b > '7' LIMIT 10::bigint");
  BOOST_TEST(for_engine(sql, Engine::sqlite) == "SELECT 1.5, a1 FROM t WHERE ?1 = 0 OR b > '7' LIMIT 10");
}

BOOST_AUTO_TEST_CASE(packed_columns) {
  static constexpr Sql sql{"SELECT PACKED(a.x, b.y), PACKED(z) FROM t WHERE a = 1"};
  BOOST_TEST(for_engine(sql, Engine::sqlite) == "SELECT PACKED(a.x, b.y), PACKED(z) FROM t WHERE a = 1");
  BOOST_TEST(for_engine(sql, Engine::postgres) ==
             "SELECT string_agg(int8send(a.x) || int8send(b.y), ''::bytea), string_agg(int8send(z), ''::bytea) FROM t WHERE a = 1::bigint");
  static constexpr Sql of_a_sum{"SELECT PACKED(x + 1) FROM t"};
  static constexpr Sql unfinished{"SELECT PACKED(x"};
  static constexpr Sql nine{"SELECT PACKED(a, b, c, d, e, f, g, h, i) FROM t"};
  for (const Engine engine : {Engine::sqlite, Engine::postgres}) {
    BOOST_CHECK_THROW(for_engine(of_a_sum, engine), ent::store::Failure);
    BOOST_CHECK_THROW(for_engine(unfinished, engine), ent::store::Failure);
    BOOST_CHECK_THROW(for_engine(nine, engine), ent::store::Failure);
  }
}

BOOST_AUTO_TEST_CASE(items_elsewhere_are_refused) {
  static constexpr Sql sql{"SELECT ITEM($1)"};
  BOOST_CHECK_THROW(for_engine(sql, Engine::postgres), ent::store::Failure);
  static constexpr Sql no_parameter{"SELECT * FROM EACH(3)"};
  BOOST_CHECK_THROW(for_engine(no_parameter, Engine::sqlite), ent::store::Failure);
}

BOOST_AUTO_TEST_CASE(an_engine_may_have_its_own_text) {
  static constexpr Sql sql{"SELECT 1", "SELECT EACH(2)"};
  BOOST_TEST(for_engine(sql, Engine::sqlite) == "SELECT 1");
  BOOST_TEST(for_engine(sql, Engine::postgres) == "SELECT EACH(2)");
}

BOOST_AUTO_TEST_SUITE_END()
