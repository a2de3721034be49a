#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

#include "account/secret.hpp"
#include "support/ports.hpp"

using namespace ent::account;

BOOST_AUTO_TEST_SUITE(secret)

BOOST_AUTO_TEST_CASE(a_token_is_read_back_as_it_was_written) {
  ent::test::SeededRandom random(7);
  const Token token = draw_token(random);
  const std::string text = write_token(token);
  BOOST_TEST(text.size() == 64U);
  const auto read = read_token(text);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(same(read->name, token.name));
  BOOST_TEST(same(read->secret.bytes(), token.secret.bytes()));
}

BOOST_AUTO_TEST_CASE(what_is_no_token_is_none) {
  ent::test::SeededRandom random(7);
  const std::string text = write_token(draw_token(random));
  for (const std::string& other : {std::string(), text.substr(1), text + "A", text + "==", "+" + text.substr(1), " " + text.substr(1)}) {
    BOOST_TEST(!read_token(other).has_value());
  }
  BOOST_TEST(!read_secret(text).has_value());
}

BOOST_AUTO_TEST_CASE(no_two_tokens_share_a_part) {
  ent::test::SeededRandom random(7);
  const Token one = draw_token(random);
  const Token other = draw_token(random);
  BOOST_TEST(!same(one.name, other.name));
  BOOST_TEST(!same(one.secret.bytes(), other.secret.bytes()));
}

BOOST_AUTO_TEST_CASE(a_digest_is_blake2b) {
  // BLAKE2b-256 of "abc": printf abc | b2sum -l 256
  const std::string abc = "abc";
  const Digest digest = digest_of(std::as_bytes(std::span(abc)));
  std::string hex;
  for (const std::byte b : digest) {
    hex += "0123456789abcdef"[std::to_integer<int>(b) >> 4];
    hex += "0123456789abcdef"[std::to_integer<int>(b) & 15];
  }
  BOOST_TEST(hex == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

BOOST_AUTO_TEST_CASE(a_keyed_digest_is_another_in_every_portal) {
  std::array<std::byte, 32> key{};
  const Digest one = keyed_digest(key, "ines.berard");
  key[31] = std::byte{1};
  BOOST_TEST(!same(one, keyed_digest(key, "ines.berard")));
}

BOOST_AUTO_TEST_CASE(a_text_is_wiped_where_it_stood) {
  std::string text = "a secret of more than a few characters";
  const char* place = text.data();
  const std::size_t size = text.size();
  wipe(text);
  BOOST_TEST(text.empty());
  BOOST_TEST(std::all_of(place, place + size, [](char c) { return c == '\0'; }));
}

BOOST_AUTO_TEST_SUITE_END()
