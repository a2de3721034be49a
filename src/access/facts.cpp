// Where an actor acts from, and the children of guardians.
#include "access/facts.hpp"

#include "access/facts_load.hpp"

namespace ent::access {
namespace {

using store::Rows;

constexpr Asked ask_places{
    ENT_ASKED("SELECT m.person, m.org, a.profile, a.function FROM member m CROSS JOIN affiliation a "
              "WHERE a.org = m.org AND a.member = m.member AND a.valid_from <= $1 AND a.valid_to > $1 AND ",
              "m.person", ""),
    false};

constexpr Asked ask_children{
    ENT_ASKED("SELECT g.adult, m.org, g.pupil, m.member, g.kind, g.rights, p.birth_date, c.ground "
              "FROM guardianship g CROSS JOIN member m CROSS JOIN affiliation a CROSS JOIN person p "
              "LEFT JOIN guardian_closure c ON c.pupil = g.pupil AND c.valid_from <= $1 AND c.valid_to > $1 "
              "WHERE g.valid_from <= $1 AND g.valid_to > $1 AND m.person = g.pupil AND a.org = m.org "
              "AND a.member = m.member AND a.profile = 1 AND a.valid_from <= $1 AND a.valid_to > $1 "
              "AND p.person = g.pupil AND ",
              "g.adult", " ORDER BY m.org, g.pupil"),
    false};

constexpr std::int32_t ground_independent = 2;

bool is_local_authority(std::int32_t kind) noexcept {
  return kind == unit_kind::municipality || kind == unit_kind::agglomeration || kind == unit_kind::department ||
         kind == unit_kind::region;
}

}  // namespace

bool has_age(const std::optional<Date>& birth_date, int years, Date at) noexcept {
  if (!birth_date) return false;
  const std::chrono::year_month_day born(*birth_date);
  const auto day = born + std::chrono::years(years);
  const Date birthday = day.ok() ? Date(day) : Date(day.year() / std::chrono::March / 1);
  return birthday <= at;
}

void Facts::join(Company* company) noexcept {
  company_ = company;
  for (auto& [who, grantor] : grantors_) grantor.join(nullptr);
}

Company& Facts::company() {
  if (company_ != nullptr) return *company_;
  if (!alone_) alone_.reset(new Company{{&unit_}, {this}});
  return *alone_;
}

Post Facts::post_at(store::Connection& connection, std::int64_t unit, std::int32_t function) {
  Post post{unit, function, unit == org(), unit == org()};
  if (post.here && actor_.profile == Profile::guardian) return post;  // an establishment is no circonscription and no authority
  for (const Above& above : unit_.tree(connection)) {
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

const std::vector<Post>& Facts::posts(store::Connection& connection) {
  if (posts_) return *posts_;
  if (actor_.profile == Profile::system) return posts_.emplace({Post{org(), 0, true, true}});
  // Wherever the places are, they are held against the tree: it is asked for with them. Those of guardians hardly ever are.
  std::optional<UnitFacts::AskedTrees> trees;
  if (actor_.profile != Profile::guardian) trees = unit_.ask_tree(connection);
  Places places = load<Places>(
      connection, ask_places, [](Facts& facts) -> auto& { return facts.places_; },
      [](const Facts& facts, Places& found, const Rows& row) {
        if (row.int32(2) == static_cast<std::int32_t>(facts.actor_.profile)) found.emplace_back(row.integer(1), row.int32(3));
      });
  if (trees) UnitFacts::read_trees(*std::move(trees));
  if (actor_.profile == Profile::guardian) {
    // Guardians are where the children are: their own rows only name functions.
    const std::vector<std::int64_t>& units = care(connection).units;
    std::erase_if(places, [&](const auto& place) {
      return place.second == 0 || std::ranges::find(units, place.first) == units.end();
    });
    for (const std::int64_t unit : units) places.emplace_back(unit, 0);
  }
  std::vector<Post> posts;
  for (const auto& [unit, function] : places) posts.push_back(post_at(connection, unit, function));
  return posts_.emplace(std::move(posts));
}

void Facts::add_child(const Facts& facts, Care& care, const Rows& row) {
  const std::int64_t rights = row.integer(5) & guardian_ceiling(row.int32(4));
  const std::int64_t unit = row.integer(1);
  const bool new_unit = care.units.empty() || care.units.back() != unit;
  if (new_unit && (rights & inform_any) != 0) care.units.push_back(unit);
  if (unit != facts.org()) return;
  const std::int64_t person = row.integer(2);
  if (care.children.empty() || care.children.back().person != person) {
    care.children.push_back({person, row.integer(3), 0, false, false});
  }
  Child& child = care.children.back();
  child.rights |= rights;
  std::optional<Date> birth_date;
  if (!row.is_null(6)) birth_date = Date{std::chrono::days{row.integer(6)}};
  if (row.is_null(7) || !has_age(birth_date, adult_age, facts.at())) return;
  child.closed = true;
  child.independent |= row.int32(7) == ground_independent;
}

const Facts::Care& Facts::care(store::Connection& connection) {
  return load<Care>(connection, ask_children, [](Facts& facts) -> auto& { return facts.care_; }, &Facts::add_child);
}

const std::vector<Child>& Facts::children(store::Connection& connection) { return care(connection).children; }

}  // namespace ent::access
