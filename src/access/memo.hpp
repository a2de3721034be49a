/// Decisions already taken under unchanged facts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "access/permission.hpp"
#include "access/target.hpp"

namespace ent::access {

/// A cache of questions about one unit. A question has one line of the processor's cache, which holds four; when
/// they are taken the table grows, and when it is as large as it gets, one of them goes. It lives and dies with
/// the facts that its decisions rest on.
class Memo {
 public:
  /// The decision on a question, if it was kept. Of the rest of the target, org is the facts' own.
  std::optional<Decision> find(Perm perm, const Target& target) const noexcept {
    if (lines_.empty() || !fits(target)) return std::nullopt;
    const Slot wanted = slot(perm, target);
    for (const Slot& one : lines_[place(wanted)]) {
      if (one.who == wanted.who && (one.rest & question_bits) == wanted.rest) return decision(one);
    }
    return std::nullopt;
  }

  void keep(Perm perm, const Target& target, const Decision& decision) {
    if (!fits(target)) return;
    if (lines_.empty()) lines_.resize(first_lines);
    Slot kept = slot(perm, target);
    kept.rest |= static_cast<std::uint64_t>(decision.reason) | static_cast<std::uint64_t>(decision.mask) << 8 |
                 (decision.known ? known_bit : 0) | (decision.allowed ? allowed_bit : 0);
    while (!put(kept)) grow();
  }

 private:
  struct Slot {
    std::uint64_t who = 0;   ///< person, and from bit 32 on group
    std::uint64_t rest = 0;  ///< the decision, the question's other parts, and from bit 32 on author
  };
  using Line = std::array<Slot, 4>;

  static constexpr std::uint64_t known_bit = 1 << 10, allowed_bit = 1 << 11;
  static constexpr std::uint64_t taken_bit = 1 << 13, aggregate_bit = 1 << 14;
  static constexpr std::uint64_t question_bits = ~std::uint64_t{taken_bit - 1};
  static constexpr unsigned perm_shift = 16, met_shift = 28;
  static constexpr std::size_t first_lines = 16, most_lines = 1024;

  static bool fits(const Target& target) noexcept {
    return static_cast<std::uint64_t>(target.person | target.group | target.author) >> 32 == 0;
  }
  static Slot slot(Perm perm, const Target& target) noexcept {
    return {static_cast<std::uint64_t>(target.person) | static_cast<std::uint64_t>(target.group) << 32,
            taken_bit | (target.aggregate ? aggregate_bit : 0) | static_cast<std::uint64_t>(perm) << perm_shift |
                static_cast<std::uint64_t>(target.met & 0xf) << met_shift |
                static_cast<std::uint64_t>(target.author) << 32};
  }
  static Decision decision(const Slot& slot) noexcept {
    return {(slot.rest & allowed_bit) != 0, (slot.rest & known_bit) != 0, false,
            static_cast<Mask>(slot.rest >> 8 & 3), static_cast<Reason>(slot.rest & 0xff)};
  }

  std::size_t place(const Slot& slot) const noexcept {
    const std::uint64_t key = slot.who ^ (slot.rest & question_bits) * 0xff51'afd7'ed55'8ccdU;
    return static_cast<std::size_t>(key * 0x9e37'79b9'7f4a'7c15U >> 40) & (lines_.size() - 1);
  }

  /// False when the line is full and the table may still grow.
  bool put(const Slot& slot) {
    Line& line = lines_[place(slot)];
    for (Slot& one : line) {
      if (one.rest != 0) continue;
      one = slot;
      return true;
    }
    if (lines_.size() < most_lines) return false;
    line[slot.who & 3] = slot;
    return true;
  }

  void grow() {
    std::vector<Line> before(lines_.size() * 2);
    before.swap(lines_);
    for (const Line& line : before) {
      for (const Slot& one : line) {
        if (one.rest != 0) put(one);  // a line twice as far apart holds what one held
      }
    }
  }

  std::vector<Line> lines_;
};

}  // namespace ent::access
