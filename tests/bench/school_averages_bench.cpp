// All averages of a collège through the library's own calls, class by class: subjects, general, classes. By hand the marks are read once, in
// the order of their keys, into integers above and below the line.
#include <cstdlib>
#include <map>
#include <unordered_map>
#include <utility>

#include "ent/gradebook.hpp"
#include "ratio.hpp"
#include "term.hpp"

namespace {

using namespace ent::bench;

struct Sum {
  std::int64_t above = 0;
  std::int64_t below = 0;
};

/// A reader by hand of a term, whose assessments are all out of 20 and of coefficient 1.
class ByHand {
 public:
  explicit ByHand(const RawStore& store)
      : assessments_(store, "SELECT assessment, grp, subject FROM assessment WHERE org = 1 AND removed = 0"),
        marks_(store, "SELECT assessment, member, kind, value FROM mark WHERE org = 1 ORDER BY assessment, member") {}

  /// The sum of the general averages of the classes, in millionths.
  std::int64_t run() {
    std::map<std::pair<std::int64_t, std::string>, std::size_t> courses;
    std::unordered_map<std::int64_t, std::size_t> course_of;
    std::vector<std::int64_t> class_of;
    assessments_.each([&](sqlite3_stmt* row) {
      const std::int64_t group = sqlite3_column_int64(row, 1);
      const auto subject = reinterpret_cast<const char*>(sqlite3_column_text(row, 2));
      const auto [course, is_new] = courses.try_emplace({group, subject}, courses.size());
      if (is_new) class_of.push_back(group);
      course_of.emplace(sqlite3_column_int64(row, 0), course->second);
    });
    std::vector<std::unordered_map<std::int64_t, Sum>> sums(class_of.size());
    std::int64_t last = 0;
    std::size_t course = 0;
    marks_.each([&](sqlite3_stmt* row) {
      const std::int64_t assessment = sqlite3_column_int64(row, 0);
      if (assessment != last) course = course_of.at(last = assessment);
      if (sqlite3_column_int(row, 2) != 1) return;
      Sum& sum = sums[course][sqlite3_column_int64(row, 1)];
      sum.above += sqlite3_column_int64(row, 3);
      ++sum.below;
    });
    return general(sums, class_of);
  }

 private:
  static std::int64_t general(const std::vector<std::unordered_map<std::int64_t, Sum>>& sums, const std::vector<std::int64_t>& class_of) {
    std::map<std::int64_t, std::unordered_map<std::int64_t, Sum>> pupils;
    for (std::size_t course = 0; course < sums.size(); ++course) {
      for (const auto& [pupil, sum] : sums[course]) {
        Sum& own = pupils[class_of[course]][pupil];
        own.above += sum.above / sum.below;
        ++own.below;
      }
    }
    std::int64_t all = 0;
    for (const auto& [group, of_class] : pupils) {
      Sum sum;
      for (const auto& [pupil, own] : of_class) {
        sum.above += own.above / own.below;
        ++sum.below;
      }
      all += sum.above / sum.below;
    }
    return all;
  }

  RawStatement assessments_;
  RawStatement marks_;
};

std::int64_t general_by_ent(ent::Session& head) {
  std::int64_t all = 0;
  for (std::int64_t number = 1; number <= School::divisions; ++number) {
    const auto table = must(ent::gradebook::table(head, {.group_id = division(number), .first_day = monday, .last_day = last_day}));
    all += table.general->mean->millionths();
  }
  return all;
}

void averages_of_a_school_called(benchmark::State& state) {
  const std::string& path = Term::get().path();
  const RawStore raw(path);
  ByHand by_hand(raw);
  const ent::Portal portal = opened(path);
  ent::Session head = head_of(portal);
  std::int64_t hand = 0;
  std::int64_t ent = 0;
  compare(state, [&] { hand = by_hand.run(); }, [&] { ent = general_by_ent(head); });
  // The library rounds averages of pupils and subjects for people, and means to a millionth.
  if (std::abs(hand - ent) > School::divisions * 10'000) state.SkipWithError("the two do not agree");
}
BENCHMARK(averages_of_a_school_called)->Iterations(30)->Unit(benchmark::kMillisecond);

}  // namespace
