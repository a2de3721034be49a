#include "scenario/match.hpp"

#include "scenario/script.hpp"

namespace ent::test {
namespace {

using nlohmann::json;

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

std::optional<std::string> variable_of(const json& value) {
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  if (text.size() < 2 || text[0] != '$') return std::nullopt;
  return text.substr(1);
}

std::string differs(const std::string& path, const json& expected, const json& answer) {
  return (path.empty() ? "the answer" : path) + " is " + answer.dump() + ", not " + expected.dump();
}

std::optional<std::string> object_mismatch(const json& expected, const json& answer, Variables& variables,
                                           const std::string& path) {
  if (!answer.is_object()) return differs(path, expected, answer);
  for (const auto& [key, value] : expected.items()) {
    const std::string below = path + "/" + key;
    if (value.is_null()) {
      if (answer.contains(key)) return below + " is there: " + answer.at(key).dump();
      continue;
    }
    if (!answer.contains(key)) return below + " is missing";
    if (auto found = mismatch(value, answer.at(key), variables, below)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::string fill_in(const std::string& json, const Variables& variables) {
  std::string filled;
  std::size_t from = 0;
  for (auto start = json.find("\"$"); start != std::string::npos; start = json.find("\"$", from)) {
    auto end = start + 2;
    while (end < json.size() && is_name_character(json[end])) ++end;
    if (end == json.size() || json[end] != '"') throw Trouble("no name of a value: " + json.substr(start, 20));
    const std::string name = json.substr(start + 2, end - start - 2);
    const auto found = variables.find(name);
    if (found == variables.end()) throw Trouble("$" + name + " has no value");
    filled += json.substr(from, start - from) + found->second.dump();
    from = end + 1;
  }
  return filled + json.substr(from);
}

std::optional<std::string> mismatch(const json& expected, const json& answer, Variables& variables,
                                    const std::string& path) {
  if (const auto name = variable_of(expected)) {
    if (*name == "_") return std::nullopt;
    const auto& value = variables.try_emplace(*name, answer).first->second;
    return value == answer ? std::nullopt : std::optional(differs(path, value, answer));
  }
  if (expected.is_object()) return object_mismatch(expected, answer, variables, path);
  if (!expected.is_array()) return expected == answer ? std::nullopt : std::optional(differs(path, expected, answer));
  if (!answer.is_array() || answer.size() != expected.size()) return differs(path, expected, answer);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (auto found = mismatch(expected[i], answer[i], variables, path + "/" + std::to_string(i))) return found;
  }
  return std::nullopt;
}

}  // namespace ent::test
