#include "person/links_by_day.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace ent::person {
namespace {

bool goes_on(const Link& before, Link link) {
  if (before.to != link.from) return false;
  link.from = before.from;
  link.to = before.to;
  return link == before;
}

}  // namespace

const Link* link_on(const std::vector<Link>& links, std::int64_t day) {
  const auto found = std::ranges::find_if(links, [day](const Link& link) { return link.from <= day && day < link.to; });
  return found == links.end() ? nullptr : &*found;
}

std::vector<Link> by_day(std::initializer_list<const std::vector<Link>*> all, const std::function<std::optional<Link>(std::int64_t)>& say) {
  std::set<std::int64_t> turns;
  for (const auto* links : all) {
    for (const Link& link : *links) turns.insert({link.from, link.to});
  }
  std::vector<Link> found;
  for (auto turn = turns.begin(); turn != turns.end() && std::next(turn) != turns.end(); ++turn) {
    std::optional<Link> link = say(*turn);
    if (!link) continue;
    link->from = *turn;
    link->to = *std::next(turn);
    if (!found.empty() && goes_on(found.back(), *link)) {
      found.back().to = link->to;
    } else {
      found.push_back(*std::move(link));
    }
  }
  return found;
}

std::int64_t next_revision(std::initializer_list<const std::vector<Link>*> all) {
  std::int64_t revision = 0;
  for (const auto* links : all) {
    for (const Link& link : *links) revision = std::max(revision, link.revision);
  }
  return revision + 1;
}

}  // namespace ent::person
