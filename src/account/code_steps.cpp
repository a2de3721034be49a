#include "account/code_steps.hpp"

#include <algorithm>
#include <set>

#include "account/device_rows.hpp"
#include "account/own.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "org/functions.hpp"
#include "unit/slow_work.hpp"

namespace ent::account {
ENT_EMPTY_RECORD(TryCode)
ENT_EMPTY_RECORD(TriedCode)
ENT_EMPTY_RECORD(FinishActivate)
ENT_EMPTY_RECORD(ActivateOutcome)

namespace {

/// Shorter words of a school's name ("du", "les") say nothing.
constexpr std::size_t shortest_school_word = 4;

void add_words(Guessable& guessable, std::string_view folded) {
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end >= shortest_school_word) guessable.words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
}

/// account.try_code
Result<TriedCode> try_code_(Write<Perm::account_authenticate>& unit, const TryCode& input) {
  // facts
  TriedCode tried;
  tried.account = rows::find_by_login(unit, input.login);
  std::optional<rows::Code> code;
  rows::Person person;
  if (tried.account) {
    code = rows::find_code(unit, tried.account->id, rows::Purpose::password);
    person = rows::person(unit, tried.account->person_id);
    tried.tier = rows::tier(unit, tried.account->person_id);
    tried.guessable = guessable_of(unit, *tried.account, person);
  }
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  // rule
  const bool usable = code && code->usable_at(unit.now()) && tried.account->state != State::blocked;
  const bool is_person = !person.birth_date || person.birth_date == input.birth_date;
  // rows
  tried.attempt = begin_attempt(unit, granted, tries_of_login(input.login), input.source, false);
  if (!tried.attempt.admitted || !usable || !is_person) return tried;
  // Only who knows the birth date can use a code up.
  code->tries += 1;
  rows::count_code_tries(unit, granted, tried.account->id, rows::Purpose::password, code->tries);
  tried.code = std::move(code);
  return tried;
}

/// The code was right, what was chosen was not: the try is given back.
void give_back(unit::WriteUnit& unit, const unit::Granted& granted, const FinishActivate& input) {
  settle_success(unit, granted, input.tried.attempt);
  rows::count_code_tries(unit, granted, input.tried.account->id, rows::Purpose::password, input.tried.code->tries - 1);
}

/// account.activate
Result<ActivateOutcome> activate_(Write<Perm::account_authenticate>& unit, const FinishActivate& input) {
  // facts
  std::optional<rows::Account> account;
  std::optional<rows::Code> code;
  if (input.tried.account) {
    account = rows::find(unit, input.tried.account->id);
    code = rows::find_code(unit, input.tried.account->id, rows::Purpose::password);
  }
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  if (account) unit.concerns(granted, account->org, account->person_id.value);
  // rule
  const bool still = account && code && input.tried.code && code->number == input.tried.code->number;
  if (!input.fits || !still || account->state == State::blocked) {
    count_failure(unit, granted, input.tried.attempt, account ? account->org : 0);
    unit.tell(granted, Errc::unauthenticated, "account.code_wrong");
    return ActivateOutcome{base::fail(Errc::unauthenticated, "account.code_wrong")};
  }
  std::optional<Error> unfit = input.unfit;
  if (!unfit && input.new_login && *input.new_login != account->login &&
      !rows::take_login(unit, granted, *account, *input.new_login)) {
    unfit = base::fail(Errc::already_exists, "account.login_taken");
  }
  if (unfit) {
    give_back(unit, granted, input);
    unit.tell(granted, unfit->code, unfit->reason);
    return ActivateOutcome{*std::move(unfit)};
  }
  // rows
  settle_success(unit, granted, input.tried.attempt);
  rows::drop_code(unit, granted, account->id, rows::Purpose::password);
  rows::forget_all_devices(unit, granted, account->id);
  if (account->activated_at) account->hold_until = unit.now() + hold_length;
  account->password = input.phc;
  account->state = State::active;
  account->epoch = unit.random_number();
  account->activated_at = unit.now();
  rows::update(unit, granted, *account);
  // event
  unit.publish(granted, "account.was_activated", account->id.value);
  return ActivateOutcome{std::nullopt, {account->id, account->login}};
}

}  // namespace

DrawnCode draw_code(unit::PortalState& portal) {
  std::array<std::byte, code_bytes> random;
  std::array<std::byte, salt_size> salt;
  portal.random->fill(random);
  portal.random->fill(salt);
  DrawnCode drawn;
  drawn.text = code_of(random);
  const unit::SlowWork slot(portal);
  drawn.hash = hash_password(drawn.text, code_cost, salt);
  return drawn;
}

rows::Code keep_code(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, rows::Purpose purpose,
                     const DrawnCode& drawn, Instant opens_at, std::chrono::microseconds kept) {
  rows::Code code{unit.random_number(), drawn.hash, opens_at, opens_at + kept, 0, unit.actor().person};
  rows::put_code(unit, granted, account, purpose, code);
  return code;
}

Activation activation_of(const rows::Account& account, const rows::Person& person, const rows::Code& code,
                         const DrawnCode& drawn) {
  return {account.person_id,  account.id,    person.family_name, person.given_name, account.login,
          printed(drawn.text), code.opens_at, code.expires_at};
}

Guessable guessable_of(unit::Unit& unit, const rows::Account& account, const rows::Person& person) {
  Guessable guessable{{person.given_name, person.family_name, account.login}, person.birth_date};
  std::set<std::int64_t> units{account.org};
  for (const access::Place& place : unit.places_of(account.person_id.value)) units.insert(place.org);
  for (const std::int64_t org : units) {
    if (const auto school = org::find_at(unit, {org}, unit.today())) add_words(guessable, base::fold(school->name));
  }
  return guessable;
}

constexpr unit::Op op_try_code = quietly(op<&try_code_>("account.try_code", "0.1"));
constexpr unit::Op op_activate = op<&activate_>("account.activate", "0.1");

}  // namespace ent::account
