// skills_check FILE: the library's methods before the cases of skills.py. Exit status 1 where an answer differs.
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "skill/engine/presets.hpp"

namespace {

using namespace ent::skill::engine;
using ent::Decimal;

constexpr int fewest_cases = 10'000;

std::string told(const std::optional<Rational>& number) {
  if (!number) return "-";
  const std::string text = number->text();
  return text.find('/') == std::string::npos ? text + "/1" : text;
}

const std::map<std::string, State> states{
    {"none", State::none}, {"not", State::not_acquired}, {"partly", State::partly}, {"acquired", State::acquired}};

std::string word(State state) {
  for (const auto& [name, value] : states) {
    if (value == state) return name;
  }
  return "?";
}

std::string answer_item(const Method& method, std::istringstream& in) {
  std::vector<Said> levels;
  Said level;
  for (std::string value; in >> level.day >> level.rank >> level.ranks >> value >> level.subject;) {
    level.value = *Decimal::parse(value);
    levels.push_back(level);
  }
  const Outcome outcome = outcome_of(method, levels);
  return told(outcome.score) + " " + std::to_string(outcome.degree) + " " + word(outcome.state);
}

std::optional<Rational> fraction(const std::string& text) {
  if (text == "-") return std::nullopt;
  const auto bar = text.find('/');
  return Rational(std::stoll(text.substr(0, bar))) / Rational(std::stoll(text.substr(bar + 1)));
}

std::string answer_total(const Method& method, std::istringstream& in) {
  std::vector<Part> parts;
  int degree = 0;
  for (std::string score, state, weight; in >> score >> degree >> state >> weight;) {
    parts.push_back({fraction(score), degree, states.at(state), *Decimal::parse(weight)});
  }
  const Total total = total_of(method, parts);
  std::ostringstream out;
  out << total.items << ' ' << total.evaluated << ' ' << total.acquired << ' ' << total.partly << ' ' << told(total.score) << ' '
      << told(total.share) << ' ' << total.degree;
  return out.str();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream file(arguments[1]);
  int cases = 0, differ = 0;
  for (std::string line; std::getline(file, line); ++cases) {
    const auto sign = line.find(" = ");
    std::istringstream in(line.substr(0, sign));
    std::string kind, name;
    in >> kind >> name;
    const Method* method = preset(name);
    if (method == nullptr) return 2;
    const std::string answer = kind == "item" ? answer_item(*method, in) : answer_total(*method, in);
    if (answer == line.substr(sign + 3)) continue;
    if (++differ <= 10) std::printf("%s\n    but the library says %s\n", line.c_str(), answer.c_str());
  }
  std::printf("%d cases, %d differ\n", cases, differ);
  return differ == 0 && cases >= fewest_cases ? 0 : 1;
}
