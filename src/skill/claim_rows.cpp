#include "skill/claim_rows.hpp"

#include "person/card.hpp"
#include "skill/columns.hpp"
#include "unit/instants.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_CLAIM                                                                                                        \
  "c.org, c.claim, p.person, p.family_name, p.given_name, p.title, c.item, n.code, n.label, c.level, c.evidence, c.day, "  \
  "c.state, c.decided_level, c.reason, c.decided_day, c.member, c.scale "
#define ENT_CLAIM_WITH                                                                                                   \
  "CROSS JOIN member m CROSS JOIN person p CROSS JOIN skill_node n WHERE m.org = c.org AND m.member = c.member "           \
  "AND p.person = m.person AND n.org = c.item / 4294967296 AND n.node = c.item % 4294967296 "

constexpr Sql select_claim{"SELECT " ENT_CLAIM "FROM skill_claim c " ENT_CLAIM_WITH "AND c.org = $1 AND c.claim = $2"};

constexpr Sql select_claims{
    "SELECT " ENT_CLAIM "FROM EACH($1) v CROSS JOIN skill_claim c " ENT_CLAIM_WITH
    "AND c.org = $2 AND c.member = v.value AND (c.state = 2 OR $3 = 0) ORDER BY c.day DESC, c.claim DESC LIMIT 500"};
static_assert(static_cast<int>(ClaimState::requested) == 2 && static_cast<int>(ClaimState::validated) == 3);

constexpr Sql select_claimed{
    "SELECT DISTINCT v.value FROM EACH($1) v CROSS JOIN skill_node n CROSS JOIN skill_referential r CROSS JOIN skill_claim c "
    "CROSS JOIN skill_node o CROSS JOIN skill_referential q WHERE n.org = v.value / 4294967296 AND n.node = v.value % 4294967296 "
    "AND r.org = n.org AND r.referential = n.referential AND c.org = $2 AND c.member = $3 AND (c.state = 2 OR (c.state = 3 AND $4 = 1)) "
    "AND o.org = c.item / 4294967296 AND o.node = c.item % 4294967296 AND o.code = n.code AND q.org = o.org "
    "AND q.referential = o.referential AND q.code = r.code"};

constexpr Sql insert_claim_row{
    "INSERT INTO skill_claim (org, claim, member, item, scale, level, evidence, day, state, decided_level, at, author) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, 0)"};

constexpr Sql update_claim{
    "UPDATE skill_claim SET state = $1, decided_level = $2, reason = $3, decided_day = $4, at = $5, author = $6 "
    "WHERE org = $7 AND claim = $8"};

ClaimRow claim_of(const Rows& row) {
  return {{make_id<SkillClaimId>(row.integer(0), row.integer(1)), person::card_of(row, 2), SkillItemId{row.integer(6)}, row.string(7),
           row.string(8), optional_level(row, 9), row.optional_string(10), unit::date(row.integer(11)),
           static_cast<ClaimState>(row.int32(12)), optional_level(row, 13), row.optional_string(14), optional_date(row, 15)},
          row.integer(16),
          row.integer(17)};
}

}  // namespace

std::optional<ClaimRow> find_claim(unit::Unit& unit, SkillClaimId id) {
  Rows rows = unit.query(select_claim, id.establishment(), id.number());
  return rows.next() ? std::optional(claim_of(rows)) : std::nullopt;
}

std::vector<Claim> claims_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members, bool waiting) {
  std::vector<Claim> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_claims, members, org.value, waiting);
  while (rows.next()) found.push_back(claim_of(rows).view);
  return found;
}

std::vector<std::int64_t> claimed(unit::Unit& unit, OrgId org, std::int64_t member, std::span<const std::int64_t> items,
                                  bool or_validated) {
  if (items.empty()) return {};
  Rows rows = unit.query(select_claimed, items, org.value, member, or_validated);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

void insert_claim(unit::WriteUnit& unit, const unit::Granted& granted, const ClaimRow& row) {
  const Claim& claim = row.view;
  unit.exec(granted, insert_claim_row, claim.id.establishment(), claim.id.number(), row.member, claim.item_id.value, row.scale,
            claim.level.value_or(0), claim.evidence, day(claim.date), static_cast<std::int32_t>(claim.state), unit::micros(unit.now()));
}

void decide_claim(unit::WriteUnit& unit, const unit::Granted& granted, const Claim& claim) {
  unit.exec(granted, update_claim, static_cast<std::int32_t>(claim.state), claim.decided_level.value_or(0), claim.reason,
            optional_day(claim.decided_on), unit::micros(unit.now()), unit.actor().person, claim.id.establishment(), claim.id.number());
}

}  // namespace ent::skill::rows
