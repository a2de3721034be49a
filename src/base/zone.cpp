#include "base/zone.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace ent::base {
namespace {
using LocalTime = date::local_time<std::chrono::microseconds>;

LocalTime local(const date::time_zone* zone, Instant instant) { return zone->to_local(instant); }
}  // namespace

std::optional<Zone> Zone::find(const std::string& name) {
  try {
    return Zone(date::locate_zone(name));
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

Date Zone::date_at(Instant instant) const {
  return Date{date::floor<date::days>(local(zone_, instant)).time_since_epoch()};
}

std::chrono::microseconds Zone::time_at(Instant instant) const {
  const LocalTime here = local(zone_, instant);
  return here - date::floor<date::days>(here);
}

Instant Zone::instant_of(Date day, std::chrono::microseconds time_of_day) const {
  const LocalTime here{day.time_since_epoch() + time_of_day};
  return zone_->to_sys(here, date::choose::earliest);
}

}  // namespace ent::base
