#include "gradebook/schema.hpp"

#include "person/of_member.hpp"

namespace ent::gradebook {

// Numbers are millionths. The group and the subject of an assessment are those of its service, kept beside it because
// nearly every read goes by them. `mark` is what stands; what stood before is in `mark_before`, by version.
// Of a period's states that of a group which stands is marked; of reopenings the last version holds.
const char* const schema = R"(
CREATE TABLE assessment (
  org INT NOT NULL, assessment INT NOT NULL, service INT NOT NULL, grp INT NOT NULL, subject TEXT NOT NULL,
  name TEXT NOT NULL, day INT NOT NULL, maximum INT NOT NULL, coefficient INT NOT NULL, part INT NOT NULL,
  brought INT NOT NULL, formative INT NOT NULL, pupils_from INT, parents_from INT, removed INT NOT NULL,
  revision INT NOT NULL,
  PRIMARY KEY (org, assessment)
) BY_ORG;
CREATE INDEX assessment_group ON assessment (org, grp, day);

CREATE TABLE mark (
  org INT NOT NULL, assessment INT NOT NULL, member INT NOT NULL, kind INT NOT NULL, value INT NOT NULL, comment TEXT,
  version INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, assessment, member)
) BY_ORG;
CREATE INDEX mark_member ON mark (org, member, assessment);

CREATE TABLE mark_before (
  org INT NOT NULL, assessment INT NOT NULL, member INT NOT NULL, version INT NOT NULL, kind INT NOT NULL,
  value INT NOT NULL, comment TEXT, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, assessment, member, version)
) BY_ORG;
CREATE INDEX mark_before_member ON mark_before (org, member);

CREATE TABLE period_state (
  org INT NOT NULL, school_year INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, version INT NOT NULL,
  state INT NOT NULL, standing INT NOT NULL, reason TEXT, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, school_year, period, grp, version)
) BY_ORG;

CREATE TABLE mark_reopening (
  org INT NOT NULL, period INT NOT NULL, grp INT NOT NULL, member INT NOT NULL, version INT NOT NULL,
  first_day INT NOT NULL, last_day INT NOT NULL, reason TEXT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, period, grp, member, version)
) BY_ORG;
CREATE INDEX mark_reopening_member ON mark_reopening (org, member);

CREATE TABLE mark_policy (
  org INT NOT NULL, level TEXT NOT NULL, valid_from INT NOT NULL, policy TEXT NOT NULL, step INT, rounding INT, missing INT,
  best_more INT, best_times INT, worst_times INT, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, level, valid_from)
) BY_ORG;

CREATE TABLE subject_coefficient (
  org INT NOT NULL, grp INT NOT NULL, level TEXT NOT NULL, valid_from INT NOT NULL, subject TEXT NOT NULL,
  coefficient INT NOT NULL, mode INT NOT NULL,
  PRIMARY KEY (org, grp, level, valid_from, subject)
) BY_ORG;
)";

