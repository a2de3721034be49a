#include "gradebook/annotation_rows.hpp"

#include "unit/columns.hpp"

namespace ent::gradebook::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_annotations{"SELECT code, label, counts FROM mark_annotation WHERE org = $1 AND standing = 1 ORDER BY code"};

constexpr Sql end_annotations{"UPDATE mark_annotation SET standing = 0 WHERE org = $1 AND standing = 1"};

constexpr Sql upsert_annotations{
    "INSERT INTO mark_annotation (org, code, label, counts, standing) VALUES ($1, ITEM_TEXT($2), ITEM_TEXT($3), ITEM($4), 1) "
    "ON CONFLICT (org, code) DO UPDATE SET label = excluded.label, counts = excluded.counts, standing = 1"};

}  // namespace

std::vector<Annotation> annotations(unit::Unit& unit, OrgId org) {
  Rows rows = unit.query(select_annotations, org.value);
  std::vector<Annotation> found;
  while (rows.next()) found.push_back({rows.string(0), rows.string(1), static_cast<AnnotationCounts>(rows.int32(2))});
  return found;
}

void put_annotations(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Annotation> items) {
  unit.exec(granted, end_annotations, org.value);
  if (items.empty()) return;
  unit.exec_each(granted, upsert_annotations, org.value, unit::texts(items, &Annotation::code), unit::texts(items, &Annotation::label),
                 unit::numbers(items, &Annotation::counts));
}

}  // namespace ent::gradebook::rows
