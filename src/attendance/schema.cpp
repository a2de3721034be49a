#include "attendance/schema.hpp"

#include "person/of_member.hpp"

namespace ent::attendance {

// Times are civil minutes since 1970-01-01. An entry is read by pupil from a time on, so its end is in the key. `day` is its
// day, or less its last day when it has several: whatever touches a day is then found in two short ranges. A register of a
// half-day has grp and half, one of a lesson has lesson; who is not in a register was there. How an entry stood before
// each change is in attendance_former. `accepted` says that its reason was legitimate when it was given.
const char* const schema = R"(
CREATE TABLE attendance_reason (
  org INT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, uses INT NOT NULL,
  PRIMARY KEY (org, code)
) BY_ORG;

CREATE TABLE attendance_register (
  org INT NOT NULL, day INT NOT NULL, lesson INT NOT NULL, grp INT NOT NULL, half INT NOT NULL, called INT NOT NULL,
  absent INT NOT NULL, author INT NOT NULL, taken_at INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, day, lesson, grp, half)
) BY_ORG;
CREATE INDEX attendance_register_lesson ON attendance_register (org, lesson);

CREATE TABLE attendance_entry (
  org INT NOT NULL, member INT NOT NULL, ends INT NOT NULL, entry INT NOT NULL, begins INT NOT NULL, day INT NOT NULL,
  lesson INT NOT NULL, grp INT NOT NULL, half INT NOT NULL, kind INT NOT NULL, reason TEXT NOT NULL, accepted INT NOT NULL,
  settled INT NOT NULL, comment TEXT NOT NULL, withdrawn INT NOT NULL, author INT NOT NULL, written_at INT NOT NULL,
  revision INT NOT NULL,
  PRIMARY KEY (org, member, ends, entry)
) BY_ORG;
CREATE UNIQUE INDEX attendance_entry_number ON attendance_entry (org, entry);
CREATE INDEX attendance_entry_day ON attendance_entry (org, day, lesson, grp, half);

CREATE TABLE attendance_former (
  org INT NOT NULL, entry INT NOT NULL, revision INT NOT NULL, ends INT NOT NULL, begins INT NOT NULL, lesson INT NOT NULL,
  grp INT NOT NULL, half INT NOT NULL, kind INT NOT NULL, reason TEXT NOT NULL, accepted INT NOT NULL,
  settled INT NOT NULL, comment TEXT NOT NULL, withdrawn INT NOT NULL, author INT NOT NULL, written_at INT NOT NULL,
  PRIMARY KEY (org, entry, revision)
) BY_ORG;

CREATE TABLE attendance_justification (
  org INT NOT NULL, member INT NOT NULL, ends INT NOT NULL, justification INT NOT NULL, begins INT NOT NULL,
  reason TEXT NOT NULL, text TEXT NOT NULL, author INT NOT NULL, written_at INT NOT NULL, decision INT NOT NULL,
  answer TEXT NOT NULL, decided_at INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, member, ends, justification)
) BY_ORG;
CREATE UNIQUE INDEX attendance_justification_number ON attendance_justification (org, justification);
CREATE INDEX attendance_justification_decision ON attendance_justification (org, decision, ends);

CREATE TABLE attendance_decision (
  org INT NOT NULL, justification INT NOT NULL, revision INT NOT NULL, decision INT NOT NULL, answer TEXT NOT NULL,
  author INT NOT NULL, decided_at INT NOT NULL,
  PRIMARY KEY (org, justification, revision)
) BY_ORG;
)";

// How a unit counts, and its rules of alert in their order. Where `days` is 0 the window is a month of the calendar.
const char* const policy_schema = R"(
CREATE TABLE attendance_policy (
  org INT NOT NULL, midday INT NOT NULL, tolerance INT NOT NULL, lateness_below INT NOT NULL, by_part INT NOT NULL,
  PRIMARY KEY (org)
) BY_ORG;

CREATE TABLE attendance_alert (
  org INT NOT NULL, place INT NOT NULL, half_days INT NOT NULL, days INT NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (org, place)
) BY_ORG;
)";

// What each guardian was told last of an entry: that it stands so. Who was told since that it is an error has no row.
const char* const told_schema = R"(
CREATE TABLE attendance_told (
  org INT NOT NULL, entry INT NOT NULL, adult INT NOT NULL, kind INT NOT NULL, begins INT NOT NULL, ends INT NOT NULL,
  PRIMARY KEY (org, entry, adult)
) BY_ORG;
CREATE INDEX attendance_told_adult ON attendance_told (adult);
)";

namespace {

constexpr store::Invariant rules[] = {
    {"attendance_register: it has a group or a lesson",
     {"SELECT count(*) FROM attendance_register WHERE (grp = 0) = (lesson = 0) -- scans: a check reads all"}},
    {"attendance_register: no more are absent than were called",
     {"SELECT count(*) FROM attendance_register WHERE absent > called -- scans: a check reads all"}},
    {"attendance_entry: its pupil is there", {"SELECT count(*) FROM attendance_entry x " ENT_WITHOUT_MEMBER("member")}},
    {"attendance_entry: it ends after it begins",
     {"SELECT count(*) FROM attendance_entry WHERE ends <= begins -- scans: a check reads all"}},
    {"attendance_former: its entry is there",
     {"SELECT count(*) FROM attendance_former x WHERE NOT EXISTS (SELECT 1 FROM attendance_entry y WHERE y.org = x.org "
     "AND y.entry = x.entry AND y.revision > x.revision) -- scans: a check reads all"}},
    {"attendance_told: its entry is there",
     {"SELECT count(*) FROM attendance_told x WHERE NOT EXISTS (SELECT 1 FROM attendance_entry y WHERE y.org = x.org "
     "AND y.entry = x.entry) -- scans: a check reads all"}},
    {"attendance_justification: its pupil is there",
     {"SELECT count(*) FROM attendance_justification x " ENT_WITHOUT_MEMBER("member")}},
    {"attendance_decision: its justification is there",
     {"SELECT count(*) FROM attendance_decision x WHERE NOT EXISTS (SELECT 1 FROM attendance_justification y "
     "WHERE y.org = x.org AND y.justification = x.justification) -- scans: a check reads all"}},
    {"attendance_alert: its policy is there",
     {"SELECT count(*) FROM attendance_alert x WHERE NOT EXISTS (SELECT 1 FROM attendance_policy y WHERE y.org = x.org) "
     "-- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::attendance
