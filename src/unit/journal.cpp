#include "unit/journal.hpp"

#include "unit/op.hpp"

namespace ent::unit {
namespace {

constexpr Sql insert_audit{
    "INSERT INTO audit_entry (at, org, account, person, profile, impersonator, session, operation, permission, subject, "
    "target, outcome, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"};

constexpr Sql insert_change{"INSERT INTO change_event (at, org, event, target) VALUES ($1, $2, $3, $4)"};

constexpr Sql insert_changes{"INSERT INTO change_event (at, org, event, target) VALUES ($1, $2, $3, ITEM($4))"};

constexpr Sql insert_delivery{
    "INSERT INTO delivery (at, org, kind, payload, lane, tries, due_at, lease) VALUES ($1, $2, $3, $4, $5, 0, $6, 0)"};

std::int64_t microseconds(Instant instant) { return instant.time_since_epoch().count(); }

}  // namespace

void write_audit(store::Connection& connection, const Frame& frame, Errc outcome, std::string_view reason) {
  const access::Actor& actor = frame.session.rights->actor();
  const access::Target& target = frame.target;
  connection.exec(insert_audit,
                  std::initializer_list<Arg>{microseconds(frame.now), target.org, actor.account, actor.person,
                                             static_cast<std::int32_t>(actor.profile), actor.impersonator,
                                             frame.session.number, frame.op.name, access::info(frame.op.perm).name, target.person,
                                             target.group != 0 ? target.group : target.person,
                                             static_cast<std::int32_t>(outcome), reason});
}

void write_change(store::Connection& connection, const Frame& frame, std::int64_t org, std::string_view event,
                  std::int64_t target) {
  connection.exec(insert_change, std::initializer_list<Arg>{microseconds(frame.now), org, event, target});
}

void write_changes(store::Connection& connection, const Frame& frame, std::int64_t org, std::string_view event,
                   std::span<const std::int64_t> targets) {
  connection.exec_each(insert_changes, std::initializer_list<Arg>{microseconds(frame.now), org, event, targets});
}

void write_delivery(store::Connection& connection, const Frame& frame, std::int64_t org, std::string_view kind,
                    std::string_view payload, std::string_view lane) {
  connection.exec(insert_delivery, std::initializer_list<Arg>{microseconds(frame.now), org, kind, payload, lane,
                                                              microseconds(frame.now)});
}

}  // namespace ent::unit
