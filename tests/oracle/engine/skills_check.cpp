// skills_check FILE: the library's methods before the cases of skills.py or skills_products.py. Exit status 1 where an answer differs.
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "skill/balance_rules.hpp"
#include "skill/engine/presets.hpp"
#include "skill/method_rules.hpp"

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

/// A method as it is asked for: `NAME[/LATEST][:BOUND,BOUND...]`.
std::optional<Method> method_of(const std::string& text) {
  ent::skill::MethodView asked{.method = text.substr(0, text.find_first_of("/:"))};
  const auto slash = text.find('/'), colon = text.find(':');
  if (slash != std::string::npos) asked.latest = std::stoi(text.substr(slash + 1));
  std::istringstream bounds(colon == std::string::npos ? "" : text.substr(colon + 1));
  for (std::string bound; std::getline(bounds, bound, ',');) asked.bounds.push_back(*Decimal::parse(bound));
  return ent::skill::method_of(asked);
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

ent::skill::ItemFacts facts_in(std::istringstream& in) {
  ent::skill::ItemFacts facts;
  ent::skill::DatedLevel level;
  int day = 0;
  for (std::string value; in >> day >> level.rank >> level.ranks >> value >> level.subject;) {
    level.date = ent::Date{std::chrono::days{day}};
    level.value = *Decimal::parse(value);
    facts.levels.push_back(level);
  }
  return facts;
}

std::string told_line(const ent::skill::BalanceLine& line) {
  static const std::string words[] = {"?", "none", "not", "partly", "acquired"};
  const auto score = line.score ? line.score->text() : "-";
  return score + " " + std::to_string(line.degree.value_or(0)) + " " + words[static_cast<std::size_t>(line.state)];
}

/// One domain whose items are those of the question. Figures are compared as they are told, to six decimals.
std::string answer_balance(const Method& method, std::istringstream& in) {
  using namespace ent::skill;
  std::string word, items;
  int first = 0;
  in >> word >> first;
  std::getline(in, items);
  std::vector<NodeView> nodes{{.code = "D", .kind = NodeKind::domain, .depth = 1, .coefficient = 1}};
  Facts facts;
  std::map<ItemKey, std::int32_t> decided;
  std::istringstream each(items.substr(items.find('|') + 1));
  for (std::string item; std::getline(each, item, '|');) {
    std::istringstream words(item);
    std::string coefficient, degree;
    words >> coefficient >> degree;
    const ItemKey key{"R", "I" + std::to_string(nodes.size())};
    nodes.push_back({.code = key.second, .parent_code = "D", .kind = NodeKind::item, .depth = 2, .coefficient = *Decimal::parse(coefficient)});
    facts.emplace(key, facts_in(words));
    if (degree != "-") decided.emplace(key, std::stoi(degree));
  }
  const auto earlier = word == "if_nothing" ? Earlier::if_nothing : Earlier::left_out;
  const Computed found = computed(method, "R", nodes, counting(std::move(facts), ent::Date{std::chrono::days{first}}, earlier, {}), decided);
  std::string answer;
  for (std::size_t at = 1; at < nodes.size(); ++at) answer += told_line(found.lines[at]) + " | ";
  const BalanceLine& domain = found.lines[0];
  return answer + (domain.score ? domain.score->text() : "-") + " " + (domain.share ? domain.share->text() : "-") + " " +
         std::to_string(domain.degree.value_or(0));
}

std::string answer(const std::string& kind, const Method& method, std::istringstream& in) {
  if (kind == "balance") return answer_balance(method, in);
  return kind == "item" ? answer_item(method, in) : answer_total(method, in);
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
    const auto method = method_of(name);
    if (!method) return 2;
    const std::string said = answer(kind, *method, in);
    if (said == line.substr(sign + 3)) continue;
    if (++differ <= 10) std::printf("%s\n    but the library says %s\n", line.c_str(), said.c_str());
  }
  std::printf("%d cases, %d differ\n", cases, differ);
  return differ == 0 && cases >= fewest_cases ? 0 : 1;
}
