#include "fixture.hpp"
#include "store/postgres/fault.hpp"
#include "store/postgres/uri.hpp"
#include "store/postgres/values.hpp"

namespace ent::store::postgres {

BOOST_AUTO_TEST_SUITE(postgres)

BOOST_AUTO_TEST_CASE(addresses) {
  const Address plain = parse_address("postgresql://host/base");
  BOOST_TEST((plain.uri == "postgresql://host/base" && plain.schema.empty() && plain.partitions == 16));
  const Address all = parse_address("postgres://u@h/b?host=/tmp&schema=ent_1&user=x&partitions=4&");
  BOOST_TEST((all.uri == "postgres://u@h/b?host=/tmp&user=x" && all.schema == "ent_1" && all.partitions == 4));
  const Address only = parse_address("postgres://h/b?schema=s");
  BOOST_TEST((only.uri == "postgres://h/b" && only.schema == "s"));
  for (const char* wrong : {"schema=", "schema=a;b", "schema=A", "schema=1a", "schema=a%20b", "schema=pg_x", "partitions=0",
                            "partitions=x", "partitions=9999", "partitions=2x"})
    fails(Fault::bug, [wrong] { parse_address(std::string("postgres://h/b?") + wrong); });
  fails(Fault::bug, [] { parse_address("postgres://h/b?schema=" + std::string(64, 'a')); });
}

BOOST_AUTO_TEST_CASE(faults) {
  const std::pair<const char*, Fault> known[] = {
      {"", Fault::busy},         {"40001", Fault::conflict}, {"40P01", Fault::conflict}, {"53100", Fault::full},
      {"53200", Fault::memory},  {"53300", Fault::busy},     {"57014", Fault::interrupted}, {"57P01", Fault::busy},
      {"57P03", Fault::busy},    {"08006", Fault::busy},     {"08P01", Fault::bug},      {"XX001", Fault::corrupt},
      {"XX002", Fault::corrupt}, {"XX000", Fault::bug},      {"58030", Fault::io},       {"55P03", Fault::busy},
      {"23505", Fault::conflict}, {"23502", Fault::bug},    {"42601", Fault::bug}};
  for (const auto& [sqlstate, fault] : known) BOOST_TEST((fault_of(sqlstate) == fault), sqlstate);
}

BOOST_AUTO_TEST_CASE(arrays_are_binary) {
  using namespace std::string_literals;
  const std::vector<std::int64_t> numbers{1, -2};
  BOOST_TEST(array_bytes(numbers) ==
             "\0\0\0\1\0\0\0\0\0\0\0\x14\0\0\0\2\0\0\0\1"
             "\0\0\0\x08\0\0\0\0\0\0\0\1"
             "\0\0\0\x08\xff\xff\xff\xff\xff\xff\xff\xfe"s);
  const std::vector<std::string> texts{"", "é"};
  BOOST_TEST(array_bytes(texts) ==
             "\0\0\0\1\0\0\0\0\0\0\0\x19\0\0\0\2\0\0\0\1"
             "\0\0\0\0"
             "\0\0\0\2\xc3\xa9"s);
  BOOST_TEST(array_bytes(std::vector<std::int64_t>{}) == "\0\0\0\0\0\0\0\0\0\0\0\x14"s);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there) {
  fails(Fault::busy, [] { open_database("postgresql:///x?host=/nowhere/at/all", {}); });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store::postgres
