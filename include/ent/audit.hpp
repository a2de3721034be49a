/// What was done with whose data, and what has changed: the audit and the change feed.
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

namespace ent::audit {

/// One call that left a trace: each write, each refusal, and the reads that the permission matrix marks.
struct Entry {
  std::int64_t number = 0;                   ///< In the order of writing; gaps are no loss.
  Instant at{};                              ///< When, by the portal's clock.
  OrgId org_id{};                            ///< Where; no id: in the portal as a whole.
  std::optional<PersonId> person_id{};       ///< Who; none: the host itself.
  Profile profile = Profile::guest;          ///< Under which profile.
  std::optional<PersonId> impersonator_id{};  ///< Who acted in this person's place.
  std::string operation{};                   ///< "org.change".
  std::string permission{};                  ///< "org.manage".
  std::optional<PersonId> subject_id{};      ///< Whose data it was.
  bool allowed = true;                       ///< False: it was refused.
  std::string reason{};                      ///< Why it was refused: a code of docs/permissions.md.
};

/// Input of list().
struct List {
  OrgId org_id{};                       ///< In this unit.
  std::optional<PersonId> subject_id{};  ///< Only what was done with the data of this person.
  std::int32_t limit = 50;              ///< At most so many: 1 to 500.
  std::optional<std::string> after{};   ///< The `next` of the page before.
};

/// One page of entries.
struct Page {
  std::vector<Entry> items{};         ///< The latest first.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// The entries of a unit, or those about one person in it.
///
/// Everybody may ask for the entries about themselves.
/// Permission: audit.read on the person, or on the unit without one. Who holds it for technical events only
/// sees no entry about a person.
/// Errors: invalid_argument (field.range, cursor.malformed), not_found (org.not_found), permission_denied
/// (access.denied, access.step_up_needed). Since 0.1.
Result<Page> list(Session& session, const List& input, const CallOptions& options = {});

/// One thing that has changed.
struct Change {
  std::int64_t number = 0;  ///< In the order of writing.
  Instant at{};             ///< When, by the portal's clock.
  OrgId org_id{};           ///< Where; no id: in the portal as a whole.
  std::string event{};      ///< "org.was_changed".
  std::int64_t target = 0;  ///< The public id of what has changed; its kind goes with the event.
};

/// Input of changes().
struct Changes {
  OrgId org_id{};                 ///< In this unit.
  std::int64_t after_number = 0;  ///< The `last_number` of the call before; 0: from the beginning.
  std::int32_t limit = 500;       ///< At most so many: 1 to 500.
};

/// What has changed since.
struct ChangePage {
  std::vector<Change> items{};    ///< The oldest first.
  std::int64_t last_number = 0;   ///< Give it as `after_number` to read on.
};

/// The change feed of a unit, for a host that keeps copies in step. Each change is given at least once.
///
/// Permission: sync.pull on the unit.
/// Errors: invalid_argument (field.range), not_found (org.not_found). Since 0.1.
Result<ChangePage> changes(Session& session, const Changes& input, const CallOptions& options = {});

}  // namespace ent::audit
