#include "room/rows.hpp"

#include "base/text.hpp"
#include "unit/dates.hpp"

namespace ent::room {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

#define ENT_ROOM "org, room, code, name, kind, capacity, site, valid_from, valid_to, revision "

constexpr Sql select_room{"SELECT " ENT_ROOM "FROM room WHERE org = $1 AND room = $2"};

constexpr Sql select_all{"SELECT " ENT_ROOM "FROM room WHERE org = $1 ORDER BY room"};

constexpr Sql select_code{"SELECT 1 FROM room WHERE org = $1 AND code = $2 AND valid_to > $3 AND room <> $4 LIMIT 1"};

constexpr Sql select_page{
    "SELECT " ENT_ROOM "FROM room WHERE org = $1 AND (folded_name, room) > ($2, $3) AND valid_from <= $4 AND valid_to > $4 "
    "AND (kind = $5 OR $5 = 0) ORDER BY folded_name, room LIMIT $6"};

constexpr Sql select_shown{
    "SELECT r.org, r.room, r.code FROM EACH($1) v "
    "JOIN room r ON r.org = v.value / 4294967296 AND r.room = v.value % 4294967296 ORDER BY r.org, r.room"};

constexpr Sql insert_rooms{
    "INSERT INTO room (org, room, code, name, folded_name, kind, capacity, site, valid_from, valid_to, revision) "
    "VALUES ($1, ITEM($2), ITEM_TEXT($3), ITEM_TEXT($4), ITEM_TEXT($5), ITEM($6), NULLIF(ITEM($7), -1), "
    "NULLIF(ITEM_TEXT($8), ''), ITEM($9), ITEM($10), ITEM($11))"};

constexpr Sql update_room{
    "UPDATE room SET code = $1, name = $2, folded_name = $3, kind = $4, capacity = $5, site = $6, valid_to = $7, "
    "revision = $8 WHERE org = $9 AND room = $10"};

constexpr Sql delete_rooms{"DELETE FROM room WHERE org = $1 AND room = ITEM($2)"};

View view_of(const Rows& row) {
  View view;
  view.id = make_id<RoomId>(row.integer(0), row.integer(1));
  view.org_id = {row.integer(0)};
  view.code = row.string(2);
  view.name = row.string(3);
  view.kind = static_cast<Kind>(row.int32(4));
  if (!row.is_null(5)) view.capacity = row.int32(5);
  view.site = row.optional_string(6);
  view.valid_from = unit::date(row.integer(7));
  view.valid_to = unit::end_date(row.integer(8));
  view.revision = row.integer(9);
  return view;
}

std::vector<View> views_of(Rows rows) {
  std::vector<View> found;
  while (rows.next()) found.push_back(view_of(rows));
  return found;
}

}  // namespace

std::vector<Shown> shown(unit::Unit& unit, std::span<const std::int64_t> ids) {
  std::vector<Shown> found;
  if (ids.empty()) return found;
  Rows rows = unit.query(select_shown, ids);
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), rows.string(2)});
  return found;
}

std::vector<View> all_of(unit::Unit& unit, OrgId org) { return views_of(unit.query(select_all, org.value)); }

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const View> rooms) {
  if (rooms.empty()) return;
  std::vector<std::int64_t> numbers, kinds, capacities, from, to, revisions;
  std::vector<std::string> codes, names, folded, sites;
  for (const View& view : rooms) {
    numbers.push_back(view.id.number());
    codes.push_back(view.code);
    names.push_back(view.name);
    folded.push_back(base::fold(view.name));
    kinds.push_back(static_cast<std::int64_t>(view.kind));
    capacities.push_back(view.capacity.value_or(-1));
    sites.push_back(view.site.value_or(""));
    from.push_back(day(view.valid_from));
    to.push_back(day(view.valid_to.value_or(open_end)));
    revisions.push_back(view.revision);
  }
  unit.exec_each(granted, insert_rooms, org.value, numbers, codes, names, folded, kinds, capacities, sites, from, to,
                 revisions);
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> rooms) {
  if (!rooms.empty()) unit.exec_each(granted, delete_rooms, org.value, rooms);
}

namespace rows {

std::optional<View> find(unit::Unit& unit, RoomId id) {
  Rows rows = unit.query(select_room, id.establishment(), id.number());
  return rows.next() ? std::optional(view_of(rows)) : std::nullopt;
}

bool code_taken(unit::Unit& unit, const View& view, Date from) {
  return unit.query(select_code, view.org_id.value, view.code, day(from), view.id.number()).next();
}

std::vector<View> list(unit::Unit& unit, const List& input, const base::Place& start) {
  return views_of(unit.query(select_page, input.org_id.value, start.text, start.number, day(unit.at()),
                             input.kind ? static_cast<std::int32_t>(*input.kind) : 0, input.limit + 1));
}

void update(unit::WriteUnit& unit, const unit::Granted& granted, const View& view) {
  unit.exec(granted, update_room, view.code, view.name, base::fold(view.name), static_cast<std::int32_t>(view.kind),
            view.capacity, view.site, day(view.valid_to.value_or(open_end)), view.revision, view.org_id.value,
            view.id.number());
}

}  // namespace rows
}  // namespace ent::room
