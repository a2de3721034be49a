/// Balances: what levels come to over a referential. Pure functions.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/school_year.hpp"
#include "ent/skill.hpp"
#include "gradebook/span.hpp"
#include "skill/engine/method.hpp"

namespace ent::skill {

/// A level of an item, and its day.
struct DatedLevel {
  Date date{};
  std::int32_t rank = 1;
  std::int32_t ranks = 4;
  Decimal value = 0;
  std::string subject{};
  std::int64_t org = 0;  ///< Of which school.
};

/// What was said of one item, the earliest first.
struct ItemFacts {
  Decimal coefficient = 1;
  std::vector<std::string> counts_for{};
  std::vector<DatedLevel> levels{};
};

/// An item, whatever the version of its referential: the codes of both.
using ItemKey = std::pair<std::string, std::string>;
using Facts = std::map<ItemKey, ItemFacts>;

/// The degree of a node that somebody decided.
struct Decision {
  std::int64_t verdict = 0;  ///< Its number in the unit of the member.
  Date day{};
  std::optional<std::int32_t> degree{};  ///< None: what is worked out holds again.
  std::optional<std::string> reason{};   ///< For those who are shown all.
  std::int64_t org = 0;                  ///< Of which school.
};
/// Those of one pupil, by node, the earliest first.
using Decisions = std::map<ItemKey, std::vector<Decision>>;

/// What was said of one person, and decided.
struct Known {
  Facts facts{};
  Decisions decisions{};
};

/// Of the decisions of a span, those that stand: the last one of each node, where it says a degree.
std::map<ItemKey, Decision> standing(const Decisions& decisions, const gradebook::Span& span);

/// Of what was said up to the last day, what counts for the days from `first` on.
Facts counting(Facts facts, Date first, Earlier earlier, const base::SchoolYears& years);

/// The same by school year, each with what was said and decided in it alone, by the years of the school that did.
std::map<std::int32_t, Known> by_school_year(const Known& known, const std::map<std::int64_t, base::SchoolYears>& years);

/// What became of a referential's nodes, in their order, and of all its items together.
struct Computed {
  std::vector<BalanceLine> lines{};
  BalanceLine total{};
  std::vector<ItemKey> decided{};  ///< The items whose decided degrees stand for their levels.
};
/// `decided`: degrees that stand for the levels of items in domains, by a method that lets them; an item's own line is worked out without.
Computed computed(const engine::Method& method, const std::string& referential, std::span<const NodeView> nodes, const Facts& facts,
                  const std::map<ItemKey, std::int32_t>& decided = {});

/// Whether of all items, and of those of each domain, so large a share is acquired, in percent.
bool reaches(const Computed& balance, Decimal share, Decimal domain_share);

}  // namespace ent::skill
