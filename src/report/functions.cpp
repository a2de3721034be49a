#include "report/functions.hpp"

#include <algorithm>

#include "person/rules.hpp"
#include "reflect/codec.hpp"
#include "report/assembly.hpp"
#include "report/describe.hpp"
#include "report/publication_rows.hpp"

namespace ent::report {
namespace {

std::pair<std::string, std::int64_t> place_by_name(const Handed& one) {
  return {person::sort_key(one.pupil.family_name, one.pupil.given_name), one.pupil.id.value};
}

}  // namespace

Result<std::vector<Handed>> published_of(unit::Unit& unit, const Place& place) {
  const period::View& period = *place.period;
  const GroupId division = place.group->id;
  std::vector<Handed> found;
  for (rows::Outgoing& row : rows::of_class(unit, period, division)) {
    Report report;
    if (auto unread = reflect::read_json(reflect::TypeOf<Report>::value, row.data, &report)) return std::move(*unread);
    found.push_back({std::move(row.pupil), std::move(row.issued), std::move(report)});
  }
  for (rows::Pupil& pupil : rows::pupils_on(unit, division, period.last_day)) {
    const bool is_there = std::ranges::any_of(found, [&](const Handed& one) { return one.pupil.id == pupil.card.id; });
    if (is_there || !period::goes_by(place.schemes, division, pupil.level, period.id)) continue;
    found.push_back({std::move(pupil.card), {}, {}});
  }
  std::ranges::sort(found, {}, place_by_name);
  return found;
}

std::vector<Handed> drafts_of(unit::Unit& unit, const Place& place) {
  std::vector<Handed> found;
  for (Standing& one : reports_of(facts_of(unit, *place.period, *place.group, place.schemes, 0), 0)) {
    person::Card pupil = one.report.pupil;
    found.push_back({std::move(pupil), std::move(one.issued), as_published(std::move(one.report))});
  }
  return found;
}

ClassOn class_on(unit::Unit& unit, GroupId division, Date day) {
  return {rows::pupils_on(unit, division, day), rows::main_teachers_on(unit, division, day),
          rows::heads_on(unit, OrgId{division.establishment()}, day)};
}

}  // namespace ent::report
