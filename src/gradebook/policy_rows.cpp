#include "gradebook/policy_rows.hpp"

#include "base/error.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/frozen_describe.hpp"
#include "reflect/codec.hpp"
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
    "p.negative, p.above_maximum, p.decimals, p.letters, p.quartiles, p.categories, p.weigh, p.bonus, p.optional, p.year_of, p.roundings "
    "FROM EACH($1) v JOIN mark_policy p ON p.org = v.value % 4294967296 "
    "WHERE p.valid_from <= $2 ORDER BY v.value, p.level, p.valid_from"};

constexpr Sql upsert_policy{
    "INSERT INTO mark_policy (org, level, valid_from, policy, step, rounding, missing, best_more, best_times, worst_times, at, author, moved, "
    "negative, above_maximum, decimals, letters, quartiles, categories, weigh, bonus, optional, year_of, roundings) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) "
    "ON CONFLICT (org, level, valid_from) DO UPDATE SET policy = excluded.policy, step = excluded.step, "
    "rounding = excluded.rounding, missing = excluded.missing, best_more = excluded.best_more, best_times = excluded.best_times, "
    "worst_times = excluded.worst_times, at = excluded.at, author = excluded.author, moved = excluded.moved, "
    "negative = excluded.negative, above_maximum = excluded.above_maximum, decimals = excluded.decimals, letters = excluded.letters, "
    "quartiles = excluded.quartiles, categories = excluded.categories, weigh = excluded.weigh, bonus = excluded.bonus, "
    "optional = excluded.optional, year_of = excluded.year_of, roundings = excluded.roundings"};

// Each set begins with a row without subject, so that an empty one holds too.
constexpr Sql select_sets{
    "SELECT c.grp, c.level, c.valid_from, c.subject, c.coefficient, c.mode, 0 AS member FROM EACH($1) v JOIN subject_coefficient c "
    "ON c.org = $2 AND c.grp = v.value WHERE c.valid_from <= $3 UNION ALL SELECT 0, '', o.valid_from, o.subject, o.coefficient, o.mode, "
    "o.member FROM EACH($4) m JOIN pupil_coefficient o ON o.org = $2 AND o.member = m.value WHERE o.valid_from <= $3"};

constexpr Sql select_all_sets{
    "SELECT c.grp, c.level, c.valid_from, c.subject, c.coefficient, c.mode, 0 AS member FROM subject_coefficient c WHERE c.org = $1 "
    "AND c.valid_from <= $2 ORDER BY c.grp, c.level, c.valid_from, c.subject"};

constexpr Sql select_all_own_sets{
    "SELECT 0, '', o.valid_from, o.subject, o.coefficient, o.mode, o.member FROM pupil_coefficient o WHERE o.org = $1 "
    "AND o.valid_from <= $2 ORDER BY o.member, o.valid_from, o.place"};

constexpr Sql delete_coefficients{
    "DELETE FROM subject_coefficient WHERE org = $1 AND grp = $2 AND level = $3 AND valid_from = $4"};
constexpr Sql insert_coefficients{
    "INSERT INTO subject_coefficient (org, grp, level, valid_from, subject, coefficient, mode) "
    "VALUES ($1, $2, $3, $4, ITEM_TEXT($5), ITEM($6), ITEM($7))"};

constexpr Sql delete_own_coefficients{"DELETE FROM pupil_coefficient WHERE org = $1 AND member = $2 AND valid_from = $3"};
constexpr Sql insert_own_coefficients{
    "INSERT INTO pupil_coefficient (org, member, valid_from, place, subject, coefficient, mode) "
    "VALUES ($1, $2, $3, ITEM($4), ITEM_TEXT($5), ITEM($6), ITEM($7))"};

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

template <class Record>
std::optional<Record> record_or_none(const Rows& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  Record record;
  if (const auto fault = reflect::read_json(reflect::TypeOf<Record>::value, row.string(column), &record)) throw Exception(*fault);
  return record;
}
template <class Record>
std::optional<std::string> json(const std::optional<Record>& record) {
  if (!record) return std::nullopt;
  std::string text;
  reflect::write_json(reflect::TypeOf<Record>::value, &*record, text);
  return text;
}

std::optional<SaidCategories> said_or_none(const std::vector<Category>& categories) {
  return categories.empty() ? std::nullopt : std::optional(SaidCategories{categories});
}

std::optional<SaidRoundings> said_or_none(const std::vector<RoundingOf>& roundings) {
  return roundings.empty() ? std::nullopt : std::optional(SaidRoundings{roundings});
}

constexpr std::int64_t as_for_others = 0;

