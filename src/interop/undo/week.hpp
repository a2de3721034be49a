/// What an import may write of a school's timetable, and what of it a run has written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calendar/rules.hpp"
#include "ent/room.hpp"
#include "ent/subject.hpp"
#include "group/bulk.hpp"
#include "timetable/bulk.hpp"
#include "unit/unit.hpp"

namespace ent::interop::undo {

/// All states of a slot that a feed knows.
struct SlotStates {
  std::int64_t slot = 0;
  std::vector<timetable::State> states{};
};

/// Out of which classes a group is drawn, and which parts of pupils it has.
struct GroupTies {
  std::int64_t group = 0;
  std::vector<std::int64_t> divisions{};
  std::vector<std::string> parts{};
};

/// A school as a timetable says it.
struct Week {
  std::vector<SlotStates> slots{};                      ///< By number; likewise the others, by what they are known by.
  std::vector<timetable::bulk::Reference> slot_keys{};
  std::vector<group::bulk::Group> groups{};             ///< Of the school year.
  std::vector<GroupTies> ties{};                        ///< Of all of them.
  std::vector<group::bulk::Reference> group_keys{};
  std::vector<group::bulk::ServiceRow> services{};
  std::vector<room::View> rooms{};
  std::vector<subject::View> subjects{};                ///< Those that the school itself has.
  std::vector<calendar::DatedGrid> grids{};
};

/// Which feed of which school.
struct WeekOf {
  OrgId org{};
  std::string feed{};
  std::int32_t school_year = 0;
};
Week week_of(unit::Unit& unit, const WeekOf& which);

/// What a run has written: things as they stood and as it has left them, those that differ alone. What did not stand before
/// was made; nothing is ever deleted by a run.
struct WeekImage {
  OrgId org_id{};
  std::int32_t school_year = 0;
  Date from{};      ///< From which day on the file holds.
  Instant at{};     ///< When it was loaded.
  std::vector<std::int64_t> homework{};  ///< What was to be done from that day on, by number: nobody has set it since.
  Week before{};
  Week after{};
  bool empty() const noexcept;
};
WeekImage difference(const Week& before, const Week& after);

}  // namespace ent::interop::undo
