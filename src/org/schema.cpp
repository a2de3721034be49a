#include "org/schema.hpp"

namespace ent::org {

// One row for each state of a unit: what it was before a change stays. A reference is the key under which
// a feed knows the unit; keys of feeds are unique within their feed only. `said` is a hash of what the feed said
// of it last, `marked_on` since when it says nothing.
const char* const schema = R"(
CREATE TABLE org_unit (
  org INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, kind INT NOT NULL, code TEXT NOT NULL,
  name TEXT NOT NULL, folded_name TEXT NOT NULL, degree INT, nature_code TEXT, revision INT NOT NULL,
  PRIMARY KEY (org, valid_from)
) BY_ORG;
CREATE INDEX org_unit_code ON org_unit (kind, code);

CREATE TABLE org_link (
  child INT NOT NULL, parent INT NOT NULL, relation INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL,
  PRIMARY KEY (child, relation, parent, valid_from)
) WHOLE;
CREATE INDEX org_link_parent ON org_link (parent, relation, child);

CREATE TABLE org_reference (
  feed TEXT NOT NULL, key TEXT NOT NULL, org INT NOT NULL, said INT, marked_on INT,
  PRIMARY KEY (feed, key)
) WHOLE;
CREATE INDEX org_reference_org ON org_reference (org);
)";

}  // namespace ent::org
