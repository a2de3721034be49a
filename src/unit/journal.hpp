/// What a unit leaves behind beside its rows: the audit entry, the change event, the delivery.
#pragma once

#include <span>
#include <string_view>

#include "unit/frame.hpp"

namespace ent::unit {

/// One entry for the call: who, what, on whose data, with which outcome (0 for done).
void write_audit(store::Connection& connection, const Frame& frame, Errc outcome, std::string_view reason);

void write_change(store::Connection& connection, const Frame& frame, std::int64_t org, std::string_view event,
                  std::int64_t target);

void write_changes(store::Connection& connection, const Frame& frame, std::int64_t org, std::string_view event,
                   std::span<const std::int64_t> targets);

void write_delivery(store::Connection& connection, const Frame& frame, std::int64_t org, std::string_view kind,
                    std::string_view payload, std::string_view lane);

}  // namespace ent::unit
