#include "skill/method_rows.hpp"

#include "base/joined.hpp"
#include "base/text.hpp"
#include "skill/columns.hpp"
#include "unit/instants.hpp"
#include "unit/line.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// Of one unit what is said of the referential goes before what is said of all, whose code is empty.
constexpr Sql select_method_on{
    "SELECT m.method, m.earlier, m.bounds, m.org, m.code, m.valid_from, m.partly, m.acquired, COALESCE(m.latest, 0) FROM EACH($1) v "
    "JOIN skill_method m ON m.org = v.value % 4294967296 WHERE (m.code = $2 OR m.code = '') AND m.valid_from <= $3 "
    "ORDER BY v.value, m.code DESC, m.valid_from DESC LIMIT 1"};

constexpr Sql upsert_method{
    "INSERT INTO skill_method (org, code, valid_from, method, earlier, bounds, partly, acquired, latest, at, author) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
    "ON CONFLICT (org, code, valid_from) DO UPDATE SET method = excluded.method, earlier = excluded.earlier, "
    "bounds = excluded.bounds, partly = excluded.partly, acquired = excluded.acquired, latest = excluded.latest, at = excluded.at, author = excluded.author"};

}  // namespace

MethodView method_on(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& referential, Date on) {
  Rows rows = unit.query(select_method_on, unit::by_distance(line), referential, day(on));
  if (!rows.next()) return {.method = "mean", .earlier = Earlier::left_out};
  MethodView view{rows.string(0), static_cast<Earlier>(rows.int32(1)), {}, OrgId{rows.integer(3)}, base::unless_empty(rows.string(4)),
                  unit::date(rows.integer(5)), optional_decimal(rows, 6), optional_decimal(rows, 7), optional_level(rows, 8)};
  for (const std::string& bound : base::lines_of(rows.string(2))) view.bounds.push_back(*Decimal::parse(bound));
  return view;
}

void put_method(unit::WriteUnit& unit, const unit::Granted& granted, const MethodView& said) {
  std::vector<std::string> bounds;
  for (const Decimal bound : said.bounds) bounds.push_back(bound.text());
  unit.exec(granted, upsert_method, said.org_id->value, said.referential_code.value_or(""), day(*said.valid_from), said.method,
            static_cast<std::int32_t>(said.earlier), base::joined(bounds), optional_millionths(said.partly_from),
            optional_millionths(said.acquired_from), said.latest, unit::micros(unit.now()), unit.actor().person);
}

}  // namespace ent::skill::rows
