#include "group/schema.hpp"

namespace ent::group {

// A group belongs to one unit and one school year; whoever comes and goes does so by dated rows. The
// level stands with the pupil's row in the division, so a class of several levels is nothing special; how the pupil lives
// at school (group::Regime) stands there too, and a change of either ends the row and begins another.
// `group_division` says out of which divisions a teaching group is drawn, known before its pupils are; `group_part` names
// parts of the pupils of a group, likewise: groups of a unit and year that name one part have pupils in common.
const char* const schema = R"(
CREATE TABLE school_group (
  org INT NOT NULL, grp INT NOT NULL, kind INT NOT NULL, school_year INT NOT NULL, code TEXT NOT NULL,
  name TEXT NOT NULL, folded_name TEXT NOT NULL, author INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL,
  source TEXT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, grp)
) BY_ORG;
CREATE UNIQUE INDEX school_group_code ON school_group (org, school_year, kind, code);
CREATE INDEX school_group_author ON school_group (author, org);

CREATE TABLE group_division (
  org INT NOT NULL, grp INT NOT NULL, division INT NOT NULL,
  PRIMARY KEY (org, grp, division)
) BY_ORG;
CREATE INDEX group_division_division ON group_division (org, division, grp);

CREATE TABLE group_part (
  org INT NOT NULL, grp INT NOT NULL, part TEXT NOT NULL,
  PRIMARY KEY (org, grp, part)
) BY_ORG;

CREATE TABLE group_level (
  org INT NOT NULL, grp INT NOT NULL, level TEXT NOT NULL,
  PRIMARY KEY (org, grp, level)
) BY_ORG;

CREATE TABLE group_member (
  org INT NOT NULL, grp INT NOT NULL, member INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, level TEXT,
  regime INT, source TEXT NOT NULL,
  PRIMARY KEY (org, grp, member, valid_from)
) BY_ORG;
CREATE INDEX group_member_member ON group_member (org, member, valid_to, grp);

CREATE TABLE group_role (
  org INT NOT NULL, grp INT NOT NULL, member INT NOT NULL, role INT NOT NULL, valid_from INT NOT NULL,
  valid_to INT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (org, grp, member, role, valid_from)
) BY_ORG;
CREATE INDEX group_role_member ON group_role (org, member, valid_to, grp);

CREATE TABLE service (
  org INT NOT NULL, service INT NOT NULL, grp INT NOT NULL, member INT NOT NULL, subject TEXT NOT NULL,
  kind INT NOT NULL, replaces INT NOT NULL, valid_from INT NOT NULL, valid_to INT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (org, service)
) BY_ORG;
CREATE INDEX service_member ON service (org, member, valid_to, grp);
CREATE INDEX service_group ON service (org, grp, valid_to);

CREATE TABLE group_reference (
  org INT NOT NULL, feed TEXT NOT NULL, key TEXT NOT NULL, grp INT NOT NULL,
  PRIMARY KEY (org, feed, key)
) BY_ORG;
CREATE INDEX group_reference_group ON group_reference (org, grp);
)";

// How a service is taught; empty: not said.
const char* const modality_schema = "ALTER TABLE service ADD COLUMN modality TEXT NOT NULL DEFAULT '';";

}  // namespace ent::group
