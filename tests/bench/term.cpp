#include "term.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "ent/gradebook.hpp"
#include "ent/homework.hpp"
#include "ent/timetable.hpp"

namespace ent::bench {
namespace {

constexpr int subjects = 12;

void mark(Session& teacher, ServiceId service, std::int64_t org, std::int64_t number, int test) {
  const Date date = monday + std::chrono::days{test * 7};
  const auto added = must(gradebook::add_assessment(
      teacher, {.service_id = service, .name = "Devoir", .date = date, .pupils_from = monday, .parents_from = monday}));
  gradebook::EnterMarks grid{added.id, {}};
  const std::int64_t first = School::first_pupil + (number - 1) * 25 + (org - 1) * School::between_schools;
  for (std::int64_t pupil = 0; pupil < 25; ++pupil)
    grid.items.push_back({.pupil_id = {first + pupil}, .value = Decimal(static_cast<std::int32_t>((pupil * 7 + test * 3) % 21))});
  must(gradebook::enter_marks(teacher, grid));
}

void fill(const Portal& portal, Session& head, std::int64_t org, std::int64_t number, int assessments) {
  const PersonId teacher{School::first_teacher + number + (org - 1) * School::between_schools};
  Session by_teacher = test::acting(portal, teacher, Profile::teacher);
  timetable::AddSlots week{.org_id = {org}, .items = {}, .valid_to = Date{std::chrono::year{2027} / 7 / 3}, .valid_from = monday};
  for (int subject = 0; subject < subjects; ++subject) {
    const std::string code = "S" + std::to_string(subject);
    const auto service = must(group::add_service(
        head, {.group_id = division(number, org), .teacher_id = teacher, .subject_code = code, .valid_from = monday}));
    for (int time = 0; time < 2; ++time) {
      timetable::NewSlot slot{.weekday = static_cast<calendar::Weekday>(1 + (subject + time) % 5),
                              .begins = {480 + subject * 55 % 440}, .ends = {535 + subject * 55 % 440}, .subject_code = code};
      slot.group_ids = {division(number, org)};
      slot.teacher_ids = {teacher};
      week.items.push_back(std::move(slot));
    }
    for (int test = 0; test < assessments; ++test) mark(by_teacher, service.id, org, number, test);
    for (int day = 0; day < 10; ++day) {
      must(homework::set(by_teacher, {.group_id = division(number, org), .text = "Exercices 3 et 4 page 112",
                                      .due_on = monday + std::chrono::days{day * 7 + subject % 5}, .subject_code = code}));
    }
  }
  must(timetable::add_slots(head, week));
}

std::vector<std::string> texts(const RawStore& store, const std::string& query) {
  std::vector<std::string> found;
  RawStatement(store, query.c_str()).each([&](sqlite3_stmt* row) {
    found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
  });
  return found;
}

/// Gives the other schools what the first has: all that is known of a school by its own numbers.
void copy_to_others(const RawStore& store, std::int64_t schools) {
  constexpr std::array by_person{"org_unit", "member", "affiliation", "audit_entry", "change_event", "school_group", "group_member"};
  store.run("BEGIN");
  for (const std::string& table : texts(store, "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
                                               "WHERE m.type = 'table' AND c.name = 'org'")) {
    if (std::ranges::find(by_person, table) != by_person.end()) continue;
    std::string columns, values;
    for (const std::string& column : texts(store, "SELECT name FROM pragma_table_info('" + table + "') WHERE name <> 'org'")) {
      columns += ", " + column;
      values += ", t." + column;
    }
    store.run(("DELETE FROM " + table + " WHERE org > 1").c_str());
    for (std::int64_t org = 2; org <= schools; ++org) {
      store.run(("INSERT INTO " + table + " (org" + columns + ") SELECT " + std::to_string(org) + values + " FROM " + table +
                 " t WHERE t.org = 1").c_str());
    }
  }
  store.run("COMMIT");
}

}  // namespace

std::string fresh_file(const std::string& name) {
  const auto file = std::filesystem::temp_directory_path() / ("ent-bench-day-" + name + ".db");
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
  return file.string();
}

void add_term(const Portal& portal, std::int64_t org, int assessments) {
  Session head = head_of(portal, org);
  for (std::int64_t number = 1; number <= School::divisions; ++number) fill(portal, head, org, number, assessments);
}

const Term& Term::get() {
  static const Term one(1, 8);
  return one;
}

Term::Term(std::int64_t schools, int assessments) : path_(fresh_file("term" + std::to_string(schools) + "-" + std::to_string(assessments))) {
  { const School school(path_, Durability::normal, schools); }
  const RawStore store(path_);
  store.run("INSERT INTO id_block (org, sequence, next) VALUES (1, 'service', 1000)");  // those of the school have others
  add_term(opened(path_), School::org, assessments);
  if (schools > 1) copy_to_others(store, schools);
  store.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::string Term::copy(const std::string& name) const {
  const std::string path = fresh_file(name);
  RawStore(path_).run(("VACUUM INTO '" + path + "'").c_str());
  return path;
}

}  // namespace ent::bench
