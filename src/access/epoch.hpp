/// The epochs of the units: each changes with every fact that rights rest on.
#pragma once

#include <cstdint>
#include <span>

#include "store/store.hpp"

namespace ent::access {

/// 0 for what was never changed.
struct Epochs {
  std::int64_t everywhere = 0;  ///< Of the tree of units, and of posts in units that are no establishments.
  std::int64_t unit = 0;
  friend bool operator==(const Epochs&, const Epochs&) = default;
};

Epochs read_epochs(store::Connection& connection, std::int64_t org);
/// The same in two steps: the question is sent, and its answer read later.
store::Rows ask_epochs(store::Connection& connection, std::int64_t org);
Epochs read_epochs(store::Rows& rows);

/// `fresh` is random, never the old value plus one: a value that a rolled-back transaction had used must
/// not come again, or rights cached from it would be taken for those of a committed state.
void renew_epochs(store::Connection& connection, std::span<const std::int64_t> orgs, std::int64_t fresh);

}  // namespace ent::access
