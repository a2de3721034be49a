#include "skill/balance_rules.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>


namespace ent::skill {
namespace {

/// What became of the items of which something was said, and what counts for what.
class Items {
 public:
  Items(const engine::Method& method, const std::string& referential, const Facts& facts) : referential_(referential), facts_(facts) {
    for (const auto& [key, item] : facts) {
      if (item.levels.empty()) continue;
      outcomes_.emplace(key, outcome(method, item));
      if (key.first == referential) continue;
      for (const std::string& code : item.counts_for) linked_[code].insert(key);
    }
  }

  /// Puts degrees in the place of levels, those of items that count for what is decided too.
  void decide(const engine::Method& method, const std::map<ItemKey, std::int32_t>& decided) {
    for (const auto& [key, degree] : decided) {
      if (key.first == referential_) decided_.insert(key);
      else if (!facts_.contains(key)) continue;
      outcomes_.insert_or_assign(key, engine::outcome_of_decided(method, degree));
    }
  }

  /// The items that make up an item of the referential: itself where it is decided, and unless others count for it and nothing was
  /// said of it.
  std::set<ItemKey> behind(const std::string& code) const {
    const ItemKey own{referential_, code};
    if (decided_.contains(own)) return {own};
    const auto linked = linked_.find(code);
    std::set<ItemKey> keys = linked == linked_.end() ? std::set<ItemKey>{} : linked->second;
    if (keys.empty() || outcomes_.contains(own)) keys.insert(own);
    return keys;
  }

  engine::Part part(const ItemKey& key, const std::unordered_map<std::string, Decimal>& coefficients) const {
    const auto found = outcomes_.find(key);
    engine::Part part;
    if (found != outcomes_.end()) part = {found->second.score, found->second.degree, found->second.state, 1};
    part.coefficient = key.first == referential_ ? coefficients.at(key.second) : facts_.at(key).coefficient;
    return part;
  }

 private:
  static engine::Outcome outcome(const engine::Method& method, const ItemFacts& item) {
    std::map<std::string, std::int32_t> subjects;
    std::vector<engine::Said> said;
    for (const DatedLevel& level : item.levels) {
      const auto subject = subjects.emplace(level.subject, static_cast<std::int32_t>(subjects.size())).first->second;
      said.push_back({level.date.time_since_epoch().count(), level.rank, level.ranks, level.value, subject});
    }
    return engine::outcome_of(method, said);
  }