const char* const moved_schema = "ALTER TABLE mark_policy ADD COLUMN moved INT;";
// By what the averages of a published period are made, for a group, as it was then: JSON (frozen_describe.hpp). It holds while that
// version of the period's state stands.
const char* const frozen_schema = R"(
CREATE TABLE period_formula (
  org INT NOT NULL, grp INT NOT NULL, first_day INT NOT NULL, last_day INT NOT NULL, period INT NOT NULL,
  school_year INT NOT NULL, version INT NOT NULL, at INT NOT NULL, formula TEXT NOT NULL,
  PRIMARY KEY (org, grp, first_day, last_day, period, version)
) BY_ORG;
)";
// Who was in the group on the last day, and in which division (0: none); of a division also who was in it last before they left
// (`there` 0), and who came to it later and has a report of it (`there` 2). It holds as long.
const char* const seats_schema = R"(
CREATE TABLE period_seat (
  org INT NOT NULL, grp INT NOT NULL, first_day INT NOT NULL, last_day INT NOT NULL, period INT NOT NULL, school_year INT NOT NULL,
  version INT NOT NULL, member INT NOT NULL, division INT NOT NULL, level TEXT NOT NULL, there INT NOT NULL,
  PRIMARY KEY (org, grp, first_day, period, version, member)
) BY_ORG;
CREATE INDEX period_seat_member ON period_seat (org, member, first_day);
)";
// Points that are added to an average, by service and period; group and subject are those of the service. Of its versions one stands; `given`
// 0: it was taken away.
const char* const adjustment_schema = R"(
CREATE TABLE mark_adjustment (
  org INT NOT NULL, service INT NOT NULL, period INT NOT NULL, member INT NOT NULL, version INT NOT NULL, grp INT NOT NULL,
  subject TEXT NOT NULL, given INT NOT NULL, points INT NOT NULL, standing INT NOT NULL, at INT NOT NULL, author INT NOT NULL,
  PRIMARY KEY (org, service, period, member, version)
) BY_ORG;
CREATE INDEX mark_adjustment_member ON mark_adjustment (org, member, standing);
CREATE INDEX mark_adjustment_group ON mark_adjustment (org, grp, period);
)";
// Sets of coefficients of one pupil: each begins with a row without subject, of place 0. `weights`: what of it held when a period was published
// with a seat, as JSON; NULL: nothing.
const char* const own_schema = R"(
CREATE TABLE pupil_coefficient (
  org INT NOT NULL, member INT NOT NULL, valid_from INT NOT NULL, place INT NOT NULL, subject TEXT NOT NULL,
  coefficient INT NOT NULL, mode INT NOT NULL,
  PRIMARY KEY (org, member, valid_from, place)
) BY_ORG;
ALTER TABLE period_seat ADD COLUMN weights TEXT;
)";
// A code that stands no more keeps its label, for marks that name it. Of a mark the kind says how it counts, whatever is said of its code since.
const char* const annotation_schema = R"(
CREATE TABLE mark_annotation (
  org INT NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, counts INT NOT NULL, standing INT NOT NULL,
  PRIMARY KEY (org, code)
) BY_ORG;
ALTER TABLE mark ADD COLUMN annotation TEXT;
ALTER TABLE mark_before ADD COLUMN annotation TEXT;
)";

// The boxes of a subject in a group from a day on: JSON (box_describe.hpp). `box` of an assessment is a code of those that hold on its day; empty:
// none.
const char* const boxes_schema = R"(
CREATE TABLE subject_boxes (
  org INT NOT NULL, grp INT NOT NULL, subject TEXT NOT NULL, valid_from INT NOT NULL, boxes TEXT NOT NULL, at INT NOT NULL,
  author INT NOT NULL,
  PRIMARY KEY (org, grp, subject, valid_from)
) BY_ORG;
ALTER TABLE assessment ADD COLUMN box TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN minimum INT NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN never_dropped INT NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN share INT;
)";

const char* const entry_schema = R"(
ALTER TABLE mark_policy ADD COLUMN negative INT;
ALTER TABLE mark_policy ADD COLUMN above_maximum INT;
ALTER TABLE mark_policy ADD COLUMN decimals INT;
)";

// In which groups a pupil with a seat was on which days of the period: JSON (kept_stays.hpp). NULL: published before that was kept.
const char* const stays_schema = "ALTER TABLE period_seat ADD COLUMN stays TEXT;";
// What an assessment is called, and where what was asked is kept.
const char* const statement_schema = R"(
ALTER TABLE assessment ADD COLUMN type TEXT;
ALTER TABLE assessment ADD COLUMN statement TEXT;
)";
// Of an assessment of some pupils of its group: who.
const char* const named_schema = R"(
CREATE TABLE assessment_pupil (
  org INT NOT NULL, assessment INT NOT NULL, member INT NOT NULL,
  PRIMARY KEY (org, assessment, member)
) BY_ORG;
CREATE INDEX assessment_pupil_member ON assessment_pupil (org, member, assessment);
)";
// Why a mark was entered or corrected.
const char* const why_schema = R"(
ALTER TABLE mark ADD COLUMN reason TEXT;
ALTER TABLE mark_before ADD COLUMN reason TEXT;
)";
// Letters in which averages are told, all of them: JSON.
const char* const letters_schema = "ALTER TABLE mark_policy ADD COLUMN letters TEXT;";
// Whether an assessment is left out of averages, and how the quartiles of a group are found.
const char* const omitted_schema = R"(
ALTER TABLE assessment ADD COLUMN omitted INT NOT NULL DEFAULT 0;
ALTER TABLE mark_policy ADD COLUMN quartiles INT;
)";
// Categories of subjects, all of them: JSON.
const char* const categories_schema = "ALTER TABLE mark_policy ADD COLUMN categories TEXT;";
// What of a preset a school says otherwise.
const char* const rules_schema = R"(
ALTER TABLE mark_policy ADD COLUMN weigh INT;
ALTER TABLE mark_policy ADD COLUMN bonus INT;
ALTER TABLE mark_policy ADD COLUMN optional INT;
ALTER TABLE mark_policy ADD COLUMN year_of INT;
)";
// How averages of one kind are rounded, all of them: JSON.
const char* const roundings_schema = "ALTER TABLE mark_policy ADD COLUMN roundings TEXT;";
// When a seat was kept of who came later. NULL: with the others of the group, when it was published; or before that was kept.
const char* const since_schema = "ALTER TABLE period_seat ADD COLUMN since INT;";

