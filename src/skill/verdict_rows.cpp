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
    "SELECT v.value, n.org, n.referential, r.code, n.code, d.verdict, d.day, d.degree, d.reason FROM EACH($1) v CROSS JOIN skill_verdict d "
    "CROSS JOIN skill_node n CROSS JOIN skill_referential r WHERE d.org = v.value / 4294967296 AND d.member = v.value % 4294967296 "
    "AND d.kind = 1 AND d.day >= $2 AND d.day <= $3 "
    "AND ($4 = 1 OR d.degree = 0 OR ($5 = 1 AND d.pupils_from <= $6) OR ($7 = 1 AND d.parents_from <= $6)) "
    "AND n.org = d.item / 4294967296 AND n.node = d.item % 4294967296 AND r.org = n.org AND r.referential = n.referential ORDER BY d.day, d.verdict"};

constexpr Sql insert_verdict{
    "INSERT INTO skill_verdict (org, verdict, member, kind, item, degree, day, reason, pupils_from, parents_from, at, author) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};

/// `item` of an attestation is its referential; of each there is one row and perhaps that of the head.
constexpr Sql select_attestations{
    "SELECT a.item, r.code, r.name, a.day, p.person, p.family_name, p.given_name, p.title, s.day, h.person, h.family_name, "
    "h.given_name, h.title, a.org, a.verdict FROM EACH($1) v CROSS JOIN skill_verdict a JOIN skill_referential r ON r.org = a.item / 4294967296 "
    "AND r.referential = a.item % 4294967296 LEFT JOIN person p ON p.person = a.author "
    "LEFT JOIN skill_verdict s ON s.org = a.org AND s.member = a.member AND s.kind = 3 AND s.item = a.item "
    "LEFT JOIN person h ON h.person = s.author WHERE a.org = v.value / 4294967296 AND a.member = v.value % 4294967296 AND a.kind = 2 "
    "ORDER BY a.day DESC, a.org, a.verdict DESC"};

/// In the order of the referential.
constexpr Sql select_behind{
    "SELECT b.org, b.attestation, d.item, n.code, n.label, d.degree FROM EACH($1) v CROSS JOIN skill_verdict a CROSS JOIN skill_attested b "
    "CROSS JOIN skill_verdict d CROSS JOIN skill_node n WHERE a.org = v.value / 4294967296 AND a.member = v.value % 4294967296 AND a.kind = 2 "
    "AND b.org = a.org AND b.attestation = a.verdict AND d.org = b.org AND d.verdict = b.decision "
    "AND ($2 = 1 OR ($3 = 1 AND d.pupils_from <= $4) OR ($5 = 1 AND d.parents_from <= $4)) "
    "AND n.org = d.item / 4294967296 AND n.node = d.item % 4294967296 ORDER BY b.org, b.attestation, n.org, n.node"};

constexpr Sql insert_behind{"INSERT INTO skill_attested (org, attestation, decision) VALUES ($1, $2, ITEM($3))"};

std::int64_t insert_decided(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, std::int64_t kind,
                            std::int64_t item, Date on, const DecidedDegree& degree) {
  const std::int64_t verdict = unit.take_numbers(granted, org.value, "skill_verdict");
  unit.exec(granted, insert_verdict, org.value, verdict, member, kind, item, degree.degree.value_or(0), day(on), degree.reason,
            optional_day(degree.pupils_from), optional_day(degree.parents_from), unit::micros(unit.now()), unit.actor().person);
  return verdict;
}

/// The decisions behind the attestations of members, by school and number of the attestation.
std::map<std::pair<std::int64_t, std::int64_t>, std::vector<AttestedDegree>> behind_attestations(
    unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown) {
  Rows rows = unit.query(select_behind, members, shown.all, shown.to_pupils, day(unit.today()), shown.to_parents);
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<AttestedDegree>> found;
  while (rows.next()) {
    found[{rows.integer(0), rows.integer(1)}].push_back({SkillItemId{rows.integer(2)}, rows.string(3), rows.string(4), rows.int32(5)});
  }
  return found;
}

}  // namespace

std::vector<Decided> decided_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const gradebook::Span& span) {
  std::vector<Decided> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_decided, members, day(span.first_day), day(span.last_day), shown.all, shown.to_pupils, day(unit.today()),
                         shown.to_parents);
  while (rows.next()) {
    const auto reason = shown.all ? rows.optional_string(8) : std::nullopt;
    found.push_back({rows.integer(0), make_id<SkillReferentialId>(rows.integer(1), rows.integer(2)), {rows.string(3), rows.string(4)},
                     {rows.integer(5), unit::date(rows.integer(6)), optional_level(rows, 7), reason, rows.integer(0) >> 32}});
  }
  return found;
}

void add_decided_degree(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillItemId item, Date on,
                        const DecidedDegree& degree) {
  insert_decided(unit, granted, org, member, decided, item.value, on, degree);
}

std::vector<Attestation> attestations_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown) {
  std::vector<Attestation> found;
  if (members.empty()) return found;
  auto behind = behind_attestations(unit, members, shown);
  Rows rows = unit.query(select_attestations, members);
  while (rows.next()) {
    Attestation one{SkillReferentialId{rows.integer(0)}, rows.string(1), rows.string(2), unit::date(rows.integer(3)),
                    person::card_of(rows, 4), optional_date(rows, 8), {}, std::move(behind[{rows.integer(13), rows.integer(14)}]),
                    OrgId{rows.integer(13)}};
    if (!rows.is_null(9)) one.signed_by = person::card_of(rows, 9);
    found.push_back(std::move(one));
  }
  return found;
}

void add_signature(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, SkillReferentialId referential,
                   Signature signature, std::span<const std::int64_t> decisions) {
  const std::int64_t verdict =
      insert_decided(unit, granted, org, member, static_cast<std::int64_t>(signature), referential.value, unit.today(), {});
  if (!decisions.empty()) unit.exec_each(granted, insert_behind, org.value, verdict, decisions);
}

}  // namespace ent::skill::rows
