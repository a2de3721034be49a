// The rows of `attendance_justification` and `attendance_decision`.
#include "attendance/rows.hpp"
#include "person/card.hpp"
#include "unit/instants.hpp"

namespace ent::attendance::rows {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_JUSTIFICATION                                                                                                 \
  "j.justification, j.member, j.begins, j.ends, j.reason, j.text, j.written_at, j.decision, j.answer, j.decided_at, "     \
  "j.revision, p.person, p.family_name, p.given_name, p.title, a.person, a.family_name, a.given_name, a.title "           \
  "FROM attendance_justification j JOIN member m ON m.org = j.org AND m.member = j.member "                               \
  "JOIN person p ON p.person = m.person LEFT JOIN person a ON a.person = j.author "

constexpr Sql select_justification{"SELECT " ENT_JUSTIFICATION "WHERE j.org = $1 AND j.justification = $2"};

constexpr Sql select_justifications_of_pupil{"SELECT " ENT_JUSTIFICATION
                              "WHERE j.org = $1 AND j.member = $2 AND j.ends > $3 AND j.begins < $4 "
                              "ORDER BY j.begins, j.justification"};

constexpr Sql select_justifications_among{"SELECT " ENT_JUSTIFICATION
                              "WHERE j.org = $1 AND j.member IN (SELECT v.value FROM EACH($2) v) AND j.ends > $3 AND j.begins < $4 "
                              "AND j.decision <> 0 ORDER BY j.begins, j.justification"};

constexpr Sql select_justifications_in{"SELECT " ENT_JUSTIFICATION
                        "WHERE j.org = $1 AND j.decision IN (SELECT v.value FROM EACH($2) v) AND j.ends > $3 AND j.begins < $4 "
                        "ORDER BY j.begins, j.justification"};

constexpr Sql insert_one{
    "INSERT INTO attendance_justification (org, member, ends, justification, begins, reason, text, author, written_at, decision, "
    "answer, decided_at, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, '', 0, 1)"};

constexpr Sql update_one{
    "UPDATE attendance_justification SET decision = $1, answer = $2, decided_at = $3, revision = $4 "
    "WHERE org = $5 AND justification = $6"};

constexpr Sql insert_decision{
    "INSERT INTO attendance_decision (org, justification, revision, decision, answer, author, decided_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};

std::vector<JustificationRow> all_of(Rows rows) {
  std::vector<JustificationRow> found;
  while (rows.next()) {
    JustificationRow row{rows.integer(0),          rows.integer(1), {rows.integer(2), rows.integer(3)}, rows.string(4), rows.string(5),
                         unit::instant(rows.integer(6)), {},              rows.string(8),  unit::instant(rows.integer(9)), rows.integer(10),
                         person::card_of(rows, 11), {}};
    if (rows.integer(7) != 0) row.decision = static_cast<Decision>(rows.int32(7));
    if (!rows.is_null(15)) row.author = person::card_of(rows, 15);
    found.push_back(std::move(row));
  }
  return found;
}

}  // namespace

std::optional<JustificationRow> find_justification(unit::Unit& unit, JustificationId id) {
  auto found = all_of(unit.query(select_justification, id.establishment(), id.number()));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<JustificationRow> justifications_of(unit::Unit& unit, OrgId org, std::int64_t member, const Span& span) {
  return all_of(unit.query(select_justifications_of_pupil, org.value, member, span.from, span.to));
}

std::vector<JustificationRow> justifications_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span) {
  return all_of(unit.query(select_justifications_among, org.value, members, span.from, span.to));
}

std::vector<JustificationRow> justifications_in(unit::Unit& unit, OrgId org, const Span& span, bool decided, bool waiting) {
  std::vector<std::int64_t> decisions;
  if (waiting) decisions.push_back(0);
  if (decided) decisions.insert(decisions.end(), {1, 2});
  return all_of(unit.query(select_justifications_in, org.value, decisions, span.from, span.to));
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row,
            std::int64_t author) {
  unit.exec(granted, insert_one, org.value, row.member, row.span.to, row.justification, row.span.from, row.reason, row.text,
            author, unit::micros(row.written_at));
}

void decide(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row) {
  const auto decision = static_cast<std::int32_t>(*row.decision);
  unit.exec(granted, update_one, decision, row.answer, unit::micros(row.decided_at), row.revision, org.value,
            row.justification);
  unit.exec(granted, insert_decision, org.value, row.justification, row.revision, decision, row.answer, unit.actor().person,
            unit::micros(row.decided_at));
}

}  // namespace ent::attendance::rows