namespace {

constexpr store::Invariant sound_rows[] = {
    {"subject_boxes: its group is there",
     {"SELECT count(*) FROM subject_boxes x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org AND y.grp = x.grp) "
     "-- scans: a check reads all"}},
    {"period_formula: its state is there",
     {"SELECT count(*) FROM period_formula x WHERE NOT EXISTS (SELECT 1 FROM period_state y WHERE y.org = x.org "
     "AND y.school_year = x.school_year AND y.period = x.period AND y.grp = x.grp AND y.version = x.version) "
     "-- scans: a check reads all"}},
    {"period_seat: its formula is there",
     {"SELECT count(*) FROM period_seat x WHERE NOT EXISTS (SELECT 1 FROM period_formula y WHERE y.org = x.org AND y.grp = x.grp "
     "AND y.first_day = x.first_day AND y.last_day = x.last_day AND y.period = x.period AND y.version = x.version) "
     "-- scans: a check reads all"}},
    {"period_seat: its pupil is there", {"SELECT count(*) FROM period_seat x " ENT_WITHOUT_MEMBER("member")}},
    {"assessment: its service is there",
     {"SELECT count(*) FROM assessment x WHERE NOT EXISTS (SELECT 1 FROM service y WHERE y.org = x.org "
     "AND y.service = x.service) -- scans: a check reads all"}},
    {"assessment: its group is there",
     {"SELECT count(*) FROM assessment x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org "
     "AND y.grp = x.grp) -- scans: a check reads all"}},
    {"assessment_pupil: its assessment is there",
     {"SELECT count(*) FROM assessment_pupil x WHERE NOT EXISTS (SELECT 1 FROM assessment y WHERE y.org = x.org "
     "AND y.assessment = x.assessment) -- scans: a check reads all"}},
    {"assessment_pupil: its pupil is there", {"SELECT count(*) FROM assessment_pupil x " ENT_WITHOUT_MEMBER("member")}},
    {"mark: its assessment is there",
     {"SELECT count(*) FROM mark x WHERE NOT EXISTS (SELECT 1 FROM assessment y WHERE y.org = x.org "
     "AND y.assessment = x.assessment) -- scans: a check reads all"}},
    {"mark: its annotation is there",
     {"SELECT count(*) FROM mark x WHERE (x.kind IN (11, 12)) <> (x.annotation IS NOT NULL) OR (x.annotation IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM mark_annotation y WHERE y.org = x.org AND y.code = x.annotation)) -- scans: a check reads all"}},
    {"mark: its pupil is there", {"SELECT count(*) FROM mark x " ENT_WITHOUT_MEMBER("member")}},
    {"mark_adjustment: its service is there",
     {"SELECT count(*) FROM mark_adjustment x WHERE NOT EXISTS (SELECT 1 FROM service y WHERE y.org = x.org "
     "AND y.service = x.service) -- scans: a check reads all"}},
    {"mark_adjustment: its pupil is there", {"SELECT count(*) FROM mark_adjustment x " ENT_WITHOUT_MEMBER("member")}},
    {"mark_adjustment: of its versions one stands",
     {"SELECT count(*) FROM mark_adjustment x WHERE x.version = 1 AND (SELECT count(*) FROM mark_adjustment y WHERE y.org = x.org "
     "AND y.service = x.service AND y.period = x.period AND y.member = x.member AND y.standing = 1) <> 1 -- scans: a check reads all"}},
    {"pupil_coefficient: its pupil is there", {"SELECT count(*) FROM pupil_coefficient x " ENT_WITHOUT_MEMBER("member")}},
    {"mark_before: what came after it is there",
     {"SELECT count(*) FROM mark_before x WHERE NOT EXISTS (SELECT 1 FROM mark y WHERE y.org = x.org "
     "AND y.assessment = x.assessment AND y.member = x.member AND y.version > x.version) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return sound_rows; }

}  // namespace ent::gradebook
