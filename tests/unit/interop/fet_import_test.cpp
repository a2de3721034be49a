// A FET file that is loaded into a school, loaded again, and loaded as it stands later.
#include "ent/calendar.hpp"
#include "ent/school_year.hpp"
#include "fet_school.hpp"
#include "support/acting.hpp"

namespace ent::test {
namespace {

/// Monday, on which all of these tests begin, and the next.
const Date today = a_day(2026, 9, 14), next_monday = a_day(2026, 9, 21);

const Lines the_week{"1 480-600 Français 6A B101 1",        "2 480-540 Mathématiques 6A gr 1 B102 1",
                     "2 540-600 Mathématiques 6A gr 2 1",   "2 615-675 Mathématiques 6B 1",
                     "4 615-675 Français 6A 1",             "5 675-735 Éducation musicale & chant 6e B101 B102 1"};

class Stop final : public ImportWatch {
 public:
  explicit Stop(int after) : left_(after) {}
  bool go_on(const ImportProgress& progress) override {
    last = progress;
    return left_-- > 0;
  }
  ImportProgress last{};

 private:
  int left_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(fet_import)

BOOST_DATA_TEST_CASE(a_file_becomes_a_week, engines(), place) {
  FetSchool school(place);
  school.hire();
  const FetReport report = school.load(fet_college);
  BOOST_TEST(report.applied);
  BOOST_TEST(report.feed == "fet");
  BOOST_TEST((report.date == today));
  BOOST_TEST(report.school_year == 2026);
  BOOST_TEST(report.activities == 8);
  BOOST_TEST(report.inactive == 1);
  BOOST_TEST(report.unplaced == 1);
  BOOST_TEST(told(report.subjects) == "3 created");
  BOOST_TEST(told(report.rooms) == "2 created");
  BOOST_TEST(told(report.bells) == "4 created");
  BOOST_TEST(told(report.groups) == "5 created");  // 6A, 6B; 6e and the two halves of 6A
  BOOST_TEST(told(report.services) == "5 created");
  BOOST_TEST(told(report.slots) == "6 created");
  BOOST_TEST(report.clash_count == 0);
  BOOST_TEST(report.unmatched_teachers.empty());
  BOOST_TEST(notes_of(report, true) == Lines{}, boost::test_tools::per_element());
  BOOST_TEST(notes_of(report, false) == Lines{"college.fet 182  import.unplaced"}, boost::test_tools::per_element());
  BOOST_TEST(school.slots(today) == the_week, boost::test_tools::per_element());

  const auto groups = must(group::list(school.host, {.org_id = school.org})).items;
  const auto called = [&](const std::string& name) { return *std::ranges::find(groups, name, &group::View::name); };
  BOOST_TEST((called("6A").kind == group::Kind::division));
  BOOST_TEST((called("6e").kind == group::Kind::group));
  BOOST_TEST(called("6e").division_ids.size() == 2u);
  BOOST_TEST((called("6A gr 1").division_ids == std::vector{called("6A").id}));
  const auto bells = must(calendar::bells(school.host, {.org_id = school.org})).items;
  BOOST_TEST(bells.at(0).code == "fet");
  BOOST_TEST(bells.at(0).bells.at(2).name == "10h15-11h15");
  const auto week = must(timetable::lessons(
      school.host, {.first_day = today, .last_day = today + std::chrono::days{6}, .group_id = called("6A").id}));
  BOOST_TEST(week.items.size() == 5u);  // those of its halves and of the whole year among them
}

/// 2027-2028 was opened before the file of 2026-2027 came: its classes and groups end with the year, until the opening is taken back.
BOOST_DATA_TEST_CASE(groups_of_a_late_file_go_on_once_the_opening_is_taken_back, engines(), place) {
  FetSchool school(place);
  school.hire();
  must(school_year::open(school.host, {.org_id = school.org, .school_year = 2027}));
  school.load(fet_college);
  const auto all_end_on = [&](std::optional<Date> day) {
    const auto groups = must(group::list(school.host, {.org_id = school.org})).items;
    BOOST_TEST(groups.size() == 5u);
    BOOST_TEST(std::ranges::all_of(groups, [&](const group::View& group) { return group.valid_to == day; }));
  };
  all_end_on(std::chrono::sys_days{std::chrono::year{2027} / 9 / 1});
  must(school_year::undo(school.host, {.org_id = school.org}));
  all_end_on(std::nullopt);
}

BOOST_DATA_TEST_CASE(the_same_again_writes_nothing, engines(), place) {
  FetSchool school(place);
  school.hire();
  school.load(fet_college);
  const Lines before = school.all();
  for (const std::optional<Date>& date : {std::optional<Date>(), std::optional(today), std::optional(a_day(2026, 9, 23))}) {
    FetOptions options = school.options();
    options.date = date;
    const FetReport again = school.load(fet_college, options);
    BOOST_TEST(again.applied);
    BOOST_TEST(told(again.subjects) == "3 unchanged");
    BOOST_TEST(told(again.rooms) == "2 unchanged");
    BOOST_TEST(told(again.bells) == "4 unchanged");
    BOOST_TEST(told(again.groups) == "5 unchanged");
    BOOST_TEST(told(again.services) == "5 unchanged");
    BOOST_TEST(told(again.slots) == "6 unchanged");
    BOOST_TEST(school.all() == before, boost::test_tools::per_element());
  }
}

BOOST_DATA_TEST_CASE(what_has_moved_is_moved_and_nothing_else, engines(), place) {
  FetSchool school(place);
  school.hire();
  school.load(fet_college);
  const auto slots_before = must(timetable::slots(school.host, {.org_id = school.org})).items;
  FetFile file;
  file.move(5, "Mercredi", "08:00-09:00");
  FetOptions options = school.options();
  options.date = next_monday;
  const FetReport report = school.load(file.path(), options);
  BOOST_TEST((report.date == next_monday));
  BOOST_TEST(told(report.slots) == "1 changed, 5 unchanged");
  BOOST_TEST(told(report.services) == "5 unchanged");
  BOOST_TEST(school.slots(today) == the_week, boost::test_tools::per_element());
  Lines moved = the_week;
  moved.erase(moved.begin() + 3);
  moved.insert(moved.begin() + 3, "3 480-540 Mathématiques 6B 1");
  BOOST_TEST(school.slots(next_monday) == moved, boost::test_tools::per_element());
  Session later = school.host.at(next_monday);
  for (const timetable::Slot& slot : must(timetable::slots(later, {.org_id = school.org})).items) {
    const auto was = std::ranges::find(slots_before, slot.id, &timetable::Slot::id);
    BOOST_TEST_REQUIRE((was != slots_before.end()));  // its lessons keep their ids
    BOOST_TEST((slot.weekday == was->weekday || slot.revision == 2));
  }
}

BOOST_AUTO_TEST_CASE(a_change_of_weekday_begins_with_a_week) {
  FetSchool school(Place::memory);
  school.hire();
  school.load(fet_college);
  FetFile file;
  file.move(5, "Mercredi", "08:00-09:00");
  FetOptions options = school.options();
  options.date = a_day(2026, 9, 23);
  BOOST_TEST(reason(import_fet(school.host, file.path(), options)) == "timetable.midweek");
  FetFile later;
  later.move(5, "Mardi", "11h15-12h15");  // another hour of the same day may
  BOOST_TEST(told(school.load(later.path(), options).slots) == "1 changed, 5 unchanged");
  options.date = today;
  BOOST_TEST(reason(import_fet(school.host, later.path(), options)) == "import.feed_older");
}

BOOST_DATA_TEST_CASE(what_comes_goes_and_comes_back, engines(), place) {
  FetSchool school(place);
  school.hire();
  school.load(fet_college);
  FetOptions options = school.options();
  options.date = next_monday;
  FetFile without;
  without.replace("<Active>true</Active>", "<Active>false</Active>", "<Id>2</Id>")
      .replace("<Active>false</Active>", "<Active>true</Active>", "<Id>8</Id>")
      .replace("</Time_Constraints_List>",
               "<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>8</Activity_Id>"
               "<Preferred_Day>Lundi</Preferred_Day><Preferred_Hour>11h15-12h15</Preferred_Hour><Active>true</Active>"
               "</ConstraintActivityPreferredStartingTime></Time_Constraints_List>");
  const FetReport report = school.load(without.path(), options);
  BOOST_TEST(told(report.slots) == "1 created, 5 unchanged, 1 marked");
  BOOST_TEST(told(report.services) == "1 created, 5 unchanged");
  BOOST_TEST(school.slots(today).size() == 6u);
  const Lines then = school.slots(next_monday);
  BOOST_TEST((std::ranges::find(then, "4 615-675 Français 6A 1") == then.end()));
  BOOST_TEST((std::ranges::find(then, "1 675-735 Éducation musicale & chant 6B 1") != then.end()));
  options.date = a_day(2026, 9, 28);
  const FetReport back = school.load(fet_college, options);
  BOOST_TEST(told(back.slots) == "1 created, 5 unchanged, 1 marked");
  BOOST_TEST(told(back.services) == "5 unchanged, 1 marked");
  BOOST_TEST(school.slots(a_day(2026, 9, 28)) == the_week, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_without_any_time_ends_no_timetable) {
  FetSchool school(Place::memory);
  school.hire();
  const FetFile empty("<?xml version=\"1.0\"?>\n<fet version=\"6.8.5\"></fet>\n");
  BOOST_TEST(school.load(empty.path()).applied);  // nothing stands yet
  school.load(fet_college);
  FetOptions options = school.options();
  options.date = next_monday;
  BOOST_TEST(reason(import_fet(school.host, empty.path(), options)) == "import.nothing_placed");
  options.dry_run = true;
  BOOST_TEST(reason(import_fet(school.host, empty.path(), options)) == "import.nothing_placed");
  BOOST_TEST(school.slots(next_monday) == the_week, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_group_that_the_file_does_not_name_any_more_ends, engines(), place) {
  FetSchool school(place);
  school.hire();
  school.load(fet_college);
  FetOptions options = school.options();
  options.date = next_monday;
  FetFile without;
  without.replace("<Active>true</Active>", "<Active>false</Active>", "<Id>3</Id>");
  const FetReport report = school.load(without.path(), options);
  BOOST_TEST(told(report.groups) == "4 unchanged, 1 marked");
  BOOST_TEST(told(report.slots) == "5 unchanged, 1 marked");
  const auto standing = [&](Date date) {
    Session then = school.host.at(date);
    Lines names;
    for (const auto& it : must(group::list(then, {.org_id = school.org})).items) names.push_back(it.name);
    return std::ranges::count(names, "6A gr 1");
  };
  BOOST_TEST(standing(today) == 1);
  BOOST_TEST(standing(next_monday) == 0);
  options.date = next_monday + std::chrono::days{7};
  BOOST_TEST(told(school.load(without.path(), options).groups) == "4 unchanged");
  BOOST_TEST(told(school.load(fet_college, options).groups) == "1 changed, 4 unchanged");
  BOOST_TEST(standing(*options.date) == 1);
}

BOOST_DATA_TEST_CASE(a_group_in_which_somebody_is_stays, engines(), place) {
  FetSchool school(place);
  school.hire();
  school.load(fet_college);
  const auto groups = must(group::list(school.host, {.org_id = school.org})).items;
  const GroupId half = std::ranges::find(groups, "6A gr 1", &group::View::name)->id;
  must(group::add_members(school.host, {.id = half, .member_ids = {school.person("Lou", "Petit")}}));
  FetOptions options = school.options();
  options.date = next_monday;
  FetFile without;
  without.replace("<Active>true</Active>", "<Active>false</Active>", "<Id>3</Id>");
  const FetReport report = school.load(without.path(), options);
  BOOST_TEST(told(report.groups) == "4 unchanged");
  BOOST_TEST(std::ranges::count(notes_of(report, false), "college.fet 0 Students import.used_since") == 1);
}

/// The two weeks of a school, of which one is made anew.
BOOST_DATA_TEST_CASE(what_two_feeds_share_ends_with_the_last_of_them, engines(), place) {
  FetSchool school(place);
  school.hire();
  const auto load = [&](const std::string& feed, const std::string& file, Date date) {
    FetOptions options = school.options();
    options.feed = feed;
    options.date = date;
    return school.load(file, options);
  };
  const auto services = [&] {
    return school.lines("SELECT source FROM service WHERE subject = 'Mathématiques' AND valid_to > " +
                        std::to_string(next_monday.time_since_epoch().count()));
  };
  load("fet:a", fet_college, today);
  BOOST_TEST(told(load("fet:b", fet_college, today).services) == "5 unchanged");
  const Lines all_of_a = services();
  BOOST_TEST(std::ranges::count(all_of_a, "fet:a") == std::ssize(all_of_a));
  FetFile without;
  for (const char* activity : {"<Id>3</Id>", "<Id>4</Id>", "<Id>5</Id>"})
    without.replace("<Active>true</Active>", "<Active>false</Active>", activity);
  const FetReport one = load("fet:a", without.path(), next_monday);
  BOOST_TEST(told(one.services) == "5 unchanged");
  BOOST_TEST(told(one.groups) == "3 unchanged");  // the halves of 6A go over to the other feed
  Lines shared = all_of_a;
  std::ranges::fill(shared, "fet:b");
  BOOST_TEST(services() == shared, boost::test_tools::per_element());
  const FetReport other = load("fet:b", without.path(), next_monday);
  BOOST_TEST(told(other.services) == "2 unchanged, 3 marked");
  BOOST_TEST(told(other.groups) == "3 unchanged, 2 marked");
  BOOST_TEST(services().empty());
}

BOOST_DATA_TEST_CASE(a_rehearsal_tells_all_and_keeps_nothing, engines(), place) {
  FetSchool school(place);
  school.hire();
  const Lines before = school.all();
  FetOptions options = school.options();
  options.dry_run = true;
  const FetReport report = school.load(fet_college, options);
  BOOST_TEST(!report.applied);
  BOOST_TEST(told(report.slots) == "6 created");
  BOOST_TEST(school.all() == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(teachers_are_those_of_the_table_and_nobody_is_made_up) {
  FetSchool school(Place::memory);
  const PersonId pupil = school.staff("Ada", "Surveille", Profile::school_life);
  school.teachers = {{"Mme Lefèvre", school.staff("Claire", "Lefèvre", Profile::teacher)}, {"M. Nguyen", pupil}};
  const std::int64_t people = school.count({"SELECT count(*) FROM person"});
  const FetReport report = school.load(fet_college);
  BOOST_TEST(report.unmatched_teachers == (Lines{"M. Nguyen", "M. Œuvrard"}), boost::test_tools::per_element());
  BOOST_TEST(notes_of(report, false) == (Lines{"college.fet 182  import.unplaced", "college.fet 76 Name group.no_teacher",
                                               "college.fet 82 Name import.teacher_unmatched"}),
             boost::test_tools::per_element());
  BOOST_TEST(told(report.services) == "1 created");
  BOOST_TEST(told(report.slots) == "6 created");
  BOOST_TEST(school.count({"SELECT count(*) FROM person"}) == people);
  // Once they are known, their lessons are theirs.
  school.teachers[1].person_id = school.staff("Minh", "Nguyen", Profile::teacher);
  const FetReport again = school.load(fet_college);
  BOOST_TEST(again.unmatched_teachers == Lines{"M. Œuvrard"}, boost::test_tools::per_element());
  BOOST_TEST(told(again.services) == "3 created, 1 unchanged");
  BOOST_TEST(told(again.slots) == "3 changed, 3 unchanged");
}

BOOST_DATA_TEST_CASE(what_the_school_has_is_taken_as_it_is, engines(), place) {
  FetSchool school(place);
  school.hire();
  const auto division = must(group::add(school.host, {.org_id = school.org, .kind = group::Kind::division, .name = "Sixième A", .code = "6A"}));
  const auto room = must(room::add(school.host, {.org_id = school.org, .code = "B101", .name = "Salle du fond"}));
  must(subject::set(school.host, {.org_id = school.org, .code = "020700", .name = "Français"}));
  must(calendar::set_bells(school.host, {.org_id = school.org, .code = "college", .items = {{"M1", {8 * 60}, {9 * 60}}}}));
  must(group::add_service(school.host, {.group_id = division.id, .teacher_id = school.teachers[0].person_id, .subject_code = "020700"}));
  const FetReport report = school.load(fet_college);
  BOOST_TEST(told(report.subjects) == "2 created, 1 unchanged");
  BOOST_TEST(told(report.rooms) == "1 created, 1 unchanged");
  BOOST_TEST(told(report.bells) == "");
  BOOST_TEST(told(report.groups) == "4 created, 1 unchanged");
  BOOST_TEST(told(report.services) == "4 created, 1 unchanged");
  const auto slots = must(timetable::slots(school.host, {.org_id = school.org})).items;
  BOOST_TEST((slots.at(0).group_ids == std::vector{division.id}));
  BOOST_TEST((slots.at(0).room_ids == std::vector{room.id}));
  BOOST_TEST(slots.at(0).subject_code.value() == "020700");
  BOOST_TEST(must(group::get(school.host, {division.id})).name == "Sixième A");
}

BOOST_AUTO_TEST_CASE(what_was_changed_by_hand_stays_until_the_file_says_something_new) {
  FetSchool school(Place::memory);
  school.hire();
  school.load(fet_college);
  const timetable::Slot slot = must(timetable::slots(school.host, {.org_id = school.org})).items.at(3);
  must(timetable::change_slot(school.host, {.id = slot.id, .begins = TimeOfDay{14 * 60}, .ends = TimeOfDay{15 * 60}, .valid_from = next_monday}));
  FetOptions options = school.options();
  options.date = next_monday;
  BOOST_TEST(told(school.load(fet_college, options).slots) == "6 unchanged");
  BOOST_TEST(school.slots(next_monday).at(3) == "2 840-900 Mathématiques 6B 1");
  FetFile file;
  file.move(5, "Mercredi", "08:00-09:00");
  BOOST_TEST(told(school.load(file.path(), options).slots) == "1 changed, 5 unchanged");
  BOOST_TEST(school.slots(next_monday).at(3) == "3 480-540 Mathématiques 6B 1");
}

BOOST_AUTO_TEST_CASE(clashes_are_told_and_taken) {
  FetSchool school(Place::memory);
  school.hire();
  FetFile file;
  file.move(5, "Mardi", "08:00-09:00").move(2, "Mardi", "08:00-09:00");
  const FetReport report = school.load(file.path());
  BOOST_TEST(report.applied);
  BOOST_TEST(report.clash_count == 2);
  const auto tuesday = calendar::Weekday::tuesday;
  const std::vector<FetClash> expected{{timetable::Shared::group, 2, 3, tuesday, {480}, {540}},
                                       {timetable::Shared::teacher, 3, 5, tuesday, {480}, {540}}};
  BOOST_TEST((report.clashes == expected));
  // The school itself says the same: by what is declared of the groups, before anybody is in one.
  must(calendar::set_hours(school.host, {.org_id = school.org,
                                         .items = {{tuesday, calendar::HalfDay::morning, {480}, {750}}}}));
  const auto clashes = must(timetable::clashes(school.host, {school.org, today, today + std::chrono::days{6}})).items;
  BOOST_TEST(clashes.size() == 2u);
  FetOptions few = school.options();
  few.most_notes = 1;
  const FetReport cut = school.load(file.path(), few);
  BOOST_TEST(cut.clash_count == 2);
  BOOST_TEST(cut.clashes.size() == 1u);
}

BOOST_DATA_TEST_CASE(a_file_that_cannot_be_read_changes_nothing, engines(), place) {
  FetSchool school(place);
  school.hire();
  const Lines before = school.all();
  const std::string whole = text_of(fet_college);
  const std::string bad[] = {whole.substr(0, whole.size() / 2), "", "<fet", "<html/>", "<!DOCTYPE fet [<!ENTITY a \"b\">]><fet/>"};
  for (const std::string& text : bad) {
    const FetFile file(text);
    const FetReport report = school.load(file.path());
    BOOST_TEST(!report.applied);
    BOOST_TEST(notes_of(report, true).size() == 1u);
    BOOST_TEST(school.all() == before, boost::test_tools::per_element());
  }
  BOOST_TEST(reason(import_fet(school.host, "/nowhere/to/be/found.fet", school.options())) == "import.unreadable");
}

BOOST_DATA_TEST_CASE(who_watches_may_stop_it_and_nothing_is_left, engines(), place) {
  FetSchool school(place);
  school.hire();
  const Lines before = school.all();
  for (int after = 0; after < 2; ++after) {
    Stop stop(after);
    FetOptions options = school.options();
    options.watch = &stop;
    BOOST_TEST(reason(import_fet(school.host, fet_college, options)) == "import.cancelled");
    BOOST_TEST(school.all() == before, boost::test_tools::per_element());
  }
  Stop never(1000);
  FetOptions options = school.options();
  options.watch = &never;
  const FetReport report = school.load(fet_college, options);
  BOOST_TEST(never.last.bytes_done == never.last.bytes_total);
  BOOST_TEST(never.last.records_done == report.records);
}

BOOST_AUTO_TEST_CASE(options_are_refused_by_name) {
  FetSchool school(Place::memory);
  const auto field_of = [&](auto change) {
    FetOptions options = school.options();
    change(options);
    const auto refused = import_fet(school.host, fet_college, options);
    BOOST_TEST_REQUIRE(!refused);
    return refused.error().fields.empty() ? refused.error().reason : refused.error().fields[0].path + " " + refused.error().fields[0].reason;
  };
  BOOST_TEST(field_of([](FetOptions& it) { it.feed = "Mon flux"; }) == "/feed import.feed_malformed");
  BOOST_TEST(field_of([](FetOptions& it) { it.hours = {{"x", {600}, {600}}}; }) == "/hours/0/ends timetable.ends_before");
  BOOST_TEST(field_of([](FetOptions& it) { it.days = {{"x", static_cast<calendar::Weekday>(8)}}; }) == "/days/0/weekday field.range");
  BOOST_TEST(field_of([](FetOptions& it) { it.subjects = {{"x", " "}}; }) == "/subjects/0/code text.too_short");
  BOOST_TEST(field_of([](FetOptions& it) { it.lesson_minutes = 5; }) == "/lesson_minutes field.range");
  BOOST_TEST(field_of([](FetOptions& it) { it.valid_to = a_day(2027, 9, 1); }) == "/valid_to timetable.several_years");
  BOOST_TEST(field_of([](FetOptions& it) { it.valid_to = a_day(2026, 9, 1); }) == "/valid_to period.empty");
  BOOST_TEST(field_of([](FetOptions& it) { it.days = {{"Lundi", calendar::Weekday::monday}}; }) == "/days import.days_unclear");
  BOOST_TEST(field_of([](FetOptions& it) { it.org_id = OrgId{77}; }) == "org.not_found");
}

BOOST_AUTO_TEST_CASE(who_may_not_import_is_refused) {
  FetSchool school(Place::memory);
  for (const Profile profile : {Profile::pupil, Profile::guardian, Profile::teacher, Profile::school_life, Profile::guest}) {
    const PersonId person = school.person("Quelqu'un", "Numéro " + std::to_string(static_cast<int>(profile)));
    school.run({"INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
                "SELECT m.org, m.member, $1, 0, 0, 2147483647, '' FROM member m WHERE m.org = $2 AND m.person = $3"},
               {static_cast<std::int32_t>(profile), school.org.value, person.value});
    Session session = acting(school.portal, person, profile);
    const auto refused = import_fet(session, fet_college, school.options());
    BOOST_TEST_REQUIRE(!refused);
    BOOST_TEST((refused.error().code == Errc::permission_denied || refused.error().code == Errc::not_found));
    BOOST_TEST(import_fet(session, "/nowhere", school.options()).error().reason == refused.error().reason);  // it is not looked at
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
