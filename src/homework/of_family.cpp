// What the pupils of one family have to do, in however many schools.
#include <algorithm>
#include <set>

#include "homework/functions.hpp"
#include "homework/lookups.hpp"

namespace ent::homework {
namespace {

std::vector<rows::Row> rows_of(unit::Unit& unit, std::span<const Attending> pupils, Date first, Date last) {
  rows::Shown shown = shown_to(unit);
  std::set<std::int64_t> groups, orgs;
  for (const Attending& pupil : pupils) {
    shown.members.push_back(pupil.member);
    orgs.insert(pupil.member >> 32);
    for (const group::Attendance& stay : pupil.stays) groups.insert(stay.group);
  }
  const auto span = span_of(unit, std::vector(orgs.begin(), orgs.end()), first, last);
  auto rows = rows::of_groups(unit, std::vector(groups.begin(), groups.end()), span, shown);
  return due_in(unit, std::move(rows), first, last);
}

/// Whether homework is for a pupil: with the group, and where it is for some of it, by name.
bool is_meant(const rows::Row& row, const View& view, const Attending& pupil) {
  return pupil.member >> 32 == row.id.establishment() && is_for(row, pupil.stays) &&
         (!row.named || std::ranges::find(view.pupil_ids, pupil.person) != view.pupil_ids.end());
}

}  // namespace

std::vector<Due> of_family(unit::Unit& unit, std::span<const Attending> pupils, Date first, Date last) {
  std::vector<Due> found;
  if (pupils.empty()) return found;
  const auto rows = rows_of(unit, pupils, first, last);
  const auto views = show(unit, rows, std::nullopt);
  std::vector<std::int64_t> members, ids;
  for (const Attending& pupil : pupils) members.push_back(pupil.member);
  for (const rows::Row& row : rows) ids.push_back(row.id.value);
  const auto done = rows::done_of(unit, members, ids);
  for (const Attending& pupil : pupils) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!is_meant(rows[i], views[i], pupil)) continue;
      Due& due = found.emplace_back(pupil.member, views[i]);
      if (rows[i].named) due.homework.pupil_ids = {pupil.person};
      due.homework.done = std::ranges::binary_search(done, rows::Tick{pupil.member, rows[i].id});
    }
  }
  return found;
}

}  // namespace ent::homework
