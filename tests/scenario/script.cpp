#include "scenario/script.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace ent::test {
namespace {

bool continues(const std::string& line) { return line[0] == ' '; }

Step read_step(const std::string& place, const std::string& text, const std::set<std::string>& verbs) {
  Step step;
  step.place = place;
  const auto json = text.find_first_of("{[");
  std::istringstream words(text.substr(0, json));
  words >> step.verb;
  for (std::string word; words >> word;) step.words.push_back(word);
  if (json != std::string::npos) step.json = text.substr(json);
  if (!verbs.contains(step.verb)) {
    throw Trouble(place + ": no such step: " + step.verb);
  }
  return step;
}

}  // namespace

const std::set<std::string> scenario_verbs{"given", "now",  "as",   "enter", "activate", "sign_in", "step_up", "snapshot",
                                           "end",   "with", "call", "words", "gives",    "fails",   "close", "pump"};

namespace {

/// given NAME: the steps of given/NAME.given stand in its place.
void add_given(Script& script, const Step& step, const std::set<std::string>& verbs) {
  const auto folder = std::filesystem::path(script.file).parent_path().parent_path();
  Script given = read_script(folder / "given" / (step.words.at(0) + ".given"), verbs);
  std::ranges::move(given.steps, std::back_inserter(script.steps));
}

}  // namespace

Script read_script(const std::string& file, const std::set<std::string>& verbs) {
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
  for (const auto& [line, text] : steps) {
    Step step = read_step(file + ":" + std::to_string(line), text, verbs);
    if (step.verb == "given") {
      add_given(script, step, verbs);
    } else {
      script.steps.push_back(std::move(step));
    }
  }
  return script;
}

}  // namespace ent::test
