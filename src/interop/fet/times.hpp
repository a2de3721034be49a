/// The days and hours of a file as days of the week and times of the clock: pure functions.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "ent/import_fet.hpp"
#include "interop/fet/document.hpp"

namespace ent::interop::fet {

struct DayPlace {
  calendar::Weekday weekday{};
  std::optional<calendar::HalfDay> half_day{};
};

/// Where each day of the file lies; none of those of which nobody says it.
std::vector<std::optional<DayPlace>> days_of(const Document& document, const FetOptions& options);

struct Times {
  TimeOfDay begins{};
  TimeOfDay ends{};
};

/// When each hour of the file is.
class Hours {
 public:
  /// `bells`: of the school, the earliest first.
  Hours(const Document& document, const FetOptions& options, std::span<const calendar::BellOfDay> bells);

  /// From the beginning of an hour to the end of the last of `duration` hours; none: nobody says when that is.
  std::optional<Times> times_of(std::int32_t hour, std::int32_t duration, const std::optional<calendar::HalfDay>& half_day) const;

  /// What was said of each hour by the file or the options; not what the bells of the school say.
  std::vector<std::optional<Times>> told(const std::optional<calendar::HalfDay>& half_day) const;

 private:
  struct Told {
    std::optional<Times> times{};
    bool by_bells = false;
  };
  using Row = std::vector<Told>;
  const Row& row(const std::optional<calendar::HalfDay>& half_day) const;

  std::array<Row, 3> rows_;  ///< Of whole days, mornings, afternoons.
};

}  // namespace ent::interop::fet
