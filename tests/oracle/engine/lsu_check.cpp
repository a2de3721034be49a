// lsu_check < CASES > ANSWERS: what hinders reports, and the file of the others, for the cases of test_lsu.py, one JSON text a line.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "interop/lsu/asked.hpp"
#include "interop/lsu/describe.hpp"
#include "interop/lsu/document.hpp"
#include "interop/lsu/obstacles.hpp"
#include "interop/lsu/projects.hpp"
#include "reflect/codec.hpp"
#include "report/describe.hpp"

namespace ent::lsu {
namespace {

struct CaseSheet {
  person::Card pupil{};
  GroupId division_id{};
  std::string division_code{};
  std::string class_number{};
  std::string number{};
  Date schooled_since{};
  std::string locked_at{};
  std::optional<report::Report> report{};
};
ENT_RECORD(CaseSheet, 0, pupil, division_id, division_code, class_number, number, schooled_since, locked_at, report)

struct CaseTeacher {
  std::int64_t person = 0;
  std::string number{};
};
ENT_RECORD(CaseTeacher, 0, person, number)

struct CaseSubject {
  std::string code{};
  std::string national{};
  std::string short_name{};
};
ENT_RECORD(CaseSubject, 0, code, national, short_name)

struct Case {
  bool second_degree = false;
  std::string version{};
  bool incomplete_too = false;
  std::string school_code{};
  Date today{};
  std::optional<std::int32_t> cycle{};
  std::vector<CaseTeacher> teachers{};
  std::vector<CaseSubject> subjects{};
  std::vector<CaseSheet> sheets{};
};
ENT_RECORD(Case, 0, second_degree, version, incomplete_too, school_code, today, cycle, teachers, subjects, sheets)

struct Answer {
  std::vector<PupilLine> items{};
  std::string xml{};  ///< Empty: none goes.
};
ENT_RECORD(Answer, 0, items, xml)

Answer answered(Case asked) {
  const Form form{asked.second_degree ? Format::second_degree : Format::first_degree, asked.version, asked.incomplete_too, "ent", "ent"};
  Delivery delivery{.school_code = asked.school_code, .today = asked.today, .cycle = asked.cycle};
  for (const CaseTeacher& teacher : asked.teachers) delivery.teacher_numbers[teacher.person] = teacher.number;
  for (const CaseSubject& subject : asked.subjects) delivery.subjects[subject.code] = {subject.national, subject.short_name};
  for (CaseSheet& one : asked.sheets) {
    delivery.sheets.push_back({.pupil = one.pupil, .division_id = one.division_id, .division_code = one.division_code,
                               .class_number = one.class_number, .number = one.number, .schooled_since = one.schooled_since,
                               .locked_at = one.locked_at, .report = std::move(one.report)});
  }
  tell_projects(delivery);
  Answer answer;
  std::vector<const Sheet*> ready;
  for (const Sheet& sheet : delivery.sheets) {
    answer.items.push_back({sheet.pupil, sheet.division_id, false, obstacles_of(sheet, delivery, form)});
    if (answer.items.back().obstacles.empty()) ready.push_back(&sheet);
  }
  if (!ready.empty()) answer.xml = xml_of(delivery, form, ready);
  return answer;
}

std::string all_of(std::FILE* file) {
  std::string text;
  char piece[1 << 16];
  for (std::size_t size = 0; (size = std::fread(piece, 1, sizeof piece, file)) > 0;) text.append(piece, size);
  return text;
}

int answer_all() {
  const std::string cases = all_of(stdin);
  for (std::size_t at = 0; at < cases.size();) {
    const std::size_t end = cases.find('\n', at);
    Case asked;
    if (const auto refused = reflect::read_json(reflect::TypeOf<Case>::value, std::string_view(cases).substr(at, end - at), &asked)) {
      std::fprintf(stderr, "lsu_check: %s %s\n", refused->message.c_str(), refused->fields.empty() ? "" : refused->fields.front().path.c_str());
      return EXIT_FAILURE;
    }
    const Answer answer = answered(std::move(asked));
    std::string text;
    reflect::write_json(reflect::TypeOf<Answer>::value, &answer, text);
    std::puts(text.c_str());
    at = end + 1;
  }
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace ent::lsu

int main() { return ent::lsu::answer_all(); }
