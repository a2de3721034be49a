/// The rows of the guardianships of a merge: those that stand, and how they stood when merges were made.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "person/links_parted.hpp"
#include "unit/unit.hpp"

namespace ent::person::rows {

using Links = std::vector<Link>;

/// Who is linked to somebody, and as what.
struct Third {
  std::int64_t person = 0;
  bool is_pupil = false;
  auto operator<=>(const Third&) const = default;
};

/// What both records of a merge said, by the third. Here and below a link does not say between whom it is.
struct SaidOfBoth {
  std::map<Third, LinksOfBoth> links{};
  std::map<Third, std::int64_t> now{};  ///< Who the thirds are.
};

/// A merge of others that was made since, with what it has kept of the person who is told apart.
struct LaterMerge {
  std::int64_t merge = 0;
  std::int64_t kept = 0;
  std::int64_t merged = 0;
  std::int64_t now = 0;  ///< Who the kept one is.
  std::map<Third, Links> said{};
};

/// Links that go, and those that come, with their names.
struct RewrittenLinks {
  Links before{}, after{};
  std::vector<std::int64_t> merges_before{}, merges_after{};  ///< Of rows that a merge has kept.
};

/// Keeps how the links of two records stand.
void keep_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge, std::int64_t kept, std::int64_t merged);
/// Whether a merge kept all: those that were made before kept only the links to those to whom both were linked.
bool keeps_all_links(unit::Unit& unit, std::int64_t merge);
void forget_kept_links(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t merge);

SaidOfBoth said_of_both(unit::Unit& unit, std::int64_t merge, std::int64_t kept, std::int64_t merged);
/// In their order.
std::vector<LaterMerge> later_merges(unit::Unit& unit, std::int64_t merge, std::int64_t person);
/// The links of somebody, but to one.
std::map<Third, Links> standing_links(unit::Unit& unit, std::int64_t person, std::int64_t but);

void rewrite_standing(unit::WriteUnit& unit, const unit::Granted& granted, const RewrittenLinks& links);
void rewrite_kept(unit::WriteUnit& unit, const unit::Granted& granted, const RewrittenLinks& links);

}  // namespace ent::person::rows
