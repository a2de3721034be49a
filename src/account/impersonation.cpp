#include "account/impersonation.hpp"

#include <fmt/format.h>

#include "account/code.hpp"
#include "account/code_rows.hpp"
#include "account/own.hpp"
#include "base/error.hpp"
#include "unit/slow_work.hpp"
#include "unit/step.hpp"

namespace ent {
ENT_EMPTY_RECORD(Impersonate)
}  // namespace ent

namespace ent::account {
ENT_EMPTY_RECORD(Outcome)

struct TryConsent {
  AccountId account_id{};
};
struct TriedConsent {
  std::optional<rows::Code> code{};  ///< When it can be used.
};
ENT_EMPTY_RECORD(TryConsent)
ENT_EMPTY_RECORD(TriedConsent)

namespace {

/// account.try_consent
Result<TriedConsent> try_consent_(Write<Perm::account_authenticate>& unit, const TryConsent& input) {
  // facts
  auto code = rows::find_code(unit, input.account_id, rows::Purpose::consent);
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  // rows
  if (!code || !code->usable_at(unit.now())) return TriedConsent{};
  rows::count_code_tries(unit, granted, input.account_id, rows::Purpose::consent, code->tries + 1);
  return TriedConsent{std::move(code)};
}

constexpr unit::Op op_try_consent = quietly(op<&try_consent_>("account.try_consent", "0.1"));

struct HeldCode {
  std::int64_t number = 0;  ///< Of the code that was tried; 0: none can be used.
  bool fits = false;
};

/// Only who may look in at all can use a code up.
HeldCode hold_code_(unit::Before& before, const Impersonate& input) {
  const bool may = before.read<Perm::account_impersonate>([&](Read<Perm::account_impersonate>& unit) {
    return unit.may(target_of(input.org_id, rows::find(unit, input.account_id)), not_found).has_value();
  });
  if (!may) return {};
  auto typed = read_code(input.code);
  const unit::SlowWork slot(*before.portal());
  const auto tried = unit::run_step<TriedConsent>(before.portal(), op_try_consent, TryConsent{input.account_id});
  if (!tried || !tried->code || !typed) return {};
  const HeldCode held{tried->code->number, fits(*typed, tried->code->hash)};
  wipe(*typed);
  return held;
}

rows::SessionRow session_of(unit::WriteUnit& unit, const rows::Account& target, const rows::Account& reader,
                            Profile profile) {
  rows::SessionRow session;
  session.account_id = target.id;
  session.id = {unit.random_number()};
  // No token opens it: its name is drawn like those of tokens, and its secret is nobody's.
  const std::array<std::int64_t, 2> name{unit.random_number(), unit.random_number()};
  std::ranges::copy(std::as_bytes(std::span(name)), session.name.begin());
  session.kind = SessionKind::impersonation;
  session.profile = profile;
  session.epoch = target.epoch;
  session.created_at = session.seen_at = unit.now();
  session.ends_at = session.idle_at = unit.now() + impersonation_length;
  session.reader_account = reader.id;
  session.reader = reader.person_id;
  session.reader_epoch = reader.epoch;
  return session;
}

/// account.impersonate
Result<Outcome> impersonate_(Write<Perm::account_impersonate>& unit, const Impersonate& input, const HeldCode& held) {
  // facts
  const auto target = rows::find(unit, input.account_id);
  const auto reader = rows::find(unit, {unit.actor().account});
  const auto code = rows::find_code(unit, input.account_id, rows::Purpose::consent);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, target), not_found));
  if (!target || !reader) return base::fail(Errc::not_found, not_found);
  // rule
  if (!held.fits || !code || code->number != held.number || target->state == State::blocked) {
    unit.tell(granted, Errc::unauthenticated, "account.code_wrong");
    return Outcome{base::fail(Errc::unauthenticated, "account.code_wrong")};
  }
  ENT_TRY(profile, choose_profile(unit.places_of(target->person_id.value), input.profile));
  // rows
  rows::drop_code(unit, granted, target->id, rows::Purpose::consent);
  Outcome outcome{std::nullopt, session_of(unit, *target, *reader, profile), target->person_id};
  rows::insert_session(unit, granted, outcome.session);
  // event
  unit.deliver(granted, "account.was_impersonated",
               fmt::format(R"({{"account_id":{},"reader_id":{}}})", target->id.value, reader->person_id.value));
  return outcome;
}

}  // namespace

constexpr unit::Op op_impersonate = op<&impersonate_, &hold_code_>("account.impersonate", "0.1", Secrets::held);

}  // namespace ent::account
