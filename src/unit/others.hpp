/// Questions of an operation about rights other than its own.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "access/explain.hpp"
#include "access/rights.hpp"
#include "access/together.hpp"
#include "unit/unit.hpp"

namespace ent::unit {

/// access/explain.hpp over an open unit.
struct Others {
  static access::Verdict explain(Unit& unit, const access::Actor& actor, Perm perm, const Target& target, Date at) {
    return access::explain(*unit.frame_.connection, actor, perm, target, at);
  }
  static std::vector<access::Holder> who_can(Unit& unit, Perm perm, const Target& target, Date at) {
    return access::who_can(*unit.frame_.connection, perm, target, at);
  }
  static bool may_hand_on(Unit& unit, Perm perm, const access::Entry& entry, std::int64_t org) {
    return access::may_hand_on(*unit.frame_.connection, unit.actor(), perm, entry, org, unit.today());
  }
  /// The units that a listing under another permission than the operation's may show. Questions about them cost no reading
  /// of their epochs any more.
  static std::vector<std::int64_t> units_seen(Unit& unit, Perm perm) {
    return unit.frame_.session.rights->visible_units(*unit.frame_.connection, perm);
  }
  /// The groups, likewise.
  static access::VisibleGroups groups_seen(Unit& unit, Perm perm) {
    return unit.frame_.session.rights->visible_groups(*unit.frame_.connection, perm);
  }
  /// Unit::sees() of several questions, in their order: about however many units, the number of statements is the same. What is
  /// known of a few units and of who is asked about there is in memory already, or stays there: a statement for each person who is new.
  static std::vector<std::optional<access::Mask>> sees_all(Unit& unit, std::span<const access::Inquiry> inquiries);
  /// The same for however many people: the number of statements is the same, and nothing of it stays.
  static std::vector<std::optional<access::Mask>> sees_together(Unit& unit, std::span<const access::Inquiry> inquiries);
  /// The unit of the actor's first post; 0: none.
  static std::int64_t home(Unit& unit) { return access::home(*unit.frame_.connection, unit.actor(), unit.today()); }
};

}  // namespace ent::unit
