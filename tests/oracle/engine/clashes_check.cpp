// The library's clashes before the cases of clashes.py, which says what its file holds.
#include <cstdio>
#include <fstream>
#include <istream>
#include <sstream>
#include <string>

#include "timetable/clash.hpp"

namespace {

using namespace ent;
using namespace ent::timetable;

Date day(std::int64_t number) { return Date{std::chrono::days{number}}; }

std::vector<std::int64_t> list(std::istream& in) {
  std::string text;
  in >> text;
  std::istringstream numbers(text.substr(2));
  std::vector<std::int64_t> found;
  for (std::string one; std::getline(numbers, one, ',');) found.push_back(std::stoll(one));
  return found;
}

template <class AnyId>
void tell(std::ostream& out, const std::vector<AnyId>& ids) {
  const char* before = " ";
  for (const AnyId id : ids) {
    out << before << id.value;
    before = ",";
  }
}

std::string told(const char* what, const Clash& clash) {
  std::ostringstream out;
  out << what << ' ' << (clash.shared == Shared::teacher ? "teacher" : clash.shared == Shared::room ? "room" : "group") << ' '
      << clash.lesson_id.value << ' ' << clash.other_id.value << ' ' << clash.date.time_since_epoch().count() << ' '
      << clash.begins.minutes << ' ' << clash.ends.minutes;
  tell(out, clash.person_ids);
  tell(out, clash.room_ids);
  tell(out, clash.group_ids);
  return out.str();
}

struct Case {
  GroupTies ties;
  std::vector<Busy> lessons;
  std::vector<std::string> expected;

  std::vector<std::string> answered() const {
    std::vector<std::string> lines;
    for (const Clash& clash : clashes_among(lessons, ties)) lines.push_back(told("clash", clash));
    for (const Clash& clash : against(lessons.front(), lessons, ties)) lines.push_back(told("against", clash));
    return lines;
  }
};

void take(Case& one, const std::string& line) {
  std::istringstream in(line);
  std::string word;
  in >> word;
  std::int64_t a = 0, b = 0, first = 0, last = 0;
  if (word == "tie") {
    in >> a >> b;
    one.ties.declare(a, b);
  } else if (word == "stay") {
    in >> a >> b >> first >> last;
    one.ties.add_stay(a, b, {day(first), day(last + 1)});
  } else if (word == "lesson") {
    Busy lesson;
    in >> lesson.lesson.value >> a >> lesson.begins >> lesson.ends;
    lesson.date = day(a);
    lesson.people = list(in);
    lesson.rooms = list(in);
    lesson.groups = list(in);
    in >> word;
    lesson.zone = base::Zone::find(word.substr(2));
    one.lessons.push_back(lesson);
  } else if (word != "case") {
    one.expected.push_back(line);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream in(arguments[1]);
  std::int64_t cases = 0, clashes = 0, wrong = 0;
  Case one;
  for (std::string line; std::getline(in, line);) {
    if (line != "end") {
      take(one, line);
      continue;
    }
    ++cases;
    clashes += static_cast<std::int64_t>(one.expected.size());
    if (one.answered() != one.expected && ++wrong <= 3) {
      std::printf("case %lld: expected\n", static_cast<long long>(cases));
      for (const std::string& told : one.expected) std::printf("  %s\n", told.c_str());
      std::printf("answered\n");
      for (const std::string& told : one.answered()) std::printf("  %s\n", told.c_str());
    }
    one = {};
  }
  std::printf("%lld cases, %lld clashes, %lld mismatches\n", static_cast<long long>(cases), static_cast<long long>(clashes),
              static_cast<long long>(wrong));
  return wrong == 0 && cases >= 10'000 && clashes > cases ? 0 : 1;
}
