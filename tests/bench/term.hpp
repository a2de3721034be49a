/// Collèges with a term behind them: a timetable, homework, assessments and marks, as a school day finds them.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "ent/group.hpp"
#include "ent/portal.hpp"
#include "raw.hpp"
#include "school.hpp"
#include "support/acting.hpp"
#include "support/ports.hpp"

namespace ent::bench {

/// The first day of the term, which is today, and the last.
inline constexpr Date monday{std::chrono::year{2026} / 9 / 14};
inline constexpr Date last_day{std::chrono::year{2026} / 11 / 27};

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().reason);
  return *std::move(result);
}

inline GroupId division(std::int64_t number, std::int64_t org = School::org) { return make_id<GroupId>(org, number); }

inline Portal opened(const std::string& uri, Durability durability = Durability::normal) {
  return must(Portal::open(uri, {.durability = durability, .clock = std::make_shared<test::FrozenClock>()}));
}
inline Session head_of(const Portal& portal, std::int64_t org = School::org) {
  return test::acting(portal, {School::head + (org - 1) * School::between_schools}, Profile::head);
}
inline Session guardian_of(const Portal& portal, std::int64_t org = School::org) {
  return test::acting(portal, {School::first_guardian + (org - 1) * School::between_schools}, Profile::guardian);
}

/// A file that is not there yet.
std::string fresh_file(const std::string& name);

/// Twelve subjects of so many assessments for each class of a school that stands.
void add_term(const Portal& portal, std::int64_t org, int assessments);

/// A store of so many schools, all alike, made once; a copy for each who writes.
class Term {
 public:
  /// One school, with eight assessments of each class and subject.
  static const Term& get();
  /// So many schools, with two of them.
  explicit Term(std::int64_t schools, int assessments = 2);

  const std::string& path() const noexcept { return path_; }
  std::string copy(const std::string& name) const;

 private:
  std::string path_;
};

}  // namespace ent::bench
