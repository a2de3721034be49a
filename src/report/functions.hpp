/// What others may ask of report cards.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ent/report.hpp"
#include "report/places.hpp"
#include "unit/unit.hpp"

namespace ent::report {

/// A pupil of a class, and their report of a period.
struct Handed {
  GroupId division_id{};           ///< The class.
  person::Card pupil{};            ///< As they are known now.
  std::optional<Issued> issued{};  ///< What was published last.
  std::optional<Report> report{};  ///< None: nothing was published.
  std::int32_t ending_cycle = 0;   ///< Which cycle ends for them with the period: 2, 3 or 4; 0: none.
};

/// The reports of classes that are published, word for word, and those of the classes of whom none is; by class, in the order of the
/// places, and name, each pupil once. The places are of one period, and such that Place::expect_division() lets them through.
Result<std::vector<Handed>> published_of(unit::Unit& unit, std::span<const Place> places);

/// The same reports as they would be published now; asked class by class.
std::vector<Handed> drafts_of(unit::Unit& unit, std::span<const Place> places);

}  // namespace ent::report
