#include "account/attempt.hpp"

#include "account/tries_rows.hpp"

namespace ent::account {

std::string tries_of_login(const std::string& login) { return "login:" + login; }
std::string tries_of_device(DeviceId device) { return "device:" + std::to_string(device.value); }
std::string tries_of_session(AccountId account) { return "account:" + std::to_string(account.value); }

Attempt begin_attempt(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& name,
                      const std::string& source, bool trusted) {
  const Wiped<32> key = rows::key(unit, granted, rows::KeyPurpose::throttle);
  Attempt attempt{false, keyed_digest(key.bytes(), name), std::nullopt};
  if (!source.empty()) attempt.source = keyed_digest(key.bytes(), "source:" + source);
  if (attempt.source && !trusted) {
    const std::int64_t failures = level(source_bucket, rows::find_source(unit, *attempt.source), unit.now());
    if (failures >= source_bucket.capacity) return attempt;
  }
  const Tries before = rows::find_tries(unit, attempt.tries);
  const Admission admission = take_try(before, unit.now());
  attempt.admitted = admission.admitted;
  if (admission.standing != before) rows::put_tries(unit, granted, attempt.tries, admission.standing);
  if (!attempt.admitted) count_failure(unit, granted, attempt, 0);  // or the wait could be tried away
  return attempt;
}

void count_failure(unit::WriteUnit& unit, const unit::Granted& granted, const Attempt& attempt, std::int64_t org) {
  if (attempt.source) {
    const Instant before = rows::find_source(unit, *attempt.source);
    rows::put_source(unit, granted, *attempt.source, after_failure(source_bucket, before, unit.now()));
  }
  if (attempt.admitted) {
    const Instant before = rows::find_alarm(unit, org);
    rows::put_alarm(unit, granted, org, after_failure(establishment_bucket, before, unit.now()));
  }
}

void settle_success(unit::WriteUnit& unit, const unit::Granted& granted, const Attempt& attempt) {
  rows::forget_tries(unit, granted, attempt.tries);
}

}  // namespace ent::account
