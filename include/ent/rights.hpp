/// Who may do what, and why: rights explained, switched within their ceiling, handed on for a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/profile.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::rights {

using OverrideId = Id<struct OverrideEntity>;      ///< A switch that a unit has set.
using DelegationId = Id<struct DelegationEntity>;  ///< A right handed on for a time.

/// How much of what is allowed may be seen.
enum class Extent : std::int32_t {
  full = 1,       ///< All of it.
  minimum = 2,    ///< Name, function and class, no more.
  technical = 3,  ///< Technical events only.
};

/// A decision, with its reason.
struct Explanation {
  bool allowed = false;                       ///< What the decision is.
  std::string reason{};                       ///< Stable code of docs/permissions.md: "not_taught".
  std::string english{};                      ///< The reason for people, in English.
  std::string french{};                       ///< The reason for people, in French.
  Extent extent = Extent::full;               ///< How much may be seen, when allowed.
  std::optional<std::string> scope{};         ///< The entry that gave it or came nearest: "taught:service".
  std::optional<OrgId> unit_id{};             ///< The unit of the post that it was judged for.
  std::optional<Function> function{};         ///< The function of that post.
};

/// Input of explain().
struct Explain {
  std::string permission{};              ///< Name in the matrix: "person.read".
  OrgId org_id{};                        ///< The unit that the thing belongs to.
  std::optional<PersonId> person_id{};   ///< The person whom it is about.
  std::optional<GroupId> group_id{};     ///< The group that it is about, of that unit.
  std::optional<PersonId> author_id{};   ///< Who made or owns it.
  std::optional<PersonId> actor_id{};    ///< Whose right is asked about; default: one's own.
  std::optional<Profile> profile{};      ///< Under which profile; default: that of the session.
  std::optional<Date> at{};              ///< On which date; default: today.
};

/// Says whether somebody may do something, and why.
///
/// Permission: access.explain, on the person whose right it is; one's own is asked in one's own unit.
/// Errors: invalid_argument (rights.unknown_permission, rights.other_unit), not_found (person.not_found). Since 0.1.
Result<Explanation> explain(Session& session, const Explain& input, const CallOptions& options = {});

/// Somebody who may.
struct Holder {
  PersonId person_id{};                       ///< Who.
  Profile profile = Profile::guest;           ///< Under which profile.
  std::string reason{};                       ///< Why: "granted_by_profile".
  std::string scope{};                        ///< By which entry: "estab".
  Extent extent = Extent::full;               ///< How much.
};

/// Input of who_can().
struct WhoCan {
  std::string permission{};             ///< Name in the matrix: "person.read".
  OrgId org_id{};                       ///< The unit that the thing belongs to.
  std::optional<PersonId> person_id{};  ///< The person whom it is about.
  std::optional<GroupId> group_id{};    ///< The group that it is about, of that unit.
  std::optional<Date> at{};             ///< On which date; default: today.
};

/// All who may.
struct Holders {
  std::vector<Holder> items{};  ///< In the order of their ids, then profiles.
};

/// Everybody who may do something, the host itself left out. Asks the facts of each person of the unit, some
/// tens of microseconds a person: for a head's question, or the answer to a request under GDPR article 15.
///
/// Permission: access.explain on the unit.
/// Errors: invalid_argument (rights.unknown_permission, rights.other_unit), not_found (org.not_found). Since 0.1.
Result<Holders> who_can(Session& session, const WhoCan& input, const CallOptions& options = {});

/// What a switch does.
enum class Switch : std::int32_t {
  widen = 1,   ///< Puts an entry on that was off.
  narrow = 2,  ///< Puts an entry off that was on.
};

/// A switch that a unit has set.
struct Override {
  OverrideId id{};                      ///< For override_end().
  OrgId org_id{};                       ///< In this unit and all that is part of it.
  Profile profile = Profile::guest;     ///< For this profile.
  std::optional<Function> function{};   ///< Only with this function.
  std::string permission{};             ///< "person.update_contact".
  std::string scope{};                  ///< The entry: "self".
  Switch effect = Switch::narrow;       ///< What it does.
  bool locked = false;                  ///< Decides over the switches of all units below.
  Date valid_from{};                    ///< First day.
  std::optional<Date> valid_to{};       ///< First day on which it no longer holds; none: open.
  std::string reason{};                 ///< As its author gave it.
};

