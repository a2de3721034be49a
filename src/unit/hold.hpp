/// What an account cannot do for a day after somebody else has reset its password: if it was not its person who asked
/// for the reset, this gives them the time to say so.
#pragma once

#include "access/permission.hpp"

namespace ent::unit {

/// Whether a right waits until the hold is over: ways to reach the person are changed, data leave the portal,
/// or many people are written to.
constexpr bool waits_for_hold(access::Perm perm) noexcept {
  using access::Perm;
  switch (perm) {
    case Perm::person_update_contact:
    case Perm::export_run:
    case Perm::privacy_export:
    case Perm::report_export_lsu:
    case Perm::attendance_report:
    case Perm::message_send_bulk:
    case Perm::message_send_external:
    case Perm::sms_send:
      return true;
    default:
      return false;
  }
}

}  // namespace ent::unit
