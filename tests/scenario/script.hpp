/// Scenario files, read into steps. README.md beside this file says what they look like.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ent/time.hpp"

namespace ent::test {

/// One line of a scenario, with those that continue it.
struct Step {
  int line = 0;
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

Script read_script(const std::string& file);

}  // namespace ent::test