/// Input of override_set().
struct OverrideSet {
  OrgId org_id{};                      ///< In this unit and all that is part of it.
  Profile profile{};                   ///< For this profile.
  std::string permission{};            ///< Name in the matrix.
  std::string scope{};                 ///< An entry of the matrix's cell: "self", "estab:pupils".
  Switch effect{};                     ///< What it does.
  std::string reason{};                ///< 1 to 500 characters, kept for the audit.
  std::optional<Function> function{};  ///< Only with this function.
  bool locked = false;                 ///< Decides over the switches below; not in an establishment.
  std::optional<Date> valid_from{};    ///< Default: today.
  std::optional<Date> valid_to{};      ///< Default: open.
};

/// Switches an entry of the permission matrix on or off. Nothing passes the ceiling: only what the matrix has,
/// on or off, can be switched, and never what is C4.
///
/// Permission: access.override on the unit.
/// Errors: invalid_argument (rights.unknown_permission, rights.beyond_ceiling, rights.lock_in_establishment,
/// rights.ends_before, text.too_short, text.too_long), not_found (org.not_found). Since 0.1.
Result<Override> override_set(Session& session, const OverrideSet& input, const CallOptions& options = {});

/// Input of override_end().
struct OverrideEnd {
  OverrideId id{};                 ///< The switch.
  std::optional<Date> ends_on{};   ///< First day on which it no longer holds; default: today.
};

/// Ends a switch.
///
/// Permission: access.override on its unit. Errors: invalid_argument (rights.ends_before), not_found
/// (rights.override_not_found). Since 0.1.
Result<Done> override_end(Session& session, const OverrideEnd& input, const CallOptions& options = {});

/// Input of overrides().
struct ListOverrides {
  OrgId org_id{};  ///< Those set in this unit itself.
};

/// Switches.
struct Overrides {
  std::vector<Override> items{};  ///< In the order in which they were set, ended ones too.
};

/// The switches that a unit has set, past ones too.
///
/// Permission: access.override on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Overrides> overrides(Session& session, const ListOverrides& input, const CallOptions& options = {});

/// A right handed on for a time.
struct Delegation {
  DelegationId id{};         ///< For delegation_end().
  OrgId org_id{};            ///< In this unit.
  PersonId grantor_id{};     ///< Whose right it is.
  PersonId delegate_id{};    ///< Who may use it.
  std::string permission{};  ///< "account.issue_activation".
  std::string scope{};       ///< The entry: "estab".
  Date valid_from{};         ///< First day.
  Date valid_to{};           ///< First day on which it no longer holds.
  std::string reason{};      ///< As the grantor gave it.
};

/// Input of delegate().
struct Delegate {
  OrgId org_id{};                    ///< In this unit, where both work.
  PersonId delegate_id{};            ///< Who may use the right.
  std::string permission{};          ///< Name in the matrix; not C4.
  std::string scope{};               ///< An entry that the grantor has there: "estab", "taught", "main", "net", "acad", "commune".
  Date valid_to{};                   ///< First day on which it no longer holds: at most 370 days after the first.
  std::string reason{};              ///< 1 to 500 characters, kept for the audit.
  std::optional<Date> valid_from{};  ///< Default: today.
};

/// Hands a right on to a colleague, until a date. It reaches no more than the grantor does at each instant,
/// and can't be handed on again.
///
/// Permission: access.delegate on the unit; the grantor is its author.
/// Errors: invalid_argument (rights.unknown_permission, rights.beyond_ceiling, rights.not_held, rights.ends_before,
/// rights.too_long, text.too_short, text.too_long), not_found (person.not_found). Since 0.1.
Result<Delegation> delegate(Session& session, const Delegate& input, const CallOptions& options = {});

/// Input of delegation_end().
struct DelegationEnd {
  DelegationId id{};              ///< The delegation.
  std::optional<Date> ends_on{};  ///< First day on which it no longer holds; default: today.
};

/// Ends a delegation.
///
/// Permission: access.delegate on its unit, or as its grantor. Errors: invalid_argument (rights.ends_before),
/// not_found (rights.delegation_not_found). Since 0.1.
Result<Done> delegation_end(Session& session, const DelegationEnd& input, const CallOptions& options = {});

}  // namespace ent::rights
