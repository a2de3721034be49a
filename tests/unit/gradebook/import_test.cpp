#include "gradebook/import_rules.hpp"
#include "gradebook/annotation_rules.hpp"
#include "gradebook/table.hpp"

#include <boost/test/unit_test.hpp>

using namespace ent;
using namespace ent::gradebook;

namespace {

const AssessmentId first{101}, second{102};

std::vector<Assessment> columns() {
  std::vector<Assessment> made(2);
  made[0].id = first;
  made[0].maximum = 20;
  made[1].id = second;
  made[1].maximum = 10;
  return made;
}

group::Pupil pupil(std::int64_t member, const char* family, const char* given) {
  return {member, {PersonId{1000 + member}, family, given, {}}};
}

const std::vector<group::Pupil> pupils{pupil(1, "Bérard", "Inès"), pupil(2, "Cohen", "Sacha"), pupil(3, "Cohen", "Sacha"),
                                       pupil(4, "Le Goff", "Anne-Lise")};

const std::vector<Annotation> own_kinds{{"Stage", "En stage", AnnotationCounts::left_out}, {"Fr", "Fraude", AnnotationCounts::zero}};

/// "1/1 changes 14.5, 1/2 refused gradebook.not_a_mark"
std::string told(const ImportPlan& plan) {
  static const char* const words[] = {"", "changes", "stands", "empty", "refused"};
  std::string text;
  for (const ImportCell& cell : plan.cells) {
    text += (text.empty() ? "" : ", ") + std::to_string(cell.row) + "/" + std::to_string(cell.column) + " ";
    text += words[static_cast<std::size_t>(cell.outcome)];
    if (cell.value) text += " " + cell.value->text();
    if (cell.annotation) text += " " + *cell.annotation + " " + std::to_string(static_cast<int>(*cell.kind));
    if (cell.reason) text += " " + *cell.reason;
  }
  return text;
}

ImportRow row(const char* name, std::vector<std::string> cells) { return {std::move(cells), {}, name}; }

ImportPlan plan(std::vector<ImportRow> rows, std::vector<CellRow> standing = {}, std::vector<CellRow> closed = {},
                std::vector<CellRow> away = {}) {
  const ImportMarks input{ServiceId{1}, {first, second}, std::move(rows)};
  static const engine::EntryRule usual{};
  const auto let_in = [](const Assessment&, std::int64_t) -> const engine::EntryRule& { return usual; };
  return plan_of(input, columns(), let_in, pupils, standing, away, closed, own_kinds);
}

CellRow stands(AssessmentId assessment, std::int64_t member, int value, std::int64_t version = 1) {
  return {assessment, {.member = member, .kind = MarkKind::number, .value = value, .comment = "Bien", .version = version}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(import)

BOOST_AUTO_TEST_CASE(names_in_either_order_and_however_written) {
  for (const char* const name : {"Bérard Inès", "INES BERARD", "  berard   ines "}) {
    BOOST_TEST(told(plan({row(name, {"14,5", "8"})})) == "1/1 changes 14.5, 1/2 changes 8");
  }
  BOOST_TEST(told(plan({row("anne-lise LE GOFF", {"1", ""})})) == "1/1 changes 1, 1/2 empty");
  BOOST_TEST(told(plan({row("Bérard", {"1", "1"})})) == "1/0 refused group.no_member");
  BOOST_TEST(told(plan({row("Cohen Sacha", {"1", "1"})})) == "1/0 refused gradebook.pupil_ambiguous");
}

BOOST_AUTO_TEST_CASE(numbers_of_pupils_and_each_once) {
  const ImportRow by_number{{"1", "2"}, PersonId{1002}, {}}, stranger{{"1", "2"}, PersonId{4711}, {}};
  BOOST_TEST(told(plan({by_number, stranger, by_number})) ==
             "1/1 changes 1, 1/2 changes 2, 2/0 refused group.no_member, 3/0 refused field.repeated");
}

BOOST_AUTO_TEST_CASE(each_column_has_its_scale) {
  BOOST_TEST(told(plan({row("Bérard Inès", {"15", "15"})})) == "1/1 changes 15, 1/2 refused gradebook.above_maximum");
  BOOST_TEST(told(plan({row("Bérard Inès", {"12..5", "-3"})})) == "1/1 refused gradebook.not_a_mark, 1/2 refused field.range");
  BOOST_TEST(told(plan({row("Bérard Inès", {"abs", "7,125"})})) == "1/1 changes, 1/2 refused gradebook.too_many_decimals");
}

BOOST_AUTO_TEST_CASE(marks_are_of_those_who_were_in_the_group_on_the_day) {
  const std::vector<CellRow> away{stands(first, 1, 0)};
  BOOST_TEST(told(plan({row("Bérard Inès", {"12", "9"})}, {}, {}, away)) == "1/1 refused 12 group.no_member, 1/2 changes 9");
  BOOST_TEST(told(plan({row("Bérard Inès", {"", "9"})}, {}, {}, away)) == "1/1 empty, 1/2 changes 9");
  BOOST_TEST(told(plan({row("Bérard Inès", {"12", "9"})}, {stands(first, 1, 12)}, {}, away)) == "1/1 stands 12, 1/2 changes 9");
}

BOOST_AUTO_TEST_CASE(what_stands_is_kept_with_its_comment) {
  const ImportPlan made = plan({row("Bérard Inès", {"12", "9"})}, {stands(first, 1, 12), stands(second, 1, 8, 3)});
  BOOST_TEST(told(made) == "1/1 stands 12, 1/2 changes 9");
  BOOST_REQUIRE(made.before.size() == 1 && made.after.size() == 1);
  BOOST_TEST((made.before[0].assessment == second && made.before[0].mark.version == 3));
  BOOST_TEST((made.after[0].mark.version == 4 && made.after[0].mark.comment == "Bien"));
}

BOOST_AUTO_TEST_CASE(what_is_closed_may_only_be_said_again) {
  const std::vector<CellRow> standing{stands(first, 1, 12)}, closed{{first, {.member = 1}}};
  BOOST_TEST(told(plan({row("Bérard Inès", {"12", "9"})}, standing, closed)) == "1/1 stands 12, 1/2 changes 9");
  const ImportPlan refused = plan({row("Bérard Inès", {"13", "9"})}, standing, closed);
  BOOST_TEST(refused.cells[0].reason.value_or("") == "gradebook.period_closed");
  const auto error = refusals_of(refused.cells);
  BOOST_REQUIRE(error.has_value());
  BOOST_TEST(error->fields.size() == 1U);
  BOOST_TEST(error->fields[0].path == "/items/0/cells/0");
}

BOOST_AUTO_TEST_CASE(words_of_the_school_stand_for_its_own_kinds) {
  BOOST_TEST(told(plan({row("Bérard Inès", {"STAGE", "fraude"}), row("Le Goff Anne-Lise", {"En  stage", "abs"})})) ==
             "1/1 changes Stage 11, 1/2 changes Fr 12, 2/1 refused gradebook.not_a_mark, 2/2 changes");
  CellRow standing = stands(first, 1, 0);
  standing.mark.kind = MarkKind::own_left_out;
  standing.mark.annotation = "Stage";
  BOOST_TEST(told(plan({row("Bérard Inès", {"stage", ""})}, {standing})) == "1/1 stands Stage 11, 1/2 empty");
  // It was entered while it counted 0: now that it is left out, the same word says something else.
  standing.mark.kind = MarkKind::own_zero;
  BOOST_TEST(told(plan({row("Bérard Inès", {"stage", ""})}, {standing})) == "1/1 changes Stage 11, 1/2 empty");
}

BOOST_AUTO_TEST_CASE(an_annotation_is_no_number_and_no_word_that_all_schools_have) {
  const auto refused = [](std::vector<Annotation> items) {
    std::string text;
    const auto error = well_formed(SetAnnotations{OrgId{1}, std::move(items)});
    for (const FieldError& field : error ? error->fields : std::vector<FieldError>{}) text += field.path + " " + field.reason + " ";
    return text;
  };
  BOOST_TEST(refused({{"St", "Stage", AnnotationCounts::left_out}, {"Fr", "Fraude", AnnotationCounts::zero}}) == "");
  BOOST_TEST(refused({{"St", "Stage", AnnotationCounts::left_out}, {"ST", "Sortie", AnnotationCounts::zero}}) == "/items/1/code field.repeated ");
  for (const char* const word : {"abs", "Disp", "14,5", "21", "-", "12", "12..5", "1,2,3", ",5"}) {
    BOOST_TEST(refused({{word, "Mot", AnnotationCounts::left_out}}) == "/items/0/code gradebook.word_taken ", word);
    BOOST_TEST(refused({{"St", word, AnnotationCounts::left_out}}) == "/items/0/label gradebook.word_taken ", word);
  }
  BOOST_TEST(refused({{" ", "", AnnotationCounts::left_out}}) == "/items/0/code text.too_short /items/0/label text.too_short ");
}

BOOST_AUTO_TEST_SUITE_END()
