#include "gradebook/adjustments.hpp"

namespace ent::gradebook {
namespace {

bool same_days(const Span& one, const Span& other) { return one.first_day == other.first_day && one.last_day == other.last_day; }

/// Two services may give points in one subject.
void add(Decimal& sum, Decimal points) { sum = Decimal::of_millionths(sum.millionths() + points.millionths()); }

template <class Key>
std::optional<Decimal> at_key(const std::map<Key, Decimal>& points, const Key& key) {
  const auto found = points.find(key);
  return found == points.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

PointsBySubject points_by_subject(std::span<const GivenPoints> given, const Span& days) {
  PointsBySubject sums;
  for (const GivenPoints& one : given) {
    if (same_days(one.days, days)) add(sums[one.subject], one.points);
  }
  return sums;
}

std::map<std::string, PointsByMember> points_by_member(std::span<const GivenPoints> given, const Span& days) {
  std::map<std::string, PointsByMember> sums;
  for (const GivenPoints& one : given) {
    if (same_days(one.days, days)) add(sums[one.subject][one.member], one.points);
  }
  return sums;
}

std::optional<Decimal> points_in(const PointsBySubject& points, const std::optional<std::string>& subject) {
  return at_key(points, subject.value_or(""));
}

std::optional<Decimal> points_of(const PointsByMember& points, std::int64_t member) { return at_key(points, member); }

}  // namespace ent::gradebook
