// The links between pupils and guardians.
#include <algorithm>

#include "guardian/both.hpp"
#include "guardian/describe.hpp"
#include "guardian/rows.hpp"
#include "guardian/rules.hpp"
#include "guardian/target.hpp"
#include "person/bulk.hpp"
#include "person/card.hpp"
#include "unit/op.hpp"

namespace ent::guardian {
namespace {

View view_of(const LinkRow& link, const Both& both) {
  const auto end = link.period.to == open_end ? std::nullopt : std::optional(link.period.to);
  return {person::card_of(both.pupil->person), person::card_of(both.adult->person),
          link.kind, rights_of(link.rights & ceiling_of(link.kind)), link.relationship, link.priority,
          link.court_ref, link.period.from, end, link.revision};
}

/// The adult gets a number in every unit in which the pupil has one; rights there are read anew.
void spread(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, PersonId adult) {
  const std::int64_t both[] = {pupil.value, adult.value};
  std::vector<std::int64_t> units, known;
  for (const auto& place : person::bulk::places(unit, both)) {
    (place.person == pupil.value ? units : known).push_back(place.org);
  }
  std::ranges::sort(units);
  std::vector<person::bulk::Place> newcomers;
  for (const std::int64_t org : units) {
    if (std::ranges::find(known, org) == known.end()) newcomers.push_back({org, adult.value, 0});
  }
  person::bulk::join(unit, granted, newcomers);
  unit.rights_changed(granted, units);
}

/// A sole legal representative has nobody beside them.
std::optional<Error> expect_sole(unit::Unit& unit, const LinkRow& link) {
  for (const Kind other : rows::others_legal(unit, PersonId{link.pupil}, PersonId{link.adult}, link.period)) {
    if (excludes(link.kind, other)) return base::fail(Errc::failed_precondition, "guardian.not_sole");
  }
  return std::nullopt;
}

/// guardian.link
Result<View> link_(Write<Perm::guardian_manage>& unit, const Link& input) {
  // facts
  const Both both = find_both(unit, input.org_id, input.pupil_id, input.adult_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, both.pupil_id, both.adult_id), not_found));
  if (!both) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(period, unit::period_of(input.valid_from, input.valid_to, unit.today()));
  const auto before = rows::linked(unit, both.pupil_id, both.adult_id, period);
  if (before == Kind::withdrawn) return base::fail(Errc::failed_precondition, "guardian.restricted");
  if (before) return base::fail(Errc::already_exists, "guardian.linked");
  const LinkRow link{both.pupil_id.value, both.adult_id.value, input.kind,
                     input.rights ? bits_of(*input.rights) : given_by(input.kind), input.relationship, input.priority,
                     input.court_ref, period, "", 1};
  ENT_REFUSE(expect_sole(unit, link));
  // rows
  insert(unit, granted, std::span(&link, 1));
  spread(unit, granted, both.pupil_id, both.adult_id);
  // event
  unit.publish(granted, "guardian.was_linked", both.pupil_id.value);
  return view_of(link, both);
}

/// What is given replaces what stands; a new kind brings its own rights.
LinkRow changed(LinkRow link, const Change& input, Date from) {
  const bool other_kind = input.kind && *input.kind != link.kind;
  if (other_kind) link.rights = given_by(*input.kind);
  link.kind = input.kind.value_or(link.kind);
  if (input.rights) link.rights = bits_of(*input.rights);
  if (input.relationship) link.relationship = input.relationship;
  link.priority = input.priority.value_or(link.priority);
  if (input.court_ref) link.court_ref = input.court_ref;
  link.period.from = from;
  link.source.clear();  // by hand from now on
  link.revision += 1;
  return link;
}

/// guardian.change
Result<View> change_(Write<Perm::guardian_manage>& unit, const Change& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  const Both both = find_both(unit, input.org_id, input.pupil_id, input.adult_id);
  const auto standing = rows::standing(unit, both.pupil_id, both.adult_id, from);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, both.pupil_id, both.adult_id), not_found));
  if (!both) return base::fail(Errc::not_found, not_found);
  // rule
  if (!standing) return base::fail(Errc::not_found, "guardian.not_linked");
  if (standing->kind == Kind::withdrawn) return base::fail(Errc::failed_precondition, "guardian.restricted");
  ENT_REFUSE(unit.expect_revision(standing->revision));
  ENT_REFUSE(well_formed(input, input.kind.value_or(standing->kind)));
  const LinkRow next = changed(*standing, input, from);
  ENT_REFUSE(expect_sole(unit, next));
  // rows
  rows::end_standing(unit, granted, both.pupil_id, both.adult_id, from);
  insert(unit, granted, std::span(&next, 1));
  spread(unit, granted, both.pupil_id, both.adult_id);
  // event
  unit.publish(granted, "guardian.link_was_changed", both.pupil_id.value);
  return view_of(next, both);
}

