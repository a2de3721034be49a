#include "report/facts.hpp"

#include <algorithm>
#include <set>

#include "base/each_once.hpp"
#include "gradebook/functions.hpp"
#include "gradebook/seats.hpp"
#include "group/lookups.hpp"
#include "org/functions.hpp"
#include "person/cards.hpp"
#include "report/opinions.hpp"
#include "report/places.hpp"
#include "report/publication_rows.hpp"
#include "subject/functions.hpp"

namespace ent::report {
namespace {

/// A class of several levels may go by several schemes: whoever goes by another has no report of this period.
void read_pupils(unit::Unit& unit, ClassFacts& facts, const std::vector<period::Scheme>& schemes) {
  facts.pupils = rows::pupils_on(unit, facts.division.id, facts.period.last_day);
  std::erase_if(facts.pupils, [&](const rows::Pupil& pupil) {
    return !period::goes_by(schemes, facts.division.id, pupil.level, facts.period.id);
  });
  for (const rows::Pupil& pupil : facts.pupils) facts.classmates.push_back({pupil.member, pupil.level});
  std::ranges::sort(facts.classmates, {}, &gradebook::Classmate::member);
}

/// Those who were in the class on the last day of an earlier period and went by it, and those who are in it now, wherever they were.
std::vector<gradebook::Classmate> classmates_then(const ClassFacts& facts, const std::vector<group::SeatSpan>& stays,
                                                  const std::vector<period::Scheme>& schemes, const period::View& period) {
  const std::int64_t division = facts.division.id.number();
  std::map<std::int64_t, gradebook::Classmate> then;
  for (const group::SeatSpan& stay : stays) {
    if (period.last_day < stay.from || stay.to <= period.last_day) continue;
    const group::Seat& seat = stay.seat;
    if (seat.division == division && period::goes_by(schemes, facts.division.id, seat.level, period.id))
      then.insert_or_assign(seat.member, gradebook::Classmate{seat.member, seat.level, division, true});
    else if (std::ranges::binary_search(facts.classmates, seat.member, {}, &gradebook::Classmate::member))
      then.try_emplace(seat.member, gradebook::Classmate{seat.member, seat.level, seat.division, false});
  }
  std::vector<gradebook::Classmate> found;
  for (auto& [member, classmate] : then) found.push_back(std::move(classmate));
  return found;
}

/// All of a class were kept with a period that was published for it; those who go by another are none of this one.
void leave_others_out(gradebook::Term& term, const ClassFacts& facts, const std::vector<period::Scheme>& schemes, const period::View& period) {
  for (gradebook::Classmate& pupil : term.pupils)
    pupil.of_class = pupil.of_class && period::goes_by(schemes, facts.division.id, pupil.level, period.id);
}

/// The periods before this one, each with those who were there then, and this one.
std::vector<gradebook::Term> terms_of(unit::Unit& unit, const ClassFacts& facts, const std::vector<period::Scheme>& schemes) {
  std::vector<gradebook::Term> terms;
  if (!facts.earlier.empty()) {
    const auto stays = group::seats_between(unit, facts.division.id, facts.earlier.front().last_day, facts.period.last_day);
    for (const period::View& period : facts.earlier)
      terms.push_back({period.first_day, period.last_day, classmates_then(facts, stays, schemes, period), {}, {}, period.coefficient});
  }
  terms.push_back({facts.period.first_day, facts.period.last_day, facts.classmates, {}, {}, facts.period.coefficient});
  auto kept = gradebook::as_kept(unit, facts.division.id, terms);
  for (std::size_t i = 0; i < kept.size(); ++i) leave_others_out(kept[i], facts, schemes, i < facts.earlier.size() ? facts.earlier[i] : facts.period);
  return kept;
}

/// What stands in the place of averages, of this period and of those before it. Of who is elsewhere in one of them nothing is said there.
void say_averages(unit::Unit& unit, const ClassFacts& facts, std::vector<gradebook::Term>& terms) {
  std::vector<std::int64_t> periods;
  for (const period::View& period : facts.earlier) periods.push_back(period.id.number());
  periods.push_back(facts.period.id.number());
  for (rows::SaidThen& said : rows::averages_said(unit, facts.school.id, periods, gradebook::members_of(terms))) {
    gradebook::Term& term = terms[static_cast<std::size_t>(std::ranges::find(periods, said.period) - periods.begin())];
    if (!std::ranges::binary_search(term.pupils, said.member, {}, &gradebook::Classmate::member)) continue;
    const auto average = rows::average_of(said.value);
    if (said.kind == rows::Kind::average) term.typed.emplace(std::pair(said.member, std::move(said.item)), average);
    if (said.kind == rows::Kind::general_average) term.typed_general.emplace(said.member, average);
  }
}

void read_averages(unit::Unit& unit, ClassFacts& facts, const std::vector<period::Scheme>& schemes, std::span<const std::int64_t> told) {
  auto terms = terms_of(unit, facts, schemes);
  say_averages(unit, facts, terms);
  facts.averages = gradebook::class_averages(unit, facts.division.id, terms, {.years_of = {told.begin(), told.end()}});
  facts.pupils_of_class = std::ranges::count(facts.averages.pupils, true, &gradebook::Classmate::of_class);
  gradebook::keep_only(facts.averages, facts.classmates);
}

/// Who taught what to each of these members in the period, where they are in the end, and what was worked on in their groups.
void read_services(unit::Unit& unit, ClassFacts& facts, std::span<const std::int64_t> told) {
  const OrgId org = facts.school.id;
  const Date first = facts.period.first_day, last = facts.period.last_day;
  const auto stays = group::attended(unit, org, told, first, last);
  std::vector<std::int64_t> groups;
  for (const group::Attendance& stay : stays) groups.push_back(GroupId{stay.group}.number());
  base::keep_each_once(groups);
  std::multimap<std::int64_t, group::Taught> by_group;
  std::vector<std::int64_t> members;
  for (group::Taught& one : group::taught(unit, org, groups, first, last)) {
    members.push_back(org.value << 32 | one.member);
    by_group.emplace(one.group, std::move(one));
  }
  for (const group::Attendance& stay : stays) {
    const std::int64_t number = GroupId{stay.group}.number();
    if (stay.period.contains(last)) facts.groups[stay.member].insert(number);
    const auto [begin, end] = by_group.equal_range(number);
    for (auto one = begin; one != end; ++one) {
      if (auto service = service_to(stay, one->second, last)) facts.services[stay.member].push_back(std::move(*service));
    }
  }
  base::keep_each_once(members);
  for (person::MemberCard& one : person::cards_of(unit, members)) facts.teachers.emplace(one.member, std::move(one.card));
  facts.elements = rows::elements(unit, facts.period.id, groups);
  facts.projects = rows::projects(unit, facts.period.id, groups);
}

void read_names(unit::Unit& unit, ClassFacts& facts) {
  std::set<std::string> codes;
  for (const auto& [member, services] : facts.services) {
    for (const Service& service : services) codes.insert(service.subject);
  }
  for (const gradebook::ClassFigures& figures : facts.averages.subjects) codes.insert(figures.subject);
  for (const rows::Entry& entry : facts.entries) codes.insert(entry.item);
  for (const rows::ProjectOf& one : facts.projects) codes.insert(one.project.subject_codes.begin(), one.project.subject_codes.end());
  codes.erase("");
  const auto shown = subject::shown(unit, org::line_of(unit, facts.school.id, unit.at()), {codes.begin(), codes.end()});
  for (const auto& [code, one] : shown) facts.subject_names.emplace(code, one.name);
}

}  // namespace

ClassFacts facts_of(unit::Unit& unit, const period::View& period, const group::Placed& division,
                    const std::vector<period::Scheme>& schemes, std::int64_t only) {
  ClassFacts facts;
  facts.period = period;
  facts.division = division;
  const auto scheme = std::ranges::find(schemes, period.code, &period::Scheme::code);
  if (scheme != schemes.end()) {
    facts.periods_of_year = static_cast<std::int32_t>(scheme->periods.size());
    std::ranges::copy_if(scheme->periods, std::back_inserter(facts.earlier),
                         [&](const period::View& one) { return one.last_day < period.first_day; });
  }
  facts.last_of_year = is_last_of_year(period, schemes);
  facts.school = org::find_at(unit, period.org_id, unit.at()).value_or(org::View{.id = period.org_id});
  facts.models = models_of(unit, facts.school);
  const auto states = gradebook::states_in(unit, period);
  const auto state = states.find(division.id.number());
  if (state != states.end()) facts.state = state->second;
  read_pupils(unit, facts, schemes);
  std::vector<std::int64_t> members, people;
  for (const rows::Pupil& pupil : facts.pupils) {
    if (only != 0 && pupil.member != only) continue;
    members.push_back(pupil.member);
    people.push_back(pupil.card.id.value);
  }
  facts.entries = rows::standing(unit, period.id, members);
  read_averages(unit, facts, schemes, members);
  read_services(unit, facts, members);
  read_names(unit, facts);
  facts.attendance = attendance::totals_of(unit, period.org_id, members, period.first_day, period.last_day);
  facts.opinions = opinions_of(unit, period.org_id);
  facts.council_on = rows::held_on(unit, period.id, division.id);
  facts.main_teachers = rows::main_teachers_on(unit, division.id, period.last_day);
  facts.heads = rows::heads_on(unit, period.org_id, period.last_day);
  facts.issued = rows::issued(unit, period.id, people);
  return facts;
}

}  // namespace ent::report
