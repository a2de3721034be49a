// Advice on comments: words that circulaire 99-104 asks to leave out.
#include "report/lint.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using ent::report::AdviceKind;

std::string told(std::string_view comment) {
  static constexpr const char* kinds[] = {"", "vague", "reductive", "humiliating", "shouting", "too short"};
  std::string text;
  for (const auto& finding : ent::report::advice_on(comment)) {
    text += (text.empty() ? "" : "; ") + std::string(kinds[static_cast<std::size_t>(finding.kind)]) + ": " + finding.words;
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_lint)

BOOST_AUTO_TEST_CASE(finds_the_words_that_say_nothing) {
  BOOST_TEST(told("Peut mieux faire cette année.") == "vague: Peut mieux faire");
  BOOST_TEST(told("Trimestre moyen, il faut relire les leçons.") == "vague: moyen");
}

BOOST_AUTO_TEST_CASE(finds_words_whatever_case_accents_and_endings) {
  BOOST_TEST(told("Des résultats MÉDIOCRES en géométrie.") == "reductive: MÉDIOCRES");
  BOOST_TEST(told("Travail insuffisante ou faible à l'écrit.") == "reductive: insuffisante; reductive: faible");
  BOOST_TEST(told("Élève nulle en calcul mental.") == "humiliating: nulle");
}

BOOST_AUTO_TEST_CASE(finds_them_between_the_signs_of_word_processors) {
  BOOST_TEST(told("Peut mieux\u00A0faire\u00A0; l\u2019élève\u202F!") == "vague: Peut mieux\u00A0faire");
  BOOST_TEST(told("Il est jugé \u00ABnul\u00BB\u2026") == "humiliating: nul");
}

BOOST_AUTO_TEST_CASE(leaves_words_alone_that_only_begin_so) {
  BOOST_TEST(told("Il faut annuler les doutes et continuer.") == "");
  BOOST_TEST(told("Les moyennes de calcul progressent nettement.") == "");
}

BOOST_AUTO_TEST_CASE(finds_shouting_and_what_is_too_short) {
  BOOST_TEST(told("Il faut TRAVAILLER chaque soir.") == "shouting: TRAVAILLER");
  BOOST_TEST(told("C'est TRÈS bien ÉCŒURANT, l'été.") == "shouting: TRÈS; shouting: ÉCŒURANT");
  BOOST_TEST(told("Bon EPS ce trimestre.") == "");
  BOOST_TEST(told("Bien !") == "too short: Bien");
  BOOST_TEST(told("") == "");
  BOOST_TEST(told(" \u00A0\u2003\u200B") == "");  // white space alone takes a comment back
}

BOOST_AUTO_TEST_SUITE_END()
