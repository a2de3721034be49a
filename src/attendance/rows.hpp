/// The rows of entries and justifications.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "attendance/entry.hpp"
#include "unit/unit.hpp"

namespace ent::attendance::rows {

std::optional<EntryRow> find_entry(unit::Unit& unit, EntryId id);
/// What stands of a pupil and touches a span, by beginning.
std::vector<EntryRow> entries_of(unit::Unit& unit, OrgId org, std::int64_t member, const Span& span);
/// What stands of a school and touches a span of days, by beginning, then by name.
std::vector<EntryRow> entries_in(unit::Unit& unit, OrgId org, const Span& span);
/// What stands of these pupils and touches a span, without the pupils' cards.
std::vector<EntryRow> entries_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span);
/// What stands of a register.
std::vector<EntryRow> entries_from(unit::Unit& unit, OrgId org, const RegisterKey& key);
/// Of these entries, those that are there.
std::vector<std::int64_t> existing(unit::Unit& unit, OrgId org, std::span<const std::int64_t> entries);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries);
/// Keeps how entries stand, before they change.
void keep_former(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> entries);
/// Writes what may change of entries; keep_former() first.
void update(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries);
/// Says of entries that they are settled, or are not; those that are so already are left alone.
void settle(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> entries,
            bool settled);

/// How an entry stood, with who wrote it, from the first on.
struct VersionRow {
  EntryRow entry{};
  person::Card author{};
};
std::vector<VersionRow> versions(unit::Unit& unit, EntryId id);

std::optional<JustificationRow> find_justification(unit::Unit& unit, JustificationId id);
/// Of a pupil, those that touch a span.
std::vector<JustificationRow> justifications_of(unit::Unit& unit, OrgId org, std::int64_t member, const Span& span);
/// Of these pupils, those that touch a span and on which something is decided.
std::vector<JustificationRow> justifications_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span);
/// Of a school, those that touch a span: on which something is decided, or those that wait.
std::vector<JustificationRow> justifications_in(unit::Unit& unit, OrgId org, const Span& span, bool decided, bool waiting);
void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row,
            std::int64_t author);
void decide(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row);

}  // namespace ent::attendance::rows