/// guardian.end
Result<Done> end_(Write<Perm::guardian_manage>& unit, const End& input) {
  // facts
  const Date end = input.valid_to.value_or(unit.today());
  const Both both = find_both(unit, input.org_id, input.pupil_id, input.adult_id);
  const auto linked = rows::linked(unit, both.pupil_id, both.adult_id, {end, open_end});
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, both.pupil_id, both.adult_id), not_found));
  if (!both) return base::fail(Errc::not_found, not_found);
  // rule
  if (!linked) return base::fail(Errc::not_found, "guardian.not_linked");
  ENT_REFUSE(well_formed(input, *linked == Kind::withdrawn));
  // rows
  rows::end_links(unit, granted, both.pupil_id, both.adult_id, end, input.court_ref);
  spread(unit, granted, both.pupil_id, both.adult_id);
  // event
  unit.publish(granted, "guardian.link_was_ended", both.pupil_id.value);
  return Done{};
}

/// guardian.restrict
Result<View> restrict_(Write<Perm::guardian_manage>& unit, const Restrict& input) {
  // facts
  const Both both = find_both(unit, input.org_id, input.pupil_id, input.adult_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, both.pupil_id, both.adult_id), not_found));
  if (!both) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(period, unit::period_of(input.valid_from, input.valid_to, unit.today()));
  const auto standing = rows::standing(unit, both.pupil_id, both.adult_id, period.from);
  const auto days = left_over(period, rows::restricted(unit, both.pupil_id, both.adult_id, period));
  if (days.empty()) return base::fail(Errc::failed_precondition, "guardian.restricted");
  // rows
  LinkRow link{both.pupil_id.value, both.adult_id.value, Kind::withdrawn, 0, {}, 1, input.court_ref, period, "", 1};
  if (standing) {
    link.relationship = standing->relationship;
    link.priority = standing->priority;
    link.revision = standing->revision + 1;
  }
  std::vector<LinkRow> links;
  for (const unit::Period& one : days) {
    link.period = one;
    links.push_back(link);
  }
  rows::end_unrestricted(unit, granted, both.pupil_id, both.adult_id, period.from);
  insert(unit, granted, links);
  spread(unit, granted, both.pupil_id, both.adult_id);
  // event
  unit.publish(granted, "guardian.was_restricted", both.pupil_id.value);
  return view_of(links.front(), both);
}

/// A guardian sees their own link only.
PersonId reader_of(const access::Actor& actor) {
  return PersonId{actor.profile == Profile::guardian ? actor.person : 0};
}

/// guardian.of_pupil
Result<Links> of_pupil_(Read<Perm::guardian_read>& unit, const OfPupil& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const PersonId id = pupil ? PersonId{pupil->person.person} : input.pupil_id;
  const PersonId reader = reader_of(unit.actor());
  ENT_TRY(granted, unit.may(target_of(input.org_id, id, reader), not_found));
  static_cast<void>(granted);
  if (!pupil) return base::fail(Errc::not_found, not_found);
  return Links{rows::of_pupil(unit, id, unit.at(), reader.value)};
}

/// guardian.of_adult
Result<Links> of_adult_(Read<Perm::guardian_read>& unit, const OfAdult& input) {
  Links seen;
  for (View& view : rows::of_adult(unit, input.org_id, input.adult_id, unit.at())) {
    const auto granted = unit.may(target_of(input.org_id, view.pupil.id, input.adult_id), not_found);
    if (granted) seen.items.push_back(std::move(view));
  }
  // Whoever knows the pupil is not told either that the adult is the guardian of one.
  if (seen.items.empty()) return base::fail(Errc::not_found, not_found);
  return seen;
}

}  // namespace

extern constexpr Op op_link = op<&link_>("guardian.link", "0.1");
extern constexpr Op op_change = op<&change_>("guardian.change", "0.1");
extern constexpr Op op_end = op<&end_>("guardian.end", "0.1");
extern constexpr Op op_restrict = op<&restrict_>("guardian.restrict", "0.1");
extern constexpr Op op_of_pupil = op<&of_pupil_>("guardian.of_pupil", "0.1");
extern constexpr Op op_of_adult = op<&of_adult_>("guardian.of_adult", "0.1");

Result<View> link(Session& session, const Link& input, const CallOptions& options) {
  return run<View>(op_link, session, input, options);
}
Result<View> change(Session& session, const Change& input, const CallOptions& options) {
  return run<View>(op_change, session, input, options);
}
Result<Done> end(Session& session, const End& input, const CallOptions& options) {
  return run<Done>(op_end, session, input, options);
}
Result<View> restrict(Session& session, const Restrict& input, const CallOptions& options) {
  return run<View>(op_restrict, session, input, options);
}
Result<Links> of_pupil(Session& session, const OfPupil& input, const CallOptions& options) {
  return run<Links>(op_of_pupil, session, input, options);
}
Result<Links> of_adult(Session& session, const OfAdult& input, const CallOptions& options) {
  return run<Links>(op_of_adult, session, input, options);
}

}  // namespace ent::guardian
