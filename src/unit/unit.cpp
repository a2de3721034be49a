#include "unit/unit.hpp"

#include <sodium.h>

#include "access/epoch.hpp"
#include "base/reason.hpp"
#include "base/zone.hpp"
#include "unit/journal.hpp"
#include "unit/liveness.hpp"

namespace ent::unit {
namespace {

/// The decision on one target; the frame remembers it for the audit.
Result<access::Mask> decide(Frame& frame, Perm perm, const Target& target, std::string_view not_found_reason) {
  ENT_REFUSE(expect_alive(frame));
  frame.checked = true;
  frame.target = target;
  const access::Decision decision = frame.session.rights->decide(*frame.connection, perm, target);
  if (!decision.allowed) return refused(frame, decision, not_found_reason);
  return decision.mask;
}

/// A listing asks for no target: what it may show is what it is granted. A recent proof of identity is asked for as
/// for one target.
std::optional<Error> begin_listing(Frame& frame, Perm perm) {
  ENT_REFUSE(expect_alive(frame));
  frame.checked = true;
  const access::Actor& actor = frame.session.rights->actor();
  const bool proved = actor.profile == Profile::system || actor.step_up_until > frame.now;
  if (proved || !access::info(perm).step_up) return std::nullopt;
  return refused(frame, {false, true, true, access::Mask::full, access::Reason::granted_by_profile}, {});
}

}  // namespace

Error refused(Frame& frame, const access::Decision& decision, std::string_view not_found_reason) {
  frame.refusal = decision;
  if (!decision.known) return base::fail(Errc::not_found, not_found_reason);
  return base::fail(Errc::permission_denied, decision.step_up ? "access.step_up_needed" : "access.denied");
}

const base::Zone& Unit::zone() const noexcept { return *frame_.session.portal->zone; }

std::vector<access::Place> Unit::places_of(std::int64_t person, std::optional<Date> day) {
  return access::places_of(*frame_.connection, person, day.value_or(frame_.today));
}

void Unit::expect(std::int64_t org, std::span<const std::int64_t> people) {
  frame_.session.rights->expect(*frame_.connection, org, people);
}

std::vector<std::int64_t> Unit::who_acts(std::span<const std::int64_t> people, Profile profile, std::int64_t org, Date day) {
  return access::who_acts(*frame_.connection, people, {profile, org}, day);
}

std::optional<access::Mask> Unit::sees(Perm perm, const Target& target) {
  const access::Decision decision = frame_.session.rights->decide(*frame_.connection, perm, target);
  return decision.allowed ? std::optional(decision.mask) : std::nullopt;
}

Result<Granted> ReadUnit::may(const Target& target, std::string_view not_found_reason) {
  ENT_TRY(mask, decide(frame_, perm_, target, not_found_reason));
  return Granted(target, mask);
}

Result<access::VisiblePeople> ReadUnit::visible_people() {
  ENT_REFUSE(begin_listing(frame_, perm_));
  return frame_.session.rights->visible_people(*frame_.connection, perm_);
}

Result<access::VisibleGroups> ReadUnit::visible_groups() {
  ENT_REFUSE(begin_listing(frame_, perm_));
  return frame_.session.rights->visible_groups(*frame_.connection, perm_);
}

Result<std::vector<std::int64_t>> ReadUnit::visible_units() {
  ENT_REFUSE(begin_listing(frame_, perm_));
  return frame_.session.rights->visible_units(*frame_.connection, perm_);
}

Result<Granted> WriteUnit::may(const Target& target, std::string_view not_found_reason) {
  ENT_TRY(mask, decide(frame_, perm_, target, not_found_reason));
  return Granted(target, mask);
}

std::int64_t WriteUnit::take_numbers(const Granted&, std::int64_t org, std::string_view sequence, std::int64_t count) {
  return frame_.session.portal->database->take_numbers(*frame_.connection, org, sequence, count);
}

std::optional<Error> WriteUnit::expect_revision(std::int64_t standing) const {
  const auto& expected = frame_.options.if_revision;
  if (!expected || *expected == standing) return std::nullopt;
  return base::fail(Errc::conflict, "call.stale_revision");
}

void WriteUnit::publish(const Granted& granted, std::string_view event, std::int64_t id,
                        std::optional<std::int64_t> org) {
  write_change(*frame_.connection, frame_, org.value_or(granted.target().org), event, id);
}

void WriteUnit::publish(const Granted& granted, std::string_view event, std::span<const std::int64_t> ids) {
  if (!ids.empty()) write_changes(*frame_.connection, frame_, granted.target().org, event, ids);
}

void WriteUnit::deliver(const Granted& granted, std::string_view kind, std::string_view payload, std::string_view lane) {
  write_delivery(*frame_.connection, frame_, granted.target().org, kind, payload, lane);
}

void WriteUnit::rights_changed(const Granted& granted, std::int64_t org) {
  rights_changed(granted, std::span(&org, 1));
}

void WriteUnit::rights_changed(const Granted&, std::span<const std::int64_t> orgs) {
  access::renew_epochs(*frame_.connection, orgs, random_number());
  frame_.session.rights->facts_changed();
}

void WriteUnit::concerns(const Granted&, std::int64_t org, std::int64_t person) {
  frame_.target = {.org = org, .person = person};
}

void WriteUnit::tell(const Granted&, Errc outcome, std::string_view reason) {
  // The entry is written after the body, when the caller's text may be gone: the catalogue's stays.
  const auto* known = base::find_reason(reason);
  frame_.told = {outcome, known != nullptr ? known->token : "internal.defect"};
}

void WriteUnit::rehearse(const Granted&) { frame_.rehearsed = true; }

std::int64_t WriteUnit::random_number() {
  const std::uint64_t counter = frame_.random_taken++;
  std::array<std::int64_t, 2> hash{};
  static_assert(sizeof hash >= crypto_generichash_BYTES_MIN);
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), sizeof hash,
                     reinterpret_cast<const unsigned char*>(&counter), sizeof counter,
                     reinterpret_cast<const unsigned char*>(frame_.random.data()), frame_.random.size());
  const std::int64_t number = hash[0] & max_id;
  return number == 0 ? 1 : number;
}

}  // namespace ent::unit
