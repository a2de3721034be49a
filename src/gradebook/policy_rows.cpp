#include "gradebook/policy_rows.hpp"

#include "unit/dates.hpp"
#include "unit/line.hpp"

namespace ent::gradebook::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// A unit of the line is `distance << 32 | org`.
constexpr Sql select_policies{
    "SELECT p.org, p.level, p.valid_from, p.policy, p.step, p.rounding, p.missing, p.best_more, p.best_times, p.worst_times, p.moved, "
    "p.negative, p.above_maximum, p.decimals FROM EACH($1) v JOIN mark_policy p ON p.org = v.value % 4294967296 "
    "WHERE p.valid_from <= $2 ORDER BY v.value, p.level, p.valid_from"};

constexpr Sql upsert_policy{
    "INSERT INTO mark_policy (org, level, valid_from, policy, step, rounding, missing, best_more, best_times, worst_times, at, author, moved, "
    "negative, above_maximum, decimals) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) "
    "ON CONFLICT (org, level, valid_from) DO UPDATE SET policy = excluded.policy, step = excluded.step, rounding = excluded.rounding, missing = excluded.missing, "
    "best_more = excluded.best_more, best_times = excluded.best_times, worst_times = excluded.worst_times, at = excluded.at, "
    "author = excluded.author, moved = excluded.moved, negative = excluded.negative, above_maximum = excluded.above_maximum, "
    "decimals = excluded.decimals"};

// Each set begins with a row without subject, so that an empty one holds too.
constexpr Sql select_weights{
    "SELECT c.grp, c.level, c.subject, c.coefficient, c.mode, c.valid_from FROM EACH($1) v "
    "JOIN subject_coefficient c ON c.org = $2 AND c.grp = v.value WHERE c.valid_from = (SELECT MAX(o.valid_from) "
    "FROM subject_coefficient o WHERE o.org = c.org AND o.grp = c.grp AND o.level = c.level AND o.valid_from <= $3) "
    "AND c.subject <> '' ORDER BY c.subject, c.grp DESC, c.level DESC"};

constexpr Sql select_sets{
    "SELECT c.grp, c.level, c.valid_from, c.subject, c.coefficient, c.mode FROM EACH($1) v JOIN subject_coefficient c ON c.org = $2 "
    "AND c.grp = v.value WHERE c.valid_from <= $3 ORDER BY c.grp, c.level, c.valid_from, c.subject"};

constexpr Sql select_all_sets{
    "SELECT c.grp, c.level, c.valid_from, c.subject, c.coefficient, c.mode FROM subject_coefficient c WHERE c.org = $1 "
    "AND c.valid_from <= $2 ORDER BY c.grp, c.level, c.valid_from, c.subject"};

constexpr Sql delete_coefficients{
    "DELETE FROM subject_coefficient WHERE org = $1 AND grp = $2 AND level = $3 AND valid_from = $4"};
constexpr Sql insert_coefficients{
    "INSERT INTO subject_coefficient (org, grp, level, valid_from, subject, coefficient, mode) "
    "VALUES ($1, $2, $3, $4, ITEM_TEXT($5), ITEM($6), ITEM($7))"};

constexpr Sql select_closed_since{
    "SELECT DISTINCT period FROM period_state WHERE org = $1 AND school_year >= $2 AND standing = 1 AND state <> 1"};

std::optional<Decimal> decimal_or_none(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(Decimal::of_millionths(row.integer(column)));
}
std::optional<std::int64_t> millionths(const std::optional<Decimal>& value) {
  return value ? std::optional(value->millionths()) : std::nullopt;
}
template <class Word>
std::optional<Word> word_or_none(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(static_cast<Word>(row.int32(column)));
}
template <class Word>
std::optional<std::int64_t> number(const std::optional<Word>& word) {
  return word ? std::optional(static_cast<std::int64_t>(*word)) : std::nullopt;
}

std::vector<WeightBy> weights_in(Rows rows) {
  std::vector<WeightBy> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.string(1), unit::date(rows.integer(2)), rows.string(3),
                     {Decimal::of_millionths(rows.integer(4)), static_cast<SubjectMode>(rows.int32(5))}});
  }
  return found;
}

}  // namespace

std::vector<SaidBy> policies_until(unit::Unit& unit, std::span<const std::int64_t> line, Date until) {
  Rows rows = unit.query(select_policies, unit::by_distance(line), day(until));
  std::vector<SaidBy> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.string(1), unit::date(rows.integer(2)),
                     {rows.string(3), decimal_or_none(rows, 4), word_or_none<RoundingRule>(rows, 5), word_or_none<MissingRule>(rows, 6),
                      decimal_or_none(rows, 7), decimal_or_none(rows, 8), decimal_or_none(rows, 9), word_or_none<MovedRule>(rows, 10),
                      word_or_none<bool>(rows, 11), word_or_none<bool>(rows, 12), word_or_none<std::int32_t>(rows, 13)}});
  }
  return found;
}

void put_policy(unit::WriteUnit& unit, const unit::Granted& granted, const SaidBy& policy) {
  const Said& said = policy.said;
  unit.exec(granted, upsert_policy, policy.org, policy.level, day(policy.valid_from), said.preset, millionths(said.step),
            number(said.rounding), number(said.missing), millionths(said.best_more), millionths(said.best_times),
            millionths(said.worst_times), unit.now().time_since_epoch().count(), unit.actor().person, number(said.moved),
            number(said.negative), number(said.above_maximum), number(said.decimals));
}

std::vector<WeightBy> weights_until(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& divisions, Date until) {
  return weights_in(unit.query(select_sets, divisions, org.value, day(until)));
}

std::vector<WeightBy> all_weights_until(unit::Unit& unit, OrgId org, Date until) {
  return weights_in(unit.query(select_all_sets, org.value, day(until)));
}

std::vector<CoefficientView> coefficients_on(unit::Unit& unit, OrgId org, std::int64_t division, const std::string& level, Date on) {
  std::vector<std::int64_t> divisions{0};
  if (division != 0) divisions.push_back(division);
  Rows rows = unit.query(select_weights, divisions, org.value, day(on));
  std::vector<CoefficientView> found;
  while (rows.next()) {  // of one subject: the division's, the level's, that of all
    const std::int64_t group = rows.integer(0);
    const std::string of = rows.string(1), subject = rows.string(2);
    if ((!of.empty() && of != level) || (!found.empty() && found.back().subject_code == subject)) continue;
    found.push_back({subject, Decimal::of_millionths(rows.integer(3)), static_cast<SubjectMode>(rows.int32(4)),
                     group == 0 ? std::nullopt : std::optional(make_id<GroupId>(org.value, group)),
                     of.empty() ? std::nullopt : std::optional(of), unit::date(rows.integer(5))});
  }
  return found;
}

void put_coefficients(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t division, const std::string& level,
                      Date valid_from, std::span<const Coefficient> items) {
  std::vector<std::string> subjects{""};
  std::vector<std::int64_t> coefficients{0}, modes{0};
  for (const Coefficient& item : items) {
    subjects.push_back(item.subject_code);
    coefficients.push_back(item.coefficient.millionths());
    modes.push_back(static_cast<std::int64_t>(item.mode));
  }
  unit.exec(granted, delete_coefficients, org.value, division, level, day(valid_from));
  unit.exec_each(granted, insert_coefficients, org.value, division, level, day(valid_from), subjects, coefficients, modes);
}

std::vector<std::int64_t> closed_since(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  Rows rows = unit.query(select_closed_since, org.value, school_year);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace ent::gradebook::rows
