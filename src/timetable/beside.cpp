#include "timetable/beside.hpp"

#include <map>

#include "timetable/rows.hpp"
#include "unit/dates.hpp"

namespace ent::timetable {
namespace {

constexpr unit::Sql select_slots_from{
    "SELECT DISTINCT s.slot FROM slot s WHERE s.org = $1 AND s.valid_to > $2 AND s.valid_to > s.valid_from ORDER BY s.slot"};

constexpr unit::Sql select_feeds_of_slots{"SELECT r.slot, r.feed FROM slot_reference r WHERE r.org = $1 ORDER BY r.feed"};

}  // namespace

std::vector<Beside> slots_beside(unit::Unit& unit, OrgId org, const std::string& feed, Date from) {
  std::map<std::int64_t, std::string> feeds;
  {
    unit::Rows rows = unit.query(select_feeds_of_slots, org.value);
    while (rows.next()) feeds.emplace(rows.integer(0), rows.string(1));
  }
  std::vector<std::int64_t> others;
  {
    unit::Rows rows = unit.query(select_slots_from, org.value, unit::day(from));
    while (rows.next()) {
      const auto known = feeds.find(rows.integer(0));
      if (known == feeds.end() || known->second != feed) others.push_back(org.value << 32 | rows.integer(0));
    }
  }
  std::vector<Beside> found;
  if (others.empty()) return found;
  for (State& state : rows::states(unit, others)) {
    if (state.valid_to <= from || state.valid_to <= state.valid_from) continue;
    const auto known = feeds.find(state.slot);
    found.push_back({known == feeds.end() ? std::string() : known->second, std::move(state)});
  }
  return found;
}

}  // namespace ent::timetable
