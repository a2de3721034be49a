#include "person/schema.hpp"

namespace ent::person {

// A person is one human being in the whole portal. `member` gives everybody who has to do with a unit a
// small number there, by which the rows of that unit name them: those with an affiliation, and the
// guardians of its pupils. It is given once and never taken back; whether somebody is there on a date is
// said by affiliation and guardianship.
//
// `member` and `person` are named in the joins of every domain; only this one writes them. A member's sort
// key is the person's, folded family name, tab, folded given name: it stands there twice so that a school's
// people can be listed by name from an index.
//
// 0 stands for none where a column is part of a key: affiliation.function. A source is the feed that
// owns the row, '' for what was entered by hand.
//
// What a feed said of somebody stands with its key as hashes, of all and of how the person is reached: who is
// said to be as before is left alone, and what was put right here stays until the feed says something new.
// `kind` is as what it knows them, `marked_on` since when it no longer does. Both are null for a key that was
// given by hand. `household.fingerprint` is the hash of an address that came from a feed: people at one
// address share the row.
const char* const schema = R"(
CREATE TABLE person (
  person INT NOT NULL, family_name TEXT NOT NULL, given_name TEXT NOT NULL, birth_name TEXT, other_given_names TEXT,
  title INT, sex INT, birth_date INT, sort_key TEXT NOT NULL, source TEXT NOT NULL, merged_into INT, revision INT NOT NULL,
  PRIMARY KEY (person)
) WHOLE;
CREATE INDEX person_birth ON person (birth_date, sort_key);
CREATE INDEX person_name ON person (sort_key);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE person_reference (
  feed TEXT NOT NULL, key TEXT NOT NULL, person INT NOT NULL, kind INT, said INT, said_contact INT, marked_on INT,
  PRIMARY KEY (feed, key)
) WHOLE;
CREATE INDEX person_reference_person ON person_reference (person);
CREATE INDEX person_reference_marked ON person_reference (feed, marked_on) WHERE marked_on IS NOT NULL;

CREATE TABLE person_contact (
  person INT NOT NULL, email TEXT, home_phone TEXT, work_phone TEXT, mobile TEXT, accepts_sms INT NOT NULL,
  shares_address INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (person)
) WHOLE;

CREATE TABLE household (
  household INT NOT NULL, lines TEXT NOT NULL, postal_code TEXT NOT NULL, town TEXT NOT NULL, country TEXT,
  fingerprint INT,
  PRIMARY KEY (household)
) WHOLE;
CREATE INDEX household_fingerprint ON household (fingerprint) WHERE fingerprint IS NOT NULL;

CREATE TABLE residence (
  person INT NOT NULL, household INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL,
  PRIMARY KEY (person, household, valid_from)
) WHOLE;
CREATE INDEX residence_household ON residence (household, person);

CREATE TABLE member (
  org INT NOT NULL, member INT NOT NULL, person INT NOT NULL, sort_key TEXT NOT NULL,
  PRIMARY KEY (org, member)
) BY_ORG;
CREATE UNIQUE INDEX member_person ON member (person, org);
CREATE INDEX member_name ON member (org, sort_key, person);

CREATE TABLE member_word (
  org INT NOT NULL, word TEXT NOT NULL, member INT NOT NULL,
  PRIMARY KEY (org, word, member)
) BY_ORG;

CREATE TABLE affiliation (
  org INT NOT NULL, member INT NOT NULL, profile INT NOT NULL, function INT NOT NULL, valid_from INT NOT NULL,
  valid_to INT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (org, member, profile, function, valid_from)
) BY_ORG;
CREATE INDEX affiliation_profile ON affiliation (org, profile, member);

CREATE TABLE person_merge (
  merge INT NOT NULL, kept INT NOT NULL, merged INT NOT NULL, merged_on INT NOT NULL, undone_on INT,
  PRIMARY KEY (merge)
) WHOLE;
CREATE INDEX person_merge_kept ON person_merge (kept);
CREATE INDEX person_merge_merged ON person_merge (merged);

CREATE TABLE person_merge_member (
  merge INT NOT NULL, org INT NOT NULL, member INT NOT NULL, into_member INT NOT NULL,
  PRIMARY KEY (merge, org)
) WHOLE;

CREATE TABLE person_merge_row (
  merge INT NOT NULL, fact INT NOT NULL, org INT NOT NULL, key1 INT NOT NULL, key2 INT NOT NULL, key3 INT NOT NULL,
  PRIMARY KEY (merge, fact, org, key1, key2, key3)
) WHOLE;
)";

// How both records of a merge were linked to the same person, whose links are one since.
const char* const merged_links_schema = R"(
CREATE TABLE person_merge_link (
  merge INT NOT NULL, pupil INT NOT NULL, adult INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, kind INT NOT NULL,
  rights INT NOT NULL, relationship INT NOT NULL, priority INT NOT NULL, court_ref TEXT, lifted_ref TEXT, source TEXT NOT NULL,
  revision INT NOT NULL,
  PRIMARY KEY (merge, pupil, adult, valid_from)
) WHOLE;
)";

}  // namespace ent::person
