// A process is killed 1 000 times while it saves registers and grids of marks: each register and each grid is there as a
// whole save left it, with its history, its deliveries and its journal; and no save that was answered is lost.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <random>
#include <thread>

#include "dying_portal.hpp"
#include "support/classroom.hpp"

namespace ent::test {
namespace {

constexpr int grids = 40;
constexpr std::int64_t of_grids = 1'000'000'000;  // what is told of a grid is above it

constexpr store::Sql select_registers{"SELECT day, revision, absent FROM attendance_register ORDER BY day"};
constexpr store::Sql select_entries{
    "SELECT count(*), count(DISTINCT comment), MIN(comment) FROM attendance_entry WHERE day = $1 AND withdrawn = 0"};
constexpr store::Sql count_entries{"SELECT count(*) FROM attendance_entry WHERE day = $1"};
constexpr store::Sql count_former{
    "SELECT count(*) FROM attendance_former f WHERE f.entry IN (SELECT e.entry FROM attendance_entry e WHERE e.day = $1)"};
constexpr store::Sql count_deliveries{"SELECT count(*) FROM delivery"};
constexpr store::Sql count_events{"SELECT count(*) FROM change_event WHERE event = $1"};
constexpr store::Sql count_audits{"SELECT count(*) FROM audit_entry WHERE operation = $1 AND outcome = 0"};
constexpr store::Sql select_grids{"SELECT assessment, revision FROM assessment ORDER BY assessment"};
constexpr store::Sql select_marks{"SELECT count(*), MIN(value), MAX(value), MIN(version), MAX(version) FROM mark WHERE assessment = $1"};
constexpr store::Sql select_marks_before{
    "SELECT version, count(*), MIN(value), MAX(value) FROM mark_before WHERE assessment = $1 GROUP BY version ORDER BY version"};

int kills(Place place) { return place == Place::postgres ? 60 : 1'000; }

/// Saves one register for as long as it lives, and tells its number and each revision that was answered.
template <class Tell>
void take_for_ever(const Classroom& room, const Portal& portal, int number, Tell tell) {
  Session head = room.as_head(portal);
  for (std::int64_t revision = needed(room.get_register(head, number)).revision + 1;; ++revision) {
    tell(number * 1'000'000 + needed(room.take(head, number, revision)).revision);
  }
}

template <class Tell>
void enter_for_ever(const Classroom& room, const Portal& portal, int number, Tell tell) {
  Session teacher = room.as_teacher(portal);
  const AssessmentId grid = room.assessments[static_cast<std::size_t>(number)];
  for (std::int64_t revision = needed(gradebook::marks(teacher, {.id = grid})).assessment.revision + 1;; ++revision) {
    tell(of_grids + number * 1'000'000 + needed(room.enter(teacher, grid, revision)).revision);
  }
}

/// Both at once, so that they meet in one transaction and are killed in it.
template <class Tell>
void save_for_ever(const Classroom& room, int life, Tell tell) {
  const Portal portal = room.open();
  std::thread taking([&] { or_end([&] { take_for_ever(room, portal, life % Classroom::registers, tell); }); });
  or_end([&] { enter_for_ever(room, portal, life % grids, tell); });
  taking.join();
}

template <class... Args>
std::int64_t ask(store::Connection& connection, const store::Sql& sql, Args... args) {
  const store::Arg all[] = {store::Arg(args)..., store::Arg(0)};
  auto rows = connection.query(sql, std::span(all).first(sizeof...(args)));
  rows.next();
  return rows.integer(0);
}

/// What so many saves of a register leave behind.
struct Traces {
  std::int64_t entries = 0, former = 0, deliveries = 0;

  void add(std::int64_t revision) {
    for (std::size_t pupil = 0; pupil < Classroom::size; ++pupil) {
      const bool before = Classroom::is_absent(revision - 1, pupil), after = Classroom::is_absent(revision, pupil);
      entries += after && !before ? 1 : 0;
      former += before ? 1 : 0;
      deliveries += before != after ? 1 : 0;  // who hears of it once hears no more of other comments
    }
  }
};

/// The revisions of all registers, 0 of one that nobody took. Each is what one save wrote, and what all before it left.
std::vector<std::int64_t> whole_registers(store::Connection& connection) {
  std::vector<std::int64_t> revisions(Classroom::registers);
  std::map<std::int64_t, std::size_t> numbers;
  for (int number = 0; number < Classroom::registers; ++number) {
    numbers.emplace(Classroom::day(number).time_since_epoch().count(), static_cast<std::size_t>(number));
  }
  for (auto rows = connection.query(select_registers, {}); rows.next();) {
    revisions.at(numbers.at(rows.integer(0))) = rows.integer(1);
    BOOST_TEST(rows.integer(2) == Classroom::absent(rows.integer(1)));
  }
  std::int64_t saves = 0, deliveries = 0;
  for (const auto& [number, at] : numbers) {
    const std::int64_t revision = revisions[at];
    BOOST_TEST_CONTEXT("register " << at << " of revision " << revision) {
      const store::Arg day[] = {number};
      auto live = connection.query(select_entries, day);
      BOOST_REQUIRE(live.next());
      BOOST_TEST(live.integer(0) == Classroom::absent(revision));
      BOOST_TEST(live.integer(1) == (revision == 0 ? 0 : 1));
      if (revision != 0) BOOST_TEST(live.text(2) == std::to_string(revision));
      Traces traces;
      for (std::int64_t of = 1; of <= revision; ++of) traces.add(of);
      BOOST_TEST(ask(connection, count_entries, number) == traces.entries);
      BOOST_TEST(ask(connection, count_former, number) == traces.former);
      deliveries += traces.deliveries;
      saves += revision;
    }
  }
  BOOST_TEST(ask(connection, count_deliveries) == deliveries);
  BOOST_TEST(ask(connection, count_events, "attendance.register_was_taken") == saves);
  BOOST_TEST(ask(connection, count_audits, "attendance.take") == saves);
  return revisions;
}

/// The same of all grids. Of each version that a mark had all pupils had it.
std::vector<std::int64_t> whole_grids(store::Connection& connection) {
  std::vector<std::int64_t> revisions, numbers;
  for (auto rows = connection.query(select_grids, {}); rows.next();) {
    numbers.push_back(rows.integer(0));
    revisions.push_back(rows.integer(1));
  }
  const auto all = static_cast<std::int64_t>(Classroom::size);
  std::int64_t saves = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (revisions[i] == 1) continue;  // nobody came to it
    BOOST_TEST_CONTEXT("grid " << i << " of revision " << revisions[i]) {
      const store::Arg number[] = {numbers[i]};
      auto marks = connection.query(select_marks, number);
      BOOST_REQUIRE(marks.next());
      BOOST_TEST(marks.integer(0) == all);
      for (const int column : {1, 2}) BOOST_TEST(marks.integer(column) == Classroom::mark(revisions[i]).millionths());
      for (const int column : {3, 4}) BOOST_TEST(marks.integer(column) == revisions[i] - 1);
      std::int64_t version = 1;
      for (auto rows = connection.query(select_marks_before, number); rows.next(); ++version) {
        BOOST_TEST(rows.integer(0) == version);
        BOOST_TEST(rows.integer(1) == all);
        for (const int column : {2, 3}) BOOST_TEST(rows.integer(column) == Classroom::mark(version + 1).millionths());
      }
      BOOST_TEST(version == revisions[i] - 1);
      saves += revisions[i] - 1;
    }
  }
  BOOST_TEST(ask(connection, count_events, "gradebook.marks_were_entered") == saves);
  BOOST_TEST(ask(connection, count_audits, "gradebook.enter_marks") == saves);
  return revisions;
}

/// The last revision that was answered of each register and of each grid.
class Told {
 public:
  void add(std::int64_t number) {
    ++count_;
    std::int64_t& last = last_[number / 1'000'000];
    last = std::max(last, number % 1'000'000);
  }
  std::size_t count() const { return count_; }
  void expect_there(const std::vector<std::int64_t>& registers, const std::vector<std::int64_t>& marks) const {
    for (const auto& [place, revision] : last_) {
      const bool of_grid = place >= of_grids / 1'000'000;
      const auto at = static_cast<std::size_t>(of_grid ? place - of_grids / 1'000'000 : place);
      BOOST_TEST_CONTEXT((of_grid ? "grid " : "register ") << at) { BOOST_TEST((of_grid ? marks : registers).at(at) >= revision); }
    }
  }