std::optional<SubjectMode> mode_or_none(const Rows& row, int column) {
  return row.integer(column) == as_for_others ? std::nullopt : std::optional(static_cast<SubjectMode>(row.int32(column)));
}

std::vector<WeightBy> weights_in(Rows rows) {
  std::vector<WeightBy> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.string(1), unit::date(rows.integer(2)), rows.string(3),
                     {Decimal::of_millionths(rows.integer(4)), mode_or_none(rows, 5)}, rows.integer(6)});
  }
  return found;
}

/// A set as columns: it begins with a row without subject.
struct SetColumns {
  std::vector<std::string> subjects{""};
  std::vector<std::int64_t> coefficients{0}, modes{0}, places{0};

  SetColumns(std::span<const Coefficient> items, std::int64_t mode_unsaid) {
    for (const Coefficient& item : items) {
      subjects.push_back(item.subject_code);
      coefficients.push_back(item.coefficient.millionths());
      modes.push_back(item.mode ? static_cast<std::int64_t>(*item.mode) : mode_unsaid);
      places.push_back(static_cast<std::int64_t>(places.size()));
    }
  }
};

}  // namespace

std::vector<SaidBy> policies_until(unit::Unit& unit, std::span<const std::int64_t> line, Date until) {
  Rows rows = unit.query(select_policies, unit::by_distance(line), day(until));
  std::vector<SaidBy> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.string(1), unit::date(rows.integer(2)),
                     {rows.string(3), decimal_or_none(rows, 4), word_or_none<RoundingRule>(rows, 5), word_or_none<MissingRule>(rows, 6),
                      decimal_or_none(rows, 7), decimal_or_none(rows, 8), decimal_or_none(rows, 9), word_or_none<MovedRule>(rows, 10),
                      word_or_none<bool>(rows, 11), word_or_none<bool>(rows, 12), word_or_none<std::int32_t>(rows, 13),
                      record_or_none<Letters>(rows, 14), word_or_none<QuartileRule>(rows, 15),
                      record_or_none<SaidCategories>(rows, 16).value_or(SaidCategories{}).items, word_or_none<WeighRule>(rows, 17),
                      word_or_none<BonusRule>(rows, 18), word_or_none<OptionalRule>(rows, 19), word_or_none<YearRule>(rows, 20),
                      record_or_none<SaidRoundings>(rows, 21).value_or(SaidRoundings{}).items}});
  }
  return found;
}

void put_policy(unit::WriteUnit& unit, const unit::Granted& granted, const SaidBy& policy) {
  const Said& said = policy.said;
  unit.exec(granted, upsert_policy, policy.org, policy.level, day(policy.valid_from), said.preset, millionths(said.step),
            number(said.rounding), number(said.missing), millionths(said.best_more), millionths(said.best_times),
            millionths(said.worst_times), unit.now().time_since_epoch().count(), unit.actor().person, number(said.moved),
            number(said.negative), number(said.above_maximum), number(said.decimals), json(said.letters), number(said.quartiles),
            json(said_or_none(said.categories)), number(said.weigh), number(said.bonus), number(said.optional), number(said.year),
            json(said_or_none(said.roundings)));
}

std::vector<WeightBy> weights_until(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& divisions,
                                    const std::vector<std::int64_t>& members, Date until) {
  return weights_in(unit.query(select_sets, divisions, org.value, day(until), members));
}

std::vector<WeightBy> all_weights_until(unit::Unit& unit, OrgId org, Date until) {
  return weights_in(unit.query(select_all_sets, org.value, day(until)));
}

std::vector<WeightBy> all_own_weights_until(unit::Unit& unit, OrgId org, Date until) {
  return weights_in(unit.query(select_all_own_sets, org.value, day(until)));
}

void put_coefficients(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t division, const std::string& level,
                      Date valid_from, std::span<const Coefficient> items) {
  const SetColumns set(items, static_cast<std::int64_t>(SubjectMode::ordinary));
  unit.exec(granted, delete_coefficients, org.value, division, level, day(valid_from));
  unit.exec_each(granted, insert_coefficients, org.value, division, level, day(valid_from), set.subjects, set.coefficients, set.modes);
}

void put_own_coefficients(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, Date valid_from,
                          std::span<const Coefficient> items) {
  const SetColumns set(items, as_for_others);
  unit.exec(granted, delete_own_coefficients, org.value, member, day(valid_from));
  unit.exec_each(granted, insert_own_coefficients, org.value, member, day(valid_from), set.places, set.subjects, set.coefficients, set.modes);
}

std::vector<std::int64_t> closed_since(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  Rows rows = unit.query(select_closed_since, org.value, school_year);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace ent::gradebook::rows
