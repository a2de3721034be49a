// The rows of `attendance_told`.
#include "attendance/told_rows.hpp"

namespace ent::attendance::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_told_among{
    "SELECT e.member, t.adult, t.entry, t.kind, t.begins, t.ends FROM EACH($1) v CROSS JOIN attendance_entry e "
    "CROSS JOIN attendance_told t WHERE e.org = $2 AND e.member = v.value AND e.ends > $3 AND e.begins < $4 "
    "AND t.org = e.org AND t.entry = e.entry"};

constexpr Sql upsert_told{
    "INSERT INTO attendance_told (org, entry, adult, kind, begins, ends) VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6)) "
    "ON CONFLICT (org, entry, adult) DO UPDATE SET kind = excluded.kind, begins = excluded.begins, ends = excluded.ends"};

constexpr Sql delete_told{"DELETE FROM attendance_told WHERE org = $1 AND entry = ITEM($2) AND adult = ITEM($3)"};

}  // namespace

std::vector<ToldRow> told_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span) {
  std::vector<ToldRow> found;
  Rows rows = unit.query(select_told_among, members, org.value, span.from, span.to);
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1),
                     {rows.integer(2), static_cast<Kind>(rows.int32(3)), {rows.integer(4), rows.integer(5)}}});
  }
  return found;
}

void put_told(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const ToldRow> told) {
  if (told.empty()) return;
  std::vector<std::int64_t> entries, adults, kinds, begins, ends;
  for (const ToldRow& one : told) {
    entries.push_back(one.stand.entry);
    adults.push_back(one.adult);
    kinds.push_back(static_cast<std::int64_t>(one.stand.kind));
    begins.push_back(one.stand.span.from);
    ends.push_back(one.stand.span.to);
  }
  unit.exec_each(granted, upsert_told, org.value, entries, adults, kinds, begins, ends);
}

void remove_told(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const ToldRow> withdrawn) {
  if (withdrawn.empty()) return;
  std::vector<std::int64_t> entries, adults;
  for (const ToldRow& one : withdrawn) {
    entries.push_back(one.stand.entry);
    adults.push_back(one.adult);
  }
  unit.exec_each(granted, delete_told, org.value, entries, adults);
}

}  // namespace ent::attendance::rows
