// Who an account is elsewhere, and what services outside may learn of it.
#include <algorithm>

#include "account/describe.hpp"
#include "account/identity_rows.hpp"
#include "account/own.hpp"
#include "account/rows.hpp"
#include "account/service_rows.hpp"
#include "account/tries_rows.hpp"
#include "base/error.hpp"
#include "org/functions.hpp"
#include "person/cards.hpp"
#include "unit/op.hpp"

namespace ent::account {
namespace {

constexpr std::size_t longest_foreign_name = 200;
constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_service_name = 100;
constexpr std::string_view no_service = "account.service_not_found";

bool well_formed_code(std::string_view code) noexcept {
  return !code.empty() && code.size() <= longest_code && std::ranges::all_of(code, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::optional<Error> well_formed(const Link& input) {
  return base::Fields()
      .length(input.issuer, 1, longest_foreign_name, "/issuer")
      .length(input.subject, 1, longest_foreign_name, "/subject")
      .error();
}

std::optional<Error> well_formed(const Service& input) {
  return base::Fields()
      .refuse_if(!well_formed_code(input.code), "/code", "account.service_code_malformed")
      .length(input.name, 1, longest_service_name, "/name")
      .refuse_if(input.profiles.empty(), "/profiles", "account.nobody_named")
      .error();
}

/// account.link_identity
Result<Done> link_identity_(Write<Perm::external_identity_manage>& unit, const Link& input) {
  // facts
  const auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, account), not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  if (!rows::add_identity(unit, granted, account->id, {input.issuer, input.subject})) {
    return base::fail(Errc::already_exists, "account.identity_taken");
  }
  // event
  unit.publish(granted, "account.identity_was_linked", account->id.value);
  return Done{};
}

/// account.unlink_identity
Result<Done> unlink_identity_(Write<Perm::external_identity_manage>& unit, const Link& input) {
  // facts
  auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, account), not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rows
  if (!rows::remove_identity(unit, granted, account->id, {input.issuer, input.subject})) {
    return base::fail(Errc::not_found, "account.identity_not_found");
  }
  account->epoch = unit.random_number();
  rows::update(unit, granted, *account);
  // event
  unit.publish(granted, "account.identity_was_unlinked", account->id.value);
  return Done{};
}

/// account.identities
Result<Identities> identities_(Read<Perm::external_identity_manage>& unit, const Target& input) {
  const auto account = rows::find(unit, input.account_id);
  ENT_TRY(granted, unit.may(target_of(input.org_id, account), not_found));
  static_cast<void>(granted);
  if (!account) return base::fail(Errc::not_found, not_found);
  return rows::list_identities(unit, account->id);
}

/// account.declare_service
Result<Service> declare_service_(Write<Perm::external_service_manage>& unit, const Service& input) {
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, "org.not_found"));
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  rows::key(unit, granted, rows::KeyPurpose::pseudonym);
  rows::put_service(unit, granted, input);
  // event
  unit.publish(granted, "account.service_was_declared", input.org_id.value);
  return *rows::find_service(unit, input.org_id, input.code);
}

/// account.withdraw_service
Result<Done> withdraw_service_(Write<Perm::external_service_manage>& unit, const Withdraw& input) {
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, "org.not_found"));
  // rows
  if (!rows::drop_service(unit, granted, input.org_id, input.code)) return base::fail(Errc::not_found, no_service);
  // event
  unit.publish(granted, "account.service_was_withdrawn", input.org_id.value);
  return Done{};
}

/// account.services
Result<Services> services_(Read<Perm::external_service_manage>& unit, const OfUnit& input) {
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, "org.not_found"));
  static_cast<void>(granted);
  return rows::list_services(unit, input.org_id);
}

/// Who an account is for one service: nobody can tell it from who it is for another.
std::string pseudonym(const Wiped<32>& key, const Service& service, AccountId account) {
  return write_digest(keyed_digest(key.bytes(), std::to_string(service.org_id.value) + ' ' + service.code + ' ' +
                                                    std::to_string(account.value)));
}

