#include "reflect/csv.hpp"

#include <boost/test/unit_test.hpp>

#include "reflect/describe.hpp"

namespace ent::sample_csv {

using namespace std::chrono_literals;

enum class Colour : std::int32_t { red = 1 };
struct Inner {
  std::string town{};
  std::int32_t level = 0;
};
struct Row {
  PersonId id{};
  std::string name{};
  std::optional<Date> valid_from{};
  bool current = false;
  Colour kind = Colour::red;
  std::optional<Inner> adult{};
  std::vector<Inner> pupils{};
  std::vector<std::string> levels{};
};
struct Marked {
  TimeOfDay begins_at{};
  Decimal mark{};
  std::optional<Decimal> average{};
};
ENT_WORDS(Colour, red)
ENT_RECORD(Inner, 0, town, level)
ENT_RECORD(Row, 0, id, name, valid_from, current, kind, adult, pupils, levels)
ENT_RECORD(Marked, 0, begins_at, mark, average)

std::string csv(const std::vector<Row>& rows) {
  const reflect::Type& list = reflect::TypeOf<std::vector<Row>>::value;
  std::string text;
  reflect::write_csv_headings(list, text);
  reflect::write_csv_rows(list, &rows, text);
  return text;
}

const std::string head =
    "\xEF\xBB\xBFN°;Libellé;Du;En cours;Nature;Responsable - Commune;Responsable - Niveau;Élèves;Niveaux\r\n";

BOOST_AUTO_TEST_SUITE(csv_out)

BOOST_AUTO_TEST_CASE(an_empty_list_is_its_headings) { BOOST_TEST(csv({}) == head); }

BOOST_AUTO_TEST_CASE(each_kind_of_value_has_its_form) {
  Row row{.id = PersonId{7}, .name = "Aël", .valid_from = Date{2026y / 9 / 1}, .current = true};
  row.adult = Inner{"Brest", 3};
  row.pupils = {{"Lyon", 1}, {"", 2}};
  row.levels = {"CE1", "CE2"};
  BOOST_TEST(csv({row}) == head + "7;Aël;01/09/2026;oui;red;Brest;3;Lyon 1, 2;CE1, CE2\r\n");
  BOOST_TEST(csv({Row{.id = PersonId{8}}}) == head + "8;;;non;red;;;;\r\n");
}

BOOST_AUTO_TEST_CASE(controls_leave_a_mark) {
  const Row row{.id = PersonId{7}, .name = "B\x07l\x1b[31m\x7f \xc2\x9b\xc2\xa0\ta"};
  BOOST_TEST(csv({row}) == head + "7;B\xef\xbf\xbdl\xef\xbf\xbd[31m\xef\xbf\xbd \xef\xbf\xbd\xc2\xa0\ta;;non;red;;;;\r\n");
}

BOOST_AUTO_TEST_CASE(a_decimal_has_a_comma_and_a_time_a_colon) {
  const std::vector<Marked> rows = {{.begins_at = {8 * 60 + 5}, .mark = *Decimal::parse("14.5"), .average = Decimal(12)},
                                    {.begins_at = {1439}, .mark = *Decimal::parse("-0.25")}};
  std::string text;
  reflect::write_csv_rows(reflect::TypeOf<std::vector<Marked>>::value, &rows, text);
  BOOST_TEST(text == "08:05;14,5;12\r\n23:59;-0,25;\r\n");
}

BOOST_AUTO_TEST_CASE(what_separates_is_quoted) {
  for (const auto& [name, cell] : {std::pair("a;b", "\"a;b\""), std::pair("a\"b", "\"a\"\"b\""),
                                   std::pair("a\r\nb", "\"a\r\nb\""), std::pair(" a", "\" a\""), std::pair("a,b", "a,b")})
    BOOST_TEST(csv({Row{.id = PersonId{1}, .name = name}}) == head + "1;" + cell + ";;non;red;;;;\r\n");
}

BOOST_AUTO_TEST_CASE(nothing_runs_in_a_spreadsheet) {
  for (const char* name : {"=1+1", "+33 1", "-1", "@A1", "\tx"})
    BOOST_TEST(csv({Row{.id = PersonId{1}, .name = name}}) == head + "1;'" + name + ";;non;red;;;;\r\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::sample_csv
