#include "gradebook/schema.hpp"

namespace ent::gradebook {

// Numbers are millionths. The group and the subject of an assessment are those of its service, kept beside it because
// nearly every read goes by them. `mark` is what stands; what stood before is in `mark_before`, by version.
const char* const schema = R"(
CREATE TABLE assessment (
  org INT NOT NULL, assessment INT NOT NULL, service INT NOT NULL, grp INT NOT NULL, subject TEXT NOT NULL,
  name TEXT NOT NULL, day INT NOT NULL, maximum INT NOT NULL, coefficient INT NOT NULL, part INT NOT NULL,
  brought INT NOT NULL, formative INT NOT NULL, pupils_from INT, parents_from INT, removed INT NOT NULL,
  revision INT NOT NULL,
  PRIMARY KEY (org, assessment)
) BY_ORG;
CREATE INDEX assessment_group ON assessment (org, grp, day);

CREATE TABLE mark (
  org INT NOT NULL, assessment INT NOT NULL, member INT NOT NULL, kind INT NOT NULL, value INT NOT NULL, comment TEXT,
  version INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, assessment, member)
) BY_ORG;
CREATE INDEX mark_member ON mark (org, member, assessment);

CREATE TABLE mark_before (
  org INT NOT NULL, assessment INT NOT NULL, member INT NOT NULL, version INT NOT NULL, kind INT NOT NULL,
  value INT NOT NULL, comment TEXT, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, assessment, member, version)
) BY_ORG;
CREATE INDEX mark_before_member ON mark_before (org, member);
)";

}  // namespace ent::gradebook
