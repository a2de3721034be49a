/// What makes the inputs of attendance well-formed.
#pragma once

#include <optional>

#include "attendance/entry.hpp"
#include "base/error.hpp"
#include "base/try.hpp"

namespace ent::attendance {

/// The span of a record; a lateness and a departure say when.
Result<Span> span_of(const Record& input);
/// The span of an entry as corrected.
Result<Span> span_of(const Correct& input, Kind kind, const Span& before);
Result<Span> span_of(const Justify& input);

std::optional<Error> well_formed(const Record& input);
std::optional<Error> well_formed(const Correct& input);
std::optional<Error> well_formed(const Justify& input);
std::optional<Error> well_formed(const Decide& input);
std::optional<Error> well_formed(const SetReason& input);
/// Of what is said at `/counting`.
std::optional<Error> well_formed(const Counting& counting);
/// Codes without the spaces around them.
Counting tidy(Counting counting);

/// Whether a reason may be given for what was observed.
bool fits(const Reason& reason, Kind kind) noexcept;

/// The days of an input: [first, last], at most 62 of them.
struct Days {
  Date first{};
  Date last{};
};
/// Defaults: the month of the other one, or of `at`.
Result<Days> days_of(std::optional<Date> first, std::optional<Date> last, Date at);
/// Defaults: 61 days from the other one, or 30 days before and after `at`.
Result<Days> days_around(std::optional<Date> first, std::optional<Date> last, Date at);
Span span_of(const Days& days) noexcept;

/// What the marks of a register come to: one span for each, in their order. `open` is when the register is of.
Result<std::vector<Span>> spans_of(std::span<const Mark> marks, const Span& open);

}  // namespace ent::attendance
