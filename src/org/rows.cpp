#include "org/rows.hpp"

#include "base/text.hpp"
#include "unit/dates.hpp"

namespace ent::org::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_at{
    "SELECT org, kind, code, name, degree, nature_code, valid_from, valid_to, revision "
    "FROM org_unit WHERE org = $1 AND valid_from <= $2 AND valid_to > $2"};

constexpr Sql select_last{
    "SELECT org, kind, code, name, degree, nature_code, valid_from, valid_to, revision "
    "FROM org_unit WHERE org = $1 ORDER BY valid_from DESC LIMIT 1"};

constexpr Sql select_code{"SELECT 1 FROM org_unit WHERE kind = $1 AND code = $2 AND valid_to > $3 LIMIT 1"};

constexpr Sql select_under{
    "WITH RECURSIVE up (org) AS ("
    "  SELECT CAST($1 AS BIGINT) UNION "
    "  SELECT l.parent FROM up JOIN org_link l ON l.child = up.org WHERE l.relation = $2 AND l.valid_to > $3"
    ") SELECT 1 FROM up WHERE org = $4"};

constexpr Sql select_page{
    "SELECT u.org, u.kind, u.code, u.name, u.degree, u.nature_code, u.valid_from, u.valid_to, u.revision "
    "FROM EACH($1) v JOIN org_unit u ON u.org = v.value "
    "WHERE u.valid_from <= $2 AND u.valid_to > $2 AND (u.kind = $3 OR $3 = 0) "
    "AND ($4 = 0 OR EXISTS (SELECT 1 FROM org_link l WHERE l.child = u.org AND l.relation = $5 AND l.parent = $4 "
    "                       AND l.valid_from <= $2 AND l.valid_to > $2)) "
    "AND (u.folded_name, u.org) > ($6, $7) "
    "ORDER BY u.folded_name, u.org LIMIT $8"};

constexpr Sql insert_unit{
    "INSERT INTO org_unit (org, valid_from, valid_to, kind, code, name, folded_name, degree, nature_code, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

constexpr Sql update_end{"UPDATE org_unit SET valid_to = $1 WHERE org = $2 AND valid_from = $3"};

constexpr Sql update_state{
    "UPDATE org_unit SET name = $1, folded_name = $2, nature_code = $3, revision = $4 "
    "WHERE org = $5 AND valid_from = $6"};

constexpr Sql end_links{
    "UPDATE org_link SET valid_to = $1 WHERE child = $2 AND relation = $3 AND valid_to > $1 AND valid_from < $1 "
    "AND EXISTS (SELECT 1 FROM org_unit p WHERE p.org = org_link.parent AND p.kind = $4)"};

constexpr Sql insert_link{
    "INSERT INTO org_link (child, parent, relation, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (child, relation, parent, valid_from) DO NOTHING"};

std::int32_t number(auto word) { return static_cast<std::int32_t>(word); }

std::optional<std::int32_t> number(const std::optional<Degree>& degree) {
  return degree ? std::optional(static_cast<std::int32_t>(*degree)) : std::nullopt;
}

View view_of(const Rows& row) {
  View view;
  view.id = {row.integer(0)};
  view.kind = static_cast<Kind>(row.int32(1));
  view.code = row.string(2);
  view.name = row.string(3);
  if (!row.is_null(4)) view.degree = static_cast<Degree>(row.int32(4));
  view.nature_code = row.optional_string(5);
  view.valid_from = unit::date(row.integer(6));
  view.valid_to = unit::end_date(row.integer(7));
  view.revision = row.integer(8);
  return view;
}

std::optional<View> first_of(Rows rows) { return rows.next() ? std::optional(view_of(rows)) : std::nullopt; }

}  // namespace

std::optional<View> find(unit::Unit& unit, OrgId id, Date at) { return first_of(unit.query(select_at, id.value, day(at))); }

std::optional<View> find_last(unit::Unit& unit, OrgId id) { return first_of(unit.query(select_last, id.value)); }

bool code_taken(unit::Unit& unit, Kind kind, const std::string& code, Date from) {
  return unit.query(select_code, number(kind), code, day(from)).next();
}

bool lies_under(unit::Unit& unit, OrgId id, OrgId below, Date from) {
  return unit.query(select_under, id.value, number(Relation::part_of), day(from), below.value).next();
}

std::vector<View> list(unit::Unit& unit, const std::vector<std::int64_t>& visible, const List& input, const base::Place& start) {
  Rows rows = unit.query(select_page, std::span<const std::int64_t>(visible), day(unit.at()),
                         input.kind ? number(*input.kind) : 0, input.part_of.value_or(OrgId{}).value,
                         number(Relation::part_of), start.text, start.number, input.limit + 1);
  std::vector<View> page;
  while (rows.next()) page.push_back(view_of(rows));
  return page;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const View& view) {
  unit.exec(granted, insert_unit, view.id.value, day(view.valid_from), day(view.valid_to.value_or(open_end)),
            number(view.kind), view.code, view.name, base::fold(view.name), number(view.degree), view.nature_code,
            view.revision);
}

void end_state(unit::WriteUnit& unit, const unit::Granted& granted, const View& standing, Date end) {
  unit.exec(granted, update_end, day(end), standing.id.value, day(standing.valid_from));
}

void replace(unit::WriteUnit& unit, const unit::Granted& granted, const View& view) {
  unit.exec(granted, update_state, view.name, base::fold(view.name), view.nature_code, view.revision, view.id.value,
            day(view.valid_from));
}

void link(unit::WriteUnit& unit, const unit::Granted& granted, OrgId child, Relation relation, const View& parent,
          Date from) {
  unit.exec(granted, end_links, day(from), child.value, number(relation), number(parent.kind));
  unit.exec(granted, insert_link, child.value, parent.id.value, number(relation), day(from), day(open_end));
}

}  // namespace ent::org::rows
