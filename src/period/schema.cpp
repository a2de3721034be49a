#include "period/schema.hpp"

namespace ent::period {

// A school year may be divided in several ways, each under a code; a level and a division go by one of them. A period
// keeps its number when its dates move, since marks and report cards name it.
const char* const schema = R"(
CREATE TABLE grading_period (
  org INT NOT NULL, period INT NOT NULL, school_year INT NOT NULL, code TEXT NOT NULL, number INT NOT NULL,
  name TEXT NOT NULL, first_day INT NOT NULL, last_day INT NOT NULL,
  PRIMARY KEY (org, period)
) BY_ORG;
CREATE UNIQUE INDEX grading_period_place ON grading_period (org, school_year, code, number);

CREATE TABLE period_level (
  org INT NOT NULL, school_year INT NOT NULL, level TEXT NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (org, school_year, level)
) BY_ORG;

CREATE TABLE period_division (
  org INT NOT NULL, school_year INT NOT NULL, grp INT NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (org, school_year, grp)
) BY_ORG;
)";

// While a period is here for a group, its days stand, and so does that the group goes by it. The grade book says when: its states
// rest on periods, and periods know nothing of them.
const char* const held_schema = R"(
CREATE TABLE period_held (
  org INT NOT NULL, school_year INT NOT NULL, period INT NOT NULL, grp INT NOT NULL,
  PRIMARY KEY (org, school_year, period, grp)
) BY_ORG;
INSERT INTO period_held SELECT s.org, s.school_year, s.period, s.grp FROM period_state s JOIN grading_period p
ON p.org = s.org AND p.period = s.period WHERE s.standing = 1 AND s.state <> 1;
)";

// A period that is here for a group is not dropped: what is said of it would be lost. The grade book says when, as above.
const char* const kept_schema = R"(
CREATE TABLE period_kept (
  org INT NOT NULL, school_year INT NOT NULL, period INT NOT NULL, grp INT NOT NULL,
  PRIMARY KEY (org, school_year, period, grp)
) BY_ORG;
INSERT INTO period_kept SELECT DISTINCT a.org, p.school_year, a.period, a.grp FROM mark_adjustment a JOIN grading_period p
ON p.org = a.org AND p.period = a.period;
)";

// What the averages of a period weigh in those of the year, in millionths.
const char* const coefficient_schema = "ALTER TABLE grading_period ADD COLUMN coefficient INT NOT NULL DEFAULT 1000000;";

namespace {

constexpr store::Invariant rules[] = {
    {"grading_period: it does not end before it begins",
     {"SELECT count(*) FROM grading_period WHERE last_day < first_day -- scans: a check reads all"}},
    {"period_held: its period is there",
     {"SELECT count(*) FROM period_held x WHERE NOT EXISTS (SELECT 1 FROM grading_period y WHERE y.org = x.org "
     "AND y.period = x.period) -- scans: a check reads all"}},
    {"period_kept: its period is there",
     {"SELECT count(*) FROM period_kept x WHERE NOT EXISTS (SELECT 1 FROM grading_period y WHERE y.org = x.org "
     "AND y.period = x.period) -- scans: a check reads all"}},
    {"period_division: its division is there",
     {"SELECT count(*) FROM period_division x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org "
     "AND y.grp = x.grp) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::period
