// How people are reached, where they live, and under which keys feeds know them.
#include "person/describe.hpp"
#include "person/rows.hpp"
#include "person/rules.hpp"
#include "person/target.hpp"
#include "unit/op.hpp"

namespace ent::person {
namespace {

/// A guardian is shown the addresses of others only as far as they are the guardian's own.
std::int64_t must_live_with(const access::Actor& actor, std::int64_t person) {
  return actor.profile == Profile::guardian && actor.person != person ? actor.person : 0;
}

/// person.details
Result<Details> details_(Read<Perm::person_read_contact>& unit, const Get& input) {
  // facts
  auto known = find(unit, input.org_id, input.person_id);
  const PersonId id = known ? PersonId{known->person.person} : input.person_id;
  rows::Contact contact = rows::contact(unit, id.value);
  auto addresses = rows::addresses(unit, id.value, unit.at(), must_live_with(unit.actor(), id.value));
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, id), not_found));
  static_cast<void>(granted);
  if (!known) return base::fail(Errc::not_found, not_found);
  Person& person = known->person;
  return Details{id, person.birth_date, std::move(person.birth_name), std::move(person.other_given_names), person.sex,
                 std::move(contact.email), std::move(contact.home_phone), std::move(contact.work_phone),
                 std::move(contact.mobile), contact.accepts_sms, contact.shares_address, std::move(addresses),
                 contact.revision};
}

/// An empty text takes away what stands.
void replace(std::optional<std::string>& standing, const std::optional<std::string>& given) {
  if (!given) return;
  standing = given->empty() ? std::nullopt : given;
}

/// person.set_contact
Result<Done> set_contact_(Write<Perm::person_update_contact>& unit, const SetContact& input) {
  // facts
  const auto known = find(unit, input.org_id, input.person_id);
  rows::Contact contact = rows::contact(unit, input.person_id.value);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, input.person_id), not_found));
  if (!known) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(contact.revision));
  ENT_REFUSE(well_formed(input));
  // rows
  replace(contact.email, input.email);
  replace(contact.home_phone, input.home_phone);
  replace(contact.work_phone, input.work_phone);
  replace(contact.mobile, input.mobile);
  contact.accepts_sms = input.accepts_sms.value_or(contact.accepts_sms);
  contact.shares_address = input.shares_address.value_or(contact.shares_address);
  contact.revision += 1;
  rows::put_contact(unit, granted, known->person.person, contact);
  // event
  unit.publish(granted, "person.contact_was_set", known->person.person);
  return Done{};
}

/// person.move
Result<Done> move_(Write<Perm::person_update_contact>& unit, const Move& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  const auto known = find(unit, input.org_id, input.person_id);
  std::optional<Known> other;
  if (input.to_person_id) other = find(unit, input.org_id, *input.to_person_id);
  // guard
  if (input.to_person_id) {
    ENT_TRY(over_other, unit.may(target_of(input.org_id, *input.to_person_id), not_found));
    static_cast<void>(over_other);
  }
  ENT_TRY(granted, unit.may(target_of(input.org_id, input.person_id), not_found));
  if (!known || (input.to_person_id && !other)) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  const std::int64_t person = known->person.person;
  if (!input.keeps_others) rows::end_residences(unit, granted, person, from);
  if (other)
    rows::live_with(unit, granted, person, other->person.person, from);
  else
    rows::live_in(unit, granted, person, rows::insert_household(unit, granted, *input.address), from);
  // event
  unit.publish(granted, "person.has_moved", person);
  return Done{};
}

/// person.refer
Result<Done> refer_(Write<Perm::person_manage>& unit, const Refer& input) {
  // facts
  const auto known = find(unit, input.org_id, input.person_id);
  const std::int64_t holder = rows::referred_to(unit, input.feed, input.key);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, input.person_id), not_found));
  if (!known) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  if (holder == known->person.person) return Done{};
  if (holder != 0) return base::fail(Errc::already_exists, "person.reference_taken");
  // rows
  rows::refer(unit, granted, known->person.person, input.feed, input.key);
  // event
  unit.publish(granted, "person.was_referred", known->person.person);
  return Done{};
}

/// person.references
Result<References> references_(Read<Perm::person_manage>& unit, const Get& input) {
  const auto known = find(unit, input.org_id, input.person_id);
  ENT_TRY(granted, unit.may(target_of(input.org_id, input.person_id), not_found));
  static_cast<void>(granted);
  if (!known) return base::fail(Errc::not_found, not_found);
  return References{rows::references(unit, known->person.person)};
}

}  // namespace

extern constexpr Op op_details = op<&details_>("person.details", "0.1");
extern constexpr Op op_set_contact = op<&set_contact_>("person.set_contact", "0.1");
extern constexpr Op op_move = op<&move_>("person.move", "0.1");
extern constexpr Op op_refer = op<&refer_>("person.refer", "0.1");
extern constexpr Op op_references = op<&references_>("person.references", "0.1");

Result<Details> details(Session& session, const Get& input, const CallOptions& options) {
  return run<Details>(op_details, session, input, options);
}
Result<Done> set_contact(Session& session, const SetContact& input, const CallOptions& options) {
  return run<Done>(op_set_contact, session, input, options);
}
Result<Done> move(Session& session, const Move& input, const CallOptions& options) {
  return run<Done>(op_move, session, input, options);
}
Result<Done> refer(Session& session, const Refer& input, const CallOptions& options) {
  return run<Done>(op_refer, session, input, options);
}
Result<References> references(Session& session, const Get& input, const CallOptions& options) {
  return run<References>(op_references, session, input, options);
}

}  // namespace ent::person
