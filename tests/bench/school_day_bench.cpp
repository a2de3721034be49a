// What a school day asks most often, against its own statements run by hand: a roll call, the week of a pupil, its
// homework and marks, the averages of a class. A collège of 600 pupils with a term behind it.
#include <filesystem>
#include <memory>

#include "ent/attendance.hpp"
#include "ent/gradebook.hpp"
#include "ent/group.hpp"
#include "ent/homework.hpp"
#include "ent/timetable.hpp"
#include "ratio.hpp"
#include "replay.hpp"
#include "school.hpp"
#include "slow_sync.hpp"
#include "support/acting.hpp"
#include "support/ports.hpp"

namespace {

using namespace ent::bench;
using ent::Date;
using ent::GroupId;
using ent::OrgId;
using ent::PersonId;
using ent::Portal;
using ent::Profile;
using ent::Session;

constexpr Date monday{std::chrono::year{2026} / 9 / 14};
constexpr Date last_day{std::chrono::year{2026} / 11 / 27};
constexpr int subjects = 12;
constexpr int assessments_each = 8;
constexpr OrgId org{School::org};

template <class T>
T must(ent::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().reason);
  return *std::move(result);
}

GroupId division(std::int64_t number) { return ent::make_id<GroupId>(School::org, number); }

Portal opened(const std::string& path, ent::Durability durability = ent::Durability::normal) {
  return must(Portal::open(path, {.durability = durability, .clock = std::make_shared<ent::test::FrozenClock>()}));
}
Session head_of(const Portal& portal) { return ent::test::acting(portal, {School::head}, Profile::head); }
Session guardian_of(const Portal& portal) { return ent::test::acting(portal, {School::first_guardian}, Profile::guardian); }

/// A school with a timetable, homework, assessments and marks, made once; a copy for each who writes.
class Term {
 public:
  static const Term& get() {
    static const Term one;
    return one;
  }
  std::string copy(const std::string& name) const {
    const std::string path = fresh(name);
    RawStore(path_).run(("VACUUM INTO '" + path + "'").c_str());
    return path;
  }

 private:
  Term() : path_(fresh("term")) {
    { const School school(path_); }
    RawStore(path_).run("INSERT INTO id_block (org, sequence, next) VALUES (1, 'service', 1000)");  // those of the school have others
    const Portal portal = opened(path_);
    Session head = head_of(portal);
    for (std::int64_t number = 1; number <= School::divisions; ++number) fill(portal, head, number);
  }

  static std::string fresh(const std::string& name) {
    const auto file = std::filesystem::temp_directory_path() / ("ent-bench-day-" + name + ".db");
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
    return file.string();
  }

  static void fill(const Portal& portal, Session& head, std::int64_t number) {
    const PersonId teacher{School::first_teacher + number};
    Session by_teacher = ent::test::acting(portal, teacher, Profile::teacher);
    ent::timetable::AddSlots week{.org_id = org, .items = {}, .valid_to = Date{std::chrono::year{2027} / 7 / 3}, .valid_from = monday};
    for (int subject = 0; subject < subjects; ++subject) {
      const std::string code = "S" + std::to_string(subject);
      const auto service = must(ent::group::add_service(
          head, {.group_id = division(number), .teacher_id = teacher, .subject_code = code, .valid_from = monday}));
      for (int time = 0; time < 2; ++time) {
        ent::timetable::NewSlot slot{.weekday = static_cast<ent::calendar::Weekday>(1 + (subject + time) % 5),
                                     .begins = {480 + subject * 55 % 440}, .ends = {535 + subject * 55 % 440}, .subject_code = code};
        slot.group_ids = {division(number)};
        slot.teacher_ids = {teacher};
        week.items.push_back(std::move(slot));
      }
      for (int test = 0; test < assessments_each; ++test) mark(by_teacher, service.id, number, test);
      for (int day = 0; day < 10; ++day) {
        must(ent::homework::set(by_teacher, {.group_id = division(number), .text = "Exercices 3 et 4 page 112",
                                             .due_on = monday + std::chrono::days{day * 7 + subject % 5}, .subject_code = code}));
      }
    }
    must(ent::timetable::add_slots(head, week));
  }

  static void mark(Session& teacher, ent::ServiceId service, std::int64_t number, int test) {
    const Date date = monday + std::chrono::days{test * 7};
    const auto added = must(ent::gradebook::add_assessment(
        teacher, {.service_id = service, .name = "Devoir", .date = date, .pupils_from = monday, .parents_from = monday}));
    ent::gradebook::EnterMarks grid{added.id, {}};
    for (std::int64_t pupil = 0; pupil < 25; ++pupil) {
      const PersonId id{School::first_pupil + (number - 1) * 25 + pupil};
      grid.items.push_back({.pupil_id = id, .value = ent::Decimal(static_cast<std::int32_t>((pupil * 7 + test * 3) % 21))});
    }
    must(ent::gradebook::enter_marks(teacher, grid));
  }

  std::string path_;
};

