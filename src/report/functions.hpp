/// What others may ask of report cards.
#pragma once

#include <optional>
#include <vector>

#include "ent/report.hpp"
#include "report/places.hpp"
#include "unit/unit.hpp"

namespace ent::report {

/// A pupil of a class, and their report of a period.
struct Handed {
  person::Card pupil{};            ///< As they are known now.
  std::optional<Issued> issued{};  ///< What was published last.
  std::optional<Report> report{};  ///< None: nothing was published.
};

/// The reports of a class that are published, word for word, and those of the class of whom none is; by name. The place is one that
/// Place::expect_division() lets through.
Result<std::vector<Handed>> published_of(unit::Unit& unit, const Place& place);

/// The same reports as they would be published now.
std::vector<Handed> drafts_of(unit::Unit& unit, const Place& place);

/// Who makes up a class on a day.
struct ClassOn {
  std::vector<rows::Pupil> pupils{};          ///< By name.
  std::vector<person::Card> main_teachers{};  ///< By name.
  std::vector<person::Card> heads{};          ///< Of the school, by name.
};
ClassOn class_on(unit::Unit& unit, GroupId division, Date day);

}  // namespace ent::report
