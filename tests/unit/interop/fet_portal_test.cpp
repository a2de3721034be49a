// Real timetables in a school: all of each is loaded, the same again writes nothing, what moves is moved, and the school says
// against what. And an import that fails in its middle leaves nothing.
#include "base/error.hpp"
#include "ent/store_wrapper.hpp"
#include "fet_school.hpp"
#include "interop/fet/times.hpp"
#include "timetable/plan.hpp"

namespace ent::test {
namespace {

/// Fails at the n-th call to a connection.
class Failing final : public store::ConnectionWrapper {
 public:
  Failing(std::unique_ptr<store::Connection> inner, int& left) noexcept : ConnectionWrapper(std::move(inner)), left_(left) {}
  store::Rows query(const store::Text& text, std::span<const store::Arg> args) override {
    count();
    return ConnectionWrapper::query(text, args);
  }
  void exec(const store::Text& text, std::span<const store::Arg> args) override {
    count();
    ConnectionWrapper::exec(text, args);
  }
  void exec_each(const store::Text& text, std::span<const store::Arg> args) override {
    count();
    ConnectionWrapper::exec_each(text, args);
  }
  void commit() override {
    count();
    ConnectionWrapper::commit();
  }

 private:
  void count() const {
    if (--left_ == 0) throw Exception(base::fail(Errc::unavailable, "store.io"));
  }
  int& left_;
};

class FailingDatabase final : public store::DatabaseWrapper {
 public:
  FailingDatabase(std::shared_ptr<store::Database> inner, int& left) noexcept : DatabaseWrapper(std::move(inner)), left_(left) {}
  std::unique_ptr<store::Connection> connect_writer() override {
    return std::make_unique<Failing>(DatabaseWrapper::connect_writer(), left_);
  }

