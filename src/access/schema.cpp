#include "access/schema.hpp"

namespace ent::access {

const char* const schema = R"(
CREATE TABLE org_epoch (
  org INT NOT NULL, epoch INT NOT NULL,
  PRIMARY KEY (org)
) BY_ORG;
)";

}  // namespace ent::access
