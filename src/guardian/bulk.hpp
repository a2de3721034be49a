/// Guardianships by the thousand, as directory feeds bring them. Each function is one statement.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "unit/unit.hpp"

namespace ent::guardian::bulk {

struct Link {
  std::int64_t pupil = 0;
  std::int64_t adult = 0;
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int32_t kind = 0;
  std::int64_t rights = 0;
  std::int32_t relationship = 0;
  std::int32_t priority = 1;
  bool by_court = false;  ///< Rests on a decision: a feed leaves it alone.
  std::string source{};
};

/// The open links of pupils, whoever owns them.
std::vector<Link> of_pupils(unit::Unit& unit, std::span<const std::int64_t> pupils, std::int64_t day);
/// Those that have ended and those that were cancelled, too.
std::vector<Link> all_of_pupils(unit::Unit& unit, std::span<const std::int64_t> pupils);
std::vector<Link> of_adults(unit::Unit& unit, std::span<const std::int64_t> adults, std::int64_t day);

void insert_links(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Link> links);
/// Sets their ends.
void end_links(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Link> links);
void delete_links(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Link> links);

}  // namespace ent::guardian::bulk
