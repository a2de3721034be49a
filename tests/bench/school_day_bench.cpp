// What a school day asks most often, against its own statements run by hand: a roll call, the week of a pupil, its
// homework and marks, the averages of a class. A collège of 600 pupils with a term behind it.
#include <memory>
#include <optional>

#include "again.hpp"
#include "ent/attendance.hpp"
#include "ent/gradebook.hpp"
#include "ent/homework.hpp"
#include "ent/timetable.hpp"
#include "roll.hpp"
#include "slow_sync.hpp"
#include "term.hpp"

namespace {

using namespace ent::bench;
using ent::OrgId;
using ent::PersonId;
using ent::Portal;
using ent::Session;

constexpr OrgId org{School::org};

template <class Open, class Read>
void read_again(benchmark::State& state, const std::string& name, Open open, Read read) {
  compare_again(state, Term::get().copy(name), open, read);
}

/// Somebody's session, for compare_again().
constexpr auto as_guardian = [](const Portal& portal) { return guardian_of(portal); };
constexpr auto as_head = [](const Portal& portal) { return head_of(portal); };

void week_of_a_pupil(benchmark::State& state) {
  read_again(state, "week", as_guardian, [](Session& session) {
    return ent::timetable::lessons(session, {.first_day = monday, .last_day = monday + std::chrono::days{6}, .org_id = org,
                                             .person_id = PersonId{School::first_pupil}});
  });
}
BENCHMARK(week_of_a_pupil)->Iterations(3000)->Unit(benchmark::kMicrosecond);

void homework_of_a_week(benchmark::State& state) {
  read_again(state, "homework", as_guardian, [](Session& session) {
    return ent::homework::list(session, {.first_day = monday, .last_day = monday + std::chrono::days{6}, .org_id = org,
                                         .pupil_id = PersonId{School::first_pupil}});
  });
}
BENCHMARK(homework_of_a_week)->Iterations(3000)->Unit(benchmark::kMicrosecond);

void marks_of_a_pupil(benchmark::State& state) {
  read_again(state, "marks", as_guardian, [](Session& session) {
    return ent::gradebook::of_pupil(session, {.org_id = org, .pupil_id = {School::first_pupil}, .first_day = monday, .last_day = last_day});
  });
}
BENCHMARK(marks_of_a_pupil)->Iterations(2000)->Unit(benchmark::kMicrosecond);

void averages_of_a_class_and_term(benchmark::State& state) {
  read_again(state, "averages", as_head, [](Session& session) {
    return ent::gradebook::group_averages(session, {.group_id = division(1), .first_day = monday, .last_day = last_day});
  });
}
BENCHMARK(averages_of_a_class_and_term)->Iterations(500)->Unit(benchmark::kMicrosecond);

void roll_call(benchmark::State& state) {
  constexpr int calls = 600;
  const auto heard = roll_calls_heard(calls + 1);
  const RawStore raw(Term::get().copy("roll-raw"));
  const Portal portal = opened(Term::get().copy("roll-ent"));
  Session head = head_of(portal);
  std::size_t by_hand = 0;
  int by_ent = 0;
  Replay(raw, heard[by_hand++]).run();  // the first call reads what the head may, too
  take(head, by_ent++);
  state.counters["statements"] = static_cast<double>(heard[1].size());
  std::optional<Replay> replay;  // prepared just before, as statements are that are used every day
  compare(
      state, [&] { benchmark::DoNotOptimize(replay->run()); }, [&] { benchmark::DoNotOptimize(take(head, by_ent++)); },
      [&] { replay.emplace(raw, heard[by_hand++]); });
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
