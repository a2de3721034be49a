// Holds the half-days, latenesses and alerts of the library against those of tests/oracle/half_days.py.
#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "attendance/alerts.hpp"

namespace {

using namespace ent::attendance;

struct Case {
  std::vector<OpenHalf> open;
  std::vector<Observed> seen;
  std::vector<Span> accepted;
  Minute from = 0;
  Minute to = 0;
  CountPolicy policy;
  AlertRule rule;
  Count expected;
  std::vector<Alert> alerts;
};

ent::Date date(std::int64_t day) { return ent::Date{std::chrono::days{day}}; }

/// Reads numbers, and notices where a word is not the one that stands there.
class Reader {
 public:
  explicit Reader(const char* path) : file_(path) {}

  bool word(const char* expected) {
    std::string found;
    if (!(file_ >> found)) return false;
    if (found != expected) bad_ = true;
    return !bad_;
  }
  std::int64_t number() {
    std::int64_t value = 0;
    if (!(file_ >> value)) bad_ = true;
    return value;
  }
  std::int32_t small() { return static_cast<std::int32_t>(number()); }
  bool flag() { return number() != 0; }
  bool bad() const { return bad_; }

 private:
  std::ifstream file_;
  bool bad_ = false;
};

void read_facts(Reader& in, Case& one, std::int64_t open, std::int64_t seen, std::int64_t accepted) {
  for (; open > 0 && in.word("open"); --open) {
    const auto half = static_cast<HalfDay>(in.number());
    const Minute from = in.number();
    one.open.push_back({half, from, in.number()});
  }
  for (; seen > 0 && in.word("seen"); --seen) {
    Observed observed;
    observed.from = in.number();
    observed.to = in.number();
    observed.breach = static_cast<Said>(in.number());
    observed.justified = in.flag();
    observed.form = static_cast<Form>(in.number());
    one.seen.push_back(observed);
  }
  for (; accepted > 0 && in.word("accepted"); --accepted) {
    const Minute from = in.number();
    one.accepted.push_back({from, in.number()});
  }
}

void read_answer(Reader& in, Case& one) {
  in.word("answer");
  std::int64_t missed = in.number(), late = in.number(), alerts = in.number();
  for (; missed > 0 && in.word("missed"); --missed) {
    const ent::Date day = date(in.number());
    const auto half = static_cast<HalfDay>(in.number());
    const bool justified = in.flag();
    one.expected.missed.push_back({day, half, justified, in.small()});
  }
  for (; late > 0 && in.word("late"); --late) {
    const Minute from = in.number();
    const std::int32_t minutes = in.small();
    one.expected.latenesses.push_back({from, minutes, in.flag()});
  }
  for (; alerts > 0 && in.word("alert"); --alerts) {
    const ent::Date from = date(in.number()), to = date(in.number());
    const std::int32_t half_days = in.small();
    one.alerts.push_back({from, to, half_days, date(in.number())});
  }
}

bool read_case(Reader& in, Case& one) {
  if (!in.word("case")) return false;
  const std::int64_t open = in.number(), seen = in.number(), accepted = in.number();
  one.from = in.number();
  one.to = in.number();
  one.policy.midday = in.small();
  one.policy.tolerance = in.small();
  one.policy.lateness_below = in.small();
  one.policy.breach_wins = in.flag();
  one.policy.half_justified_by_part = in.flag();
  one.rule.half_days = in.small();
  one.rule.window = static_cast<Window>(in.number());
  one.rule.days = in.small();
  read_facts(in, one, open, seen, accepted);
  read_answer(in, one);
  return !in.bad();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  Reader in(argv[1]);
  long cases = 0, wrong = 0;
  for (Case one; read_case(in, one); one = {}) {
    ++cases;
    const Count found = count(one.seen, one.accepted, one.open, one.from, one.to, one.policy);
    if (found == one.expected && alerts(one.rule, found.missed) == one.alerts) continue;
    if (++wrong <= 5) {
      std::printf("case %ld: expected %zu half-days, %zu latenesses, %zu alerts; got %zu, %zu, %zu\n", cases,
                  one.expected.missed.size(), one.expected.latenesses.size(), one.alerts.size(), found.missed.size(),
                  found.latenesses.size(), alerts(one.rule, found.missed).size());
    }
  }
  std::printf("%ld cases, %ld mismatches\n", cases, wrong);
  return in.bad() || wrong != 0 || cases < 10'000 ? 1 : 0;
}
