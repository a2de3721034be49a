#include "subject/rows.hpp"

#include <set>

#include "base/text.hpp"
#include "subject/rules.hpp"
#include "unit/line.hpp"

namespace ent::subject {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_SUBJECT(s)                                                                                       \
  s ".org, " s ".code, " s ".name, " s ".short_name, " s ".national_code, " s ".management_code, " s ".position, " s \
    ".colour, " s ".retired, " s ".revision "

constexpr Sql select_own{
    "SELECT " ENT_SUBJECT("s") "FROM EACH_TEXT($1) c JOIN subject s ON s.org = $2 AND s.code = c.value ORDER BY s.code"};

constexpr Sql select_all_own{"SELECT " ENT_SUBJECT("s") "FROM subject s WHERE s.org = $1 ORDER BY s.code"};

constexpr Sql delete_subjects{"DELETE FROM subject WHERE org = $1 AND code = ITEM_TEXT($2)"};

/// A unit of the line is `distance << 32 | org`: what a nearer one says of a code hides what the others say.
constexpr Sql select_page{
    "SELECT " ENT_SUBJECT("s") "FROM EACH($1) v JOIN subject s ON s.org = v.value % 4294967296 "
    "WHERE (s.position, s.sort_key) > ($2, $3) AND (s.retired = 0 OR $4 = 1) "
    "AND NOT EXISTS (SELECT 1 FROM EACH($1) n JOIN subject t ON t.org = n.value % 4294967296 AND t.code = s.code "
    "                WHERE n.value < v.value) "
    "ORDER BY s.position, s.sort_key LIMIT $5"};

constexpr Sql select_shown{
    "SELECT v.value, s.code, s.name, s.colour FROM EACH($1) v JOIN EACH_TEXT($2) c ON 1 = 1 "
    "JOIN subject s ON s.org = v.value % 4294967296 AND s.code = c.value ORDER BY v.value"};

constexpr Sql select_shown_in{
    "SELECT s.org, s.code, s.name, s.colour FROM EACH($1) v JOIN EACH_TEXT($2) c ON 1 = 1 "
    "JOIN subject s ON s.org = v.value AND s.code = c.value"};

constexpr Sql select_elsewhere{
    "SELECT v.value, s.code, s.national_code, s.short_name FROM EACH($1) v JOIN EACH_TEXT($2) c ON 1 = 1 "
    "JOIN subject s ON s.org = v.value % 4294967296 AND s.code = c.value ORDER BY v.value"};

constexpr Sql select_by_name{
    "SELECT v.value, s.name, s.code FROM EACH($1) v JOIN subject s ON s.org = v.value % 4294967296 "
    "WHERE s.retired = 0 AND s.name IN (SELECT n.value FROM EACH_TEXT($2) n) ORDER BY v.value, s.code"};

#define ENT_PUT_SUBJECT                                                                                              \
  "INSERT INTO subject (org, code, name, sort_key, short_name, national_code, management_code, position, colour, "    \
  "retired, revision) VALUES ($1, ITEM_TEXT($2), ITEM_TEXT($3), ITEM_TEXT($4), NULLIF(ITEM_TEXT($5), ''), "          \
  "NULLIF(ITEM_TEXT($6), ''), NULLIF(ITEM_TEXT($7), ''), ITEM($8), NULLIF(ITEM_TEXT($9), ''), ITEM($10), ITEM($11)) " \
  "ON CONFLICT (org, code) "

constexpr Sql put_subjects{
    ENT_PUT_SUBJECT
    "DO UPDATE SET name = excluded.name, sort_key = excluded.sort_key, short_name = excluded.short_name, "
    "national_code = excluded.national_code, management_code = excluded.management_code, position = excluded.position, "
    "colour = excluded.colour, retired = excluded.retired, revision = excluded.revision"};

constexpr Sql insert_missing{ENT_PUT_SUBJECT "DO NOTHING"};

std::string sort_key(const View& view) { return base::fold(view.name) + ' ' + view.code; }

View view_at(const Rows& row) {
  View view;
  view.org_id = {row.integer(0)};
  view.code = row.string(1);
  view.name = row.string(2);
  view.short_name = row.optional_string(3);
  view.national_code = row.optional_string(4);
  view.management_code = row.optional_string(5);
  view.position = row.int32(6);
  view.colour = row.optional_string(7);
  view.retired = row.integer(8) != 0;
  view.revision = row.integer(9);
  return view;
}

std::vector<View> all_of(Rows rows) {
  std::vector<View> found;
  while (rows.next()) found.push_back(view_at(rows));
  return found;
}

void write(unit::WriteUnit& unit, const unit::Granted& granted, const Sql& sql, OrgId org, std::span<const View> views) {
  if (views.empty()) return;
  std::vector<std::string> codes, names, keys, short_names, national, management, colours;
  std::vector<std::int64_t> positions, retired, revisions;
  for (const View& view : views) {
    codes.push_back(view.code);
    names.push_back(view.name);
    keys.push_back(sort_key(view));
    short_names.push_back(view.short_name.value_or(""));
    national.push_back(view.national_code.value_or(""));
    management.push_back(view.management_code.value_or(""));
    positions.push_back(view.position);
    colours.push_back(view.colour.value_or(""));
    retired.push_back(view.retired ? 1 : 0);
    revisions.push_back(view.revision);
  }
  unit.exec_each(granted, sql, org.value, codes, names, keys, short_names, national, management, positions, colours, retired,
                 revisions);
}

}  // namespace

