#include <boost/test/unit_test.hpp>

#include "base/hex.hpp"
#include "base/joined.hpp"
#include "base/text.hpp"

using namespace ent::base;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(text)

using Texts = std::vector<std::string>;

BOOST_AUTO_TEST_CASE(texts_are_joined_and_come_apart_again) {
  BOOST_TEST(joined(Texts{"12 rue des Lilas", "Bât. B"}) == "12 rue des Lilas\nBât. B");
  BOOST_TEST(joined(Texts{"6", "5"}, ", ") == "6, 5");
  BOOST_TEST(joined(Texts{}) == "");
  for (const Texts& lines : {Texts{}, Texts{"a"}, Texts{"a", "b"}, Texts{"a", "", "b"}, Texts{"", "a"}, Texts{"a", ""}}) {
    BOOST_TEST(lines_of(joined(lines)) == lines, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(bytes_are_two_digits_each) {
  BOOST_TEST(hex(std::vector<unsigned char>{0, 9, 10, 0xab, 255}) == "00090aabff");
  BOOST_TEST(hex({}) == "");
}

BOOST_AUTO_TEST_CASE(names_fold_to_what_one_types_on_any_keyboard) {
  BOOST_TEST(fold("Élodie O'Brien-Lefèvre") == "elodie o brien lefevre");
  BOOST_TEST(fold("François-Noël D’Hérouville") == "francois noel d herouville");
  BOOST_TEST(fold("ŒUVRE Cœur Lætitia ÆTHELRED") == "oeuvre coeur laetitia aethelred");
  BOOST_TEST(fold("Straße GROẞ") == "strasse gross");
  BOOST_TEST(fold("Søren Łukasz Þór Đorđe Iğdır ŞİŞLİ") == "soren lukasz thor dorde igdir sisli");
  BOOST_TEST(fold("Nguyễn Thị Hằng") == "nguyen thi hang");
  BOOST_TEST(fold("Ōtsu Čapek Őri Żółć Ionuț") == "otsu capek ori zolc ionut");
  BOOST_TEST(fold("ﬁn ﬀ ｱ Ｔｉｔｏ") == "fin ff ｱ tito");
}

BOOST_AUTO_TEST_CASE(composed_and_decomposed_texts_fold_alike) {
  BOOST_TEST(fold("Zoe\u0308 E\u0301lodie N\u0303") == fold("Zoë Élodie Ñ"));
  BOOST_TEST(fold("Александр И\u0306ван Е\u0308лка") == fold("АЛЕКСАНДР ЙВАН ЁЛКА"));
  BOOST_TEST(fold("ЀЏАЯ И\u0300") == "еџая и");
  BOOST_TEST(fold("Ελε\u0301νη ΆΝΝΑ Σοφός") == fold("ΕΛΈΝΗ άννα ΣΟΦΌΣ"));
}

BOOST_AUTO_TEST_CASE(whatever_stands_between_words_is_one_space) {
  BOOST_TEST(fold("  Jean--Paul,\t(dit « Jipé »)\u00A0… ") == "jean paul dit jipe");
  BOOST_TEST(fold("4°A / 6ème2") == "4 a 6eme2");
  BOOST_TEST(fold("d'Arc d’Arc dʼArc d‑Arc") == "d arc d arc d arc d arc");
  BOOST_TEST(fold("co\u00ADopéra\u200Btion") == "cooperation");
  BOOST_TEST(fold("") == "");
  BOOST_TEST(fold(" - ") == "");
}

BOOST_AUTO_TEST_CASE(ill_formed_bytes_separate_and_never_come_out) {
  BOOST_TEST(fold("a\xC3") == "a");
  BOOST_TEST(fold("a\xFF\xC3\x28z") == "a z");
}

BOOST_AUTO_TEST_CASE(folding_twice_changes_nothing) {
  std::string all;
  for (unsigned c = 0xA0; c < 0x800; ++c) all += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
  BOOST_TEST(fold(fold(all)) == fold(all));
}

BOOST_AUTO_TEST_CASE(utf8_is_what_table_3_7_says) {
  BOOST_TEST(valid_utf8(""));
  BOOST_TEST(valid_utf8("plain ASCII, longer than eight bytes"));
  BOOST_TEST(valid_utf8("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"));
  const char* const bad[] = {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xED\xA0\x80",
                             "\xED\xBF\xBF", "\xE1\x80", "\xE1\x80\x41", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                             "\xF1\x80\x80", "\xFE", "\xFF"};
  for (const char* text : bad) {
    BOOST_TEST(valid_prefix(text) == 0);
    BOOST_TEST(valid_prefix("12345678é"s + text) == 10);
  }
}

BOOST_AUTO_TEST_CASE(characters_are_code_points) {
  BOOST_TEST(count_characters("") == 0);
  BOOST_TEST(count_characters("Zoë") == 3);
  BOOST_TEST(count_characters("é€𝄞") == 3);
}

BOOST_AUTO_TEST_CASE(trimming_takes_every_kind_of_space_from_both_ends) {
  BOOST_TEST(trim(" \t\r\n Zoë  Le Gall \u00A0\u202F\u3000") == "Zoë  Le Gall");
  BOOST_TEST(trim("\uFEFFa") == "a");
  BOOST_TEST(trim(" \n ") == "");
  BOOST_TEST(trim("") == "");
  BOOST_TEST(trim(" \xFF ") == "\xFF");
}

BOOST_AUTO_TEST_SUITE_END()
