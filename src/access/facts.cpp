#include "access/facts.hpp"

#include <algorithm>

#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

constexpr Sql select_affiliations{
    "SELECT m.org, a.function FROM member m JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE m.person = $1 AND a.profile = $2 AND a.valid_from <= $3 AND a.valid_to > $3"};

/// The unit, all that it is part of, and who runs it (distance -1).
constexpr Sql select_tree{
    "WITH RECURSIVE up (org, distance) AS ("
    "  SELECT CAST($1 AS BIGINT), CAST(0 AS BIGINT) UNION"
    "  SELECT l.parent, up.distance + 1 FROM up JOIN org_link l ON l.child = up.org"
    "  WHERE l.relation = 1 AND l.valid_from <= $2 AND l.valid_to > $2 AND up.distance < 16"
    "), above (org, distance) AS ("
    "  SELECT org, distance FROM up UNION ALL"
    "  SELECT l.parent, -1 FROM org_link l"
    "  WHERE l.child = $1 AND l.relation = 2 AND l.valid_from <= $2 AND l.valid_to > $2"
    ") SELECT above.org, above.distance, u.kind FROM above"
    "  LEFT JOIN org_unit u ON u.org = above.org AND u.valid_from <= $2 AND u.valid_to > $2"};

constexpr Sql select_children{
    "SELECT g.pupil, m.org, m.member, g.kind, g.rights, p.birth_date, c.ground "
    "FROM guardianship g "
    "JOIN member m ON m.person = g.pupil "
    "JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "JOIN person p ON p.person = g.pupil "
    "LEFT JOIN guardian_closure c ON c.pupil = g.pupil AND c.valid_from <= $1 AND c.valid_to > $1 "
    "WHERE g.adult = $2 AND g.valid_from <= $1 AND g.valid_to > $1 "
    "AND a.profile = 1 AND a.valid_from <= $1 AND a.valid_to > $1 "
    "ORDER BY m.org, g.pupil"};

constexpr Sql select_member{"SELECT member FROM member WHERE org = $1 AND person = $2"};

constexpr std::int32_t ground_independent = 2;
constexpr int adult_age = 18;

bool is_local_authority(std::int32_t kind) noexcept {
  return kind == unit_kind::municipality || kind == unit_kind::agglomeration || kind == unit_kind::department ||
         kind == unit_kind::region;
}

}  // namespace

Facts::Facts(Actor actor, std::int64_t org, Date at, Facts* people)
    : actor_(actor), org_(org), at_(at), people_(people) {}

bool has_age(const std::optional<Date>& birth_date, int years, Date at) noexcept {
  if (!birth_date) return false;
  const std::chrono::year_month_day born(*birth_date);
  const auto day = born + std::chrono::years(years);
  const Date birthday = day.ok() ? Date(day) : Date(day.year() / std::chrono::March / 1);
  return birthday <= at;
}

std::int64_t Facts::member(store::Connection& connection) {
  if (!member_) {
    Rows rows = connection.query(select_member, std::initializer_list<Arg>{org_, actor_.person});
    member_ = rows.next() ? rows.integer(0) : 0;
  }
  return *member_;
}

const std::vector<Facts::Above>& Facts::tree(store::Connection& connection) {
  if (tree_) return *tree_;
  std::vector<Above> found;
  Rows rows = connection.query(select_tree, std::initializer_list<Arg>{org_, day_number(at_)});
  while (rows.next()) found.push_back({rows.integer(0), rows.int32(2), rows.int32(1)});
  return tree_.emplace(std::move(found));
}

Post Facts::post_at(store::Connection& connection, std::int64_t unit, std::int32_t function) {
  Post post{unit, function, unit == org_, unit == org_};
  if (post.here && actor_.profile == Profile::guardian) return post;  // an establishment is no circonscription and no authority
  for (const Above& above : tree(connection)) {
    if (above.org != unit) continue;
    const bool holds = above.distance >= 0;
    post.covers = true;
    post.net |= holds && above.kind == unit_kind::circonscription;
    post.acad |= holds && (above.kind == unit_kind::academy || above.kind == unit_kind::department);
    // Of what lies far below it, an authority has no charge: the unit itself, or what it runs.
    post.commune |= (above.distance == 0 || !holds) && is_local_authority(above.kind);
  }
  return post;
}

void Facts::load_posts(store::Connection& connection) {
  posts_.emplace();
  if (actor_.profile == Profile::system) {
    posts_->push_back({org_, 0, true, true});
    return;
  }
  std::vector<std::pair<std::int64_t, std::int32_t>> places;  // (unit, function)
  if (actor_.profile == Profile::guardian) load_children(connection);
  {
    Rows rows = connection.query(select_affiliations,
                                 std::initializer_list<Arg>{actor_.person, static_cast<std::int32_t>(actor_.profile),
                                                            day_number(at_)});
    while (rows.next()) places.emplace_back(rows.integer(0), rows.int32(1));
  }
  if (actor_.profile == Profile::guardian) {
    // Guardians are where the children are: their own rows only name functions.
    std::erase_if(places, [&](const auto& place) {
      return place.second == 0 || std::ranges::find(care_units_, place.first) == care_units_.end();
    });
    for (const std::int64_t unit : care_units_) places.emplace_back(unit, 0);
  }
  for (const auto& [unit, function] : places) posts_->push_back(post_at(connection, unit, function));
}

const std::vector<Post>& Facts::posts(store::Connection& connection) {
  if (!posts_) load_posts(connection);
  return *posts_;
}

void Facts::load_children(store::Connection& connection) {
  if (children_) return;
  children_.emplace();
  if (actor_.person == 0) return;
  Rows rows = connection.query(select_children, std::initializer_list<Arg>{day_number(at_), actor_.person});
  while (rows.next()) {
    const std::int64_t rights = rows.integer(4) & guardian_ceiling(rows.int32(3));
    const std::int64_t unit = rows.integer(1);
    const bool new_unit = care_units_.empty() || care_units_.back() != unit;
    if (new_unit && (rights & inform_any) != 0) care_units_.push_back(unit);
    if (unit != org_) continue;
    const std::int64_t person = rows.integer(0);
    if (children_->empty() || children_->back().person != person) {
      children_->push_back({person, rows.integer(2), 0, false, false});
    }
    Child& child = children_->back();
    child.rights |= rights;
    std::optional<Date> birth_date;
    if (!rows.is_null(5)) birth_date = Date{std::chrono::days{rows.integer(5)}};
    if (rows.is_null(6) || !has_age(birth_date, adult_age, at_)) continue;
    child.closed = true;
    child.independent |= rows.int32(6) == ground_independent;
  }
}

const std::vector<Child>& Facts::children(store::Connection& connection) {
  load_children(connection);
  return *children_;
}

}  // namespace ent::access
