/// Years, groups and subgroups as sets of pupils: pure functions.
///
/// What has no smaller sets in it is an atom, a part of which nothing smaller is known: two sets have pupils in common where
/// they share an atom.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "interop/fet/document.hpp"

namespace ent::interop::fet {

enum class Level : std::uint8_t { year, group, subgroup };

class Sets {
 public:
  struct Item {
    std::string name{};
    std::int64_t line = 0;  ///< Of the first place where it stands.
    Level level{};          ///< The highest at which it stands.
    std::vector<std::int32_t> atoms{};  ///< In order.
  };

  explicit Sets(const Document& document);

  /// In the order of the file.
  const std::vector<Item>& items() const noexcept { return items_; }
  const Item& item(std::int32_t set) const { return items_[static_cast<std::size_t>(set)]; }
  /// The set of a name; -1: there is none.
  std::int32_t find(std::string_view name) const;

  /// The smaller sets that are declared in one, each once.
  const std::vector<std::int32_t>& within(std::int32_t set) const { return within_[static_cast<std::size_t>(set)]; }

  bool overlap(std::int32_t one, std::int32_t other) const;

 private:
  std::int32_t add(const Set& set, Level level);
  void put(std::int32_t set, std::int32_t into);
  void collect(std::int32_t set, std::vector<bool>& seen, std::vector<std::int32_t>& atoms) const;

  std::vector<Item> items_;
  std::vector<std::vector<std::int32_t>> within_;
  std::map<std::string, std::int32_t, std::less<>> by_name_;
};

}  // namespace ent::interop::fet