 private:
  int& left_;
};

/// The file with an activity for which `file` says a time put elsewhere.
std::string moved(std::string text, const std::map<std::string, std::string>& move, const interop::fet::Document& document) {
  const auto name = [](const std::string& plain) {
    std::string written;
    for (const char c : plain) written += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    return written;
  };
  const std::string start = "ConstraintActivityPreferredStartingTime>";
  const std::string id = "<Activity_Id>" + move.at("activity_id") + "</Activity_Id>";
  for (std::size_t at = text.find("<" + start); at != std::string::npos; at = text.find("<" + start, at + 1)) {
    const std::size_t end = text.find("</" + start, at);
    const std::size_t found = text.find(id, at);
    if (found == std::string::npos || found > end) continue;
    const std::string& day = document.days[std::stoul(move.at("new_day"))].name;
    const std::string& hour = document.hours[std::stoul(move.at("new_hour"))].name;
    return text.replace(at, end - at, "<" + start + "<Weight_Percentage>100</Weight_Percentage>" + id + "<Preferred_Day>" + name(day) +
                                          "</Preferred_Day><Preferred_Hour>" + name(hour) + "</Preferred_Hour><Active>true</Active>");
  }
  return text;
}

/// For the files that do not say when their hours are: four or five in the morning, the others later.
std::vector<FetHour> hours_for(const interop::fet::Document& document) {
  std::vector<FetHour> hours;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(document.hours.size()); ++i) {
    const std::string& name = document.hours[static_cast<std::size_t>(i)].name;
    hours.push_back({name, {480 + i * 50}, {525 + i * 50}, calendar::HalfDay::morning});
    hours.push_back({name, {800 + i * 50}, {845 + i * 50}, calendar::HalfDay::afternoon});
  }
  return hours;
}

struct Loaded {
  explicit Loaded(const std::string& path)
      : school(Place::memory), document(read_fet(text_of(path)).document),
        options{.org_id = school.org, .hours = hours_for(document)}, days(interop::fet::days_of(document, options)),
        hours(document, options, {}) {
    int number = 0;
    for (const auto& teacher : document.teachers) {
      const PersonId person = school.staff("Prof", "Numéro " + std::to_string(++number), Profile::teacher);
      options.teachers.push_back({teacher.name, person});
    }
    report = school.load(path, options);
    for (const std::string& line : school.lines("SELECT key || ' ' || CAST(slot AS TEXT) FROM slot_reference")) {
      const std::size_t space = line.find(' ');
      slots[line.substr(0, space)] = std::stoll(line.substr(space + 1));
      keys[std::stoll(line.substr(space + 1))] = line.substr(0, space);
    }
  }
  FetSchool school;
  interop::fet::Document document;
  FetOptions options;
  std::vector<std::optional<interop::fet::DayPlace>> days;
  interop::fet::Hours hours;
  FetReport report{};
  std::map<std::string, std::int64_t> slots{};
  std::map<std::int64_t, std::string> keys{};
};

/// "613 1020" of those that share something.
std::string against(const Loaded& loaded, const timetable::Placing& placing, timetable::Shared shared) {
  std::set<std::int64_t> ids;
  for (const timetable::Clash& clash : placing.items) {
    if (clash.shared == shared) ids.insert(std::stoll(loaded.keys.at(clash.other_id.number() / timetable::weeks_of_a_slot)));
  }
  std::string text;
  for (const std::int64_t id : ids) text += (text.empty() ? "" : " ") + std::to_string(id);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fet_portal)

BOOST_AUTO_TEST_CASE(every_real_file_is_loaded_whole_and_the_same_again_is_nothing) {
  const std::string folder = shared_fet();
  if (folder.empty()) return;
  for (const auto& row : table_of(folder + "/expected.csv")) {
    BOOST_TEST_CONTEXT(row.at("file")) {
      Loaded loaded(folder + "/" + row.at("file"));
      const FetReport& report = loaded.report;
      const auto expected = [&](const char* name) { return std::stoll(row.at(name)); };
      BOOST_TEST(report.applied);
      BOOST_TEST(report.refusals == 0);
      BOOST_TEST(report.activities == expected("activities"));
      BOOST_TEST(report.inactive == expected("activities") - expected("active"));
      BOOST_TEST(report.unplaced == expected("active") - expected("placed"));
      BOOST_TEST(report.slots.created == expected("placed"));
      BOOST_TEST(report.subjects.created == expected("subjects"));
      BOOST_TEST(report.rooms.created == expected("rooms") - expected("virtual_rooms"));
      BOOST_TEST((report.clash_count > 0) ==
                 (expected("teacher_clash_slots") + expected("students_clash_slots") + expected("room_clash_slots") > 0));
      const Lines before = loaded.school.all();
      const FetReport again = loaded.school.load(folder + "/" + row.at("file"), loaded.options);
      BOOST_TEST(told(again.slots) == (expected("placed") == 0 ? "" : row.at("placed") + " unchanged"));
      BOOST_TEST((loaded.school.all() == before));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_moves_is_moved_and_the_school_says_against_what) {
  const std::string folder = shared_fet();
  if (folder.empty()) return;
  const Date next_monday = a_day(2026, 9, 21);
  std::map<std::string, std::unique_ptr<Loaded>> files;
  std::set<std::string> rehearsed;
  for (const auto& move : table_of(folder + "/moves.csv")) {
    const std::string path = folder + "/" + move.at("file");
    auto& loaded = files[move.at("file")];
    if (!loaded) loaded = std::make_unique<Loaded>(path);
    BOOST_TEST_CONTEXT(move.at("file") << " " << move.at("activity_id")) {
      const bool goes = move.at("old_day") != move.at("new_day") || move.at("old_hour") != move.at("new_hour");
      if (goes && rehearsed.insert(path).second) {
        const FetFile file(moved(text_of(path), move, loaded->document));
        FetOptions rehearsal = loaded->options;
        rehearsal.date = next_monday;
        rehearsal.dry_run = true;
        BOOST_TEST(told(loaded->school.load(file.path(), rehearsal).slots) ==
                   "1 changed, " + std::to_string(loaded->report.slots.created - 1) + " unchanged");
      }
      const auto activity = std::ranges::find(loaded->document.activities, std::stoll(move.at("activity_id")), &interop::fet::Activity::id);
      const auto day = loaded->days.at(std::stoul(move.at("new_day")));
      const auto times = loaded->hours.times_of(std::stoi(move.at("new_hour")), static_cast<std::int32_t>(activity->duration), day->half_day);
      BOOST_TEST_REQUIRE(times.has_value());
      constexpr std::int64_t second_week = 1;
      const std::int64_t number = loaded->slots.at(move.at("activity_id")) * timetable::weeks_of_a_slot + second_week;
      const auto placing = must(timetable::can_place(
          loaded->school.host, {.id = make_id<LessonId>(loaded->school.org.value, number),
                                .date = next_monday + std::chrono::days{static_cast<int>(day->weekday) - 1},
                                .begins = times->begins, .ends = times->ends}));
      BOOST_TEST(against(*loaded, placing, timetable::Shared::teacher) == move.at("teacher_conflicts_with"));
      BOOST_TEST(against(*loaded, placing, timetable::Shared::group) == move.at("students_conflicts_with"));
      BOOST_TEST(against(*loaded, placing, timetable::Shared::room) == move.at("room_conflicts_with"));
    }
  }
  BOOST_TEST(rehearsed.size() == 6u);
}

BOOST_AUTO_TEST_CASE(an_import_that_fails_anywhere_leaves_nothing) {
  FetSchool school(Place::file);
  school.hire();
  const Lines before = school.all();
  int n = 1;
  for (bool done = false; !done && n < 1000; ++n) {
    int left = 0;
    const auto failing = std::make_shared<FailingDatabase>(school.portal.state().database, left);
    const Portal portal = must(Portal::open(failing, {.clock = school.clock}));
    Session host = portal.system();
    left = n;
    const auto result = import_fet(host, fet_college, school.options());
    done = result.has_value();
    if (!done) BOOST_TEST(school.all() == before, boost::test_tools::per_element());
  }
  BOOST_TEST(n > 20);
  BOOST_TEST(told(school.load(fet_college).slots) == "6 unchanged");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
