/// Decisions already taken under unchanged facts.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "access/permission.hpp"
#include "access/target.hpp"

namespace ent::access {

/// A question about a person or a group alone, and the decision on it, as one number: the decision in the lowest
/// bits, which are 0 in the question. So what is left of the difference of a question and its answer is the decision,
/// and of any other pair of them it is more.
namespace packed {

inline constexpr unsigned decision_bits = 12, taken_shift = 12, aggregate_shift = 13, group_shift = 14, perm_shift = 16,
                          number_shift = 28, met_shift = 60;
inline constexpr std::uint64_t beyond_decisions = 1 << decision_bits;

/// Whether a target fits. Of a target, org is the facts' own, and goes without saying.
inline bool fits(const Target& target) noexcept {
  const auto number = static_cast<std::uint64_t>(target.person | target.group);
  return (target.author | static_cast<std::int64_t>(number >> 32) | target.met >> 4) == 0 &&
         (target.person == 0 || target.group == 0);
}

inline std::uint64_t question(Perm perm, const Target& target) noexcept {
  return static_cast<std::uint64_t>(target.met) << met_shift |
         static_cast<std::uint64_t>(target.person | target.group) << number_shift |
         static_cast<std::uint64_t>(perm) << perm_shift | static_cast<std::uint64_t>(target.group != 0) << group_shift |
         static_cast<std::uint64_t>(target.aggregate) << aggregate_shift | std::uint64_t{1} << taken_shift;
}

inline std::uint64_t bits_of(const Decision& decision) noexcept {
  return static_cast<std::uint64_t>(decision.reason) | static_cast<std::uint64_t>(decision.mask) << 8 |
         static_cast<std::uint64_t>(decision.known) << 10 | static_cast<std::uint64_t>(decision.allowed) << 11;
}

inline Decision decision_of(std::uint64_t bits) noexcept {
  return {(bits >> 11 & 1) != 0, (bits >> 10 & 1) != 0, false, static_cast<Mask>(bits >> 8 & 3),
          static_cast<Reason>(bits & 0xff)};
}

/// Half a line of the processor's cache.
using Line = std::array<std::uint64_t, 4>;

/// By value: what std::min refers to would have to lie in memory.
inline std::uint64_t lower(std::uint64_t left, std::uint64_t right) noexcept { return left < right ? left : right; }

inline std::size_t place(std::uint64_t question) noexcept {
  return static_cast<std::size_t>(question * 0x9e37'79b9'7f4a'7c15U >> 40);
}

}  // namespace packed

/// A cache of questions about one unit. It lives and dies with the facts that its decisions rest on.
class Memo {
 public:
  /// To look questions up in, until the next one is kept.
  class View {
   public:
    View() = default;
    /// The decision in packed bits, or a larger number when none was kept. There is no branch but on the answer, since
    /// where in its line a question lies cannot be foreseen.
    std::uint64_t find(Perm perm, const Target& target) const noexcept {
      if (!packed::fits(target)) return packed::beyond_decisions;
      const std::uint64_t question = packed::question(perm, target);
      const packed::Line& line = lines_[packed::place(question) & mask_];
      return packed::lower(packed::lower(line[0] ^ question, line[1] ^ question),
                           packed::lower(line[2] ^ question, line[3] ^ question));
    }

   private:
    friend class Memo;
    View(const packed::Line* lines, std::size_t mask) noexcept : lines_(lines), mask_(mask) {}
    static constexpr packed::Line nothing{};
    const packed::Line* lines_ = &nothing;
    std::size_t mask_ = 0;
  };

  Memo() : lines_(first_lines) {}
  View view() const noexcept { return {lines_.data(), lines_.size() - 1}; }

  std::optional<Decision> find(Perm perm, const Target& target) const {
    if (packed::fits(target)) {
      const std::uint64_t found = view().find(perm, target);
      return found < packed::beyond_decisions ? std::optional(packed::decision_of(found)) : std::nullopt;
    }
    const auto found = others_.find({perm, target});
    return found == others_.end() ? std::nullopt : std::optional(found->second);
  }

  void keep(Perm perm, const Target& target, const Decision& decision) {
    if (packed::fits(target)) {
      const std::uint64_t kept = packed::question(perm, target) | packed::bits_of(decision);
      while (!put(kept)) grow();
      return;
    }
    if (others_.size() == most_others) others_.clear();
    others_.emplace(Other{perm, target}, decision);
  }

 private:
  /// A question that does not fit in one number.
  struct Other {
    Perm perm;
    Target target;
    friend bool operator==(const Other& left, const Other& right) noexcept {
      return left.perm == right.perm && left.target.person == right.target.person &&
             left.target.group == right.target.group && left.target.author == right.target.author &&
             left.target.aggregate == right.target.aggregate && left.target.met == right.target.met;
    }
  };
  struct HashOther {
    std::size_t operator()(const Other& one) const noexcept {
      auto mixed = static_cast<std::uint64_t>(one.perm) << 9 | static_cast<std::uint64_t>(one.target.met) << 1 |
                   static_cast<std::uint64_t>(one.target.aggregate);
      for (const std::int64_t number : {one.target.person, one.target.group, one.target.author}) {
        mixed = (mixed ^ static_cast<std::uint64_t>(number)) * 0x9e37'79b9'7f4a'7c15U;
        mixed ^= mixed >> 32;
      }
      return static_cast<std::size_t>(mixed);
    }
  };

  static constexpr std::size_t first_lines = 16, most_lines = 2048, most_others = 4096;

  packed::Line& line_of(std::uint64_t kept) noexcept {
    return lines_[packed::place(kept & ~(packed::beyond_decisions - 1)) & (lines_.size() - 1)];
  }

  /// False when the line is full and the table may still grow; when it may not, one of the line goes.
  bool put(std::uint64_t kept) noexcept {
    packed::Line& line = line_of(kept);
    const auto free = std::ranges::find(line, std::uint64_t{0});
    if (free == line.end() && lines_.size() < most_lines) return false;
    (free != line.end() ? *free : line[kept >> packed::number_shift & 3]) = kept;
    return true;
  }

  void grow() {
    std::vector<packed::Line> before(lines_.size() * 2);
    before.swap(lines_);
    for (const packed::Line& line : before) {
      for (const std::uint64_t kept : line) {
        if (kept != 0) put(kept);  // a line twice as far apart holds what one held
      }
    }
  }

  std::vector<packed::Line> lines_;
  std::unordered_map<Other, Decision, HashOther> others_;
};

}  // namespace ent::access
