/// The rows of the group domain that no other domain needs.
#pragma once

#include <optional>
#include <vector>

#include "base/cursor.hpp"
#include "group/functions.hpp"
#include "person/visible.hpp"

namespace ent::group::rows {

bool exists(unit::Unit& unit, GroupId id);
bool code_taken(unit::Unit& unit, const View& group);
/// How many of these groups are divisions of the unit.
std::size_t count_divisions(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups);
void update(unit::WriteUnit& unit, const unit::Granted& granted, const View& before, const View& after);
/// Up to `limit` + 1 of the visible groups of a unit, by name.
std::vector<View> list(unit::Unit& unit, const access::VisibleGroups& visible, const List& input, const base::Place& start);

/// Puts members into a group until they come again or the period ends, but those who are in it on its first day.
void add_members(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::span<const std::int64_t> members,
                 const std::optional<std::string>& level, const unit::Period& period);
/// Keeps members in a group, who were in it on some day of the period, until they come again or the period ends.
void lengthen_stays(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::span<const std::int64_t> members,
                    const unit::Period& period);
void remove_members(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::span<const std::int64_t> members,
                    Date end);
/// Ends the stays of pupils in the other divisions of the year, and in this one on another level.
void leave_divisions(unit::WriteUnit& unit, const unit::Granted& granted, const View& division,
                     std::span<const std::int64_t> pupils, const std::optional<std::string>& level, Date end);
/// Whether each of these members is in a division of the unit on a day.
bool all_in_divisions(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date at);
/// Says how these members live at school from a day on, by their stays in divisions.
void put_regime(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> members,
                Regime regime, Date from);
/// Ends what hangs on a group: stays, roles, services.
void close(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, Date end);
/// Lets what ended with a group, whose end was `end`, go on until a later one: but for who has left the unit or, of a division, has another.
void prolong(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, Date end, Date later);
std::vector<Member> members(unit::Unit& unit, const person::Seen& seen, GroupId id);
std::vector<Membership> memberships(unit::Unit& unit, const access::VisibleGroups& visible, OrgId org, std::int64_t member,
                                    bool with_manual);
bool is_member(unit::Unit& unit, GroupId id, std::int64_t member, const unit::Period& period);

bool has_role(unit::Unit& unit, GroupId id, std::int64_t member, Role role, const unit::Period& period);
void end_role(unit::WriteUnit& unit, const unit::Granted& granted, GroupId id, std::int64_t member, Role role, Date end);
std::vector<RoleView> roles(unit::Unit& unit, const person::Seen& seen, GroupId id);

bool teaches(unit::Unit& unit, OrgId org, const ServiceRow& service);
void end_service(unit::WriteUnit& unit, const unit::Granted& granted, ServiceId id, Date end);
std::vector<Service> services(unit::Unit& unit, const access::VisibleGroups& visible, OrgId org, std::int64_t group,
                              std::int64_t teacher);
std::vector<Teacher> team(unit::Unit& unit, GroupId id);

}  // namespace ent::group::rows
