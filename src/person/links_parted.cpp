#include "person/links_parted.hpp"

#include <algorithm>

#include "access/catalogue.hpp"
#include "person/links_by_day.hpp"

namespace ent::person {
namespace {

bool ever_held(const std::vector<Link>& links) {
  return std::ranges::any_of(links, [](const Link& link) { return link.from < link.to; });
}

/// Of a day, however long the links are. A decision that ends one on a later day changes nothing of it.
bool say_the_same(const Link* one, const Link* other) {
  if (one == nullptr || other == nullptr) return one == other;
  Link like = *other;
  like.from = one->from;
  like.to = one->to;
  like.lifted_ref = one->lifted_ref;
  like.revision = one->revision;
  return like == *one;
}

/// What one of the records has where both were linked: what ended with a change does not come back behind it.
std::vector<Link> own_or_standing(const std::vector<Link>& own, const LinksOfBoth& said, const std::vector<Link>& stands) {
  const std::int64_t revision = next_revision({&stands});
  bool changed = said.moved;
  return by_day({&own, &said.together, &stands}, [&](std::int64_t day) -> std::optional<Link> {
    const Link* const now = link_on(stands, day);
    changed |= !say_the_same(link_on(said.together, day), now);
    if (now == nullptr) return std::nullopt;
    const Link* const link = changed ? now : link_on(own, day);
    if (link == nullptr) return std::nullopt;
    Link found = *link;
    if (now->court_ref == found.court_ref) found.lifted_ref = now->lifted_ref;
    found.revision = revision;
    return found;
  });
}

std::vector<Link> restrictions_since(const LinksOfBoth& said, const std::vector<Link>& stands) {
  return by_day({&said.together, &stands}, [&](std::int64_t day) -> std::optional<Link> {
    const Link* const link = link_on(stands, day);
    if (link == nullptr || link->kind != access::kind_withdrawn || say_the_same(link_on(said.together, day), link)) return std::nullopt;
    return *link;
  });
}

}  // namespace

PartedLinks parted(const LinksOfBoth& said, const std::vector<Link>& stands) {
  const bool of_kept = ever_held(said.kept);
  const bool of_merged = ever_held(said.merged);
  if (of_kept && of_merged) return {own_or_standing(said.kept, said, stands), own_or_standing(said.merged, said, stands)};
  const std::vector<Link> since = restrictions_since(said, stands);
  return of_merged ? PartedLinks{since, stands} : PartedLinks{stands, since};
}

}  // namespace ent::person
