#include <set>

#include "skill/columns.hpp"
#include "skill/scales.hpp"
#include "unit/columns.hpp"
#include "unit/instants.hpp"
#include "unit/line.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// Of what was said of one day twice, the later holds.
constexpr Sql select_scale_on{
    "SELECT s.org, s.scale, s.valid_from FROM EACH($1) v JOIN skill_scale s ON s.org = v.value % 4294967296 "
    "WHERE s.valid_from <= $2 ORDER BY v.value, s.valid_from DESC, s.scale DESC LIMIT 1"};

constexpr Sql select_levels_in{
    "SELECT v.value, l.level, l.label, l.symbol, l.value, l.colour FROM EACH($1) v JOIN skill_scale_level l "
    "ON l.org = v.value / 4294967296 AND l.scale = v.value % 4294967296 ORDER BY v.value, l.level"};

constexpr Sql insert_scale_row{"INSERT INTO skill_scale (org, scale, valid_from, at, author) VALUES ($1, $2, $3, $4, $5)"};

constexpr Sql insert_scale_levels{
    "INSERT INTO skill_scale_level (org, scale, level, label, symbol, value, colour) "
    "VALUES ($1, $2, ITEM($3), ITEM_TEXT($4), ITEM_TEXT($5), ITEM($6), NULLIF(ITEM_TEXT($7), ''))"};

}  // namespace

HeldScale scale_on(unit::Unit& unit, std::span<const std::int64_t> line, Date on) {
  Rows rows = unit.query(select_scale_on, unit::by_distance(line), day(on));
  if (!rows.next()) return {};
  return {rows.integer(0) << 32 | rows.integer(1), unit::date(rows.integer(2))};
}

std::map<std::int64_t, std::vector<LevelView>> levels_in(unit::Unit& unit, std::span<const std::int64_t> scales) {
  std::map<std::int64_t, std::vector<LevelView>> found{{usual_scale, usual_levels()}};
  std::set<std::int64_t> own(scales.begin(), scales.end());
  own.erase(usual_scale);
  if (own.empty()) return found;
  Rows rows = unit.query(select_levels_in, std::vector(own.begin(), own.end()));
  while (rows.next()) {
    found[rows.integer(0)].push_back({rows.int32(1), rows.string(2), rows.string(3), Decimal::of_millionths(rows.integer(4)),
                                      rows.optional_string(5)});
  }
  return found;
}

void insert_scale(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, Date valid_from, std::span<const LevelView> levels) {
  const std::int64_t scale = unit.take_numbers(granted, org.value, "skill_scale");
  unit.exec(granted, insert_scale_row, org.value, scale, day(valid_from), unit::micros(unit.now()), unit.actor().person);
  std::vector<std::int64_t> values;
  std::vector<std::string> colours;
  for (const LevelView& level : levels) {
    values.push_back(level.value.millionths());
    colours.push_back(level.colour.value_or(""));
  }
  unit.exec_each(granted, insert_scale_levels, org.value, scale, unit::numbers(levels, &LevelView::level),
                 unit::texts(levels, &LevelView::label), unit::texts(levels, &LevelView::symbol), values, colours);
}

}  // namespace ent::skill::rows
