/// Looking up of keys that come mostly in the order of the rows in which they are looked up.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>

namespace ent::base {

/// Places in rows that are sorted by a key. The row after the last one found is looked at before all are searched: marks of assessment after
/// assessment name the same pupils in the same order again and again.
template <class Row, class KeyOf = std::identity>
class InTurn {
 public:
  explicit InTurn(std::span<Row> rows, KeyOf key_of = {}) : rows_(rows), key_of_(key_of) {}

  template <class Key>
  std::optional<std::size_t> place_of(const Key& key) {
    if (next_ == rows_.size() || std::invoke(key_of_, rows_[next_]) != key) {
      const auto found = std::ranges::lower_bound(rows_, key, {}, key_of_);
      if (found == rows_.end() || std::invoke(key_of_, *found) != key) return std::nullopt;
      next_ = static_cast<std::size_t>(found - rows_.begin());
    }
    return next_++;
  }

 private:
  std::span<Row> rows_;
  KeyOf key_of_;
  std::size_t next_ = 0;
};

}  // namespace ent::base
