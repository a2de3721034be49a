// What teachers and councils ask of the grade book, against the same statements run by hand: a grid of marks saved, the sheet of an
// assessment, the reports of a class. A collège of 600 pupils with a term behind it.
#include <memory>
#include <optional>

#include "again.hpp"
#include "ent/gradebook.hpp"
#include "ent/period.hpp"
#include "ent/report.hpp"

namespace {

using namespace ent::bench;
using ent::PersonId;
using ent::Portal;
using ent::Session;

constexpr std::int64_t class_size = 25;

Session teacher_of(const Portal& portal) {
  return ent::test::acting(portal, {School::first_teacher + 1}, ent::Profile::teacher);
}

/// The first class's lessons of the first subject.
ent::ServiceId service_of(Session& teacher) {
  for (const auto& service : must(ent::group::services(teacher, {.org_id = {School::org}, .group_id = division(1)})).items) {
    if (service.subject_code == "S0") return service.id;
  }
  throw std::runtime_error("no service");
}

ent::AssessmentId ask(Session& teacher, ent::ServiceId service) {
  return must(ent::gradebook::add_assessment(teacher, {.service_id = service, .name = "Devoir", .date = monday})).id;
}

void enter(Session& teacher, ent::AssessmentId assessment) {
  ent::gradebook::EnterMarks grid{assessment, {}};
  for (std::int64_t pupil = 0; pupil < class_size; ++pupil)
    grid.items.push_back({.pupil_id = PersonId{School::first_pupil + pupil}, .value = ent::Decimal(static_cast<std::int32_t>(pupil % 21))});
  must(ent::gradebook::enter_marks(teacher, grid));
}

/// What SQLite is asked for an assessment, and for its marks.
struct HeardGrid {
  std::vector<std::string> asked, entered;
};

std::vector<HeardGrid> grids_heard(int count) {
  std::vector<HeardGrid> heard;
  Listening listening;
  const Portal portal = opened(Term::get().copy("grid-heard"));
  Session teacher = teacher_of(portal);
  const ent::ServiceId service = service_of(teacher);
  for (int number = 0; number < count; ++number) {
    listening.take();
    const ent::AssessmentId assessment = ask(teacher, service);
    HeardGrid& grid = heard.emplace_back();
    grid.asked = listening.take();
    enter(teacher, assessment);
    grid.entered = listening.take();
  }
  return heard;
}

void save_a_grid(benchmark::State& state) {
  constexpr int calls = 400;
  const std::vector<HeardGrid> heard = grids_heard(calls + 1);
  const RawStore raw(Term::get().copy("grid-raw"));
  const Portal portal = opened(Term::get().copy("grid-ent"));
  Session teacher = teacher_of(portal);
  const ent::ServiceId service = service_of(teacher);
  std::size_t next = 0;
  std::optional<Replay> replay;  // prepared just before, as statements are that are used every day
  ent::AssessmentId assessment{};
  const auto ready = [&] {
    Replay(raw, heard[next].asked).run();
    replay.emplace(raw, heard[next++].entered);
    assessment = ask(teacher, service);
  };
  ready();  // the first call reads what the teacher may, too
  replay->run();
  enter(teacher, assessment);
  state.counters["statements"] = static_cast<double>(replay->size());
  compare(state, [&] { benchmark::DoNotOptimize(replay->run()); }, [&] { enter(teacher, assessment); }, ready);
}
BENCHMARK(save_a_grid)->Iterations(400)->Unit(benchmark::kMicrosecond);

void sheet_of_an_assessment(benchmark::State& state) {
  const std::string path = Term::get().copy("sheet");
  ent::AssessmentId assessment{};
  {
    const Portal portal = opened(path);
    Session teacher = teacher_of(portal);
    assessment = ask(teacher, service_of(teacher));
    enter(teacher, assessment);
  }
  compare_again(state, path, teacher_of, [&](Session& teacher) { return ent::gradebook::marks(teacher, {assessment}); });
}
BENCHMARK(sheet_of_an_assessment)->Iterations(2000)->Unit(benchmark::kMicrosecond);

/// The term as a period of the first class.
ent::PeriodId period_in(const std::string& path) {
  const Portal portal = opened(path);
  Session head = head_of(portal);
  const auto scheme = must(ent::period::set(head, {.org_id = {School::org}, .school_year = 2026, .code = "trimestres",
                                                   .items = {{.name = "Trimestre 1", .first_day = monday, .last_day = last_day}}}));
  return scheme.periods.front().id;
}

auto as_head = [](const Portal& portal) { return head_of(portal); };

void reports_of_a_class(benchmark::State& state) {
  const std::string path = Term::get().copy("reports");
  const ent::PeriodId period = period_in(path);
  compare_again(state, path, as_head, [&](Session& head) { return ent::report::of_class(head, {division(1), period}); });
  state.counters["ent_us_a_pupil"] = state.counters["ent_us"] / static_cast<double>(class_size);
}
BENCHMARK(reports_of_a_class)->Iterations(200)->Unit(benchmark::kMicrosecond);

void report_of_a_pupil(benchmark::State& state) {
  const std::string path = Term::get().copy("report");
  const ent::PeriodId period = period_in(path);
  compare_again(state, path, as_head, [&](Session& head) {
    return ent::report::of_pupil(head, {{School::org}, {School::first_pupil}, period});
  });
}
BENCHMARK(report_of_a_pupil)->Iterations(300)->Unit(benchmark::kMicrosecond);

}  // namespace
