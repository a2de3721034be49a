#include "person/merge_links.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/each_once.hpp"
#include "person/bulk.hpp"
#include "person/links_joined.hpp"
#include "person/links_parted.hpp"
#include "person/merge_link_rows.hpp"
#include "unit/columns.hpp"

namespace ent::person::rows {
namespace {

void append_named(Links& to, Links links, const Third& third, std::int64_t record) {
  for (Link& link : links) {
    link.pupil = third.is_pupil ? third.person : record;
    link.adult = third.is_pupil ? record : third.person;
    to.push_back(std::move(link));
  }
}

/// Tells one person's links apart, third by third, as two records'.
class Parting {
 public:
  Parting(SaidOfBoth said, bool all_kept, std::int64_t kept, std::int64_t merged)
      : said_(std::move(said)), all_kept_(all_kept), kept_(kept), merged_(merged) {}

  /// What a later merge has kept, in their order. Its two thirds are one from then on.
  void part_kept(LaterMerge& later) {
    for (const bool is_pupil : {false, true}) {
      const Third one{later.kept, is_pupil}, other{later.merged, is_pupil};
      if (!knows(one) && !knows(other)) continue;
      const Links& of_one = later.said[one];
      const Links& of_other = later.said[other];
      const PartedLinks first = part(one, of_one, in_merges_);
      const PartedLinks second = part(other, of_other, in_merges_);
      in_merges_.merges_before.resize(in_merges_.before.size(), later.merge);
      in_merges_.merges_after.resize(in_merges_.after.size(), later.merge);
      said_.links[one] = {joined(first.kept, second.kept), joined(first.merged, second.merged), joined(of_one, of_other)};
      said_.now[one] = later.now;
      said_.links.erase(other);
    }
  }

  void part_standing(std::map<Third, Links> standing) {
    follow_the_moved();
    for (const auto& [third, pair] : said_.links) standing[third];
    for (const auto& [third, links] : standing) part(third, links, stands_);
  }

  const RewrittenLinks& in_merges() const { return in_merges_; }
  const RewrittenLinks& stands() const { return stands_; }

 private:
  bool knows(const Third& third) const { return all_kept_ || said_.links.contains(third); }

  /// Writes down what changes by it.
  PartedLinks part(const Third& third, const Links& links, RewrittenLinks& rewritten) const {
    if (!knows(third)) return {links, {}};
    const auto found = said_.links.find(third);
    const PartedLinks sides = parted(found == said_.links.end() ? LinksOfBoth{} : found->second, links);
    if (sides.kept != links) {
      append_named(rewritten.before, links, third, kept_);
      append_named(rewritten.after, sides.kept, third, kept_);
    }
    append_named(rewritten.after, sides.merged, third, merged_);
    return sides;
  }

  /// Those who were merged since by a merge that kept nothing of it.
  void follow_the_moved() {
    for (auto at = said_.links.begin(); at != said_.links.end();) {
      const std::int64_t now = said_.now[at->first];
      if (now == at->first.person) {
        ++at;
        continue;
      }
      LinksOfBoth& into = said_.links[{now, at->first.is_pupil}];
      into.kept.insert(into.kept.end(), at->second.kept.begin(), at->second.kept.end());
      into.merged.insert(into.merged.end(), at->second.merged.begin(), at->second.merged.end());
      into.moved = true;
      said_.now[{now, at->first.is_pupil}] = now;
      at = said_.links.erase(at);
    }
  }

  SaidOfBoth said_;
  bool all_kept_;
  std::int64_t kept_, merged_;
  RewrittenLinks in_merges_{}, stands_{};
};

/// Whoever is linked to a pupil has a number in every unit in which the pupil has one.
void join_units_of_pupils(unit::WriteUnit& unit, const unit::Granted& granted, const Links& links) {
  std::vector<std::int64_t> people = unit::numbers(links, &Link::pupil);
  for (const Link& link : links) people.push_back(link.adult);
  base::keep_each_once(people);
  std::map<std::int64_t, std::set<std::int64_t>> units;
  for (const bulk::Place& place : bulk::places(unit, people)) units[place.person].insert(place.org);
  std::set<std::pair<std::int64_t, std::int64_t>> missing;
  for (const Link& link : links) {
    for (const std::int64_t org : units[link.pupil]) {
      if (!units[link.adult].contains(org)) missing.emplace(org, link.adult);
    }
  }
  std::vector<bulk::Place> newcomers;
  for (const auto& [org, adult] : missing) newcomers.push_back({org, adult, 0});
  bulk::join(unit, granted, newcomers);
}

}  // namespace

void join_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged) {
  keep_links(unit, granted, merge, kept, merged);
  RewrittenLinks links;
  for (const auto& [third, pair] : said_of_both(unit, merge, kept, merged).links) {
    if (pair.merged.empty()) continue;
    append_named(links.before, pair.kept, third, kept);
    append_named(links.before, pair.merged, third, merged);
    append_named(links.after, pair.together, third, kept);
  }
  rewrite_standing(unit, granted, links);
}

void join_units(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t kept, std::int64_t merged) {
  Links all;
  for (const auto& [third, links] : standing_links(unit, kept, merged)) append_named(all, links, third, kept);
  join_units_of_pupils(unit, granted, all);
}

void part_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged) {
  Parting parting(said_of_both(unit, merge, kept, merged), keeps_all_links(unit, merge), kept, merged);
  for (LaterMerge& later : later_merges(unit, merge, kept)) parting.part_kept(later);
  parting.part_standing(standing_links(unit, kept, merged));
  rewrite_kept(unit, granted, parting.in_merges());
  rewrite_standing(unit, granted, parting.stands());
  join_units_of_pupils(unit, granted, parting.stands().after);
  forget_kept_links(unit, granted, merge);
}

}  // namespace ent::person::rows
