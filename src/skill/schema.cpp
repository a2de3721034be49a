#include "skill/schema.hpp"

#include "person/of_member.hpp"

namespace ent::skill {

// `item` is a public id, since referentials are inherited from other units; so is `scale`, of which 0 is the library's own.
// Numbers are millionths. Lists of codes are lines. `skill_level` is what stands; what stood before is
// in `skill_level_before`, by version.
const char* const schema = R"(
CREATE TABLE skill_referential (
  org INT NOT NULL, referential INT NOT NULL, code TEXT NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL,
  cycle INT NOT NULL, share INT, domain_share INT, valid_from INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, referential)
) BY_ORG;
CREATE INDEX skill_referential_code ON skill_referential (org, code, valid_from);

CREATE TABLE skill_node (
  org INT NOT NULL, node INT NOT NULL, referential INT NOT NULL, parent INT NOT NULL, depth INT NOT NULL, kind INT NOT NULL,
  code TEXT NOT NULL, label TEXT NOT NULL, coefficient INT NOT NULL, levels TEXT NOT NULL, counts_for TEXT NOT NULL,
  PRIMARY KEY (org, node)
) BY_ORG;
CREATE INDEX skill_node_referential ON skill_node (org, referential, node);

CREATE TABLE skill_scale (
  org INT NOT NULL, scale INT NOT NULL, valid_from INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, scale)
) BY_ORG;
CREATE INDEX skill_scale_day ON skill_scale (org, valid_from);

CREATE TABLE skill_scale_level (
  org INT NOT NULL, scale INT NOT NULL, level INT NOT NULL, label TEXT NOT NULL, symbol TEXT NOT NULL, value INT NOT NULL,
  colour TEXT,
  PRIMARY KEY (org, scale, level)
) BY_ORG;

CREATE TABLE skill_evaluation (
  org INT NOT NULL, evaluation INT NOT NULL, grp INT NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, day INT NOT NULL,
  assessment INT NOT NULL, scale INT NOT NULL, pupils_from INT, parents_from INT, removed INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, evaluation)
) BY_ORG;
CREATE INDEX skill_evaluation_group ON skill_evaluation (org, grp, day);

CREATE TABLE skill_evaluation_item (
  org INT NOT NULL, evaluation INT NOT NULL, place INT NOT NULL, item INT NOT NULL,
  PRIMARY KEY (org, evaluation, place)
) BY_ORG;

CREATE TABLE skill_level (
  org INT NOT NULL, evaluation INT NOT NULL, item INT NOT NULL, member INT NOT NULL, kind INT NOT NULL, level INT NOT NULL,
  comment TEXT, evidence TEXT, version INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, evaluation, item, member)
) BY_ORG;
CREATE INDEX skill_level_member ON skill_level (org, member, evaluation, item);

CREATE TABLE skill_level_before (
  org INT NOT NULL, evaluation INT NOT NULL, item INT NOT NULL, member INT NOT NULL, version INT NOT NULL, kind INT NOT NULL,
  level INT NOT NULL, comment TEXT, evidence TEXT, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, evaluation, item, member, version)
) BY_ORG;
CREATE INDEX skill_level_before_member ON skill_level_before (org, member);

CREATE TABLE skill_claim (
  org INT NOT NULL, claim INT NOT NULL, member INT NOT NULL, item INT NOT NULL, scale INT NOT NULL, level INT NOT NULL,
  evidence TEXT, day INT NOT NULL, state INT NOT NULL, decided_level INT NOT NULL, reason TEXT, decided_day INT, at INT NOT NULL,
  author INT NOT NULL,
  PRIMARY KEY (org, claim)
) BY_ORG;
CREATE INDEX skill_claim_member ON skill_claim (org, member, state);

CREATE TABLE skill_method (
  org INT NOT NULL, code TEXT NOT NULL, valid_from INT NOT NULL, method TEXT NOT NULL, earlier INT NOT NULL, bounds TEXT NOT NULL,
  at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, code, valid_from)
) BY_ORG;

