#include "access/schema.hpp"

namespace ent::access {

const char* const schema = R"(
CREATE TABLE org_epoch (
  org INT NOT NULL, epoch INT NOT NULL,
  PRIMARY KEY (org)
) BY_ORG;

CREATE TABLE access_override (
  org INT NOT NULL, override INT NOT NULL, profile INT NOT NULL, function INT NOT NULL, permission TEXT NOT NULL,
  scope TEXT NOT NULL, widens INT NOT NULL, locked INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL,
  author INT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (org, override)
) BY_ORG;
CREATE INDEX access_override_profile ON access_override (org, profile);

CREATE TABLE delegation (
  org INT NOT NULL, delegation INT NOT NULL, grantor INT NOT NULL, delegate INT NOT NULL, permission TEXT NOT NULL,
  scope TEXT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (org, delegation)
) BY_ORG;
CREATE INDEX delegation_delegate ON delegation (org, delegate);
)";

}  // namespace ent::access
