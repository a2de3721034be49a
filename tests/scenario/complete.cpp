#include "scenario/complete.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/reason.hpp"
#include "ops/registry.hpp"
#include "scenario/script.hpp"

namespace ent::test {
namespace {

/// Domains whose refusals are all told by scenarios. Those of accounts need clocks, devices and other
/// sources: tests/unit/account.
constexpr std::array<std::string_view, 6> told_domains{"group.", "guardian.", "org.", "period.", "person.", "rights."};

/// Needs a directory to import: tests/unit/interop.
constexpr std::array<std::string_view, 1> told_elsewhere{"person.owned_by_feed"};

struct Told {
  std::set<std::string> answered;
  std::set<std::string> refused;
  std::set<std::string> reasons;
};

void collect(const std::string& file, Told& told) {
  std::string operation;
  for (const Step& step : read_script(file).steps) {
    if (step.verb == "call") operation = step.words.at(0);
    if (step.verb == "pump") operation = step.verb;
    if (step.verb == "gives") told.answered.insert(operation);
    if (step.verb != "fails") continue;
    told.refused.insert(operation);
    told.reasons.insert(step.words.begin(), step.words.end());
  }
}

bool is_told_by_scenarios(std::string_view reason) {
  const auto begins = [&](std::string_view domain) { return reason.starts_with(domain); };
  return std::ranges::any_of(told_domains, begins) && std::ranges::find(told_elsewhere, reason) == told_elsewhere.end();
}

}  // namespace

std::vector<std::string> untold(const std::vector<std::string>& files) {
  Told told;
  for (const std::string& file : files) collect(file, told);
  std::vector<std::string> missing;
  for (const Op* op : ops::all()) {
    if (!told.answered.contains(op->name)) missing.push_back(std::string("no scenario answers ") + op->name);
    if (!told.refused.contains(op->name)) missing.push_back(std::string("no scenario refuses ") + op->name);
  }
  for (const base::Reason& reason : base::reasons()) {
    const std::string token(reason.token);
    if (is_told_by_scenarios(token) && !told.reasons.contains(token)) missing.push_back("no scenario meets " + token);
  }
  return missing;
}

}  // namespace ent::test