 private:
  std::map<std::int64_t, std::int64_t> last_;
  std::size_t count_ = 0;
};

/// All revisions, where all that is there is whole.
std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>> whole_saves(const PortalStore& store) {
  const auto database = store.open();
  if (store.place() == Place::file) BOOST_TEST(database->check(CheckLevel::full, nullptr).value() == "");
  const auto connection = database->connect_reader();
  connection->begin_read();
  auto registers = whole_registers(*connection);
  auto marks = whole_grids(*connection);
  connection->rollback();
  return {std::move(registers), std::move(marks)};
}

/// Saves a register and a grid in a process that is killed at its n-th step. Answers how many it lived to tell of.
int answered_before_kill(const PortalStore& store, const Classroom& room, int n, std::int64_t taken, std::int64_t entered) {
  TellingChild child([&](auto tell) {
    const DyingPortal dying(store, n, Classroom::options());
    Session head = room.as_head(dying.portal), teacher = room.as_teacher(dying.portal);
    tell(needed(room.take(head, 0, taken + 1)).revision);
    tell(needed(room.enter(teacher, room.assessments.front(), entered + 1)).revision);
    ::_exit(0);  // killed while it closes the store it would count as one who did not answer
  });
  int answered = 0;
  while (child.next()) ++answered;
  BOOST_REQUIRE(child.end() <= 0);
  return answered;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(school_kill)

BOOST_DATA_TEST_CASE(no_register_and_no_grid_is_torn_or_lost, lasting_places(), place) {
  const PortalStore store(place);
  const Classroom room(store.uri(), grids);
  std::mt19937 random(20261122);
  std::uniform_int_distribution<int> answers(0, 5);
  std::uniform_int_distribution<int> steps(0, 400'000);
  Told told;
  for (int life = 0; life < kills(place); ++life) {
    TellingChild child([&](auto tell) { save_for_ever(room, life, tell); });
    for (int left = answers(random); left > 0; --left) {
      const auto number = child.next();
      BOOST_REQUIRE(number.has_value());
      told.add(*number);
    }
    // Somewhere in the next save, at another place each time.
    volatile int step = 0;
    for (const int last = steps(random); step < last;) step = step + 1;
    child.kill();
    while (const auto number = child.next()) told.add(*number);
  }
  BOOST_TEST(told.count() > 2U * static_cast<std::size_t>(kills(place)));

  const auto [registers, marks] = whole_saves(store);
  told.expect_there(registers, marks);
}

BOOST_DATA_TEST_CASE(a_save_that_is_killed_at_any_of_its_steps_is_there_as_a_whole_or_not_at_all, lasting_places(), place) {
  const PortalStore store(place);
  const Classroom room(store.uri(), 1);
  std::int64_t taken = 0, entered = 1;
  int steps = 0, untold = 0;
  for (int answered = 0; answered < 2; ++steps) {
    BOOST_TEST_CONTEXT("step " << steps + 1) {
      answered = answered_before_kill(store, room, steps + 1, taken, entered);
      const auto [registers, marks] = whole_saves(store);
      const std::int64_t now_taken = registers.front();
      const int saves = static_cast<int>(now_taken - taken + marks.front() - entered);
      BOOST_TEST(now_taken - taken <= 1);
      BOOST_TEST(marks.front() - entered <= 1);
      BOOST_TEST((saves == answered || saves == answered + 1));
      untold += saves - answered;
      taken = now_taken;
      entered = marks.front();
    }
  }
  BOOST_TEST(steps > 15);
  BOOST_TEST(untold >= 2);  // of each kind one was done, and its answer killed
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
