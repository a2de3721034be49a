/// Registers of half-days, taken one after the other.
#pragma once

#include "ent/attendance.hpp"
#include "replay.hpp"
#include "term.hpp"

namespace ent::bench {

/// The register of a half-day that nobody has taken, of ever earlier days: two are absent, of whom four guardians are told.
inline auto take(Session& session, int number) {
  const std::int64_t of = number % School::divisions;
  const int day = static_cast<int>(number / School::divisions);
  const PersonId first{School::first_pupil + of * 25 + day % 20};
  return must(attendance::take(session, {.marks = {{.pupil_id = first, .kind = attendance::Kind::absence},
                                                   {.pupil_id = {first.value + 3}, .kind = attendance::Kind::absence}},
                                         .division_id = division(1 + of),
                                         .date = monday - std::chrono::days{day / 5 * 7 + 3 + day % 5},
                                         .half_day = calendar::HalfDay::morning}));
}

/// What each of the first so many asks of SQLite.
inline std::vector<std::vector<std::string>> roll_calls_heard(int count) {
  std::vector<std::vector<std::string>> heard;
  Listening listening;
  const Portal portal = opened(Term::get().copy("roll-heard"));
  Session head = head_of(portal);
  for (int number = 0; number < count; ++number) {
    listening.take();
    take(head, number);
    heard.push_back(listening.take());
  }
  return heard;
}

}  // namespace ent::bench
