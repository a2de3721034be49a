/// Collèges of ordinary size, written straight into the tables: each 24 divisions of 25 pupils, 46 teachers of
/// 6 groups each, a head, two guardians a pupil.
#pragma once

#include <string>
#include <vector>

#include "ent/portal.hpp"
#include "unit/state.hpp"

namespace ent::bench {

struct School {
  static constexpr std::int64_t divisions = 24;
  static constexpr std::int64_t pupils = divisions * 25;
  static constexpr std::int64_t teachers = 46;
  static constexpr std::int64_t org = 1;
  static constexpr std::int64_t first_pupil = 1'000;
  static constexpr std::int64_t first_teacher = 10'000;
  static constexpr std::int64_t first_guardian = 20'000;

  static constexpr std::int64_t head = 30'000;

  /// What is added to the numbers of the people of the first school for those of another one.
  static constexpr std::int64_t between_schools = 100'000;

  /// So many schools, all alike, numbered from 1 on.
  explicit School(const std::string& uri, Durability durability = Durability::normal, std::int64_t schools = 1);
  Portal portal;
};

}  // namespace ent::bench
