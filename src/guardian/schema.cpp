#include "guardian/schema.hpp"

namespace ent::guardian {

// Guardianships are between persons and hold in every unit where the pupil is. Their rights are the bits
// of guardian::Right. A row is never rewritten once its first day is past: it ends, and another begins. A
// restriction (kind 4) names the decision that made it, and the one that lifted it.
// `assignment` names another adult around a pupil, in one unit, by member numbers.
const char* const schema = R"(
CREATE TABLE guardianship (
  pupil INT NOT NULL, adult INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, kind INT NOT NULL,
  rights INT NOT NULL, relationship INT NOT NULL, priority INT NOT NULL, court_ref TEXT, lifted_ref TEXT,
  source TEXT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (pupil, adult, valid_from)
) WHOLE;
CREATE INDEX guardianship_adult ON guardianship (adult, pupil);

CREATE TABLE guardian_closure (
  pupil INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, ground INT NOT NULL,
  PRIMARY KEY (pupil, valid_from)
) WHOLE;

CREATE TABLE assignment (
  org INT NOT NULL, pupil INT NOT NULL, adult INT NOT NULL, kind INT NOT NULL, valid_from INT NOT NULL,
  valid_to INT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (org, pupil, adult, kind, valid_from)
) BY_ORG;
CREATE INDEX assignment_adult ON assignment (org, adult, valid_to, pupil);
)";

}  // namespace ent::guardian