/// The establishments in which the actor acts. Who holds no post there, as guardians do, has them by their numbers.
std::vector<ActsIn> acts_in(unit::Unit& unit) {
  const PersonId person{unit.actor().person};
  const Profile profile = unit.actor().profile;
  std::vector<std::int64_t> orgs, held;
  for (const person::Since& post : person::posts_under(unit, person, profile, unit.today())) held.push_back(post.org);
  for (const access::Place& place : unit.places_of(person.value)) {
    if (place.profile == profile) orgs.push_back(place.org);
  }
  std::ranges::stable_sort(orgs, {}, [&](std::int64_t org) { return std::ranges::find(held, org) - held.begin(); });
  std::vector<ActsIn> found;
  for (std::string& code : org::codes_of_establishments(unit, orgs, unit.today())) found.push_back({std::move(code), found.empty()});
  return found;
}

/// account.attributes
Result<Attributes> attributes_(Read<Perm::external_service_release>& unit, const Release& input) {
  const auto service = rows::find_service(unit, input.org_id, input.code);
  const auto key = rows::find_key(unit, rows::KeyPurpose::pseudonym);
  const auto account = rows::find(unit, {unit.actor().account});
  ENT_TRY(granted, unit.may({.org = input.org_id.value, .person = unit.actor().person}, no_service));
  static_cast<void>(granted);
  const Profile profile = unit.actor().profile;
  const bool meant = service && std::ranges::find(service->profiles, profile) != service->profiles.end();
  if (!meant || !key || !account) return base::fail(Errc::not_found, no_service);
  const rows::Person person = rows::person(unit, account->person_id);
  const auto may_learn = [&](Attribute attribute) {
    return std::ranges::find(service->attributes, attribute) != service->attributes.end();
  };
  Attributes told{pseudonym(*key, *service, account->id)};
  if (may_learn(Attribute::login)) told.login = account->login;
  if (may_learn(Attribute::given_name)) told.given_name = person.given_name;
  if (may_learn(Attribute::family_name)) told.family_name = person.family_name;
  if (may_learn(Attribute::birth_date)) told.birth_date = person.birth_date;
  if (may_learn(Attribute::profile)) told.profile = profile;
  if (may_learn(Attribute::person_id)) told.person_id = account->person_id;
  if (may_learn(Attribute::establishment)) {
    if (const auto org = org::find_at(unit, input.org_id, unit.today())) told.establishment = org->code;
  }
  if (may_learn(Attribute::establishments)) told.establishments = acts_in(unit);
  return told;
}

}  // namespace

extern constexpr Op op_link_identity = op<&link_identity_>("account.link_identity", "0.1");
extern constexpr Op op_unlink_identity = op<&unlink_identity_>("account.unlink_identity", "0.1");
extern constexpr Op op_identities = op<&identities_>("account.identities", "0.1");
extern constexpr Op op_declare_service = op<&declare_service_>("account.declare_service", "0.1");
extern constexpr Op op_withdraw_service = op<&withdraw_service_>("account.withdraw_service", "0.1");
extern constexpr Op op_services = op<&services_>("account.services", "0.1");
extern constexpr Op op_attributes = op<&attributes_>("account.attributes", "0.1");

Result<Done> link_identity(Session& session, const Link& input, const CallOptions& options) {
  return run<Done>(op_link_identity, session, input, options);
}
Result<Done> unlink_identity(Session& session, const Link& input, const CallOptions& options) {
  return run<Done>(op_unlink_identity, session, input, options);
}
Result<Identities> identities(Session& session, const Target& input, const CallOptions& options) {
  return run<Identities>(op_identities, session, input, options);
}
Result<Service> declare_service(Session& session, const Service& input, const CallOptions& options) {
  return run<Service>(op_declare_service, session, input, options);
}
Result<Done> withdraw_service(Session& session, const Withdraw& input, const CallOptions& options) {
  return run<Done>(op_withdraw_service, session, input, options);
}
Result<Services> services(Session& session, const OfUnit& input, const CallOptions& options) {
  return run<Services>(op_services, session, input, options);
}
Result<Attributes> attributes(Session& session, const Release& input, const CallOptions& options) {
  return run<Attributes>(op_attributes, session, input, options);
}

}  // namespace ent::account
