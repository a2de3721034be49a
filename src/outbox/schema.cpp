#include "outbox/schema.hpp"

namespace ent::outbox {

// `due_at` is when a delivery may be taken: while somebody holds it, when the lease ends; `parked_until` of
// rules.hpp when it is not to be taken any more. `lease` is the number of who holds it, 0 for nobody.
const char* const schema = R"(
ALTER TABLE delivery ADD COLUMN lane TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN lease INT NOT NULL DEFAULT 0;
DROP INDEX delivery_due;
CREATE INDEX delivery_due ON delivery (due_at, seq);
CREATE INDEX delivery_lane ON delivery (lane, seq) WHERE lane <> '';
)";

}  // namespace ent::outbox
