// The last import of a timetable, taken back: after a first load nothing is left of it, after a later one the week is as before,
// and what somebody has built on it since stays, with all that it needs.
#include "ent/attendance.hpp"
#include "ent/calendar.hpp"
#include "ent/homework.hpp"
#include "ent/notebook.hpp"
#include "fet_school.hpp"
#include "support/acting.hpp"

namespace ent::test {
namespace {

const Date monday = a_day(2026, 9, 14), later = a_day(2026, 9, 21);

/// All that a timetable says, but for revisions, which never go back.
Lines week_of(const FetSchool& school) {
  Lines found;
  for (const char* sql :
       {"SELECT code || '|' || name FROM subject", "SELECT code || '|' || name || '|' || site || '|' || CAST(valid_from AS TEXT) FROM room",
        "SELECT CAST(grp AS TEXT) || '|' || code || '|' || CAST(kind AS TEXT) || '|' || CAST(valid_to AS TEXT) || '|' || source "
        "FROM school_group",
        "SELECT CAST(grp AS TEXT) || '<' || CAST(division AS TEXT) FROM group_division",
        "SELECT CAST(grp AS TEXT) || '=' || part FROM group_part",
        "SELECT CAST(service AS TEXT) || '|' || CAST(grp AS TEXT) || '|' || CAST(member AS TEXT) || '|' || subject || '|' || "
        "CAST(valid_from AS TEXT) || '|' || CAST(valid_to AS TEXT) || '|' || source FROM service",
        "SELECT CAST(slot AS TEXT) || '|' || CAST(valid_from AS TEXT) || '|' || CAST(valid_to AS TEXT) || '|' || CAST(weekday AS TEXT) "
        "|| '|' || CAST(begins AS TEXT) || '|' || CAST(ends AS TEXT) || '|' || subject || '|' || alternance FROM slot",
        "SELECT CAST(slot AS TEXT) || '|' || CAST(valid_from AS TEXT) || '@' || CAST(role AS TEXT) || ':' || CAST(part AS TEXT) "
        "FROM slot_part",
        "SELECT CAST(slot AS TEXT) || '|' || CAST(valid_from AS TEXT) || '!' || CAST(member AS TEXT) FROM slot_teacher",
        "SELECT feed || ' ' || key || '>' || CAST(slot AS TEXT) || '#' || CAST(said AS TEXT) FROM slot_reference",
        "SELECT feed || ' ' || key || '>' || CAST(grp AS TEXT) FROM group_reference",
        "SELECT code || '|' || CAST(valid_from AS TEXT) FROM bell_grid",
        "SELECT code || '|' || CAST(valid_from AS TEXT) || '|' || name || CAST(begins AS TEXT) FROM bell"}) {
    std::ranges::move(school.lines(sql), std::back_inserter(found));
  }
  return found;
}

/// A later state of the file: a lesson that moves, one that goes with its group, one that comes.
void make_later(FetFile& file) {
  file.move(5, "Mercredi", "08:00-09:00")
      .replace("<Active>true</Active>", "<Active>false</Active>", "<Id>3</Id>")
      .replace("<Active>false</Active>", "<Active>true</Active>", "<Id>8</Id>")
      .replace("</Time_Constraints_List>",
               "<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>8</Activity_Id>"
               "<Preferred_Day>Lundi</Preferred_Day><Preferred_Hour>11h15-12h15</Preferred_Hour><Active>true</Active>"
               "</ConstraintActivityPreferredStartingTime></Time_Constraints_List>");
}

struct Undone : FetSchool {
  explicit Undone(Place place) : FetSchool(place) { hire(); }

  FetReport load_on(Date date, const std::string& file, const std::string& feed = "fet") {
    FetOptions asked = options();
    asked.date = date;
    asked.feed = feed;
    return load(file, asked);
  }
  ImportUndo undo(const UndoOptions& asked) { return must(undo_import(host, "fet", asked)); }
  ImportUndo undo() { return undo({.org_id = org}); }

