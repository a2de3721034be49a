#include "report/schema.hpp"

#include "person/of_member.hpp"

namespace ent::report {

// An entry is something said of a pupil in a period: rows::Kind says what, `item` of which subject, opinion or wish. What was said
// before stays, by version; `given` 0: it was taken back. A publication is one version of a pupil's report, of which the text that
// was published lies apart, so that lists do not read it.
const char* const schema = R"(
CREATE TABLE report_entry (
  org INT NOT NULL, period INT NOT NULL, member INT NOT NULL, kind INT NOT NULL, item TEXT NOT NULL, version INT NOT NULL,
  entry INT NOT NULL, standing INT NOT NULL, given INT NOT NULL, value INT NOT NULL, text TEXT NOT NULL, at INT NOT NULL,
  author INT NOT NULL,
  PRIMARY KEY (org, period, member, kind, item, version)
) BY_ORG;
CREATE INDEX report_entry_member ON report_entry (org, member);

CREATE TABLE report_opinion (
  org INT NOT NULL, place INT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, kind INT NOT NULL,
  PRIMARY KEY (org, place)
) BY_ORG;

CREATE TABLE report_element (
  org INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, subject TEXT NOT NULL, place INT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (org, period, grp, subject, place)
) BY_ORG;

CREATE TABLE report_council (
  org INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, held_on INT, synthesis TEXT NOT NULL, minutes TEXT NOT NULL,
  revision INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, period, grp)
) BY_ORG;

CREATE TABLE report_council_seat (
  org INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, place INT NOT NULL, name TEXT NOT NULL, role INT NOT NULL,
  present INT NOT NULL,
  PRIMARY KEY (org, period, grp, place)
) BY_ORG;

CREATE TABLE report_publication (
  org INT NOT NULL, publication INT NOT NULL, period INT NOT NULL, person INT NOT NULL, grp INT NOT NULL, version INT NOT NULL,
  standing INT NOT NULL, school_year INT NOT NULL, period_name TEXT NOT NULL, last_day INT NOT NULL, hash TEXT NOT NULL,
  reason TEXT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, publication)
) BY_ORG;
CREATE INDEX report_publication_period ON report_publication (org, period, person);
CREATE INDEX report_publication_person ON report_publication (person, org, publication);

CREATE TABLE report_snapshot (
  org INT NOT NULL, publication INT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (org, publication)
) BY_ORG;

CREATE TABLE report_reading (
  org INT NOT NULL, publication INT NOT NULL, reader INT NOT NULL, profile INT NOT NULL, first_at INT NOT NULL, last_at INT NOT NULL,
  times INT NOT NULL,
  PRIMARY KEY (org, publication, reader, profile)
) BY_ORG;
)";

const char* const council_schema = R"(
CREATE TABLE report_council_before (
  org INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, revision INT NOT NULL, held_on INT, synthesis TEXT NOT NULL,
  minutes TEXT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, period, grp, revision)
) BY_ORG;

CREATE TABLE report_council_seat_before (
  org INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, revision INT NOT NULL, place INT NOT NULL, name TEXT NOT NULL,
  role INT NOT NULL, present INT NOT NULL,
  PRIMARY KEY (org, period, grp, revision, place)
) BY_ORG;
)";

// Of a choice `grp` 0 and `level` '' mean all, `model` '' that nothing is chosen any more. `subjects` are codes, one a line.
const char* const models_schema = R"(
CREATE TABLE report_model (
  org INT NOT NULL, grp INT NOT NULL, level TEXT NOT NULL, valid_from INT NOT NULL, model TEXT NOT NULL, at INT NOT NULL,
  author INT NOT NULL,
  PRIMARY KEY (org, grp, level, valid_from)
) BY_ORG;

CREATE TABLE report_project (
  org INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, code TEXT NOT NULL, kind INT NOT NULL, name TEXT NOT NULL,
  theme TEXT NOT NULL, subjects TEXT NOT NULL, description TEXT NOT NULL, comment TEXT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, period, grp, code)
) BY_ORG;
)";

namespace {

constexpr store::Invariant held[] = {
    {"report_entry: its pupil is there", {"SELECT count(*) FROM report_entry x " ENT_WITHOUT_MEMBER("member")}},
    {"report_entry: of its versions one stands",
     {"SELECT count(*) FROM report_entry x WHERE x.version = 1 AND (SELECT count(*) FROM report_entry y WHERE y.org = x.org "
     "AND y.period = x.period AND y.member = x.member AND y.kind = x.kind AND y.item = x.item AND y.standing = 1) <> 1 "
     "-- scans: a check reads all"}},
    {"report_council: its class is there",
     {"SELECT count(*) FROM report_council x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org "
     "AND y.grp = x.grp) -- scans: a check reads all"}},
    {"report_council_before: what came after it is there",
     {"SELECT count(*) FROM report_council_before x WHERE NOT EXISTS (SELECT 1 FROM report_council y WHERE y.org = x.org "
      "AND y.period = x.period AND y.grp = x.grp AND y.revision > x.revision) -- scans: a check reads all"}},
    {"report_council_seat_before: its council is there",
     {"SELECT count(*) FROM report_council_seat_before x WHERE NOT EXISTS (SELECT 1 FROM report_council_before y WHERE y.org = x.org "
      "AND y.period = x.period AND y.grp = x.grp AND y.revision = x.revision) -- scans: a check reads all"}},
    {"report_project: its group is there",
     {"SELECT count(*) FROM report_project x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org "
     "AND y.grp = x.grp) -- scans: a check reads all"}},
    {"report_publication: what was published is there",
     {"SELECT count(*) FROM report_publication x WHERE NOT EXISTS (SELECT 1 FROM report_snapshot y WHERE y.org = x.org "
     "AND y.publication = x.publication) -- scans: a check reads all"}},
    {"report_reading: what was read is there",
     {"SELECT count(*) FROM report_reading x WHERE NOT EXISTS (SELECT 1 FROM report_publication y WHERE y.org = x.org "
     "AND y.publication = x.publication) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return held; }

}  // namespace ent::report
