/// What other domains may ask of the subjects.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
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

/// The same in several units, each by its line (org::lines_of): by unit and code.
std::map<std::pair<std::int64_t, std::string>, Shown> shown_in(
    unit::Unit& unit, const std::map<std::int64_t, std::vector<std::int64_t>>& lines, const std::vector<std::string>& codes);

/// The codes of the subjects of these names in a line of units, by name: what the nearest unit says. Those that are no longer
/// taught are left out.
std::unordered_map<std::string, std::string> codes_of(unit::Unit& unit, std::span<const std::int64_t> line,
                                                      const std::vector<std::string>& names);

/// Under which codes a subject is known elsewhere.
struct Codes {
  std::optional<std::string> national_code{};
  std::optional<std::string> short_name{};
};

/// Those of the subjects of these codes, as the nearest unit of a line says; codes of which no unit says anything are left out.
std::unordered_map<std::string, Codes> codes_elsewhere(unit::Unit& unit, std::span<const std::int64_t> line,
                                                       const std::vector<std::string>& codes);

/// Adds subjects to what a unit says itself; codes of which it says something stay as they are.
void add_missing(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Row> rows);

/// What a unit itself says, by code.
std::vector<View> own(unit::Unit& unit, OrgId org);
/// Takes back what a unit says of these codes.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::vector<std::string>& codes);

}  // namespace ent::subject
