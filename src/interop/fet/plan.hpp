/// The lessons of a file, with the references between its lists followed: pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "interop/fet/document.hpp"
#include "interop/fet/sets.hpp"

namespace ent::interop::fet {

/// An activity that has its place in the week. Numbers are places in the lists of the file.
struct Lesson {
  std::int64_t id = 0;
  std::int64_t line = 0;
  std::int32_t subject = 0;
  std::int32_t day = 0;
  std::int32_t hour = 0;
  std::int32_t duration = 0;
  std::vector<std::int32_t> teachers{};  ///< Each once, in order; likewise the following.
  std::vector<std::int32_t> sets{};
  std::vector<std::int32_t> rooms{};     ///< Real ones.
};

struct Remark {
  bool refused = false;
  Problem problem{};
};

struct Plan {
  std::vector<Lesson> lessons{};  ///< In the order of the file.
  std::int64_t inactive = 0;      ///< Activities that are switched off.
  std::int64_t unplaced = 0;      ///< Those that have no time.
  std::vector<Remark> remarks{};
};

Plan plan_of(const Document& document, const Sets& sets);

}  // namespace ent::interop::fet
