/// What happens in a school from September on: marks and registers, drawn from the seed but for what is made by hand.
#pragma once

#include <set>
#include <vector>

#include "ent/attendance.hpp"
#include <ent/calendar.hpp>
#include "school.hpp"

namespace academy {

/// What a register says of a pupil whose story is written by hand.
struct Observed {
  ent::PersonId pupil;
  ent::Date date;
  ent::calendar::HalfDay half_day;
  ent::attendance::Kind kind;
  std::optional<std::int32_t> minutes = {};
};

/// What the draws are to leave alone.
struct ByHand {
  std::set<ent::PersonId> pupils = {};     ///< Their attendance is that of `observed`.
  std::vector<Observed> observed = {};
  std::set<std::pair<ent::GroupId, ent::Date>> untaken = {};  ///< Registers that somebody forgot.
  std::set<ent::ServiceId> services = {};  ///< Their assessments are made by hand.
};

struct Lived {
  std::int64_t marks = 0;
  std::int64_t registers = 0;
  std::int64_t absences = 0;
};

/// Five assessments of each subject until the middle of November, and the registers of each half-day of the days given.
Lived live(World& world, std::vector<School>& schools, const ByHand& by_hand, ent::Date first_day, ent::Date last_day);

/// Carries off what waits in the outbox, as the host's courier would; answers how much it was.
std::int64_t empty_outbox(World& world);

}  // namespace academy
