/// The averages of all pupils of a class over some days, as its reports show them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ent/gradebook.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// A pupil of a class.
struct Classmate {
  std::int64_t member = 0;
  std::string level{};  ///< Empty: none.
};

/// By member and subject (no subject has the code ""): what stands in the place of a computed average.
using TypedAverages = std::map<std::pair<std::int64_t, std::string>, Decimal>;

/// The average of a pupil in a subject.
struct PupilFigure {
  std::optional<Decimal> shown{};     ///< Typed, or else computed.
  std::optional<Decimal> computed{};  ///< Rounded as the policy says.
  std::optional<std::string> exact{}; ///< "29/2".
  std::int32_t marks = 0;             ///< Numbers that are not formative.
  Decimal coefficient = 1;
  SubjectMode mode = SubjectMode::ordinary;
};

/// A subject: a figure for each pupil, in their order, and what they look like together.
struct ClassFigures {
  std::string subject{};  ///< Empty: none.
  std::vector<PupilFigure> pupils{};
  GroupSubject look{};
};

struct ClassAverages {
  std::vector<ClassFigures> subjects{};  ///< By code; those in which there are assessments.
  ClassFigures general{};
  std::string policy{};
};

/// Of the pupils of a division on the last of these days, by member. Their marks count wherever they were given. `typed` is of
/// subjects, `typed_general` of general averages; both count for all that is made of them.
ClassAverages class_averages(unit::Unit& unit, GroupId division, Date first_day, Date last_day, std::span<const Classmate> pupils,
                             const TypedAverages& typed, const std::map<std::int64_t, Decimal>& typed_general);

}  // namespace ent::gradebook
