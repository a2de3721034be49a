#include "skill/latest.hpp"

#include "base/text.hpp"
#include "skill/columns.hpp"
#include "skill/scales.hpp"

namespace ent::skill {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

// Levels and claims in one text: a page asks once. A pupil's levels are named by an index that holds no more than their keys, and then
// read one by one.
constexpr Sql select_latest{
    "SELECT x.what, x.org, x.member, x.item, n.code, n.label, r.code, x.day, x.kind, x.level, x.comment, x.evidence, x.subject, x.number, "
    "x.name, x.decided_level, x.decided_day, x.scale, l.level, l.label, l.symbol, l.value, l.colour FROM ("
    "SELECT 1 AS what, k.org AS org, k.member AS member, k.item AS item, e.day AS day, k.kind AS kind, k.level AS level, "
    "k.comment AS comment, k.evidence AS evidence, e.subject AS subject, e.evaluation AS number, e.name AS name, 0 AS decided_level, "
    "e.day AS decided_day, e.scale AS scale, k.level AS shown "
    "FROM EACH($1) v CROSS JOIN skill_level i CROSS JOIN skill_evaluation e CROSS JOIN skill_level k "
    "WHERE i.org = v.value / 4294967296 AND i.member = v.value % 4294967296 AND e.org = i.org AND e.evaluation = i.evaluation "
    "AND e.day >= $2 AND e.day <= $3 AND e.removed = 0 "
    "AND ($4 = 1 OR ($5 = 1 AND e.pupils_from <= $6) OR ($7 = 1 AND e.parents_from <= $6)) "
    "AND k.org = i.org AND k.evaluation = i.evaluation AND k.item = i.item AND k.member = i.member AND k.kind <> 6 UNION ALL "
    "SELECT 2, c.org, c.member, c.item, c.day, c.state, c.level, c.reason, c.evidence, '', c.claim, '', c.decided_level, c.decided_day, "
    "c.scale, CASE c.decided_level WHEN 0 THEN c.level ELSE c.decided_level END FROM EACH($1) w CROSS JOIN skill_claim c "
    "WHERE c.org = w.value / 4294967296 AND c.member = w.value % 4294967296 AND c.day <= $3 "
    "AND (c.state = 2 OR c.day >= $2 OR c.decided_day >= $2)) x "
    "CROSS JOIN skill_node n CROSS JOIN skill_referential r "
    "LEFT JOIN skill_scale_level l ON l.org = x.scale / 4294967296 AND l.scale = x.scale % 4294967296 AND l.level = x.shown "
    "WHERE n.org = x.item / 4294967296 AND n.node = x.item % 4294967296 AND r.org = n.org AND r.referential = n.referential "
    "ORDER BY x.what, x.org, x.member, x.day DESC, x.number DESC, x.item"};
static_assert(static_cast<int>(LevelKind::not_entered) == 6 && static_cast<int>(ClaimState::requested) == 2);

constexpr Sql select_waiting_for{
    "SELECT COUNT(*) FROM (SELECT c.org AS org, c.claim AS claim FROM EACH($1) v CROSS JOIN group_member m CROSS JOIN skill_claim c "
    "WHERE m.org = v.value / 4294967296 AND m.grp = v.value % 4294967296 AND m.valid_from <= $2 AND m.valid_to > $2 "
    "AND c.org = m.org AND c.member = m.member AND c.state = 2 UNION "
    "SELECT d.org, d.claim FROM EACH($3) w CROSS JOIN skill_claim d WHERE d.org = w.value AND d.state = 2) x"};

/// The place on its scale of what is shown: in the row, unless the scale is the library's own.
std::optional<LevelView> place_on_scale(const Rows& row, std::int32_t shown) {
  if (shown == 0) return std::nullopt;
  if (row.integer(17) == rows::usual_scale) return usual_levels().at(static_cast<std::size_t>(shown) - 1);
  return LevelView{row.int32(18), row.string(19), row.string(20), Decimal::of_millionths(row.integer(21)), row.optional_string(22)};
}

LatestLevel level_of(const Rows& row) {
  LatestLevel found{row.integer(1) << 32 | row.integer(2), {}};
  PupilLevel& level = found.level;
  level.item_id = SkillItemId{row.integer(3)};
  level.item_code = row.string(4);
  level.item_label = row.string(5);
  level.referential_code = row.string(6);
  level.date = unit::date(row.integer(7));
  level.kind = static_cast<LevelKind>(row.int32(8));
  if (const auto place = place_on_scale(row, row.int32(9))) {
    level.level = place->level;
    level.label = place->label;
    level.symbol = place->symbol;
    level.colour = place->colour;
    level.value = place->value;
  }
  level.comment = row.optional_string(10);
  level.evidence = row.optional_string(11);
  level.subject_code = base::unless_empty(row.string(12));
  level.evaluation_id = make_id<SkillEvaluationId>(row.integer(1), row.integer(13));
  level.evaluation_name = row.string(14);
  return found;
}

LatestClaim claim_of(const Rows& row) {
  LatestClaim found{row.integer(1) << 32 | row.integer(2), {}, {}, {}};
  Claim& claim = found.claim;
  claim.id = make_id<SkillClaimId>(row.integer(1), row.integer(13));
  claim.item_id = SkillItemId{row.integer(3)};
  claim.item_code = row.string(4);
  claim.item_label = row.string(5);
  claim.level = rows::optional_level(row, 9);
  claim.evidence = row.optional_string(11);
  claim.date = unit::date(row.integer(7));
  claim.state = static_cast<ClaimState>(row.int32(8));
  claim.decided_level = rows::optional_level(row, 15);
  claim.reason = row.optional_string(10);
  claim.decided_on = rows::optional_date(row, 16);
  if (const auto place = place_on_scale(row, claim.decided_level.value_or(claim.level.value_or(0)))) {
    found.symbol = place->symbol;
    found.colour = place->colour;
  }
  return found;
}

}  // namespace

Latest latest_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const gradebook::Span& span) {
  Latest latest;
  if (members.empty()) return latest;
  Rows rows = unit.query(select_latest, members, day(span.first_day), day(span.last_day), shown.all, shown.to_pupils, day(unit.today()),
                         shown.to_parents);
  while (rows.next()) {
    if (rows.integer(0) == 1) {
      latest.levels.push_back(level_of(rows));
    } else {
      latest.claims.push_back(claim_of(rows));
    }
  }
  return latest;
}

std::int32_t waiting_for(unit::Unit& unit, const access::VisibleGroups& evaluated) {
  if (evaluated.groups.empty() && evaluated.orgs.empty()) return 0;
  Rows rows = unit.query(select_waiting_for, evaluated.groups, day(unit.today()), evaluated.orgs);
  return rows.next() ? rows.int32(0) : 0;
}

}  // namespace ent::skill
