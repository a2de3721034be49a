#include "person/links_parted.hpp"

#include <algorithm>

#include "access/catalogue.hpp"
#include "person/links_by_day.hpp"

namespace ent::person {
namespace {

bool is_right(const Link& link) { return link.kind != access::kind_withdrawn; }

bool ever_had_right(const std::vector<Link>& links) {
  return std::ranges::any_of(links, [](const Link& link) { return link.from < link.to && is_right(link); });
}

bool ever_held(const std::vector<Link>& links) {
  return std::ranges::any_of(links, [](const Link& link) { return link.from < link.to; });
}

/// Of a day, as far as anybody may more or less by it.
bool weigh_the_same(const Link* one, const Link* other) {
  if (one == nullptr || other == nullptr) return one == other;
  return one->kind == other->kind && one->rights == other->rights && one->court_ref == other->court_ref;
}

/// A record's own link with what was said since that changes no right.
Link as_told_since(Link own, const Link& was, const Link& now) {
  if (now.relationship != was.relationship) own.relationship = now.relationship;
  if (now.priority != was.priority) own.priority = now.priority;
  if (now.source != was.source) own.source = now.source;
  if (now.court_ref == own.court_ref) own.lifted_ref = now.lifted_ref;
  return own;
}

/// A link within what was said since of a nearer one, which was the other record's.
Link within(Link own, const Link& now) {
  own.rights &= now.rights & access::guardian_ceiling(now.kind);
  return own;
}

/// One of the records on a day.
struct Side {
  const Link* own = nullptr;
  bool takes_new = false;  ///< Whether a link that neither of them had is taken for this one's.
};

/// What a record has on a day on which something else weighs than when the two became one.
std::optional<Link> said_since(const Side& side, const Link* was, const Link& now) {
  if (!is_right(now)) return now;
  if (was == nullptr || !is_right(*was)) return side.takes_new ? std::optional(now) : std::nullopt;
  if (side.own == nullptr) return std::nullopt;
  return side.own->kind == was->kind ? now : within(*side.own, now);
}

/// What one of the records has where both were linked. Behind an end that was said since, its right does not come back where a restriction
/// of the other stands.
std::vector<Link> own_or_said(const std::vector<Link>& own, bool takes_new, const LinksOfBoth& said, const std::vector<Link>& stands) {
  const std::int64_t revision = next_revision({&stands});
  bool ended = false;
  return by_day({&own, &said.together, &stands}, [&](std::int64_t day) -> std::optional<Link> {
    const Link* const was = link_on(said.together, day);
    const Link* const now = link_on(stands, day);
    const Side side{link_on(own, day), takes_new};
    ended |= side.own != nullptr && is_right(*side.own) && now == nullptr;
    if (now == nullptr) return std::nullopt;
    std::optional<Link> found;
    if (said.moved) {
      found = side.own != nullptr || !is_right(*now) || takes_new ? std::optional(*now) : std::nullopt;
    } else if (!weigh_the_same(was, now)) {
      found = said_since(side, was, *now);
    } else if (side.own != nullptr && (!ended || is_right(*now) || !is_right(*side.own))) {
      found = as_told_since(*side.own, *was, *now);
    }
    if (found) found->revision = revision;
    return found;
  });
}

std::vector<Link> restrictions_since(const LinksOfBoth& said, const std::vector<Link>& stands) {
  return by_day({&said.together, &stands}, [&](std::int64_t day) -> std::optional<Link> {
    const Link* const link = link_on(stands, day);
    if (link == nullptr || is_right(*link) || weigh_the_same(link_on(said.together, day), link)) return std::nullopt;
    return *link;
  });
}

}  // namespace

PartedLinks parted(const LinksOfBoth& said, const std::vector<Link>& stands) {
  const bool of_kept = ever_held(said.kept);
  const bool of_merged = ever_held(said.merged);
  if (of_kept && of_merged) {
    const bool kept_had = ever_had_right(said.kept), merged_had = ever_had_right(said.merged);
    return {own_or_said(said.kept, kept_had || !merged_had, said, stands), own_or_said(said.merged, merged_had, said, stands)};
  }
  const std::vector<Link> since = restrictions_since(said, stands);
  return of_merged ? PartedLinks{since, stands} : PartedLinks{stands, since};
}

}  // namespace ent::person
