#include "timetable/substitution.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "base/contains.hpp"

namespace ent::timetable {
namespace {

/// What makes two services of a day one.
auto right_of(const group::ServiceRow& service) { return std::tuple(service.period.from, service.group, service.member, service.subject); }
auto right_of(const group::Taught& service) { return std::tuple(service.period.from, service.group, service.member, service.subject); }
using Right = decltype(right_of(group::Taught{}));

std::vector<group::Taught> on_day(std::span<const group::Taught> taught, Date day) {
  std::vector<group::Taught> found;
  std::ranges::copy_if(taught, std::back_inserter(found), [&](const group::Taught& one) { return one.period.contains(day); });
  return found;
}

}  // namespace

std::vector<group::ServiceRow> substitutions(const Takeover& takeover, std::span<const group::Taught> taught) {
  std::vector<group::ServiceRow> opened;
  const unit::Period day{takeover.day, takeover.day + std::chrono::days{1}};
  for (const std::int64_t group : takeover.groups) {
    const auto replaced = std::ranges::find_if(taught, [&](const group::Taught& one) {
      return one.group == group && base::contains(takeover.absent, one.member) &&
             (one.subject == takeover.planned_subject || one.subject.empty());
    });
    for (const std::int64_t member : takeover.present) {
      const bool teaches = std::ranges::any_of(taught, [&](const group::Taught& one) {
        return one.group == group && one.member == member && (one.subject == takeover.subject || one.subject.empty());
      });
      if (teaches) continue;
      group::ServiceRow service{.group = group, .member = member, .subject = takeover.subject, .period = day};
      if (replaced != taught.end()) {
        service.replaces = replaced->service;
        service.modality = replaced->modality;
      }
      opened.push_back(std::move(service));
    }
  }
  return opened;
}

Renewal renewal(std::span<const Takeover> takeovers, std::span<const group::Taught> regular, std::span<const group::Taught> opened) {
  Renewal renewal;
  std::set<Right> needed, standing;
  for (const group::Taught& service : opened) standing.insert(right_of(service));
  for (std::size_t i = 0; i < takeovers.size(); ++i) {
    for (group::ServiceRow& service : substitutions(takeovers[i], on_day(regular, takeovers[i].day))) {
      if (needed.insert(right_of(service)).second && !standing.contains(right_of(service))) renewal.fresh.push_back({std::move(service), i});
    }
  }
  for (const group::Taught& service : opened) {
    if (!needed.contains(right_of(service))) renewal.gone.push_back(service.service);
  }
  return renewal;
}

}  // namespace ent::timetable
