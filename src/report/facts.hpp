/// All that the reports of a class are made of, asked in a fixed number of statements.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "attendance/functions.hpp"
#include "ent/org.hpp"
#include "ent/period.hpp"
#include "gradebook/class_averages.hpp"
#include "group/divisions.hpp"
#include "period/functions.hpp"
#include "report/choices.hpp"
#include "report/rows.hpp"
#include "report/teaching.hpp"
#include "unit/unit.hpp"

namespace ent::report {

struct ClassFacts {
  period::View period{};
  std::int32_t periods_of_year = 0;
  std::vector<period::View> earlier{};  ///< The periods of the same year before it.
  gradebook::PeriodState state = gradebook::PeriodState::open;
  org::View school{};
  group::Placed division{};
  std::vector<rows::Pupil> pupils{};              ///< Those who go by the period, by name.
  std::vector<gradebook::Classmate> classmates{}; ///< The same, by member.
  std::ptrdiff_t pupils_of_class = 0;             ///< Whom the figures of the class are about: where it is published, those who were there.
  gradebook::ClassAverages averages{};            ///< In the order of the classmates.
  std::vector<rows::Entry> entries{};             ///< By member and kind.
  std::map<std::int64_t, std::vector<Service>> services{};  ///< By pupil: of all the period.
  std::vector<rows::Element> elements{};
  std::vector<rows::ProjectOf> projects{};
  std::map<std::int64_t, std::set<std::int64_t>> groups{};  ///< Where each pupil is on the last day: numbers in the unit.
  SchoolModels models{};
  bool last_of_year = false;
  std::unordered_map<std::int64_t, person::Card> teachers{};  ///< By member.
  std::map<std::int64_t, attendance::Totals> attendance{};  ///< By member.
  std::unordered_map<std::string, std::string> subject_names{};
  std::vector<Opinion> opinions{};
  std::optional<Date> council_on{};
  std::vector<person::Card> main_teachers{};
  std::vector<person::Card> heads{};
  std::map<std::int64_t, Issued> issued{};  ///< By person.
};

/// Of a division that goes by the period. `only`: what is said of this member alone, and of the others what that needs; 0: of all.
ClassFacts facts_of(unit::Unit& unit, const period::View& period, const group::Placed& division,
                    const std::vector<period::Scheme>& schemes, std::int64_t only);

}  // namespace ent::report
