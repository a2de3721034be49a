#include "calendar/schema.hpp"

namespace ent::calendar {

// Published calendars belong to the portal. All else is said by a unit and holds for those below it that do not
// say otherwise; opening hours have dates, so that what counted as a half-day last year still does.
const char* const schema = R"(
CREATE TABLE holiday (
  calendar TEXT NOT NULL, school_year INT NOT NULL, valid_from INT NOT NULL, number INT NOT NULL, valid_to INT NOT NULL,
  kind INT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (calendar, school_year, valid_from, number)
) WHOLE;

CREATE TABLE calendar_followed (
  org INT NOT NULL, number INT NOT NULL, calendar TEXT NOT NULL,
  PRIMARY KEY (org, number)
) BY_ORG;

CREATE TABLE calendar_zone (
  org INT NOT NULL, timezone TEXT NOT NULL,
  PRIMARY KEY (org)
) BY_ORG;

CREATE TABLE school_year (
  org INT NOT NULL, school_year INT NOT NULL, first_day INT NOT NULL, last_day INT NOT NULL,
  PRIMARY KEY (org, school_year)
) BY_ORG;

CREATE TABLE closure (
  org INT NOT NULL, closure INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, half_day INT, name TEXT NOT NULL,
  PRIMARY KEY (org, closure)
) BY_ORG;
CREATE INDEX closure_day ON closure (org, valid_to);

CREATE TABLE opening_week (
  org INT NOT NULL, valid_from INT NOT NULL,
  PRIMARY KEY (org, valid_from)
) BY_ORG;

CREATE TABLE opening_hours (
  org INT NOT NULL, valid_from INT NOT NULL, weekday INT NOT NULL, half_day INT NOT NULL, opens INT NOT NULL,
  closes INT NOT NULL,
  PRIMARY KEY (org, valid_from, weekday, half_day)
) BY_ORG;

CREATE TABLE alternance (
  org INT NOT NULL, school_year INT NOT NULL, code TEXT NOT NULL, monday INT NOT NULL,
  PRIMARY KEY (org, school_year, code, monday)
) BY_ORG;

CREATE TABLE bell_grid (
  org INT NOT NULL, code TEXT NOT NULL, valid_from INT NOT NULL,
  PRIMARY KEY (org, code, valid_from)
) BY_ORG;

CREATE TABLE bell (
  org INT NOT NULL, code TEXT NOT NULL, valid_from INT NOT NULL, number INT NOT NULL, begins INT NOT NULL, ends INT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (org, code, valid_from, number)
) BY_ORG;
)";

// The month of calendar::YearTurn; none: as the units above. A unit that says this alone has no name of a time zone.
const char* const turn_schema = "ALTER TABLE calendar_zone ADD COLUMN turn INT;";

namespace {

constexpr store::Invariant rules[] = {
    {"closure: it does not end before it begins",
     {"SELECT count(*) FROM closure WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"opening_hours: its week is there",
     {"SELECT count(*) FROM opening_hours x WHERE NOT EXISTS (SELECT 1 FROM opening_week y WHERE y.org = x.org "
     "AND y.valid_from = x.valid_from) -- scans: a check reads all"}},
    {"opening_hours: it closes after it opens",
     {"SELECT count(*) FROM opening_hours WHERE closes <= opens -- scans: a check reads all"}},
    {"bell: its grid is there",
     {"SELECT count(*) FROM bell x WHERE NOT EXISTS (SELECT 1 FROM bell_grid y WHERE y.org = x.org AND y.code = x.code "
     "AND y.valid_from = x.valid_from) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::calendar