/// A read that is asked again and again, as by a page that is reloaded.
template <class Open, class Read>
void read_again(benchmark::State& state, const std::string& name, Open open, Read read) {
  const std::string path = Term::get().copy(name);
  const RawStore raw(path);
  auto listening = std::make_unique<Listening>();
  const Portal portal = opened(path);
  Session session = open(portal);
  must(read(session));
  listening->take();
  must(read(session));
  Replay replay(raw, listening->take());
  listening.reset();
  state.counters["statements"] = static_cast<double>(replay.size());
  compare(state, [&] { benchmark::DoNotOptimize(replay.run()); }, [&] { benchmark::DoNotOptimize(must(read(session))); });
}

void week_of_a_pupil(benchmark::State& state) {
  read_again(state, "week", guardian_of, [](Session& session) {
    return ent::timetable::lessons(session, {.first_day = monday, .last_day = monday + std::chrono::days{6}, .org_id = org,
                                             .person_id = PersonId{School::first_pupil}});
  });
}
BENCHMARK(week_of_a_pupil)->Iterations(3000)->Unit(benchmark::kMicrosecond);

void homework_of_a_week(benchmark::State& state) {
  read_again(state, "homework", guardian_of, [](Session& session) {
    return ent::homework::list(session, {.first_day = monday, .last_day = monday + std::chrono::days{6}, .org_id = org,
                                         .pupil_id = PersonId{School::first_pupil}});
  });
}
BENCHMARK(homework_of_a_week)->Iterations(3000)->Unit(benchmark::kMicrosecond);

void marks_of_a_pupil(benchmark::State& state) {
  read_again(state, "marks", guardian_of, [](Session& session) {
    return ent::gradebook::of_pupil(session, {.org_id = org, .pupil_id = {School::first_pupil}, .first_day = monday, .last_day = last_day});
  });
}
BENCHMARK(marks_of_a_pupil)->Iterations(2000)->Unit(benchmark::kMicrosecond);

void averages_of_a_class_and_term(benchmark::State& state) {
  read_again(state, "averages", head_of, [](Session& session) {
    return ent::gradebook::group_averages(session, {.group_id = division(1), .first_day = monday, .last_day = last_day});
  });
}
BENCHMARK(averages_of_a_class_and_term)->Iterations(500)->Unit(benchmark::kMicrosecond);

/// The register of a half-day that nobody has taken: two are absent, of whom four guardians are told.
auto take(Session& session, int number) {
  const std::int64_t of = number % School::divisions;
  const int day = static_cast<int>(number / School::divisions);
  const PersonId first{School::first_pupil + of * 25 + day % 20};
  return must(ent::attendance::take(
      session, {.marks = {{.pupil_id = first, .kind = ent::attendance::Kind::absence},
                          {.pupil_id = {first.value + 3}, .kind = ent::attendance::Kind::absence}},
                .division_id = division(1 + of),
                .date = monday + std::chrono::days{day / 5 * 7 + day % 5},
                .half_day = ent::calendar::HalfDay::morning}));
}

void roll_call(benchmark::State& state) {
  constexpr int calls = 600;
  std::vector<std::vector<std::string>> heard;
  {
    Listening listening;
    const Portal portal = opened(Term::get().copy("roll-heard"));
    Session head = head_of(portal);
    for (int number = 0; number <= calls; ++number) {
      listening.take();
      take(head, number);
      heard.push_back(listening.take());
    }
  }
  const RawStore raw(Term::get().copy("roll-raw"));
  std::vector<Replay> replays;
  for (const auto& statements : heard) replays.emplace_back(raw, statements);
  const Portal portal = opened(Term::get().copy("roll-ent"));
  Session head = head_of(portal);
  std::size_t by_hand = 0;
  int by_ent = 0;
  replays[by_hand++].run();  // the first call reads what the head may, too
  take(head, by_ent++);
  state.counters["statements"] = static_cast<double>(replays[1].size());
  compare(state, [&] { benchmark::DoNotOptimize(replays[by_hand++].run()); }, [&] { benchmark::DoNotOptimize(take(head, by_ent++)); });
}
BENCHMARK(roll_call)->Iterations(600)->Unit(benchmark::kMicrosecond);

/// Durable, on a disk whose syncs take 2 ms longer: `over_us` is what a save takes beyond one of them.
void roll_call_durably(benchmark::State& state) {
  install_slow_sync();
  const Portal portal = opened(Term::get().copy("durable"), ent::Durability::full);
  Session head = head_of(portal);
  int number = 0;
  take(head, number++);
  set_added_to_sync(std::chrono::milliseconds(2));
  std::vector<double> times;
  for (auto _ : state) times.push_back(microseconds([&] { take(head, number++); }));
  set_added_to_sync(std::chrono::microseconds(0));
  state.counters["ent_us"] = median(times);
  state.counters["over_us"] = state.counters["ent_us"] - 2000;
}
BENCHMARK(roll_call_durably)->Iterations(300)->Unit(benchmark::kMicrosecond);

}  // namespace
