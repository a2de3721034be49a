/// What other domains may ask of the subjects.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ent/subject.hpp"
#include "unit/unit.hpp"

namespace ent::subject {

/// How a subject is shown beside other things.
struct Shown {
  std::string name{};
  std::optional<std::string> colour{};
};

/// The subjects of these codes, as the nearest unit of a line says (org::line_of); codes of which no unit says anything
/// are left out.
std::unordered_map<std::string, Shown> shown(unit::Unit& unit, std::span<const std::int64_t> line,
                                             const std::vector<std::string>& codes);

/// Adds subjects to what a unit says itself; codes of which it says something stay as they are.
void add_missing(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Row> rows);

}  // namespace ent::subject