  Session teacher(std::size_t place) { return acting(portal, teachers[place].person_id, Profile::teacher); }
  /// Of an activity.
  LessonId lesson(const std::string& key, std::int64_t week = 0) {
    const Lines slots = lines("SELECT key || ' ' || CAST(slot AS TEXT) FROM slot_reference");
    for (const std::string& line : slots) {
      if (line.starts_with(key + " "))
        return make_id<LessonId>(org.value, std::stoll(line.substr(key.size() + 1)) * timetable_weeks + week);
    }
    BOOST_FAIL("no such activity");
    return {};
  }
  FetReport load_later() {
    FetFile file;
    make_later(file);
    return load_on(later, file.path());
  }
  GroupId group(const std::string& name) {
    const auto groups = must(group::list(host, {.org_id = org})).items;
    return std::ranges::find(groups, name, &group::View::name)->id;
  }
  static constexpr std::int64_t timetable_weeks = 64;
};

/// "slot 1 import.used_since" for each thing that was kept.
Lines kept_by(const ImportUndo& undo) {
  Lines found;
  for (const UndoConflict& one : undo.kept) found.push_back(one.fact + " " + one.name + " " + one.reason);
  std::ranges::sort(found);
  return found;
}

/// On which of two days, counted from the Monday of the later file, somebody teaches something.
std::vector<std::int64_t> days_taught(Undone& school, PersonId teacher) {
  std::vector<std::int64_t> days;
  for (const std::int64_t number : {1, 2}) {
    Session then = school.host.at(later + std::chrono::days{number});
    if (!must(group::services(then, {.org_id = school.org, .teacher_id = teacher})).items.empty()) days.push_back(number);
  }
  return days;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fet_undo)

BOOST_DATA_TEST_CASE(of_a_first_load_nothing_is_left, engines(), place) {
  Undone school(place);
  const Lines before = week_of(school);
  const FetReport report = school.load(fet_college);
  BOOST_TEST(report.run > 0);
  const Lines loaded = week_of(school);
  const ImportUndo undo = school.undo();
  BOOST_TEST(undo.applied);
  BOOST_TEST(undo.run == report.run);
  BOOST_TEST(undo.conflicts == 0);
  BOOST_TEST((undo.slots == UndoCounts{.removed = 6}));
  BOOST_TEST((undo.services == UndoCounts{.removed = 5}));
  BOOST_TEST((undo.groups == UndoCounts{.removed = 5}));
  BOOST_TEST((undo.rooms == UndoCounts{.removed = 2}));
  BOOST_TEST((undo.subjects == UndoCounts{.removed = 3}));
  BOOST_TEST((undo.bells == UndoCounts{.removed = 1}));
  BOOST_TEST(week_of(school) == before, boost::test_tools::per_element());
  BOOST_TEST(school.lines("SELECT feed FROM import_image").empty());
  const ImportUndo again = school.undo();
  BOOST_TEST(again.was_undone);
  BOOST_TEST(!again.applied);
  BOOST_TEST(school.load(fet_college).slots.created == 6);  // the feed begins anew
  BOOST_TEST(week_of(school).size() == loaded.size());
}

BOOST_DATA_TEST_CASE(after_a_later_state_the_week_is_as_before, engines(), place) {
  Undone school(place);
  school.load_on(monday, fet_college);
  const Lines before = week_of(school);
  const auto slots_before = must(timetable::slots(school.host, {.org_id = school.org})).items;
  const FetReport report = school.load_later();
  BOOST_TEST(told(report.slots) == "1 created, 1 changed, 4 unchanged, 1 marked");
  const Lines after = week_of(school);
  BOOST_TEST((after != before));
  const ImportUndo rehearsed = school.undo({.org_id = school.org, .dry_run = true});
  BOOST_TEST(!rehearsed.applied);
  BOOST_TEST(week_of(school) == after, boost::test_tools::per_element());
  const ImportUndo undo = school.undo();
  BOOST_TEST(undo.applied);
  BOOST_TEST((undo.slots == rehearsed.slots));
  BOOST_TEST((undo.slots == UndoCounts{.restored = 2, .removed = 1}));
  BOOST_TEST(undo.conflicts == 0);
  BOOST_TEST(week_of(school) == before, boost::test_tools::per_element());
  Session then = school.host.at(later);  // whoever has read it in between is told
  for (const timetable::Slot& slot : must(timetable::slots(then, {.org_id = school.org})).items) {
    const auto was = std::ranges::find(slots_before, slot.id, &timetable::Slot::id);
    BOOST_TEST_REQUIRE((was != slots_before.end()));
    BOOST_TEST(slot.revision >= was->revision);
  }
  BOOST_TEST(told(school.load_later().slots) == "1 created, 1 changed, 4 unchanged, 1 marked");
}

BOOST_DATA_TEST_CASE(the_rights_of_a_substitute_go_with_a_lesson_and_come_back, engines(), place) {
  Undone school(place);
  school.load_on(monday, fet_college);
  const PersonId substitute = school.staff("Ada", "Noir", Profile::teacher);
  Session head = acting(school.portal, school.staff("Eva", "Roux", Profile::head), Profile::head);
  must(timetable::replace(head, {.id = school.lesson("5", 1), .teacher_ids = {substitute}}));  // Tuesday 22 September, 6B
  school.clock->set(school.clock->now() + std::chrono::hours{1});
  BOOST_TEST(days_taught(school, substitute) == std::vector<std::int64_t>{1});
  BOOST_TEST(told(school.load_later().slots) == "1 created, 1 changed, 4 unchanged, 1 marked");
  BOOST_TEST(days_taught(school, substitute) == std::vector<std::int64_t>{2});
  const ImportUndo undo = school.undo();
  BOOST_TEST(undo.conflicts == 0);
  BOOST_TEST(days_taught(school, substitute) == std::vector<std::int64_t>{1});
}

BOOST_DATA_TEST_CASE(the_same_again_is_no_run, engines(), place) {
  Undone school(place);
  const FetReport first = school.load(fet_college);
  BOOST_TEST(school.load(fet_college).run == 0);
  FetOptions rehearsal = school.options();
  rehearsal.dry_run = true;
  rehearsal.date = later;
  FetFile file;
  make_later(file);
  BOOST_TEST(school.load(file.path(), rehearsal).run == 0);
  BOOST_TEST(school.undo().run == first.run);
}

BOOST_DATA_TEST_CASE(a_lesson_that_somebody_has_used_stays_with_all_that_it_needs, engines(), place) {
  Undone school(place);
  const PersonId lou = school.person("Lou", "Petit");
  school.load(fet_college);
  must(group::enrol(school.host, {.id = school.group("6A"), .pupil_ids = {lou}, .level = "6"}));
  const LessonId french = school.lesson("1");  // Monday 8:00, 6A, Mme Lefèvre
  Session teacher = school.teacher(0);
  must(attendance::take(teacher, {.marks = {}, .lesson_id = french}));
  const Lines before = week_of(school);

  const ImportUndo refused = school.undo({.org_id = school.org, .all_or_nothing = true});
  BOOST_TEST(!refused.applied);
  BOOST_TEST(week_of(school) == before, boost::test_tools::per_element());

  const ImportUndo undo = school.undo();
  BOOST_TEST(undo.applied);
  BOOST_TEST(kept_by(undo) == kept_by(refused), boost::test_tools::per_element());
  BOOST_TEST(kept_by(undo) == (Lines{"group 6A import.used_since", "room B101 import.used_since", "service Français import.used_since",
                                     "slot 1 import.used_since", "subject Français import.used_since"}),
             boost::test_tools::per_element());
  BOOST_TEST((undo.slots == UndoCounts{.removed = 5, .kept = 1}));
  const timetable::ListLessons hers{.first_day = monday, .last_day = monday, .org_id = school.org,
                                    .person_id = school.teachers[0].person_id};
  const auto lessons = must(timetable::lessons(teacher, hers)).items;
  BOOST_TEST_REQUIRE(lessons.size() == 1u);
  BOOST_TEST((lessons.at(0).id == french));
  BOOST_TEST(must(attendance::get_register(teacher, {.lesson_id = french})).lines.size() == 1u);
}

BOOST_DATA_TEST_CASE(whatever_is_written_of_a_lesson_holds_it, engines(), place) {
  Undone school(place);
  school.load(fet_college);
  Session lefevre = school.teacher(0), nguyen = school.teacher(1);
  must(notebook::write(lefevre, {.lesson_id = school.lesson("1"), .text = "Le conte."}));
  const homework::Set exercise{.group_id = school.group("6B"), .text = "Exercice 3.", .due_lesson_id = school.lesson("5", 1)};
  must(homework::set(nguyen, exercise));
  must(timetable::cancel_lesson(school.host, {.id = school.lesson("6")}));
  const SlotId half = make_id<SlotId>(school.org.value, school.lesson("3").number() / 64);
  must(timetable::change_slot(school.host, {.id = half, .label = "Demi-groupe", .valid_from = later}));
  const ImportUndo undo = school.undo();
  Lines kept = kept_by(undo);
  std::erase_if(kept, [](const std::string& line) { return !line.starts_with("slot "); });
  BOOST_TEST(kept == (Lines{"slot 1 import.used_since", "slot 3 import.changed_since", "slot 5 import.used_since",
                            "slot 6 import.used_since"}),
             boost::test_tools::per_element());
  BOOST_TEST((undo.slots == UndoCounts{.removed = 2, .kept = 4}));
  BOOST_TEST(must(notebook::entries(lefevre, {.first_day = monday, .last_day = monday, .group_id = school.group("6A")})).items.size() == 1u);
}

/// The register of a lesson before the day from which a later file holds does not stand on that file.
BOOST_DATA_TEST_CASE(a_lesson_before_the_file_holds_nothing, engines(), place) {
  Undone school(place);
  school.load(fet_college);
  const Lines before = week_of(school);
  school.load_later();
  Session nguyen = school.teacher(1);
  school.clock->set(school.clock->now() + std::chrono::hours{30});  // Tuesday, after the lesson
  must(attendance::take(nguyen, {.marks = {}, .lesson_id = school.lesson("5")}));
  BOOST_TEST(school.undo().conflicts == 0);
  BOOST_TEST(week_of(school) == before, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(what_went_over_to_another_feed_comes_back, engines(), place) {
  Undone school(place);
  school.load_on(monday, fet_college);
  school.load_on(monday, fet_college, "fet:b");
  const Lines before = week_of(school);
  FetFile without;
  for (const char* activity : {"<Id>3</Id>", "<Id>4</Id>", "<Id>5</Id>"})
    without.replace("<Active>true</Active>", "<Active>false</Active>", activity);
  school.load_on(later, without.path());
  BOOST_TEST((week_of(school) != before));
  BOOST_TEST(school.undo().conflicts == 0);
  BOOST_TEST(week_of(school) == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(schools_have_feeds_of_their_own) {
  Undone school(Place::memory);
  school.load(fet_college);
  const OrgId other = must(org::add(school.host, {.kind = org::Kind::establishment, .code = "0951100E", .name = "Collège du Lac",
                                                  .degree = org::Degree::second})).id;
  BOOST_TEST(reason(undo_import(school.host, "fet", {.org_id = other})) == "import.run_not_found");
  BOOST_TEST(reason(undo_import(school.host, "fet")) == "import.run_not_found");
  FetOptions there = school.options();
  there.org_id = other;
  const FetReport report = school.load(fet_college, there);
  BOOST_TEST(must(undo_import(school.host, "fet", {.org_id = other})).run == report.run);
  BOOST_TEST(must(timetable::slots(school.host, {.org_id = school.org})).items.size() == 6u);
  BOOST_TEST(must(timetable::slots(school.host, {.org_id = other})).items.empty());
}

BOOST_AUTO_TEST_CASE(who_may_not_import_may_not_take_back) {
  Undone school(Place::memory);
  school.load(fet_college);
  Session teacher = school.teacher(0);
  const auto refused = undo_import(teacher, "fet", {.org_id = school.org});
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST((refused.error().code == Errc::permission_denied || refused.error().code == Errc::not_found));
  BOOST_TEST(reason(undo_import(school.host, "fet", {.run = 999'999, .org_id = school.org})) == "import.run_not_last");
}

BOOST_AUTO_TEST_CASE(of_every_real_file_nothing_is_left) {
  const std::string folder = shared_fet();
  if (folder.empty()) return;
  for (const auto& row : table_of(folder + "/expected.csv")) {
    BOOST_TEST_CONTEXT(row.at("file")) {
      FetSchool school(Place::memory);
      const std::string path = folder + "/" + row.at("file");
      const auto document = read_fet(text_of(path)).document;
      FetOptions options = school.options();
      for (std::int32_t i = 0; i < static_cast<std::int32_t>(document.hours.size()); ++i) {
        const std::string& name = document.hours[static_cast<std::size_t>(i)].name;
        options.hours.push_back({name, {480 + i * 50}, {525 + i * 50}, calendar::HalfDay::morning});
        options.hours.push_back({name, {800 + i * 50}, {845 + i * 50}, calendar::HalfDay::afternoon});
      }
      const Lines before = week_of(school);
      const FetReport report = school.load(path, options);
      const ImportUndo undo = must(undo_import(school.host, "fet", {.org_id = school.org}));
      BOOST_TEST(undo.conflicts == 0);
      BOOST_TEST(undo.slots.removed == report.slots.created);
      BOOST_TEST((week_of(school) == before));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
