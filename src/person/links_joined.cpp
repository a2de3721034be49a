#include "person/links_joined.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "access/catalogue.hpp"

namespace ent::person {
namespace {

const Link* on(const std::vector<Link>& links, std::int64_t day) {
  const auto found = std::ranges::find_if(links, [day](const Link& link) { return link.from <= day && day < link.to; });
  return found == links.end() ? nullptr : &*found;
}

/// What a court withdrew leads; then the kind of the lower number.
std::pair<bool, std::int32_t> place(const Link& link) { return {link.kind != access::kind_withdrawn, link.kind}; }

Link both(const Link& one, const Link& other) {
  const bool other_leads = place(other) < place(one);
  const Link& beside = other_leads ? one : other;
  Link link = other_leads ? other : one;
  link.rights = (one.rights | other.rights) & access::guardian_ceiling(link.kind);
  if (link.relationship == 0) link.relationship = beside.relationship;
  link.priority = std::min(one.priority, other.priority);
  if (link.court_ref.empty()) link.court_ref = beside.court_ref;
  // What two feeds say of it, or a feed and a hand, none of them may end alone.
  if (beside.source != link.source) link.source.clear();
  return link;
}

bool goes_on(const Link& before, Link link) {
  if (before.to != link.from) return false;
  link.from = before.from;
  link.to = before.to;
  return link == before;
}

}  // namespace

std::vector<Link> joined(const std::vector<Link>& kept, const std::vector<Link>& merged) {
  std::set<std::int64_t> turns;
  std::int64_t revision = 0;
  for (const auto* links : {&kept, &merged}) {
    for (const Link& link : *links) {
      turns.insert({link.from, link.to});
      revision = std::max(revision, link.revision);
    }
  }
  std::vector<Link> found;
  for (auto turn = turns.begin(); turn != turns.end() && std::next(turn) != turns.end(); ++turn) {
    const Link* const one = on(kept, *turn);
    const Link* const other = on(merged, *turn);
    if (one == nullptr && other == nullptr) continue;
    Link link = one == nullptr ? *other : other == nullptr ? *one : both(*one, *other);
    link.from = *turn;
    link.to = *std::next(turn);
    link.revision = revision;
    if (!found.empty() && goes_on(found.back(), link)) {
      found.back().to = link.to;
    } else {
      found.push_back(std::move(link));
    }
  }
  return found;
}

}  // namespace ent::person
