#include "person/links_joined.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <tuple>

#include "access/catalogue.hpp"
#include "person/links_by_day.hpp"

namespace ent::person {
namespace {

bool decided(const Link& link) { return link.kind == access::kind_withdrawn || !link.court_ref.empty(); }

/// What a court withdrew leads, then what one decided: the kind that may carry less. Then the kind of the lower number.
std::tuple<bool, bool, int, std::int32_t> place(const Link& link) {
  const bool by_court = decided(link);
  const auto may = static_cast<std::uint64_t>(access::guardian_ceiling(link.kind));
  return {link.kind != access::kind_withdrawn, !by_court, by_court ? std::popcount(may) : 0, link.kind};
}

std::int64_t effective(const Link& link) { return link.rights & access::guardian_ceiling(link.kind); }

/// As those of the first, which leads.
std::int64_t rights_of_both(const Link& first, const Link& beside) {
  if (!decided(first)) return (first.rights | beside.rights) & access::guardian_ceiling(first.kind);
  return decided(beside) ? effective(first) & effective(beside) : effective(first);
}

Link both(const Link& one, const Link& other) {
  const bool other_leads = place(other) < place(one);
  const Link& beside = other_leads ? one : other;
  Link link = other_leads ? other : one;
  link.rights = rights_of_both(link, beside);
  if (link.relationship == 0) link.relationship = beside.relationship;
  link.priority = std::min(one.priority, other.priority);
  if (link.court_ref.empty()) link.court_ref = beside.court_ref;
  // What two feeds say of it, or a feed and a hand, none of them may end alone.
  if (beside.source != link.source) link.source.clear();
  return link;
}

}  // namespace

std::vector<Link> joined(const std::vector<Link>& kept, const std::vector<Link>& merged) {
  if (kept.empty()) return merged;
  if (merged.empty()) return kept;
  const std::int64_t revision = next_revision({&kept, &merged});
  return by_day({&kept, &merged}, [&](std::int64_t day) -> std::optional<Link> {
    const Link* const one = link_on(kept, day);
    const Link* const other = link_on(merged, day);
    if (one == nullptr && other == nullptr) return std::nullopt;
    Link link = one == nullptr ? *other : other == nullptr ? *one : both(*one, *other);
    link.revision = revision;
    return link;
  });
}

}  // namespace ent::person
