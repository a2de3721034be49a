#include "account/schema.hpp"

namespace ent::account {

// An account is a person's; `org` is the unit that made it, whose alarm its failed sign-ins ring. Instants
// are microseconds since 1970, and 0 stands for never where a statement compares them.
//
// No secret is here: of passwords and codes there are slow hashes, of tokens digests. `account_tries` goes by
// keyed digests of logins, so it looks the same for logins that exist and for those that do not.
const char* const schema = R"(
CREATE TABLE account (
  account INT NOT NULL, person INT NOT NULL, org INT NOT NULL, login TEXT NOT NULL, state INT NOT NULL,
  password TEXT, epoch INT NOT NULL, created_at INT NOT NULL, activated_at INT, hold_until INT, revision INT NOT NULL,
  PRIMARY KEY (account)
) WHOLE;
CREATE UNIQUE INDEX account_person ON account (person);

CREATE TABLE account_login (
  login TEXT NOT NULL, account INT NOT NULL,
  PRIMARY KEY (login)
) WHOLE;

CREATE TABLE account_code (
  account INT NOT NULL, purpose INT NOT NULL, number INT NOT NULL, hash TEXT NOT NULL, opens_at INT NOT NULL,
  expires_at INT NOT NULL, tries INT NOT NULL, issuer INT NOT NULL,
  PRIMARY KEY (account, purpose)
) WHOLE;

CREATE TABLE account_session (
  account INT NOT NULL, session INT NOT NULL, name BYTES NOT NULL, secret BYTES NOT NULL, kind INT NOT NULL,
  profile INT NOT NULL, device INT NOT NULL, epoch INT NOT NULL, created_at INT NOT NULL, seen_at INT NOT NULL,
  idle_at INT NOT NULL, ends_at INT NOT NULL, ended_at INT NOT NULL, step_up_at INT NOT NULL,
  reader_account INT NOT NULL, reader INT NOT NULL, reader_epoch INT NOT NULL,
  PRIMARY KEY (account, session)
) WHOLE;
CREATE UNIQUE INDEX account_session_name ON account_session (name);
CREATE INDEX account_session_ends ON account_session (ends_at);

CREATE TABLE account_device (
  account INT NOT NULL, device INT NOT NULL, secret BYTES NOT NULL, name TEXT NOT NULL, first_seen_at INT NOT NULL,
  seen_at INT NOT NULL,
  PRIMARY KEY (account, device)
) WHOLE;

CREATE TABLE account_tries (
  name BYTES NOT NULL, count INT NOT NULL, last INT NOT NULL,
  PRIMARY KEY (name)
) WHOLE;
CREATE INDEX account_tries_last ON account_tries (last);

CREATE TABLE account_source (
  name BYTES NOT NULL, empty_at INT NOT NULL,
  PRIMARY KEY (name)
) WHOLE;
CREATE INDEX account_source_empty ON account_source (empty_at);

CREATE TABLE account_alarm (
  org INT NOT NULL, empty_at INT NOT NULL,
  PRIMARY KEY (org)
) BY_ORG;

CREATE TABLE account_identity (
  issuer TEXT NOT NULL, subject TEXT NOT NULL, account INT NOT NULL, linked_at INT NOT NULL,
  PRIMARY KEY (issuer, subject)
) WHOLE;
CREATE INDEX account_identity_account ON account_identity (account);

CREATE TABLE account_service (
  org INT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, attributes INT NOT NULL, profiles INT NOT NULL,
  PRIMARY KEY (org, code)
) BY_ORG;

CREATE TABLE account_key (
  purpose INT NOT NULL, value BYTES NOT NULL,
  PRIMARY KEY (purpose)
) WHOLE;
)";

}  // namespace ent::account
