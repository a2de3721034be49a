// All averages of a collège: subjects, general, class and subject of a class, from the marks in the order of their keys.
// Raw is the same by hand: integers above and below the line for the one rule "brought to 20 by coefficient".
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "bench/ratio.hpp"
#include "gradebook/engine/overall.hpp"
#include "gradebook/engine/plain.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/engine/statistics.hpp"

namespace {

using namespace ent::gradebook::engine;
using ent::base::Int128;

constexpr int pupils_of_class = 25;
constexpr int classes = 40;
constexpr int subjects = 12;
constexpr int tests = 8;
constexpr std::int64_t maxima[] = {20, 10, 20, 40, 20, 20, 5, 20};
constexpr std::int64_t coefficients[] = {1, 2, 1, 1, 3, 1, 1, 2};

/// What a script would write, in binary fractions.
constexpr const char* by_group = R"(
  WITH subject AS MATERIALIZED (
    SELECT mark.service, mark.pupil, CAST(SUM(mark.millionths * test.factor) AS REAL) / SUM(test.weight) AS average
      FROM mark JOIN test ON test.number = mark.test WHERE mark.kind = 1 GROUP BY mark.service, mark.pupil)
  SELECT (SELECT SUM(average) FROM (SELECT AVG(average) AS average FROM subject GROUP BY service))
       + (SELECT SUM(average) FROM (SELECT SUM(average * (1 + service % 12 % 3)) / SUM(1 + service % 12 % 3) AS average
                                      FROM subject GROUP BY service / 12, pupil)))";

/// Key order: a class and subject, its tests, its pupils.
class College {
 public:
  College() {
    run("CREATE TABLE mark(service INTEGER, test INTEGER, pupil INTEGER, millionths INTEGER, kind INTEGER,"
        " PRIMARY KEY(service, test, pupil)) WITHOUT ROWID, STRICT");
    run("BEGIN");
    sqlite3_stmt* insert = prepare("INSERT INTO mark VALUES (?, ?, ?, ?, ?)");
    std::uint64_t seed = 7;
    for (int service = 0; service < classes * subjects; ++service) {
      for (int test = 0; test < tests; ++test) {
        for (int pupil = 0; pupil < pupils_of_class; ++pupil) {
          seed = seed * 6364136223846793005U + 1442695040888963407U;
          const auto draw = static_cast<std::int64_t>(seed >> 33);
          const bool absent = draw % 20 == 0;
          const std::int64_t halves = draw / 20 % (2 * maxima[test] + 1);
          const std::int64_t row[] = {service, test, pupil, absent ? 0 : halves * 500'000, absent ? 2 : 1};
          for (int at = 0; at < 5; ++at) sqlite3_bind_int64(insert, at + 1, row[at]);
          if (sqlite3_step(insert) != SQLITE_DONE) std::abort();
          sqlite3_reset(insert);
        }
      }
    }
    sqlite3_finalize(insert);
    run("COMMIT");
    run("CREATE TABLE test(number INTEGER PRIMARY KEY, factor INTEGER, weight INTEGER) STRICT");
    for (int test = 0; test < tests; ++test) {
      run(("INSERT INTO test VALUES (" + std::to_string(test) + ", " + std::to_string(40 * coefficients[test] / maxima[test]) + ", " +
           std::to_string(2 * coefficients[test]) + ")").c_str());
    }
    all_ = prepare("SELECT service, test, pupil, millionths, kind FROM mark ORDER BY service, test, pupil");
    grouped_ = prepare(by_group);
  }
  ~College() {
    sqlite3_finalize(all_);
    sqlite3_finalize(grouped_);
    sqlite3_close(db_);
  }
  College(const College&) = delete;
  College& operator=(const College&) = delete;

  /// The sum of all averages that one statement makes of it: of subjects by class, and general ones.
  double grouped() {
    sqlite3_reset(grouped_);
    if (sqlite3_step(grouped_) != SQLITE_ROW) std::abort();
    return sqlite3_column_double(grouped_, 0);
  }

  template <class Row>
  void each(Row&& row) {
    sqlite3_reset(all_);
    while (sqlite3_step(all_) == SQLITE_ROW) {
      row(sqlite3_column_int(all_, 0), sqlite3_column_int(all_, 1), sqlite3_column_int(all_, 2),
          sqlite3_column_int64(all_, 3), sqlite3_column_int(all_, 4));
    }
  }

 private:
  void run(const char* sql) {
    if (db_ == nullptr && sqlite3_open(":memory:", &db_) != SQLITE_OK) std::abort();
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) != SQLITE_OK) std::abort();
    return statement;
  }

  sqlite3* db_ = nullptr;
  sqlite3_stmt* all_ = nullptr;
  sqlite3_stmt* grouped_ = nullptr;
};

/// A fraction of two integers, added by the least common denominator.
struct Pair {
  Int128 above = 0;
  std::int64_t below = 1;

  void add(Int128 top, std::int64_t bottom) {
    const std::int64_t common = std::gcd(below, bottom);
    above = above * (bottom / common) + top * (below / common);
    below = below / common * bottom;
  }
};

