// What people are in which unit.
#include "org/functions.hpp"
#include "person/columns.hpp"
#include "person/describe.hpp"
#include "person/rows.hpp"
#include "person/rules.hpp"
#include "person/target.hpp"
#include "unit/op.hpp"

namespace ent::person {
namespace {

std::int32_t column_of(const std::optional<Function>& function) { return number(function).value_or(0); }

std::optional<Error> may_be_given(const Affiliate& input, org::Kind kind) {
  return base::Fields()
      .refuse_if(!profile_fits(kind, input.profile), "/profile", "person.profile_misplaced")
      .refuse_if(profile_derived(input.profile, input.function), "/profile", "person.profile_derived")
      .refuse_if(input.function && !function_fits(*input.function, input.profile), "/function", "person.function_unfit")
      .error();
}

/// person.affiliate
Result<Affiliation> affiliate_(Write<Perm::affiliation_manage>& unit, const Affiliate& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  const auto known = find(unit, input.org_id, input.person_id);
  // guard: of the unit, since who arrives is not there yet
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  if (!known) return base::fail(Errc::not_found, not_found);
  // rule
  if (known->person.person == unit.actor().person) return base::fail(Errc::permission_denied, "person.own_post");
  ENT_TRY(period, unit::period_of(input.valid_from, input.valid_to, unit.today()));
  ENT_REFUSE(may_be_given(input, *kind));
  const PostRow post{known->member, input.profile, column_of(input.function), period, ""};
  if (has_post(unit, input.org_id, post.member, post.profile, post.function, period)) {
    return base::fail(Errc::already_exists, "person.has_post");
  }
  // rows
  insert_posts(unit, granted, input.org_id, std::span(&post, 1));
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "person.was_affiliated", known->person.person);
  return Affiliation{input.org_id, input.profile, input.function, period.from, input.valid_to};
}

/// person.end_affiliation
Result<Done> end_affiliation_(Write<Perm::affiliation_manage>& unit, const EndAffiliation& input) {
  // facts
  const Date end = input.valid_to.value_or(unit.today());
  const std::int32_t function = column_of(input.function);
  const auto known = find(unit, input.org_id, input.person_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  if (!known) return base::fail(Errc::not_found, not_found);
  // rule
  if (profile_derived(input.profile, input.function)) return base::invalid("/profile", "person.profile_derived");
  if (!has_post(unit, input.org_id, known->member, input.profile, function, {end, open_end})) {
    return base::fail(Errc::not_found, "person.no_post");
  }
  // rows
  end_posts(unit, granted, input.org_id, known->member, input.profile, function, end);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "person.post_was_ended", known->person.person);
  return Done{};
}

/// person.affiliations
Result<Affiliations> affiliations_(Read<Perm::person_read>& unit, const Get& input) {
  const auto known = find(unit, input.org_id, input.person_id);
  const PersonId person = known ? PersonId{known->person.person} : input.person_id;
  ENT_TRY(granted, unit.may(target_of(input.org_id, person), not_found));
  static_cast<void>(granted);
  if (!known) return base::fail(Errc::not_found, not_found);
  ENT_TRY(visible, unit.visible_people());
  return Affiliations{rows::affiliations(unit, seen(unit, visible), person)};
}

}  // namespace

extern constexpr Op op_affiliate = op<&affiliate_>("person.affiliate", "0.1");
extern constexpr Op op_end_affiliation = op<&end_affiliation_>("person.end_affiliation", "0.1");
extern constexpr Op op_affiliations = op<&affiliations_>("person.affiliations", "0.1");

Result<Affiliation> affiliate(Session& session, const Affiliate& input, const CallOptions& options) {
  return run<Affiliation>(op_affiliate, session, input, options);
}
Result<Done> end_affiliation(Session& session, const EndAffiliation& input, const CallOptions& options) {
  return run<Done>(op_end_affiliation, session, input, options);
}
Result<Affiliations> affiliations(Session& session, const Get& input, const CallOptions& options) {
  return run<Affiliations>(op_affiliations, session, input, options);
}

}  // namespace ent::person
