/// The outbox: what the portal wants told to the world outside, by the host's own channels.
///
/// A write that has something to tell leaves a delivery in its own transaction. The host takes deliveries when it
/// likes, carries them (mail, push, a call to another system), and says how it went. Each is given at least once:
/// a host that dies between carrying and saying so is given it again, so who receives goes by Delivery::number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/time.hpp"

namespace ent {

/// One thing to be told.
struct Delivery {
  std::int64_t number = 0;  ///< The same at each try: who receives can tell a repetition by it.
  Instant at{};             ///< When it was written.
  OrgId org_id{};           ///< Where; no id: in the portal as a whole.
  std::string kind{};       ///< "account.was_impersonated".
  std::string payload{};    ///< JSON; its members go with the kind.
  /// Deliveries of one lane are given one at a time and in the order of writing; empty: in no order.
  std::string lane{};
  std::int32_t tries = 0;  ///< How often it has been given, with this time.
};

/// What is to be taken from the outbox.
struct TakeDeliveries {
  std::int32_t limit = 100;          ///< At most so many: 1 to 1000.
  std::int32_t lease_seconds = 300;  ///< For how long nobody else is given them: 1 to 86 400.
  /// Those that were parked after many tries, in the place of those that are due. They are settled as others
  /// are: delivered drops one for good, failed parks it again.
  bool parked = false;
};

/// What was taken.
struct Deliveries {
  std::vector<Delivery> items{};       ///< In the order of writing.
  std::int64_t lease = 0;              ///< By which they are settled; 0: nothing was due.
  std::optional<Instant> until{};      ///< When the lease ends.
  std::optional<Instant> next_due_at{};  ///< When nothing was due: when something will be, unless more is written.
};

/// What became of deliveries that were taken.
struct SettleDeliveries {
  std::int64_t lease{};                     ///< Of the Deliveries.
  std::vector<std::int64_t> delivered = {};  ///< Their numbers. They are gone.
  /// Those to be tried again: after half a minute, then twice as long each time, up to six hours. After twelve
  /// tries one is parked.
  std::vector<std::int64_t> failed = {};
};

/// How many of them were still held.
struct SettledDeliveries {
  std::int32_t delivered = 0;  ///< Gone.
  std::int32_t failed = 0;     ///< To be tried again.
  std::int32_t parked = 0;     ///< Failed too often.
  std::int32_t late = 0;       ///< The lease had ended, and somebody else was given them.
};

/// Carries what leaves the portal: a host's mail, push or message queue.
class Courier {
 public:
  virtual ~Courier() = default;
  /// True when it arrived; false, or whatever is thrown, has it tried again later. Called outside of any
  /// transaction, so the library may be called from here.
  virtual bool carry(const Delivery& delivery) = 0;
};

/// What one round of Portal::pump() did.
struct Pumped {
  SettledDeliveries settled{};
  std::int32_t left = 0;                 ///< Taken, and not carried since the lease ended: somebody is given them again.
  std::optional<Instant> next_due_at{};  ///< As in Deliveries; none while something may be due now.
};

}  // namespace ent
