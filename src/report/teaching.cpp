#include "report/teaching.hpp"

#include <algorithm>
#include <utility>

namespace ent::report {

std::optional<Service> service_to(const group::Attendance& stay, const group::Taught& service, Date last) {
  constexpr std::chrono::days one_day{1};
  const Date from = std::max(stay.period.from, service.period.from);
  const Date to = std::min({stay.period.to, service.period.to, last + one_day});
  if (from < to) return Service{service.group, service.member, service.subject, to - one_day, true};
  if (service.period.to > stay.period.from) return std::nullopt;
  return Service{service.group, service.member, service.subject, service.period.to - one_day, false};
}

std::vector<Service> standing_for(const std::vector<Service>& services, const std::string& subject, bool is_domain) {
  const auto rank = [](const Service& service) { return std::pair(service.met, service.until); };
  std::vector<Service> standing;
  for (const Service& service : services) {
    if (service.subject != subject && !(is_domain && service.subject.empty())) continue;
    if (!standing.empty() && rank(service) < rank(standing.front())) continue;
    if (!standing.empty() && rank(service) > rank(standing.front())) standing.clear();
    standing.push_back(service);
  }
  return standing;
}

}  // namespace ent::report
