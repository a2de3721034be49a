#include "unit/schema.hpp"

namespace ent::unit {

const char* const schema = R"(
CREATE TABLE idempotency_key (
  account INT NOT NULL, key TEXT NOT NULL, request BYTES NOT NULL, answer TEXT NOT NULL, at INT NOT NULL,
  PRIMARY KEY (account, key)
) WHOLE;
CREATE INDEX idempotency_key_at ON idempotency_key (at);

CREATE TABLE audit_entry (
  seq LOG_KEY, at INT NOT NULL, org INT NOT NULL, account INT NOT NULL, person INT NOT NULL,
  profile INT NOT NULL, impersonator INT NOT NULL, session INT NOT NULL, operation TEXT NOT NULL,
  permission TEXT NOT NULL, subject INT NOT NULL, target INT NOT NULL, outcome INT NOT NULL, reason TEXT NOT NULL
) LOG;
CREATE INDEX audit_entry_subject ON audit_entry (subject, seq);
CREATE INDEX audit_entry_person ON audit_entry (person, seq);
CREATE INDEX audit_entry_impersonator ON audit_entry (impersonator, seq) WHERE impersonator <> 0;
CREATE INDEX audit_entry_org ON audit_entry (org, seq);

CREATE TABLE change_event (
  seq LOG_KEY, at INT NOT NULL, org INT NOT NULL, event TEXT NOT NULL, target INT NOT NULL
) LOG;
CREATE INDEX change_event_org ON change_event (org, seq);

CREATE TABLE delivery (
  seq LOG_KEY, at INT NOT NULL, org INT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL,
  tries INT NOT NULL, due_at INT NOT NULL
) LOG;
CREATE INDEX delivery_due ON delivery (due_at);
)";

}  // namespace ent::unit
