#include "skill/referential_rows.hpp"

#include <set>

#include "base/joined.hpp"
#include "skill/columns.hpp"
#include "unit/columns.hpp"
#include "unit/instants.hpp"
#include "unit/line.hpp"

namespace ent::skill::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_REFERENTIAL "r.org, r.referential, r.code, r.version, r.name, r.cycle, r.share, r.domain_share, r.valid_from "

constexpr Sql select_last_version{"SELECT MAX(valid_from) FROM skill_referential WHERE org = $1 AND code = $2"};

constexpr Sql select_versions_in{
    "SELECT " ENT_REFERENTIAL "FROM EACH($1) v JOIN skill_referential r ON r.org = v.value % 4294967296 "
    "WHERE r.valid_from <= $2 AND (r.code = $3 OR $4 = 0) ORDER BY r.code, v.value, r.valid_from DESC"};

constexpr Sql select_referential{
    "SELECT " ENT_REFERENTIAL "FROM skill_referential r WHERE r.org = $1 AND r.referential = $2"};

constexpr Sql insert_referential{
    "INSERT INTO skill_referential (org, referential, code, version, name, cycle, share, domain_share, valid_from, at, author) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};

constexpr Sql insert_nodes{
    "INSERT INTO skill_node (org, node, referential, parent, depth, kind, code, label, coefficient, levels, counts_for) "
    "VALUES ($1, ITEM($2), $3, ITEM($4), ITEM($5), ITEM($6), ITEM_TEXT($7), ITEM_TEXT($8), ITEM($9), ITEM_TEXT($10), "
    "ITEM_TEXT($11))"};

constexpr Sql select_nodes{
    "SELECT n.node, n.code, n.label, p.code, n.kind, n.depth, n.coefficient, n.levels, n.counts_for FROM skill_node n "
    "LEFT JOIN skill_node p ON p.org = n.org AND p.node = n.parent WHERE n.org = $1 AND n.referential = $2 ORDER BY n.node"};

constexpr Sql select_items{
    "SELECT v.value, n.referential, r.code, n.kind, n.code, n.label, n.coefficient, n.counts_for FROM EACH($1) v "
    "JOIN skill_node n ON n.org = v.value / 4294967296 AND n.node = v.value % 4294967296 "
    "JOIN skill_referential r ON r.org = n.org AND r.referential = n.referential"};

constexpr Sql select_same_items{
    "SELECT v.value, n.org, n.node FROM EACH($1) v CROSS JOIN skill_node o CROSS JOIN skill_referential q CROSS JOIN EACH($2) w "
    "CROSS JOIN skill_referential r CROSS JOIN skill_node n WHERE o.org = v.value / 4294967296 AND o.node = v.value % 4294967296 "
    "AND q.org = o.org AND q.referential = o.referential AND r.org = w.value / 4294967296 AND r.referential = w.value % 4294967296 "
    "AND r.code = q.code AND n.org = r.org AND n.referential = r.referential AND n.code = o.code AND n.kind = 3"};
static_assert(static_cast<int>(NodeKind::item) == 3);

ReferentialView referential_of(const Rows& row) {
  return {make_id<SkillReferentialId>(row.integer(0), row.integer(1)),
          OrgId{row.integer(0)},
          row.string(2),
          row.string(3),
          row.string(4),
          row.int32(5),
          optional_decimal(row, 6),
          optional_decimal(row, 7),
          unit::date(row.integer(8))};
}

}  // namespace

std::optional<Date> last_version(unit::Unit& unit, OrgId org, const std::string& code) {
  Rows rows = unit.query(select_last_version, org.value, code);
  return rows.next() ? optional_date(rows, 0) : std::nullopt;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const ReferentialView& referential, std::span<const Node> nodes,
            std::span<const Place> places) {
  const std::int64_t org = referential.org_id.value;
  unit.exec(granted, insert_referential, org, referential.id.number(), referential.code, referential.version, referential.name,
            referential.cycle, optional_millionths(referential.attestation_share),
            optional_millionths(referential.attestation_domain_share), day(referential.valid_from), unit::micros(unit.now()),
            unit.actor().person);
  const std::int64_t first = unit.take_numbers(granted, org, "skill_node", static_cast<std::int64_t>(nodes.size()));
  std::vector<std::int64_t> numbers, parents, coefficients;
  std::vector<std::string> levels, links;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    numbers.push_back(first + static_cast<std::int64_t>(i));
    parents.push_back(places[i].parent == 0 ? 0 : first + static_cast<std::int64_t>(places[i].parent) - 1);
    coefficients.push_back(nodes[i].coefficient.millionths());
    levels.push_back(base::joined(nodes[i].levels));
    links.push_back(base::joined(nodes[i].counts_for));
  }
  unit.exec_each(granted, insert_nodes, org, numbers, referential.id.number(), parents, unit::numbers(places, &Place::depth),
                 unit::numbers(places, &Place::kind), unit::texts(nodes, &Node::code), unit::texts(nodes, &Node::label), coefficients,
                 levels, links);
}

std::vector<ReferentialView> versions_in(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& code, Date until) {
  Rows rows = unit.query(select_versions_in, unit::by_distance(line), day(until), code, code.empty() ? 0 : 1);
  std::vector<ReferentialView> found;
  while (rows.next()) found.push_back(referential_of(rows));
  return found;
}

std::optional<ReferentialView> find_referential(unit::Unit& unit, SkillReferentialId id) {
  Rows rows = unit.query(select_referential, id.establishment(), id.number());
  return rows.next() ? std::optional(referential_of(rows)) : std::nullopt;
}

std::vector<NodeView> nodes_of(unit::Unit& unit, SkillReferentialId id) {
  Rows rows = unit.query(select_nodes, id.establishment(), id.number());
  std::vector<NodeView> found;
  while (rows.next()) {
    found.push_back({make_id<SkillItemId>(id.establishment(), rows.integer(0)), rows.string(1), rows.string(2),
                     rows.optional_string(3), static_cast<NodeKind>(rows.int32(4)), rows.int32(5),
                     Decimal::of_millionths(rows.integer(6)), base::lines_of(rows.string(7)), base::lines_of(rows.string(8))});
  }
  return found;
}

std::unordered_map<std::int64_t, ItemRow> items_of(unit::Unit& unit, std::span<const std::int64_t> items) {
  std::unordered_map<std::int64_t, ItemRow> found;
  if (items.empty()) return found;
  const std::set<std::int64_t> once(items.begin(), items.end());
  Rows rows = unit.query(select_items, std::vector(once.begin(), once.end()));
  while (rows.next()) {
    const auto referential = make_id<SkillReferentialId>(rows.integer(0) >> 32, rows.integer(1));
    found.emplace(rows.integer(0),
                  ItemRow{referential, rows.string(2), static_cast<NodeKind>(rows.int32(3)), rows.string(4), rows.string(5),
                          Decimal::of_millionths(rows.integer(6)), base::lines_of(rows.string(7))});
  }
  return found;
}

std::unordered_map<std::int64_t, SkillItemId> same_items(unit::Unit& unit, std::span<const std::int64_t> items,
                                                         std::span<const std::int64_t> versions) {
  std::unordered_map<std::int64_t, SkillItemId> found;
  if (items.empty() || versions.empty()) return found;
  Rows rows = unit.query(select_same_items, items, versions);
  while (rows.next()) found.emplace(rows.integer(0), make_id<SkillItemId>(rows.integer(1), rows.integer(2)));
  return found;
}

}  // namespace ent::skill::rows
