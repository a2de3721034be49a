// The rows of `assignment`.
#include "guardian/rows.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::guardian::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_assigned{
    "SELECT 1 FROM assignment WHERE org = $1 AND pupil = $2 AND adult = $3 AND kind = $4 AND valid_from < $5 "
    "AND valid_to > $6 AND valid_to > valid_from"};

constexpr Sql insert_assignment{
    "INSERT INTO assignment (org, pupil, adult, kind, valid_from, valid_to, source) VALUES ($1, $2, $3, $4, $5, $6, '') "
    "ON CONFLICT (org, pupil, adult, kind, valid_from) DO UPDATE SET valid_to = excluded.valid_to, source = ''"};

constexpr Sql end_assignment_rows{
    "UPDATE assignment SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "
    "WHERE org = $2 AND pupil = $3 AND adult = $4 AND kind = $5 AND valid_to > $1"};

constexpr Sql select_assignments{
    "SELECT p.person, p.family_name, p.given_name, p.title, b.person, b.family_name, b.given_name, b.title, s.kind, "
    "s.valid_from, s.valid_to FROM assignment s "
    "JOIN member m ON m.org = s.org AND m.member = s.pupil JOIN person p ON p.person = m.person "
    "JOIN member bm ON bm.org = s.org AND bm.member = s.adult JOIN person b ON b.person = bm.person "
    "WHERE s.org = $1 AND (s.pupil = $2 OR $2 = 0) AND (s.adult = $3 OR $3 = 0) AND s.valid_to > $4 "
    "AND s.valid_to > s.valid_from AND " ENT_VISIBLE("m", "$5", "$6", "$7", "$8", "$9", "$10", "$11")
    " ORDER BY p.sort_key, p.person, b.sort_key, b.person, s.valid_from"};

std::int32_t number(Assistance kind) { return static_cast<std::int32_t>(kind); }

}  // namespace

bool assigned(unit::Unit& unit, OrgId org, const AssignmentRow& row) {
  return unit
      .query(select_assigned, org.value, row.pupil, row.adult, number(row.kind), day(row.period.to), day(row.period.from))
      .next();
}

void assign(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const AssignmentRow& row) {
  unit.exec(granted, insert_assignment, org.value, row.pupil, row.adult, number(row.kind), day(row.period.from),
            day(row.period.to));
}

void end_assignment(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const AssignmentRow& row, Date end) {
  unit.exec(granted, end_assignment_rows, day(end), org.value, row.pupil, row.adult, number(row.kind));
}

std::vector<Assignment> assignments(unit::Unit& unit, const person::Seen& seen, OrgId org, std::int64_t pupil,
                                    std::int64_t adult) {
  Rows rows = unit.query(select_assignments, org.value, pupil, adult, day(unit.at()), seen.whole, seen.members, seen.from,
                         seen.to, seen.today, seen.partial, seen.hidden);
  std::vector<Assignment> found;
  while (rows.next()) {
    found.push_back({person::card_of(rows, 0), person::card_of(rows, 4), static_cast<Assistance>(rows.int32(8)),
                     unit::date(rows.integer(9)), unit::end_date(rows.integer(10))});
  }
  return found;
}

}  // namespace ent::guardian::rows
