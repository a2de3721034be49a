#include "report/functions.hpp"

#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/sort_by_key.hpp"
#include "person/rules.hpp"
#include "reflect/codec.hpp"
#include "report/assembly.hpp"
#include "report/describe.hpp"
#include "report/models.hpp"
#include "report/publication_rows.hpp"

namespace ent::report {
namespace {

std::vector<GroupId> divisions_of(std::span<const Place> places) {
  std::vector<GroupId> found;
  for (const Place& place : places) found.push_back(place.group->id);
  return found;
}

/// Classes as they were given, pupils by name.
void sort_by_class(std::vector<Handed>& found, std::span<const Place> places) {
  std::unordered_map<std::int64_t, std::size_t> place_of;
  for (const Place& place : places) place_of.emplace(place.group->id.value, place_of.size());
  base::sort_by_key(found, [&](const Handed& one) {
    return std::tuple(place_of.at(one.division_id.value), person::sort_key(one.pupil.family_name, one.pupil.given_name), one.pupil.id);
  });
}

}  // namespace

Result<std::vector<Handed>> published_of(unit::Unit& unit, std::span<const Place> places) {
  const Place& any = places.front();
  const period::View& period = *any.period;
  const std::vector<GroupId> divisions = divisions_of(places);
  std::vector<Handed> found;
  std::unordered_map<std::int64_t, std::size_t> place_of;  // by pupil
  for (rows::Outgoing& row : rows::of_classes(unit, period, divisions)) {
    Report report;
    if (auto unread = reflect::read_json(reflect::TypeOf<Report>::value, row.data, &report)) return std::move(*unread);
    const std::int32_t cycle = report.cycle_end ? report.cycle_end->cycle : 0;
    const auto [known, is_new] = place_of.try_emplace(row.pupil.id.value, found.size());
    Handed one{row.division, std::move(row.pupil), std::move(row.issued), std::move(report), cycle};
    if (is_new) {
      found.push_back(std::move(one));
    } else if (found[known->second].issued->at < one.issued->at) {
      found[known->second] = std::move(one);  // two people until they were merged
    }
  }
  const bool may_end = is_last_of_year(period, any.schemes);
  for (rows::PupilIn& one : rows::pupils_in(unit, divisions, period.last_day)) {
    const std::string& level = one.pupil.level;
    if (!period::goes_by(any.schemes, one.division, level, period.id) || !place_of.try_emplace(one.pupil.card.id.value, found.size()).second)
      continue;
    found.push_back({one.division, std::move(one.pupil.card), {}, {}, may_end ? cycle_that_ends(level) : 0});
  }
  sort_by_class(found, places);
  return found;
}

std::vector<Handed> drafts_of(unit::Unit& unit, std::span<const Place> places) {
  std::vector<Handed> found;
  std::unordered_set<std::int64_t> seen;
  for (const Place& place : places) {
    for (Standing& one : reports_of(facts_of(unit, *place.period, *place.group, place.schemes, 0), 0)) {
      if (!seen.insert(one.report.pupil.id.value).second) continue;
      const std::int32_t cycle = one.report.cycle_end ? one.report.cycle_end->cycle : 0;
      person::Card pupil = one.report.pupil;
      found.push_back({place.group->id, std::move(pupil), std::move(one.issued), as_published(std::move(one.report)), cycle});
    }
  }
  return found;
}

}  // namespace ent::report
