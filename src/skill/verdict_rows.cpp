#include "skill/verdict_rows.hpp"

#include "person/card.hpp"
#include "skill/columns.hpp"
#include "unit/instants.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr std::int64_t decided = 1;

constexpr Sql select_decided{
    "SELECT d.member, r.code, n.code, d.degree, d.reason FROM EACH($1) v CROSS JOIN skill_verdict d "
    "CROSS JOIN skill_node n CROSS JOIN skill_referential r WHERE d.org = $2 AND d.member = v.value AND d.kind = 1 AND d.day >= $3 "
    "AND d.day <= $4 AND ($5 = 1 OR d.degree = 0 OR ($6 = 1 AND d.pupils_from <= $7) OR ($8 = 1 AND d.parents_from <= $7)) "
    "AND n.org = d.item / 4294967296 AND n.node = d.item % 4294967296 AND r.org = n.org AND r.referential = n.referential ORDER BY d.day, d.verdict"};

constexpr Sql insert_verdict{
    "INSERT INTO skill_verdict (org, verdict, member, kind, item, degree, day, reason, pupils_from, parents_from, at, author) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};

/// `item` of an attestation is its referential; of each there is one row and perhaps that of the head.
constexpr Sql select_attestations{
    "SELECT a.item, r.code, r.name, a.day, p.person, p.family_name, p.given_name, p.title, s.day, h.person, h.family_name, "
    "h.given_name, h.title FROM skill_verdict a JOIN skill_referential r ON r.org = a.item / 4294967296 "
    "AND r.referential = a.item % 4294967296 LEFT JOIN person p ON p.person = a.author "
    "LEFT JOIN skill_verdict s ON s.org = a.org AND s.member = a.member AND s.kind = 3 AND s.item = a.item "
    "LEFT JOIN person h ON h.person = s.author WHERE a.org = $1 AND a.member = $2 AND a.kind = 2 ORDER BY a.day DESC, a.verdict DESC"};

void insert_decided(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, std::int64_t kind, std::int64_t item,
                    Date on, const DecidedDegree& degree) {
  const std::int64_t verdict = unit.take_numbers(granted, org.value, "skill_verdict");
  unit.exec(granted, insert_verdict, org.value, verdict, member, kind, item, degree.degree.value_or(0), day(on), degree.reason,
            optional_day(degree.pupils_from), optional_day(degree.parents_from), unit::micros(unit.now()), unit.actor().person);
}

}  // namespace

std::map<std::int64_t, std::map<ItemKey, DecidedDegree>> decided_degrees(unit::Unit& unit, OrgId org,
                                                                         const std::vector<std::int64_t>& members,
                                                                         const Shown& shown, const gradebook::Span& span) {
  std::map<std::int64_t, std::map<ItemKey, DecidedDegree>> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_decided, members, org.value, day(span.first_day), day(span.last_day), shown.all, shown.to_pupils, day(unit.today()),
                         shown.to_parents);
  while (rows.next()) {
    const auto reason = shown.all ? rows.optional_string(4) : std::nullopt;
    found[rows.integer(0)][{rows.string(1), rows.string(2)}] = {optional_level(rows, 3), reason};
  }
  return found;
}

void add_decided_degree(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillItemId item, Date on,
                        const DecidedDegree& degree) {
  insert_decided(unit, granted, org, member, decided, item.value, on, degree);
}

std::vector<Attestation> attestations_of(unit::Unit& unit, OrgId org, std::int64_t member) {
  Rows rows = unit.query(select_attestations, org.value, member);
  std::vector<Attestation> found;
  while (rows.next()) {
    Attestation one{SkillReferentialId{rows.integer(0)}, rows.string(1), rows.string(2), unit::date(rows.integer(3)),
                    person::card_of(rows, 4), optional_date(rows, 8), {}};
    if (!rows.is_null(9)) one.signed_by = person::card_of(rows, 9);
    found.push_back(std::move(one));
  }
  return found;
}

void add_signature(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillReferentialId referential,
                   Signature signature) {
  insert_decided(unit, granted, org, member, static_cast<std::int64_t>(signature), referential.value, unit.today(), {});
}

}  // namespace ent::skill::rows
