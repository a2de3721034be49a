/// Time zones, by their IANA names, from the system's tables.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "ent/time.hpp"

namespace date {
class time_zone;
}

namespace ent::base {

/// A time zone that exists. Copies are free; any thread.
class Zone {
 public:
  /// By name: "Europe/Paris", "Indian/Reunion". None when the system knows no such zone.
  static std::optional<Zone> find(const std::string& name);

  /// The civil date there at an instant.
  Date date_at(Instant instant) const;

  /// The time of day there at an instant.
  std::chrono::microseconds time_at(Instant instant) const;

  /// The instant of a civil date and time there. A time that the clocks show twice is the first of the
  /// two; one that they skip is the instant of the change.
  Instant instant_of(Date date, std::chrono::microseconds time_of_day) const;

  friend bool operator==(const Zone&, const Zone&) noexcept = default;

 private:
  explicit Zone(const date::time_zone* zone) noexcept : zone_(zone) {}
  const date::time_zone* zone_;
};

}  // namespace ent::base
