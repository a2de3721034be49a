// Real timetables of eight countries: what is counted in them, what clashes, and against what a lesson can be moved.
#include <algorithm>
#include <set>
#include <tuple>

#include "fet_case.hpp"
#include "timetable/clash.hpp"

namespace ent::test {
namespace {

namespace fet = interop::fet;
using timetable::Busy;
using timetable::GroupTies;
using timetable::Shared;
using Counts = std::map<std::string, std::int64_t>;

/// Days and hours of a file as if its first day were a Monday and each hour took an hour of the clock.
Busy busy_of(const fet::Lesson& lesson, std::int32_t day, std::int32_t hour) {
  constexpr Date monday{std::chrono::year{2026} / 9 / 7};
  Busy busy{LessonId{lesson.id}, monday + std::chrono::days{day}, hour * 60, (hour + lesson.duration) * 60, {}, {}, {}};
  busy.people.assign(lesson.teachers.begin(), lesson.teachers.end());
  busy.rooms.assign(lesson.rooms.begin(), lesson.rooms.end());
  busy.groups.assign(lesson.sets.begin(), lesson.sets.end());
  return busy;
}

struct File {
  explicit File(const std::string& path)
      : read(read_fet(text_of(path), 4096)), sets(read.document), plan(fet::plan_of(read.document, sets)) {
    for (std::size_t set = 0; set < sets.items().size(); ++set) {
      for (const std::int32_t atom : sets.items()[set].atoms) ties.add_part(static_cast<std::int64_t>(set), atom);
    }
    for (const fet::Lesson& lesson : plan.lessons) busy.push_back(busy_of(lesson, lesson.day, lesson.hour));
  }
  ReadFet read;
  fet::Sets sets;
  fet::Plan plan;
  GroupTies ties;
  std::vector<Busy> busy;
};

template <class Records, class Test>
std::int64_t count_if(const Records& records, Test test) {
  return std::ranges::count_if(records, test);
}

void count_sets(const fet::Document& document, Counts& counts) {
  std::set<std::string> groups, subgroups;
  for (const fet::Year& year : document.years) {
    counts["groups"] += static_cast<std::int64_t>(year.groups.size());
    for (const fet::Group& group : year.groups) {
      groups.insert(group.set.name);
      counts["subgroups"] += static_cast<std::int64_t>(group.subgroups.size());
      for (const fet::Set& subgroup : group.subgroups) subgroups.insert(subgroup.name);
    }
  }
  counts["distinct_groups"] = static_cast<std::int64_t>(groups.size());
  counts["distinct_subgroups"] = static_cast<std::int64_t>(subgroups.size());
}

/// Hours of a day in which more than one activity takes a teacher, a part of the pupils, or a room.
void count_clashes(const File& file, Counts& counts) {
  std::set<std::tuple<Shared, std::int64_t, Date, std::int32_t>> places;
  std::map<std::int64_t, const Busy*> by_id;
  for (const Busy& busy : file.busy) by_id.emplace(busy.lesson.value, &busy);
  for (const timetable::Clash& clash : timetable::clashes_among(file.busy, file.ties)) {
    for (std::int32_t hour = clash.begins.minutes / 60; hour < clash.ends.minutes / 60; ++hour) {
      for (const PersonId id : clash.person_ids) places.emplace(clash.shared, id.value, clash.date, hour);
      for (const RoomId id : clash.room_ids) places.emplace(clash.shared, id.value, clash.date, hour);
      for (const GroupId id : clash.group_ids) places.emplace(clash.shared, id.value, clash.date, hour);
    }
  }
  for (const char* name : {"teacher_clash_slots", "students_clash_slots", "room_clash_slots"}) counts[name] = 0;
  for (const auto& place : places) {
    const Shared shared = std::get<0>(place);
    ++counts[shared == Shared::teacher ? "teacher_clash_slots" : shared == Shared::room ? "room_clash_slots" : "students_clash_slots"];
  }
}

Counts counts_of(const File& file) {
  const fet::Document& document = file.read.document;
  const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  Counts counts{{"days", size(document.days)},       {"hours", size(document.hours)},
                {"years", size(document.years)},     {"teachers", size(document.teachers)},
                {"subjects", size(document.subjects)}, {"activity_tags", size(document.tags)},
                {"rooms", size(document.rooms)},     {"buildings", size(document.buildings)},
                {"activities", size(document.activities)}, {"time_constraints", document.time_constraints},
                {"space_constraints", document.space_constraints}, {"placed", size(file.plan.lessons)},
                {"subgroups", 0}, {"groups", 0}, {"active_hours", 0}};
  count_sets(document, counts);
  counts["virtual_rooms"] = count_if(document.rooms, [](const fet::Room& room) { return room.is_virtual; });
  counts["active"] = count_if(document.activities, [](const fet::Activity& it) { return it.active; });
  for (const fet::Activity& it : document.activities) {
    if (!it.active) continue;
    counts["active_hours"] += it.duration;
  }
  counts["multi_teacher"] = count_if(document.activities, [](const auto& it) { return it.active && it.teachers.size() > 1; });
  counts["no_teacher"] = count_if(document.activities, [](const auto& it) { return it.active && it.teachers.empty(); });
  counts["multi_students"] = count_if(document.activities, [](const auto& it) { return it.active && it.students.size() > 1; });
  counts["no_students"] = count_if(document.activities, [](const auto& it) { return it.active && it.students.empty(); });
  counts["placed_in_room"] = count_if(file.plan.lessons, [&](const fet::Lesson& lesson) {
    return std::ranges::find(document.seats, lesson.id, &fet::Seat::activity) != document.seats.end();
  });
  const auto remarks = [&](std::string_view field, std::string_view reason) {
    return count_if(file.plan.remarks, [&](const fet::Remark& it) { return it.problem.field == field && it.problem.reason == reason; });
  };
  counts["dup_start"] = remarks("Activity_Id", "import.duplicate_id");
  counts["overflow"] = remarks("Duration", "import.beyond_day");
  counts["unknown_sets"] = remarks("Students", "import.dangling_reference");
  count_clashes(file, counts);
  return counts;
}

/// "613 1020" of those that share something with a lesson.
std::string against(const std::vector<timetable::Clash>& clashes, Shared shared) {
  std::set<std::int64_t> ids;
  for (const timetable::Clash& clash : clashes) {
    if (clash.shared == shared) ids.insert(clash.other_id.value);
  }
  std::string text;
  for (const std::int64_t id : ids) text += (text.empty() ? "" : " ") + std::to_string(id);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fet_files)

BOOST_AUTO_TEST_CASE(what_is_counted_in_real_files_is_there) {
  const std::string folder = shared_fet();
  if (folder.empty()) return;
  const auto expected = table_of(folder + "/expected.csv");
  BOOST_TEST(expected.size() == 13u);
  for (const auto& row : expected) {
    BOOST_TEST_CONTEXT(row.at("file")) {
      const File file(folder + "/" + row.at("file"));
      BOOST_TEST(file.read.fault == "");
      BOOST_TEST(file.read.document.version == row.at("version"));
      BOOST_TEST(problems_of(file.read.document) == std::vector<std::string>{}, boost::test_tools::per_element());
      for (const auto& [name, count] : counts_of(file))
        BOOST_TEST(std::to_string(count) == row.at(name), name << ": " << count << ", not " << row.at(name));
      BOOST_TEST(counts_of(file).size() == row.size() - 2);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_against_a_move_is_found) {
  const std::string folder = shared_fet();
  if (folder.empty()) return;
  const auto moves = table_of(folder + "/moves.csv");
  BOOST_TEST(moves.size() == 360u);
  std::map<std::string, File> files;
  for (const auto& move : moves) {
    const auto [place, is_new] = files.try_emplace(move.at("file"), folder + "/" + move.at("file"));
    const File& file = place->second;
    BOOST_TEST_CONTEXT(move.at("file") << " " << move.at("activity_id")) {
      const auto lesson = std::ranges::find(file.plan.lessons, std::stoll(move.at("activity_id")), &fet::Lesson::id);
      BOOST_TEST_REQUIRE((lesson != file.plan.lessons.end()));
      BOOST_TEST(lesson->day == std::stoi(move.at("old_day")));
      BOOST_TEST(lesson->hour == std::stoi(move.at("old_hour")));
      const auto clashes = timetable::against(busy_of(*lesson, std::stoi(move.at("new_day")), std::stoi(move.at("new_hour"))),
                                              file.busy, file.ties);
      BOOST_TEST(against(clashes, Shared::teacher) == move.at("teacher_conflicts_with"));
      BOOST_TEST(against(clashes, Shared::group) == move.at("students_conflicts_with"));
      BOOST_TEST(against(clashes, Shared::room) == move.at("room_conflicts_with"));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
