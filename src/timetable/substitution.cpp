#include "timetable/substitution.hpp"

#include <algorithm>
#include <utility>

#include "base/contains.hpp"

namespace ent::timetable {

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

}  // namespace ent::timetable
