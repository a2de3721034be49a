#include "interop/undo/keeper.hpp"

#include <algorithm>
#include <map>

#include "base/each_once.hpp"
#include "interop/undo/describe.hpp"
#include "interop/undo/rows.hpp"
#include "reflect/codec.hpp"

namespace ent::interop {

Keeper::Keeper(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::int64_t run)
    : unit_(unit), granted_(granted), feed_(feed), run_(run) {
  undo::forget(unit, granted, feed);
}

/// What stands is read anew: a row may be written in the place of one that the import itself has not looked at.
template <class Row, class Load>
void Keeper::keep(std::span<const Row> rows, std::int64_t Row::*whose, Load load, std::vector<Row>& before,
                  std::vector<Row>& after) {
  std::vector<std::int64_t> people;
  for (const Row& row : rows) {
    if (!image_.made(row.*whose)) people.push_back(row.*whose);
  }
  if (people.empty()) return;
  base::keep_each_once(people);
  std::map<decltype(key_of(rows.front())), const Row*> last;  // the same key twice: the later one stands
  for (const Row& row : rows) {
    if (!image_.made(row.*whose)) last[key_of(row)] = &row;
  }
  for (Row& standing : load(people)) {
    if (last.contains(key_of(standing))) before.push_back(std::move(standing));
  }
  for (const auto& [key, row] : last) after.push_back(*row);
}

void Keeper::posts(std::span<const person::bulk::Post> rows) {
  keep(rows, &person::bulk::Post::person, [&](const auto& people) { return person::bulk::all_posts(unit_, people); },
       image_.posts_before, image_.posts_after);
}

void Keeper::stays(std::span<const group::bulk::Stay> rows) {
  keep(rows, &group::bulk::Stay::person, [&](const auto& people) { return group::bulk::all_stays(unit_, people); },
       image_.stays_before, image_.stays_after);
}

void Keeper::roles(std::span<const group::bulk::RoleRow> rows) {
  keep(rows, &group::bulk::RoleRow::person, [&](const auto& people) { return group::bulk::all_roles(unit_, people); },
       image_.roles_before, image_.roles_after);
}

void Keeper::services(std::span<const group::bulk::ServiceRow> rows) {
  keep(rows, &group::bulk::ServiceRow::person, [&](const auto& people) { return group::bulk::all_services(unit_, people); },
       image_.services_before, image_.services_after);
}

void Keeper::homes(std::span<const person::bulk::Residence> rows) {
  keep(rows, &person::bulk::Residence::person,
       [&](const auto& people) { return person::bulk::all_residences(unit_, people); }, image_.homes_before,
       image_.homes_after);
}

void Keeper::links(std::span<const guardian::bulk::Link> rows) {
  keep(rows, &guardian::bulk::Link::pupil, [&](const auto& pupils) { return guardian::bulk::all_of_pupils(unit_, pupils); },
       image_.links_before, image_.links_after);
}

void Keeper::flush() {
  static const std::string nothing = [] {
    std::string text;
    const Image empty;
    reflect::write_json(reflect::TypeOf<Image>::value, &empty, text);
    return text;
  }();
  std::string text;
  reflect::write_json(reflect::TypeOf<Image>::value, &image_, text);
  if (text != nothing) undo::keep(unit_, granted_, feed_, run_, ++part_, text);
  image_ = Image{};
}

}  // namespace ent::interop
