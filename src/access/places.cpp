#include "access/places.hpp"

#include <algorithm>
#include <deque>

#include "access/facts.hpp"
#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

/// Rows of profile 2 (guardian) give no place: guardians are where the children are.
constexpr store::Sql select_places{
    "SELECT DISTINCT a.profile, a.org FROM member m JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE m.person = $1 AND a.profile <> 2 AND a.valid_from <= $2 AND a.valid_to > $2"};

int rank(Profile profile) noexcept {
  switch (profile) {
    case Profile::guardian: return 101;
    case Profile::pupil: return 102;
    case Profile::guest: return 103;
    default: return static_cast<int>(profile);
  }
}

}  // namespace

std::vector<Place> places_of(store::Connection& connection, std::int64_t person, Date at) {
  std::vector<Place> places;
  {
    store::Rows rows = connection.query(select_places, std::initializer_list<store::Arg>{person, day_number(at)});
    while (rows.next()) places.push_back({static_cast<Profile>(rows.int32(0)), rows.integer(1)});
  }
  UnitFacts anywhere(0, at);
  Facts care({.person = person, .profile = Profile::guardian}, anywhere);
  for (const Post& post : care.posts(connection)) {
    const Place place{Profile::guardian, post.unit};
    if (std::ranges::find(places, place) == places.end()) places.push_back(place);
  }
  std::ranges::sort(places, {}, [](const Place& place) { return std::pair(rank(place.profile), place.org); });
  return places;
}

std::vector<std::int64_t> who_acts(store::Connection& connection, std::span<const std::int64_t> people, const Place& place,
                                   Date at) {
  UnitFacts unit(place.org, at);
  std::deque<Facts> crowd;
  Company company{{&unit}};
  for (const std::int64_t person : people) {
    company.actors.push_back(&crowd.emplace_back(Actor{.person = person, .profile = place.profile}, unit));
    crowd.back().join(&company);
  }
  std::vector<std::int64_t> found;
  for (Facts& facts : crowd) {
    const auto& posts = facts.posts(connection);
    if (std::ranges::find(posts, place.org, &Post::unit) != posts.end()) found.push_back(facts.actor().person);
  }
  return found;
}

}  // namespace ent::access