  const std::string& referential_;
  const Facts& facts_;
  std::map<ItemKey, engine::Outcome> outcomes_{};
  std::map<std::string, std::set<ItemKey>> linked_{};
  std::set<ItemKey> decided_{};  ///< Of the referential.
};

Mastery mastery_of(engine::State state) noexcept { return static_cast<Mastery>(static_cast<std::int32_t>(state) + 1); }

std::optional<Decimal> told_decimal(const std::optional<base::Rational>& number) {
  return number ? std::optional(number->decimal()) : std::nullopt;
}

BalanceLine line_of_parts(const engine::Method& method, std::span<const engine::Part> parts, bool is_item) {
  const engine::Total total = engine::total_of(method, parts);
  BalanceLine line;
  line.score = told_decimal(total.score);
  if (total.degree != 0) line.degree = total.degree;
  line.state = is_item && total.score ? mastery_of(engine::state_of(method, *total.score)) : Mastery::none;
  line.items = total.items;
  line.evaluated = total.evaluated;
  line.acquired = total.acquired;
  line.partly = total.partly;
  line.share = told_decimal(total.share);
  // An item by itself has its own figures, whatever it weighs among its neighbours.
  if (is_item && parts.size() == 1 && parts.front().score) {
    line.score = told_decimal(parts.front().score);
    line.degree = parts.front().degree;
    line.state = mastery_of(parts.front().state);
  }
  return line;
}

}  // namespace

std::map<ItemKey, Decision> standing(const Decisions& decisions, const gradebook::Span& span) {
  std::map<ItemKey, Decision> found;
  for (const auto& [node, of_node] : decisions) {
    const auto within = [&](const Decision& one) { return one.day >= span.first_day && one.day <= span.last_day; };
    const auto last = std::ranges::find_if(of_node.rbegin(), of_node.rend(), within);
    if (last != of_node.rend() && last->degree) found.emplace(node, *last);
  }
  return found;
}

Facts counting(Facts facts, Date first, Earlier earlier, const base::SchoolYears& years) {
  const std::int32_t year = years.of(first);
  for (auto& [key, item] : facts) {
    auto& levels = item.levels;
    const bool within = std::ranges::any_of(levels, [&](const DatedLevel& level) { return level.date >= first; });
    if (earlier == Earlier::counted || (earlier == Earlier::if_nothing && !within)) continue;
    std::erase_if(levels, [&](const DatedLevel& level) {
      return level.date < first && (earlier != Earlier::same_year || years.of(level.date) != year);
    });
  }
  return facts;
}

std::map<std::int32_t, Known> by_school_year(const Known& known, const std::map<std::int64_t, base::SchoolYears>& years) {
  std::map<std::int32_t, Known> found;
  for (const auto& [key, item] : known.facts) {
    for (const DatedLevel& level : item.levels) found[years.at(level.org).of(level.date)];
  }
  for (const auto& [key, decisions] : known.decisions) {
    for (const Decision& one : decisions) found[years.at(one.org).of(one.day)].decisions[key].push_back(one);
  }
  for (auto& [year, of_year] : found) {
    of_year.facts = known.facts;
    for (auto& [key, item] : of_year.facts) {
      std::erase_if(item.levels, [&](const DatedLevel& level) { return years.at(level.org).of(level.date) != year; });
    }
  }
  return found;
}

Computed computed(const engine::Method& method, const std::string& referential, std::span<const NodeView> nodes, const Facts& facts,
                  const std::map<ItemKey, std::int32_t>& decided) {
  const Items items(method, referential, facts);
  std::optional<Items> with_decided;
  if (method.decided_count && !decided.empty()) with_decided.emplace(items).decide(method, decided);
  const Items& standing = with_decided ? *with_decided : items;
  std::unordered_map<std::string, std::optional<std::string>> parents;
  std::unordered_map<std::string, Decimal> coefficients;
  std::unordered_map<std::string, std::set<ItemKey>> below;
  std::set<ItemKey> all;
  for (const NodeView& node : nodes) {
    parents.emplace(node.code, node.parent_code);
    coefficients.emplace(node.code, node.coefficient);
  }
  for (const NodeView& node : nodes) {
    if (node.kind != NodeKind::item) continue;
    const auto keys = standing.behind(node.code);
    all.insert(keys.begin(), keys.end());
    for (std::optional<std::string> at = node.code; at; at = parents.at(*at)) below[*at].insert(keys.begin(), keys.end());
  }
  const auto line_of_keys = [&](const std::set<ItemKey>& keys, bool is_item) {
    std::vector<engine::Part> parts;
    for (const ItemKey& key : keys) parts.push_back((is_item ? items : standing).part(key, coefficients));
    return line_of_parts(method, parts, is_item);
  };
  Computed result;
  for (const NodeView& node : nodes) {
    const bool is_item = node.kind == NodeKind::item;
    BalanceLine line = line_of_keys(is_item ? items.behind(node.code) : below.at(node.code), is_item);
    line.item_id = node.id;
    line.code = node.code;
    line.label = node.label;
    line.kind = node.kind;
    line.depth = node.depth;
    result.lines.push_back(std::move(line));
  }
  result.total = line_of_keys(all, false);
  result.total.kind = NodeKind::domain;
  const auto is_decided = [&](const ItemKey& key) { return with_decided && decided.contains(key); };
  std::ranges::copy_if(all, std::back_inserter(result.decided), is_decided);
  return result;
}

bool reaches(const Computed& balance, Decimal share, Decimal domain_share) {
  const auto enough = [](const BalanceLine& line, Decimal percent) {
    return base::Rational(std::int64_t{100} * line.acquired) >= base::Rational(percent) * base::Rational(line.items);
  };
  return enough(balance.total, share) && std::ranges::all_of(balance.lines, [&](const BalanceLine& line) {
           return line.depth != 1 || enough(line, domain_share);
         });
}

}  // namespace ent::skill
