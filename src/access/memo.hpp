/// Decisions already taken under unchanged facts.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "access/permission.hpp"
#include "access/target.hpp"

namespace ent::access {

/// A cache of fixed size with one place for each hash: a question that meets another there takes its place.
/// It lives and dies with the facts that its decisions rest on.
class Memo {
 public:
  /// The decision on a question, or nullptr. Of the rest of the target, org is the facts' own.
  const Decision* find(Perm perm, const Target& target) const noexcept {
    if (!slots_) return nullptr;
    const Slot& slot = (*slots_)[place(perm, target)];
    return slot.taken && slot.perm == perm && slot.person == target.person && slot.group == target.group &&
                   slot.author == target.author && slot.aggregate == target.aggregate
               ? &slot.decision
               : nullptr;
  }

  void keep(Perm perm, const Target& target, const Decision& decision) {
    if (!slots_) slots_ = std::make_unique<Slots>();
    (*slots_)[place(perm, target)] = {target.person, target.group, target.author, perm, target.aggregate, true, decision};
  }

 private:
  struct Slot {
    std::int64_t person = 0;
    std::int64_t group = 0;
    std::int64_t author = 0;
    Perm perm{};
    bool aggregate = false;
    bool taken = false;
    Decision decision{};
  };
  static constexpr std::size_t size = 1024;
  using Slots = std::array<Slot, size>;

  static std::size_t place(Perm perm, const Target& target) noexcept {
    std::uint64_t key = static_cast<std::uint64_t>(target.person);
    key ^= static_cast<std::uint64_t>(target.group) << 17 ^ static_cast<std::uint64_t>(target.author) << 29;
    key ^= static_cast<std::uint64_t>(perm) << 41;
    return static_cast<std::size_t>((key * 0x9e37'79b9'7f4a'7c15U) >> 54);
  }

  std::unique_ptr<Slots> slots_;
};

}  // namespace ent::access
