#include "gradebook/box_rows.hpp"

#include "base/error.hpp"
#include "gradebook/box_describe.hpp"
#include "reflect/codec.hpp"
#include "unit/dates.hpp"
#include "unit/instants.hpp"

namespace ent::gradebook::rows {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_BOXES "SELECT b.grp, b.subject, b.valid_from, b.boxes "

constexpr Sql select_boxes_of_groups{
    ENT_BOXES "FROM EACH($1) v CROSS JOIN subject_boxes b WHERE b.org = $2 AND b.grp = v.value AND b.valid_from <= $3 "
    "ORDER BY b.subject, b.grp, b.valid_from"};

constexpr Sql select_boxes_of_member{
    ENT_BOXES "FROM (SELECT DISTINCT h.grp AS grp FROM group_member h WHERE h.org = $1 AND h.member = $2) g "
    "CROSS JOIN subject_boxes b WHERE b.org = $1 AND b.grp = g.grp AND b.valid_from <= $3 ORDER BY b.subject, b.grp, b.valid_from"};

constexpr Sql select_boxes_of_group{
    ENT_BOXES "FROM subject_boxes b WHERE b.org = $1 AND b.grp = $2 AND (b.subject = $3 OR $4 = 0) "
    "ORDER BY b.subject, b.valid_from"};

constexpr Sql upsert_boxes{
    "INSERT INTO subject_boxes (org, grp, subject, valid_from, boxes, at, author) VALUES ($1, $2, $3, $4, $5, $6, $7) "
    "ON CONFLICT (org, grp, subject, valid_from) DO UPDATE SET boxes = excluded.boxes, at = excluded.at, author = excluded.author"};

constexpr Sql select_boxes_in_use{
    "SELECT DISTINCT a.box FROM assessment a WHERE a.org = $1 AND a.grp = $2 AND a.day >= $3 AND a.day < $4 AND a.subject = $5 "
    "AND a.removed = 0 AND a.box <> ''"};

std::vector<SaidBoxes> all_said(Rows rows) {
  std::vector<SaidBoxes> found;
  while (rows.next()) {
    SaidBoxes& said = found.emplace_back(SaidBoxes{rows.integer(0), rows.string(1), unit::date(rows.integer(2)), {}});
    if (const auto fault = reflect::read_json(reflect::TypeOf<BoxTree>::value, rows.string(3), &said.tree)) throw Exception(*fault);
  }
  return found;
}

}  // namespace

std::vector<SaidBoxes> boxes_of_groups(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date until) {
  return all_said(unit.query(select_boxes_of_groups, groups, org.value, unit::day(until)));
}

std::vector<SaidBoxes> boxes_of_member(unit::Unit& unit, OrgId org, std::int64_t member, Date until) {
  return all_said(unit.query(select_boxes_of_member, org.value, member, unit::day(until)));
}

std::vector<SaidBoxes> boxes_of(unit::Unit& unit, GroupId group, const std::optional<std::string>& subject) {
  return all_said(unit.query(select_boxes_of_group, group.establishment(), group.number(), subject.value_or(""), subject ? 1 : 0));
}

void put_boxes(unit::WriteUnit& unit, const unit::Granted& granted, GroupId group, const SaidBoxes& said) {
  std::string text;
  reflect::write_json(reflect::TypeOf<BoxTree>::value, &said.tree, text);
  unit.exec(granted, upsert_boxes, group.establishment(), group.number(), said.subject, unit::day(said.valid_from), text,
            unit::micros(unit.now()), unit.actor().person);
}

std::vector<std::string> boxes_in_use(unit::Unit& unit, GroupId group, const std::string& subject, Date from, Date before) {
  Rows rows = unit.query(select_boxes_in_use, group.establishment(), group.number(), unit::day(from), unit::day(before), subject);
  std::vector<std::string> found;
  while (rows.next()) found.push_back(rows.string(0));
  return found;
}

}  // namespace ent::gradebook::rows