/// 20/5 of the smallest scale makes 4 of each; 40 of the largest makes 1/2: twice everything is whole.
double raw_college(College& college) {
  std::vector<Int128> above(pupils_of_class);
  std::vector<std::int64_t> below(pupils_of_class);
  std::vector<Pair> general(classes * pupils_of_class);
  std::vector<std::int64_t> weights(classes * pupils_of_class);
  double all = 0;
  int open = -1;
  const auto close = [&] {
    if (open < 0) return;
    Pair of_class;
    std::int64_t marked = 0;
    for (int pupil = 0; pupil < pupils_of_class; ++pupil) {
      const auto at = static_cast<std::size_t>(pupil);
      if (below[at] == 0) continue;
      const auto own = static_cast<std::size_t>(open / subjects * pupils_of_class) + at;
      of_class.add(above[at], below[at]);
      ++marked;
      const std::int64_t weight = 1 + open % subjects % 3;
      general[own].add(above[at] * weight, below[at]);
      weights[own] += weight;
    }
    all += static_cast<double>(of_class.above) / static_cast<double>(of_class.below) / static_cast<double>(marked);
    std::fill(above.begin(), above.end(), 0);
    std::fill(below.begin(), below.end(), 0);
  };
  college.each([&](int service, int test, int pupil, std::int64_t millionths, int kind) {
    if (service != open) {
      close();
      open = service;
    }
    if (kind != 1) return;
    const auto at = static_cast<std::size_t>(pupil);
    above[at] += static_cast<Int128>(millionths) * (40 * coefficients[test] / maxima[test]);
    below[at] += 2 * coefficients[test];
  });
  close();
  for (std::size_t at = 0; at < general.size(); ++at) {
    all += static_cast<double>(general[at].above) / static_cast<double>(general[at].below) /
           static_cast<double>(weights[at]);
  }
  return all / 1e6;
}

double ent_college(College& college) {
  const Policy& policy = fr_exact;
  Book book;
  for (int test = 0; test < tests; ++test) {
    book.assessments.push_back({.maximum = static_cast<std::int32_t>(maxima[test]),
                                .coefficient = static_cast<std::int32_t>(coefficients[test])});
  }
  std::vector<Overall> general(classes * pupils_of_class, Overall(policy.general, policy.scale));
  std::vector<std::optional<ent::base::Rational>> of_class(pupils_of_class);
  std::optional<PlainBook> plain;
  std::optional<PlainSums> sums;
  double all = 0;
  int open = -1;
  const auto close = [&] {
    if (open < 0) return;
    std::fill(of_class.begin(), of_class.end(), std::nullopt);
    for (std::size_t pupil = 0; pupil < pupils_of_class; ++pupil) {
      if (sums->standing(pupil) != Standing::average) continue;
      of_class[pupil] = sums->average(pupil);
      general[static_cast<std::size_t>(open / subjects * pupils_of_class) + pupil].add(
          {.average = of_class[pupil], .coefficient = 1 + open % subjects % 3});
    }
    all += static_cast<double>(statistics(of_class, {.quartiles = policy.group.quartiles}).mean.decimal().millionths());
  };
  college.each([&](int service, int test, int pupil, std::int64_t millionths, int kind) {
    if (service != open) {
      close();
      open = service;
      plain = PlainBook::of(policy, book);
      if (!plain) std::abort();
      sums.emplace(*plain, pupils_of_class);
    }
    sums->add(static_cast<std::size_t>(pupil), static_cast<std::size_t>(test),
              {.value = ent::Decimal::of_millionths(millionths), .kind = static_cast<MarkKind>(kind)});
  });
  close();
  for (const Overall& pupil : general) all += static_cast<double>(pupil.outcome().exact.decimal().millionths());
  return all / 1e6;
}

void averages_of_a_college(benchmark::State& state) {
  College college;
  double raw = 0;
  double ent = 0;
  ent::bench::compare(state, [&] { raw = raw_college(college); }, [&] { ent = ent_college(college); });
  // What differs is rounding to a millionth. The library takes median, minimum and quartiles of each class too, raw its mean alone.
  if (raw - ent > 0.01 || ent - raw > 0.01) state.SkipWithError("the two do not agree");
}
BENCHMARK(averages_of_a_college)->Iterations(20)->Unit(benchmark::kMillisecond);

/// Over one statement with `GROUP BY`, which is told its two sums alone and no row.
void averages_of_a_college_grouped(benchmark::State& state) {
  College college;
  double raw = 0;
  double ent = 0;
  ent::bench::compare(state, [&] { raw = college.grouped() / 1e6; }, [&] { ent = ent_college(college); });
  if (raw - ent > 0.01 || ent - raw > 0.01) state.SkipWithError("the two do not agree");
}
BENCHMARK(averages_of_a_college_grouped)->Iterations(20)->Unit(benchmark::kMillisecond);

/// Two threads, each with a store of its own, do 31 of them one after the other: 6 million marks.
template <class Work>
void by_two(std::array<College, 2>& colleges, Work work) {
  std::vector<std::jthread> running;
  for (College& college : colleges) {
    running.emplace_back([&college, work] {
      for (int number = 0; number < 31; ++number) benchmark::DoNotOptimize(work(college));
    });
  }
}

void averages_of_an_academy(benchmark::State& state) {
  std::array<College, 2> colleges;
  ent::bench::compare(state, [&] { by_two(colleges, raw_college); }, [&] { by_two(colleges, ent_college); });
}
BENCHMARK(averages_of_an_academy)->Iterations(7)->Unit(benchmark::kMillisecond);

}  // namespace