CREATE TABLE skill_verdict (
  org INT NOT NULL, verdict INT NOT NULL, member INT NOT NULL, kind INT NOT NULL, item INT NOT NULL, degree INT NOT NULL,
  day INT NOT NULL, reason TEXT, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, verdict)
) BY_ORG;
CREATE INDEX skill_verdict_member ON skill_verdict (org, member, kind);
)";

const char* const usage_schema = R"(
CREATE TABLE skill_usage_rule (
  org INT NOT NULL, kind TEXT NOT NULL, item INT NOT NULL, level INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, kind, item)
) BY_ORG;
)";

const char* const told_schema = R"(
ALTER TABLE skill_verdict ADD COLUMN pupils_from INT;
ALTER TABLE skill_verdict ADD COLUMN parents_from INT;
)";

const char* const acquired_schema = R"(
ALTER TABLE skill_method ADD COLUMN partly INT;
ALTER TABLE skill_method ADD COLUMN acquired INT;
)";

const char* const attested_schema = R"(
CREATE TABLE skill_attested (
  org INT NOT NULL, attestation INT NOT NULL, decision INT NOT NULL,
  PRIMARY KEY (org, attestation, decision)
) BY_ORG;
ALTER TABLE skill_method ADD COLUMN latest INT;
)";

const char* const waiting_schema = R"(
CREATE INDEX skill_claim_state ON skill_claim (org, state, member);
)";

namespace {

constexpr store::Invariant rules[] = {
    {"skill_node: its referential is there",
     {"SELECT count(*) FROM skill_node x WHERE NOT EXISTS (SELECT 1 FROM skill_referential y WHERE y.org = x.org "
      "AND y.referential = x.referential) -- scans: a check reads all"}},
    {"skill_node: what it is below is there",
     {"SELECT count(*) FROM skill_node x WHERE x.parent <> 0 AND NOT EXISTS (SELECT 1 FROM skill_node y WHERE y.org = x.org "
      "AND y.node = x.parent AND y.referential = x.referential AND y.depth = x.depth - 1) -- scans: a check reads all"}},
    {"skill_scale_level: its scale is there",
     {"SELECT count(*) FROM skill_scale_level x WHERE NOT EXISTS (SELECT 1 FROM skill_scale y WHERE y.org = x.org "
      "AND y.scale = x.scale) -- scans: a check reads all"}},
    {"skill_evaluation: its group is there",
     {"SELECT count(*) FROM skill_evaluation x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org "
      "AND y.grp = x.grp) -- scans: a check reads all"}},
    {"skill_level: its item is one of the evaluation",
     {"SELECT count(*) FROM skill_level x WHERE NOT EXISTS (SELECT 1 FROM skill_evaluation_item y WHERE y.org = x.org "
      "AND y.evaluation = x.evaluation AND y.item = x.item) -- scans: a check reads all"}},
    {"skill_level: its pupil is there", {"SELECT count(*) FROM skill_level x " ENT_WITHOUT_MEMBER("member")}},
    {"skill_level_before: what came after it is there",
     {"SELECT count(*) FROM skill_level_before x WHERE NOT EXISTS (SELECT 1 FROM skill_level y WHERE y.org = x.org "
      "AND y.evaluation = x.evaluation AND y.item = x.item AND y.member = x.member AND y.version > x.version) "
      "-- scans: a check reads all"}},
    {"skill_claim: its pupil is there", {"SELECT count(*) FROM skill_claim x " ENT_WITHOUT_MEMBER("member")}},
    {"skill_attested: attestation and decision are there",
     {"SELECT count(*) FROM skill_attested x WHERE NOT EXISTS (SELECT 1 FROM skill_verdict y WHERE y.org = x.org "
      "AND y.verdict = x.attestation AND y.kind = 2) OR NOT EXISTS (SELECT 1 FROM skill_verdict y WHERE y.org = x.org "
      "AND y.verdict = x.decision AND y.kind = 1) -- scans: a check reads all"}},
    {"skill_verdict: its pupil is there", {"SELECT count(*) FROM skill_verdict x " ENT_WITHOUT_MEMBER("member")}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::skill
