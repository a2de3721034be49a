#include "scenario/script.hpp"

#include <fstream>
#include <set>
#include <sstream>

namespace ent::test {
namespace {

const std::set<std::string> verbs{"now",  "as",    "snapshot", "end",   "with",
                                  "call", "words", "gives",    "fails", "close"};

bool continues(const std::string& line) { return line[0] == ' '; }

Step read_step(const std::string& file, int line, const std::string& text) {
  Step step;
  step.line = line;
  const auto json = text.find_first_of("{[");
  std::istringstream words(text.substr(0, json));
  words >> step.verb;
  for (std::string word; words >> word;) step.words.push_back(word);
  if (json != std::string::npos) step.json = text.substr(json);
  if (!verbs.contains(step.verb)) {
    throw Trouble(file + ":" + std::to_string(line) + ": no such step: " + step.verb);
  }
  return step;
}

}  // namespace

Script read_script(const std::string& file) {
  std::ifstream input(file);
  if (!input) throw Trouble(file + ": cannot be read");
  std::vector<std::pair<int, std::string>> steps;
  int number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (continues(line) && !steps.empty()) {
      steps.back().second += "\n" + line;
    } else {
      steps.emplace_back(number, line);
    }
  }
  Script script{file, {}};
  for (const auto& [line, text] : steps) script.steps.push_back(read_step(file, line, text));
  return script;
}

}  // namespace ent::test