std::unordered_map<std::string, Shown> shown(unit::Unit& unit, std::span<const std::int64_t> line,
                                             const std::vector<std::string>& codes) {
  std::unordered_map<std::string, Shown> found;
  if (codes.empty()) return found;
  Rows rows = unit.query(select_shown, unit::by_distance(line), codes);
  while (rows.next()) found.emplace(rows.string(1), Shown{rows.string(2), rows.optional_string(3)});
  return found;
}

std::map<std::pair<std::int64_t, std::string>, Shown> shown_in(
    unit::Unit& unit, const std::map<std::int64_t, std::vector<std::int64_t>>& lines, const std::vector<std::string>& codes) {
  std::map<std::pair<std::int64_t, std::string>, Shown> said, found;
  if (codes.empty() || lines.empty()) return found;
  std::set<std::int64_t> units;
  for (const auto& [org, line] : lines) units.insert(line.begin(), line.end());
  Rows rows = unit.query(select_shown_in, std::vector(units.begin(), units.end()), codes);
  while (rows.next()) said.emplace(std::pair(rows.integer(0), rows.string(1)), Shown{rows.string(2), rows.optional_string(3)});
  for (const auto& [org, line] : lines) {
    for (const std::string& code : codes) {
      for (const std::int64_t one : line) {
        const auto shown = said.find({one, code});
        if (shown == said.end()) continue;
        found.emplace(std::pair(org, code), shown->second);
        break;
      }
    }
  }
  return found;
}

std::unordered_map<std::string, std::string> codes_of(unit::Unit& unit, std::span<const std::int64_t> line,
                                                      const std::vector<std::string>& names) {
  std::unordered_map<std::string, std::string> found;
  if (names.empty()) return found;
  Rows rows = unit.query(select_by_name, unit::by_distance(line), names);
  while (rows.next()) found.emplace(rows.string(1), rows.string(2));
  return found;
}

std::unordered_map<std::string, Codes> codes_elsewhere(unit::Unit& unit, std::span<const std::int64_t> line,
                                                       const std::vector<std::string>& codes) {
  std::unordered_map<std::string, Codes> found;
  if (codes.empty()) return found;
  Rows rows = unit.query(select_elsewhere, unit::by_distance(line), codes);
  while (rows.next()) found.emplace(rows.string(1), Codes{rows.optional_string(2), rows.optional_string(3)});
  return found;
}

void add_missing(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Row> rows) {
  std::vector<View> views;
  for (const Row& row : rows) views.push_back(view_of(org, tidy(row), 1));
  write(unit, granted, insert_missing, org, views);
}

std::vector<View> own(unit::Unit& unit, OrgId org) { return all_of(unit.query(select_all_own, org.value)); }

void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::vector<std::string>& codes) {
  if (!codes.empty()) unit.exec_each(granted, delete_subjects, org.value, codes);
}

namespace rows {

std::vector<View> own(unit::Unit& unit, OrgId org, const std::vector<std::string>& codes) {
  return all_of(unit.query(select_own, codes, org.value));
}

std::vector<View> list(unit::Unit& unit, std::span<const std::int64_t> line, const List& input, const base::Place& start) {
  return all_of(unit.query(select_page, unit::by_distance(line), start.number, start.text, input.retired ? 1 : 0, input.limit + 1));
}

base::Place place_of(const View& view) { return {sort_key(view), view.position}; }

void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const View> views) {
  write(unit, granted, put_subjects, org, views);
}

}  // namespace rows
}  // namespace ent::subject
