#include "account/bootstrap.hpp"

#include "account/login.hpp"
#include "account/own.hpp"
#include "account/tries_rows.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "org/functions.hpp"
#include "person/functions.hpp"

namespace ent {
ENT_EMPTY_RECORD(Bootstrapped)
}  // namespace ent

namespace ent::account {
ENT_EMPTY_RECORD(Foundation)

namespace {

constexpr std::size_t longest_name = 100;

std::optional<Error> well_formed(const Bootstrap& input) {
  return base::Fields()
      .length(base::trim(input.family_name), 1, longest_name, "/family_name")
      .length(base::trim(input.given_name), 1, longest_name, "/given_name")
      .error();
}

/// The person who administers, with the post.
PersonId add_administrator(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Bootstrap& wanted) {
  person::Person person;
  person.person = unit.take_numbers(granted, 0, "person");
  person.family_name = base::trim(wanted.family_name);
  person.given_name = base::trim(wanted.given_name);
  person::insert(unit, granted, std::span(&person, 1));
  person::join(unit, granted, org, std::span(&person.person, 1));
  const auto known = person::find(unit, org, {person.person});
  const person::PostRow post{known->member, Profile::local_admin, 0, {unit.today(), open_end}, ""};
  person::insert_posts(unit, granted, org, std::span(&post, 1));
  unit.rights_changed(granted, org.value);
  return {person.person};
}

/// A refusal of the establishment, told of the members that Bootstrap has for it.
Error of_bootstrap(Error refused) {
  for (FieldError& field : refused.fields) {
    if (field.path == "/code") field.path = "/uai";
    if (field.path == "/name") field.path = "/establishment_name";
  }
  return refused;
}

/// account.bootstrap
Result<Bootstrapped> bootstrap_(Write<Perm::account_authenticate>& unit, const Foundation& input) {
  // facts
  const bool empty = org::empty(unit);
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  // rule
  ENT_REFUSE(well_formed(input.wanted));
  // The mark is what two bootstraps at once meet at: the store lets one of them make it.
  if (!empty || !rows::mark(unit, granted, rows::KeyPurpose::bootstrap)) {
    return base::fail(Errc::failed_precondition, "portal.not_empty");
  }
  // rows
  const org::Add establishment{.kind = org::Kind::establishment,
                               .code = input.wanted.uai,
                               .name = input.wanted.establishment_name,
                               .degree = input.wanted.degree,
                               .nature_code = input.wanted.nature_code};
  const auto org = org::add_alone(unit, granted, establishment);
  if (!org) return of_bootstrap(org.error());
  const PersonId administrator = add_administrator(unit, granted, org->id, input.wanted);
  const rows::Person person = rows::person(unit, administrator);
  const person::Named named{administrator.value, person.family_name, person.given_name, {}};
  const auto made = rows::make(unit, granted, org->id.value, std::span(&named, 1));
  if (!made) return base::fail(Errc::failed_precondition, "portal.not_empty");
  const rows::Account account{.id = made->front().id, .person_id = administrator, .login = made->front().login};
  const auto code =
      keep_code(unit, granted, account.id, rows::Purpose::password, input.code, unit.now(), activation_kept);
  unit.concerns(granted, org->id.value, administrator.value);
  // event
  unit.publish(granted, "account.was_made", account.id.value, org->id.value);
  return Bootstrapped{org->id, activation_of(account, person, code, input.code)};
}

}  // namespace

constexpr unit::Op op_bootstrap = op<&bootstrap_>("account.bootstrap", "0.1");

}  // namespace ent::account
