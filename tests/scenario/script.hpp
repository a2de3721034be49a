/// Scenario files, read into steps. README.md beside this file says what they look like.
#pragma once

#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ent/time.hpp"

namespace ent::test {

/// One line of a scenario, with those that continue it.
struct Step {
  std::string place;               ///< File and line.
  std::string verb;                ///< "call", "gives", ...
  std::vector<std::string> words;  ///< What follows the verb, up to the JSON text.
  std::string json;                ///< From the first brace or bracket on; may be empty.
};

struct Script {
  std::string file;
  std::vector<Step> steps;
};

/// A scenario that cannot be read, or that did not go as it says.
class Trouble : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The steps of scenarios.
extern const std::set<std::string> scenario_verbs;

Script read_script(const std::string& file, const std::set<std::string>& verbs = scenario_verbs);

}  // namespace ent::test
