#include "school_year/schema.hpp"

namespace ent::school_year {

// What the opening of a year made; what it ended is kept by the groups themselves, in `group_ended`, until it is confirmed.
const char* const schema = R"(
CREATE TABLE year_opening (
  org INT NOT NULL, school_year INT NOT NULL, first_day INT NOT NULL, confirmed INT NOT NULL,
  PRIMARY KEY (org, school_year)
) BY_ORG;

CREATE TABLE year_opening_division (
  org INT NOT NULL, school_year INT NOT NULL, grp INT NOT NULL,
  PRIMARY KEY (org, school_year, grp)
) BY_ORG;

CREATE TABLE group_ended (
  org INT NOT NULL, school_year INT NOT NULL, kind INT NOT NULL, number INT NOT NULL, member INT NOT NULL,
  role INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL,
  PRIMARY KEY (org, school_year, kind, number, member, role, valid_from)
) BY_ORG;
)";

}  // namespace ent::school_year
