// FET files: whatever the bytes, reading ends in a document or in a fault, and where a file is cut into pieces does not matter.
// A document that is read is planned, placed in a week and sorted into classes.
#include <cstdint>
#include <string>
#include <string_view>

#include "expect.hpp"
#include "interop/fet/classes.hpp"
#include "interop/fet/codes.hpp"
#include "interop/fet/parser.hpp"
#include "interop/fet/plan.hpp"
#include "interop/fet/times.hpp"

namespace {

using namespace ent;
using namespace ent::interop::fet;

void tell(const Problem& problem, std::string& told) {
  told += std::to_string(problem.line) + ' ';
  told += problem.field;
  told += ' ';
  told += problem.reason;
  told += '\n';
  fuzz::expect(explain_reason(std::string(problem.reason), "fr") != problem.reason, "a problem has a text for people", problem.reason);
}

std::string times(const Document& document, const Plan& plan) {
  std::string told;
  for (const bool halves : {false, true}) {
    const FetOptions options{.org_id = OrgId{1}, .half_days = halves};
    const auto days = days_of(document, options);
    const Hours hours(document, options, {});
    for (const Lesson& lesson : plan.lessons) {
      const auto& day = days[static_cast<std::size_t>(lesson.day)];
      const auto found = day ? hours.times_of(lesson.hour, lesson.duration, day->half_day) : std::nullopt;
      if (!found) continue;
      fuzz::expect(found->begins < found->ends && found->ends.minutes < 24 * 60, "a lesson lies in a day");
      told += std::to_string(lesson.id) + ' ' + std::to_string(found->begins.minutes) + '\n';
    }
  }
  return told;
}

std::string tell(const Document& document) {
  std::string told = std::to_string(document.records()) + '\n';
  for (const Problem& problem : document.problems) tell(problem, told);
  const Sets sets(document);
  const Plan plan = plan_of(document, sets);
  for (const Remark& remark : plan.remarks) tell(remark.problem, told);
  std::set<std::string> taken;
  for (const auto& item : sets.items()) {
    const std::string code = code_of(item.name, taken);
    fuzz::expect(!code.empty() && code.size() <= 4 * 40, "a code is short", code);
  }
  fuzz::expect(classes_of(document, sets, std::nullopt, {}).size() == sets.items().size(), "each set is a class or none");
  return told + times(document, plan);
}

std::string read(std::string_view file, std::size_t piece) {
  Parser parser;
  for (bool last = false; !last;) {
    const std::string_view next = file.substr(0, piece);
    file.remove_prefix(next.size());
    last = file.empty();
    const bool sound = parser.feed(next, last);
    fuzz::expect(sound == !parser.fault().has_value(), "a piece that is refused has a fault");
    if (!sound) return std::string(parser.fault()->reason) + ' ' + std::to_string(parser.fault()->line);
  }
  return tell(parser.document());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  const std::string whole = read(file, std::string_view::npos);
  fuzz::expect(read(file, 1 + size % 61) == whole, "a file is read alike in any pieces", whole);
  return 0;
}
