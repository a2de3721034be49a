#include "timetable/schema.hpp"

#include "person/of_member.hpp"

namespace ent::timetable {

// A slot has a row for each of its states; what it was before a change stays. Its weeks count from `origin`, so that
// its lessons, which are never stored, keep their ids. Parts are groups (1), rooms (3) and, of lessons, services that a
// substitution opened (4); who teaches stands apart, since people may be merged: each in the order in which a week of one
// of them is read. What is said of a lesson is added, never changed: the last row tells all
// that differs from the slot. `slot_reference` keeps under which key a feed brought a slot, and a hash of what it said of it.
const char* const schema = R"(
CREATE TABLE slot (
  org INT NOT NULL, slot INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, origin INT NOT NULL,
  school_year INT NOT NULL, weekday INT NOT NULL, begins INT NOT NULL, ends INT NOT NULL, kind INT NOT NULL,
  subject TEXT NOT NULL, label TEXT NOT NULL, alternance TEXT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, slot, valid_from)
) BY_ORG;
CREATE INDEX slot_end ON slot (org, valid_to, slot);

CREATE TABLE slot_part (
  org INT NOT NULL, role INT NOT NULL, part INT NOT NULL, school_year INT NOT NULL, slot INT NOT NULL,
  valid_from INT NOT NULL,
  PRIMARY KEY (org, role, part, school_year, slot, valid_from)
) BY_ORG;
CREATE INDEX slot_part_slot ON slot_part (org, slot, valid_from, role, part);

CREATE TABLE slot_teacher (
  org INT NOT NULL, member INT NOT NULL, school_year INT NOT NULL, slot INT NOT NULL, valid_from INT NOT NULL,
  PRIMARY KEY (org, member, school_year, slot, valid_from)
) BY_ORG;
CREATE INDEX slot_teacher_slot ON slot_teacher (org, slot, valid_from, member);

CREATE TABLE slot_reference (
  org INT NOT NULL, feed TEXT NOT NULL, key TEXT NOT NULL, slot INT NOT NULL, said INT NOT NULL,
  PRIMARY KEY (org, feed, key)
) BY_ORG;

CREATE TABLE lesson_change (
  org INT NOT NULL, slot INT NOT NULL, week INT NOT NULL, number INT NOT NULL, kind INT NOT NULL, planned INT NOT NULL,
  cancelled INT NOT NULL, moved_to INT, begins INT, ends INT, subject TEXT, teachers INT NOT NULL, rooms INT NOT NULL,
  reason TEXT NOT NULL, author INT NOT NULL, made_at INT NOT NULL,
  PRIMARY KEY (org, slot, week, number)
) BY_ORG;
CREATE INDEX lesson_change_moved ON lesson_change (org, moved_to, slot);

CREATE TABLE lesson_part (
  org INT NOT NULL, role INT NOT NULL, part INT NOT NULL, day INT NOT NULL, slot INT NOT NULL, week INT NOT NULL,
  number INT NOT NULL,
  PRIMARY KEY (org, role, part, day, slot, week, number)
) BY_ORG;
CREATE INDEX lesson_part_slot ON lesson_part (org, slot, week, number);

CREATE TABLE lesson_teacher (
  org INT NOT NULL, member INT NOT NULL, day INT NOT NULL, slot INT NOT NULL, week INT NOT NULL, number INT NOT NULL,
  PRIMARY KEY (org, member, day, slot, week, number)
) BY_ORG;
CREATE INDEX lesson_teacher_slot ON lesson_teacher (org, slot, week, number, member);
)";

namespace {

constexpr store::Invariant rules[] = {
    {"slot: its unit is there",
     {"SELECT count(*) FROM slot x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.org) "
     "-- scans: a check reads all"}},
    {"slot: it ends after it begins", {"SELECT count(*) FROM slot WHERE ends <= begins -- scans: a check reads all"}},
    {"slot_part: its slot is there",
     {"SELECT count(*) FROM slot_part x WHERE NOT EXISTS (SELECT 1 FROM slot y WHERE y.org = x.org AND y.slot = x.slot "
     "AND y.valid_from = x.valid_from) -- scans: a check reads all"}},
    {"slot_reference: its slot is there",
     {"SELECT count(*) FROM slot_reference x WHERE NOT EXISTS (SELECT 1 FROM slot y WHERE y.org = x.org AND y.slot = x.slot) "
     "-- scans: a check reads all"}},
    {"lesson_change: its slot is there",
     {"SELECT count(*) FROM lesson_change x WHERE NOT EXISTS (SELECT 1 FROM slot y WHERE y.org = x.org "
     "AND y.slot = x.slot) -- scans: a check reads all"}},
    {"lesson_part: its change is there",
     {"SELECT count(*) FROM lesson_part x WHERE NOT EXISTS (SELECT 1 FROM lesson_change y WHERE y.org = x.org "
     "AND y.slot = x.slot AND y.week = x.week AND y.number = x.number) -- scans: a check reads all"}},
    {"slot_teacher: its slot is there",
     {"SELECT count(*) FROM slot_teacher x WHERE NOT EXISTS (SELECT 1 FROM slot y WHERE y.org = x.org AND y.slot = x.slot "
     "AND y.valid_from = x.valid_from) -- scans: a check reads all"}},
    {"slot_teacher: its member is there",
     {"SELECT count(*) FROM slot_teacher x " ENT_WITHOUT_MEMBER("member")}},
    {"lesson_teacher: its change is there",
     {"SELECT count(*) FROM lesson_teacher x WHERE NOT EXISTS (SELECT 1 FROM lesson_change y WHERE y.org = x.org "
     "AND y.slot = x.slot AND y.week = x.week AND y.number = x.number) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::timetable
