/// What the engine is given: plain arrays, in the order of the keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gradebook/engine/policy.hpp"

namespace ent::gradebook::engine {

/// An index of a book as the standard library has it.
inline std::size_t at(std::int32_t index) noexcept { return static_cast<std::size_t>(index); }

/// In which part a mark stands in its average.
enum class Part : std::uint8_t { ordinary = 1, bonus = 2, optional = 3, extra = 4 };

struct Assessment {
  std::int32_t box = 0;  ///< Index in Book::boxes.
  Decimal maximum = 20;
  Decimal minimum = 0;
  Decimal coefficient = 1;
  Part part = Part::ordinary;
  bool brought_to_scale = false;  ///< "Ramener sur 20": its scale does not touch its coefficient.
  bool formative = false;
  bool omitted = false;        ///< Left out of averages though it is not formative.
  bool hidden = false;         ///< Not shown to pupils.
  bool never_dropped = false;
  std::optional<Decimal> share{};  ///< Of 1, set by the teacher, where the rule of the box is `natural`.
};

struct Box {
  std::int32_t parent = -1;  ///< Index in Book::boxes, smaller than its own; -1 for the first box alone.
  Decimal coefficient = 1;
  Part part = Part::ordinary;
  std::optional<Decimal> maximum{};  ///< The policy's scale where absent.
  Decimal minimum = 0;
  std::optional<Decimal> share{};
  std::optional<BoxRule> rule{};  ///< In place of the policy's.
};

/// What one service asks of its pupils in one period.
struct Book {
  std::vector<Assessment> assessments;  ///< By date, then by id.
  std::vector<Box> boxes{Box{}};        ///< The first holds all others, at any depth.
};

struct Mark {
  Decimal value = 0;  ///< On the scale of its assessment; of no meaning where the kind has no number.
  MarkKind kind = MarkKind::not_entered;
};

/// Whether marks count that are still missing, or provisional.
enum class Figure : std::uint8_t {
  by_policy = 1,
  so_far = 2,           ///< They are left out.
  if_nothing_more = 3,  ///< What is missing counts 0, and what is provisional its number.
};

struct View {
  Figure figure = Figure::by_policy;
  bool hidden_too = true;
};

/// What is held of one pupil.
struct PupilMarks {
  std::span<const Mark> marks;           ///< As many as the book has assessments, in their order.
  std::optional<Decimal> adjustment{};   ///< Of a bonus/malus column: added to the average before it is rounded.
};

}  // namespace ent::gradebook::engine
