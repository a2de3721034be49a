#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace ent::test {

/// What a scenario has named: JSON values, by their names without `$`.
using Variables = std::map<std::string, nlohmann::json>;

/// Puts values in the place of the texts "$name".
std::string fill_in(const std::string& json, const Variables& variables);

/// Whether an answer has what is expected of it, and where it has not. Members that are not expected may be
/// there, but for `null`, which expects that there is none; lists have the length that is expected. A text
/// "$name" takes the value when it has none yet, and is that value from then on; "$_" is any value.
std::optional<std::string> mismatch(const nlohmann::json& expected, const nlohmann::json& answer, Variables& variables,
                                    const std::string& path = "");

}  // namespace ent::test
