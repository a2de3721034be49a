#include "group/terms.hpp"

#include "unit/dates.hpp"

namespace ent::group {
namespace {

/// 2: a service that replaces another one. Ends have no service.
constexpr unit::Sql select_terms{
    "SELECT g.org, g.grp, 0, 0, 0, '', g.valid_from, g.valid_to FROM EACH($1) v "
    "JOIN school_group g ON g.org = v.value / 4294967296 AND g.grp = v.value % 4294967296 WHERE g.valid_to <= $2 UNION ALL "
    "SELECT p.org, p.grp, p.service, r.member, p.member, p.subject, p.valid_from, p.valid_to "
    "FROM EACH($1) w JOIN service p ON p.org = w.value / 4294967296 AND p.grp = w.value % 4294967296 "
    "JOIN service r ON r.org = p.org AND r.service = p.replaces "
    "WHERE p.kind = 2 AND p.valid_to > $3 AND p.valid_from <= $2 AND p.valid_to > p.valid_from"};

constexpr unit::Sql select_replaced_by{
    "SELECT r.org, r.member FROM EACH($1) v JOIN service p ON p.org = v.value / 4294967296 AND p.member = v.value % 4294967296 "
    "JOIN service r ON r.org = p.org AND r.service = p.replaces "
    "WHERE p.kind = 2 AND p.valid_to > $2 AND p.valid_from <= $3 AND p.valid_to > p.valid_from"};

}  // namespace

Terms terms_of(unit::Unit& unit, std::span<const std::int64_t> groups, Date first, Date last) {
  Terms terms;
  if (groups.empty()) return terms;
  unit::Rows rows = unit.query(select_terms, groups, unit::day(last), unit::day(first));
  while (rows.next()) {
    const std::int64_t group = rows.integer(0) << 32 | rows.integer(1);
    if (rows.integer(2) == 0) {
      terms.ends.push_back({group, unit::date(rows.integer(7))});
    } else {
      terms.stand_ins.push_back({rows.integer(2), group, rows.integer(3), rows.integer(4), rows.string(5),
                                 {unit::date(rows.integer(6)), unit::date(rows.integer(7))}});
    }
  }
  return terms;
}

std::vector<std::int64_t> replaced_by(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last) {
  std::vector<std::int64_t> found;
  if (members.empty()) return found;
  unit::Rows rows = unit.query(select_replaced_by, members, unit::day(first), unit::day(last));
  while (rows.next()) found.push_back(rows.integer(0) << 32 | rows.integer(1));
  return found;
}

}  // namespace ent::group
