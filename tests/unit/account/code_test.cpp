#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

#include "account/code.hpp"
#include "account/login.hpp"

using namespace ent::account;

BOOST_AUTO_TEST_SUITE(codes_and_logins)

BOOST_AUTO_TEST_CASE(a_code_is_ten_characters_of_five_bits_each) {
  // 00000 00001 00010 ... 01001 and six bits that are left over.
  const std::array<std::byte, 7> counting{std::byte{0x00}, std::byte{0x44}, std::byte{0x32}, std::byte{0x14},
                                          std::byte{0xC7}, std::byte{0x42}, std::byte{0x7F}};
  BOOST_TEST(code_of(counting) == "0123456789");
  std::array<std::byte, 7> ones;
  ones.fill(std::byte{0xFF});
  BOOST_TEST(code_of(ones) == "ZZZZZZZZZZ");
  BOOST_TEST(code_of(std::array<std::byte, 7>{}) == "0000000000");
}

BOOST_AUTO_TEST_CASE(the_alphabet_has_no_letter_that_is_taken_for_another) {
  BOOST_TEST(code_alphabet.size() == 32U);
  for (const char c : {'I', 'L', 'O', 'U'}) BOOST_TEST(code_alphabet.find(c) == std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(a_code_is_read_as_people_type_it) {
  BOOST_TEST(printed("7K3QXM9D2A") == "7K3QX-M9D2A");
  BOOST_TEST(read_code("7K3QX-M9D2A").value() == "7K3QXM9D2A");
  BOOST_TEST(read_code(" 7k3qx m9d2a ").value() == "7K3QXM9D2A");
  BOOST_TEST(read_code("oOiIlL2345").value() == "0011112345");
}

BOOST_AUTO_TEST_CASE(what_can_be_no_code_is_none) {
  for (const char* typed : {"", "7K3QX-M9D2", "7K3QX-M9D2AA", "7K3QX_M9D2A", "UUUUU-UUUUU", "7K3QX-M9D2\xC3\x80", "----------"}) {
    BOOST_TEST(!read_code(typed).has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_login_is_proposed_from_the_names) {
  BOOST_TEST(login_base("Inès", "Bérard") == "ines.berard");
  BOOST_TEST(login_base("Jean-Paul", "O’Brien  Lefèvre") == "jean-paul.o-brien-lefevre");
  BOOST_TEST(login_base("Łukasz", "Œuvrard") == "lukasz.oeuvrard");
  BOOST_TEST(login_base("", "Li") == "compte.li");
  BOOST_TEST(login_base("Аня", "Иванова") == "compte");
  BOOST_TEST(login_base(std::string(60, 'a'), std::string(60, 'b')) == std::string(28, 'a') + "." + std::string(28, 'b'));
  BOOST_TEST(login_proposal("jean.martin", 1) == "jean.martin");
  BOOST_TEST(login_proposal("jean.martin", 2) == "jean.martin2");
}

BOOST_AUTO_TEST_CASE(a_proposed_login_is_well_formed) {
  for (const auto& base : {login_base("Élodie", "d'Hérouville"), login_base("2Pac", "-"), login_base("", "")}) {
    BOOST_TEST(well_formed_login(login_proposal(base, 4'000'000'000)));
  }
}

BOOST_AUTO_TEST_CASE(logins_are_compared_in_small_letters) {
  BOOST_TEST(normal_login("  Ines.Berard\t") == "ines.berard");
  BOOST_TEST(well_formed_login("ines.berard@ecole.fr"));
  for (const char* login : {"", "ab", ".abc", "a b", "inès", "Ines", "a/b/c"}) BOOST_TEST(!well_formed_login(login));
  BOOST_TEST(!well_formed_login(std::string(65, 'a')));
}

BOOST_AUTO_TEST_SUITE_END()
