#include "store/ddl.hpp"

#include <boost/test/unit_test.hpp>

using ent::store::ddl_for_engine;
using ent::store::Engine;
using ent::store::Failure;

BOOST_AUTO_TEST_SUITE(ddl)

BOOST_AUTO_TEST_CASE(a_table_by_org) {
  const char* text = "CREATE TABLE mark (org INT NOT NULL, label TEXT, scan BYTES, PRIMARY KEY (org, label)) BY_ORG;";
  BOOST_TEST(ddl_for_engine(text, Engine::sqlite) ==
             "CREATE TABLE mark (org INTEGER NOT NULL, label TEXT, scan BLOB, PRIMARY KEY (org, label)) WITHOUT ROWID, STRICT;");
  BOOST_TEST(ddl_for_engine(text, Engine::postgres, 2) ==
             "CREATE TABLE mark (org BIGINT NOT NULL, label TEXT COLLATE \"C\", scan BYTEA, PRIMARY KEY (org, label)) "
             "PARTITION BY HASH (org);\n"
             "CREATE TABLE mark_p0 PARTITION OF mark FOR VALUES WITH (MODULUS 2, REMAINDER 0);\n"
             "CREATE TABLE mark_p1 PARTITION OF mark FOR VALUES WITH (MODULUS 2, REMAINDER 1);");
  BOOST_TEST(ddl_for_engine(text, Engine::postgres, 1).find("PARTITION") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(whole_and_log) {
  BOOST_TEST(ddl_for_engine("CREATE TABLE person (person INT PRIMARY KEY) WHOLE", Engine::sqlite) ==
             "CREATE TABLE person (person INTEGER PRIMARY KEY) WITHOUT ROWID, STRICT;");
  BOOST_TEST(ddl_for_engine("CREATE TABLE person (person INT PRIMARY KEY) WHOLE", Engine::postgres) ==
             "CREATE TABLE person (person BIGINT PRIMARY KEY);");
  BOOST_TEST(ddl_for_engine("CREATE TABLE trail (seq LOG_KEY, act TEXT) LOG", Engine::sqlite) ==
             "CREATE TABLE trail (seq INTEGER PRIMARY KEY AUTOINCREMENT, act TEXT) STRICT;");
  BOOST_TEST(ddl_for_engine("CREATE TABLE trail (seq LOG_KEY, act TEXT) LOG", Engine::postgres) ==
             "CREATE TABLE trail (seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, act TEXT COLLATE \"C\");");
}

BOOST_AUTO_TEST_CASE(words_elsewhere_are_no_types) {
  BOOST_TEST(ddl_for_engine("CREATE TABLE t (a INT NOT NULL CHECK (a IN (1, 2)), -- TEXT, INT\n"
                            " b TEXT DEFAULT 'x INT, y', CHECK (b <> 'a' OR a > 0), PRIMARY KEY (a)) WHOLE",
                            Engine::postgres) ==
             "CREATE TABLE t (a BIGINT NOT NULL CHECK (a IN (1, 2)), -- TEXT, INT\n"
             " b TEXT COLLATE \"C\" DEFAULT 'x INT, y', CHECK (b <> 'a' OR a > 0), PRIMARY KEY (a));");
}

BOOST_AUTO_TEST_CASE(other_statements) {
  BOOST_TEST(ddl_for_engine("CREATE INDEX i ON t (a); ALTER TABLE t ADD COLUMN c BYTES;", Engine::postgres) ==
             "CREATE INDEX i ON t (a); ALTER TABLE t ADD COLUMN c BYTEA;");
}

BOOST_AUTO_TEST_CASE(what_the_words_do_not_know_is_refused) {
  BOOST_CHECK_THROW(ddl_for_engine("CREATE TABLE t (a VARCHAR(3), PRIMARY KEY (a)) WHOLE", Engine::sqlite), Failure);
  BOOST_CHECK_THROW(ddl_for_engine("CREATE TABLE t (a INT, PRIMARY KEY (a))", Engine::sqlite), Failure);
  BOOST_CHECK_THROW(ddl_for_engine("CREATE TABLE t (a INT, org INT, PRIMARY KEY (a, org)) BY_ORG", Engine::sqlite), Failure);
  BOOST_CHECK_THROW(ddl_for_engine("ALTER TABLE t ADD COLUMN c REAL", Engine::sqlite), Failure);
}

BOOST_AUTO_TEST_SUITE_END()
