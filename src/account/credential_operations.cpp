// Passwords and the codes to choose them: each is hashed before its transaction.
#include <algorithm>
#include <array>

#include "account/code_steps.hpp"
#include "account/describe.hpp"
#include "account/device_rows.hpp"
#include "account/login.hpp"
#include "account/own.hpp"
#include "account/session_rows.hpp"
#include "account/session_steps.hpp"
#include "account/waiting.hpp"
#include "base/error.hpp"
#include "unit/slow_work.hpp"
#include "unit/step.hpp"

namespace ent::account {
namespace {

// account.issue_activations

struct DrawnSheet {
  std::vector<std::pair<std::int64_t, DrawnCode>> codes{};  ///< By person.
  Instant opens_at{};

  const DrawnCode* find(std::int64_t person) const {
    const auto place = std::ranges::find(codes, person, &std::pair<std::int64_t, DrawnCode>::first);
    return place == codes.end() ? nullptr : &place->second;
  }
};

/// Nothing is drawn for who may not have it; the body then says why.
DrawnSheet draw_sheet_(unit::Before& before, const IssueActivations& input) {
  std::vector<std::int64_t> people;
  before.read<Perm::account_issue_activation>([&](Read<Perm::account_issue_activation>& unit) {
    auto waiting = find_waiting(unit, input);
    if (!waiting) return;
    std::vector<std::int64_t> ids = waiting->ids();
    unit.expect(input.org_id.value, ids);
    for (const std::int64_t person : ids) {
      if (!unit.may({.org = input.org_id.value, .person = person}, "person.not_found")) return;
    }
    people = std::move(ids);
  });
  DrawnSheet sheet;
  sheet.opens_at = before.now();
  if (input.opens_on && *input.opens_on > before.today()) {
    sheet.opens_at = before.portal()->zone->instant_of(*input.opens_on, std::chrono::microseconds{0});
  }
  for (const std::int64_t person : people) sheet.codes.emplace_back(person, draw_code(*before.portal()));
  return sheet;
}

/// The right over each who is to have a code. Whose right goes by the person, and not by the unit, is asked about all
/// who are named: what they have already is not told either.
Result<unit::Granted> may_issue(unit::WriteUnit& unit, OrgId org, const Result<Waiting>& waiting) {
  auto granted = unit.may({.org = org.value}, "org.not_found");
  if (!waiting) return granted;
  const std::vector<std::int64_t> asked = granted ? waiting->ids() : waiting->named;
  unit.expect(org.value, asked);
  for (const std::int64_t person : asked) {
    granted = unit.may({.org = org.value, .person = person}, "person.not_found");
    if (!granted) break;
  }
  return granted;
}

/// Makes the accounts that are missing. False when another call was first.
bool make_missing(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::vector<Waiter>& people) {
  std::vector<person::Named> strangers;
  for (const Waiter& one : people) {
    if (!one.account) strangers.push_back(one.person);
  }
  auto made = rows::make(unit, granted, org.value, strangers);
  if (!made) return false;
  std::vector<std::int64_t> ids;
  auto next = made->begin();
  for (Waiter& one : people) {
    if (one.account) continue;
    ids.push_back(next->id.value);
    one.account = std::move(*next++);
  }
  unit.publish(granted, "account.was_made", ids);
  return true;
}

/// account.issue_activations
Result<Sheet> issue_activations_(Write<Perm::account_issue_activation>& unit, const IssueActivations& input,
                                 const DrawnSheet& drawn) {
  // facts
  auto waiting = find_waiting(unit, input);
  // guard
  ENT_TRY(granted, may_issue(unit, input.org_id, waiting));
  if (!waiting) return std::move(waiting).error();
  unit.concerns(granted, input.org_id.value, waiting->people.size() == 1 ? waiting->people.front().person.person : 0);
  // rows
  if (!make_missing(unit, granted, input.org_id, waiting->people)) return base::fail(Errc::conflict, "account.list_changed");
  const rows::Code like{0, {}, drawn.opens_at, drawn.opens_at + activation_kept, 0, unit.actor().person};
  Sheet sheet{{}, waiting->more};
  std::vector<std::int64_t> accounts, numbers;
  std::vector<std::string> hashes;
  for (auto& [person, account] : waiting->people) {
    const DrawnCode* code = drawn.find(person.person);
    if (code == nullptr) return base::fail(Errc::conflict, "account.list_changed");
    accounts.push_back(account->id.value);
    numbers.push_back(unit.random_number());
    hashes.push_back(code->hash);
    sheet.items.push_back({{person.person}, account->id, std::move(person.family_name), std::move(person.given_name),
                           std::move(account->login), printed(code->text), like.opens_at, like.expires_at});
  }
  rows::put_codes(unit, granted, accounts, numbers, hashes, like);
  return sheet;
}

DrawnCode draw_reset_(unit::Before& before, const Target&) { return draw_code(*before.portal()); }

/// account.reset_password
Result<Activation> reset_password_(Write<Perm::account_reset_password>& unit, const Target& input,
                                   const DrawnCode& drawn) {
  // facts
  auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value, .person = account ? account->person_id.value : 0}, not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rule
  if (account->state == State::blocked) return base::fail(Errc::failed_precondition, "account.blocked");
  // rows
  account->password.reset();
  account->state = State::pending;
  account->epoch = unit.random_number();
  account->hold_until = unit.now() + hold_length;
  rows::update(unit, granted, *account);
  rows::forget_all_devices(unit, granted, account->id);
  const auto code = keep_code(unit, granted, account->id, rows::Purpose::password, drawn, unit.now(), reset_kept);
  // event
  unit.publish(granted, "account.password_was_reset", account->id.value);
  return activation_of(*account, rows::person(unit, account->person_id), code, drawn);
}

// account.change_password

struct Rehearsed {
  TriedAgain tried{};
  bool fits = false;  ///< The current password did.
  std::string phc{};  ///< Of the next one, if it is to be kept.
};

Rehearsed rehearse_(unit::Before& before, const ChangePassword& input) {
  const auto& portal = before.portal();
  const std::int64_t number = before.session().number;
  const Handle handle{{before.actor().account}, {number}, number == 0 ? before.session().liveness.proof : 0};
  Rehearsed rehearsed;
  if (!handle.account_id) return rehearsed;
  const unit::SlowWork slot(*portal);
  auto tried = unit::run_step<TriedAgain>(portal, op_try_again, handle);
  if (!tried) {
    rehearsed.tried.refused = std::move(tried).error();
    return rehearsed;
  }
  rehearsed.tried = *std::move(tried);
  if (rehearsed.tried.refused || std::max(input.current.size(), input.next.size()) > longest_password) return rehearsed;
  rehearsed.fits = fits(input.current, *rehearsed.tried.account.password);
  if (!rehearsed.fits) return rehearsed;
  const Tier tier = before.read<Perm::account_use>(
      [&](Read<Perm::account_use>& unit) { return rows::tier(unit, rehearsed.tried.account.person_id); });
  std::array<std::byte, salt_size> salt;
  before.random(salt);
  rehearsed.phc = hash_password(input.next, policy_of(tier).cost, salt);
  return rehearsed;
}

/// account.change_password
Result<Done> change_password_(Write<Perm::account_use>& unit, const ChangePassword& input, const Rehearsed& rehearsed) {
  // facts
  auto account = rows::find(unit, {unit.actor().account});
  const rows::Person person = rows::person(unit, {unit.actor().person});
  const Tier tier = rows::tier(unit, {unit.actor().person});
  // guard
  ENT_TRY(granted, unit.may(own_target(unit), not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rule
  if (rehearsed.tried.refused) return *rehearsed.tried.refused;
  if (input.next.size() > longest_password) return base::invalid("/next", "text.too_long");
  if (!rehearsed.fits) return base::invalid("/current", "account.password_wrong");
  ENT_REFUSE(check_password(input.next, tier, guessable_of(unit, *account, person), "/next"));
  if (account->password != rehearsed.tried.account.password) return base::fail(Errc::conflict, "call.stale_revision");
  // rows
  settle_success(unit, granted, rehearsed.tried.attempt);
  account->password = rehearsed.phc;
  account->epoch = unit.random_number();
  rows::update(unit, granted, *account);
  rows::carry_over(unit, granted, account->id, {unit.session()}, account->epoch);
  // event
  unit.publish(granted, "account.password_was_changed", account->id.value);
  return Done{};
}

}  // namespace

extern constexpr Op op_issue_activations =
    op<&issue_activations_, &draw_sheet_>("account.issue_activations", "0.1", Secrets::held);
extern constexpr Op op_change_password =
    op<&change_password_, &rehearse_>("account.change_password", "0.1", Secrets::held);
extern constexpr Op op_reset_password =
    op<&reset_password_, &draw_reset_>("account.reset_password", "0.1", Secrets::held);

Result<Sheet> issue_activations(Session& session, const IssueActivations& input, const CallOptions& options) {
  return run<Sheet>(op_issue_activations, session, input, options);
}
Result<Done> change_password(Session& session, const ChangePassword& input, const CallOptions& options) {
  return run<Done>(op_change_password, session, input, options);
}
Result<Activation> reset_password(Session& session, const Target& input, const CallOptions& options) {
  return run<Activation>(op_reset_password, session, input, options);
}

}  // namespace ent::account
