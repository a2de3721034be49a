#include "homework/schema.hpp"

namespace ent::homework {

// `author` is a member. Lessons are LessonId::number, 0 for none; `due` is then the day for which the lesson was planned when it
// was named, and where it stands now is asked of the timetable: at most a week away, unless the lesson was moved. `named`: only
// for those in homework_pupil. A row of homework_done is a tick.
const char* const schema = R"(
CREATE TABLE homework (
  org INT NOT NULL, homework INT NOT NULL, grp INT NOT NULL, subject TEXT NOT NULL, author INT NOT NULL, set_on INT NOT NULL,
  due INT NOT NULL, given_lesson INT NOT NULL, due_lesson INT NOT NULL, text TEXT NOT NULL, minutes INT NOT NULL,
  named INT NOT NULL, state INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, homework)
) BY_ORG;
CREATE INDEX homework_group ON homework (org, grp, due);
CREATE INDEX homework_author ON homework (org, author, due);
CREATE INDEX homework_lesson ON homework (org, due_lesson, grp);

CREATE TABLE homework_pupil (
  org INT NOT NULL, homework INT NOT NULL, member INT NOT NULL,
  PRIMARY KEY (org, homework, member)
) BY_ORG;
CREATE INDEX homework_pupil_member ON homework_pupil (org, member, homework);

CREATE TABLE homework_done (
  org INT NOT NULL, member INT NOT NULL, homework INT NOT NULL,
  PRIMARY KEY (org, member, homework)
) BY_ORG;
)";

namespace {

constexpr store::Invariant rules[] = {
    {"homework: its group is there",
     {"SELECT count(*) FROM homework x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org AND y.grp = x.grp) "
     "-- scans: a check reads all"}},
    {"homework: its author is there",
     {"SELECT count(*) FROM homework x WHERE NOT EXISTS (SELECT 1 FROM member y WHERE y.org = x.org "
     "AND y.member = x.author) -- scans: a check reads all"}},
    {"homework_pupil: its homework is there, and for some pupils",
     {"SELECT count(*) FROM homework_pupil x WHERE NOT EXISTS (SELECT 1 FROM homework y WHERE y.org = x.org "
     "AND y.homework = x.homework AND y.named = 1) -- scans: a check reads all"}},
    {"homework_done: its homework is there",
     {"SELECT count(*) FROM homework_done x WHERE NOT EXISTS (SELECT 1 FROM homework y WHERE y.org = x.org "
     "AND y.homework = x.homework) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::homework
