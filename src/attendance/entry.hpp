/// An entry and a justification as the rows have them, and what follows from both.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attendance/half_days.hpp"
#include "ent/attendance.hpp"

namespace ent::attendance {

/// The register that an entry comes from; all 0: none.
struct RegisterKey {
  std::int64_t day = 0;
  std::int64_t lesson = 0;
  std::int64_t group = 0;
  std::int32_t half = 0;
};

struct EntryRow {
  std::int64_t entry = 0;
  std::int64_t member = 0;
  Kind kind{};
  Span span{};
  RegisterKey from{};      ///< Its day is not read back.
  std::string reason{};    ///< Empty: none.
  bool accepted = false;   ///< The reason was legitimate when it was given.
  bool settled = false;
  std::string comment{};   ///< Empty: none.
  bool withdrawn = false;
  std::int64_t author = 0;
  Instant written_at{};
  std::int64_t revision = 1;
  person::Card pupil{};
};

struct JustificationRow {
  std::int64_t justification = 0;
  std::int64_t member = 0;
  Span span{};
  std::string reason{};
  std::string text{};
  Instant written_at{};
  std::optional<Decision> decision{};
  std::string answer{};
  Instant decided_at{};
  std::int64_t revision = 1;
  person::Card pupil{};
  person::Card author{};
};

/// What entries are judged by: of the time that they touch, the justifications and the half-days on which the school is open.
struct Grounds {
  std::span<const JustificationRow> justifications{};
  std::span<const OpenHalf> open{};
};

/// What is decided of an entry. It is accepted by its own reason, or where accepted justifications together cover what it takes of open
/// time; else refused where all of that is decided. Of an entry that takes none its whole span is judged.
std::optional<Decision> decision_of(const EntryRow& entry, const Grounds& grounds);

Observed observed(const EntryRow& entry);
/// The time for which reasons were accepted.
std::vector<Span> accepted_spans(std::span<const JustificationRow> justifications);

/// As the API shows it. Comments are for the staff: `with_comment` false leaves them out.
Entry view_of(OrgId org, EntryRow entry, const Grounds& grounds, bool with_comment);
Justification view_of(OrgId org, JustificationRow justification);

TimeOfDay time_of(Minute minute) noexcept;

/// The column `day` of an entry.
std::int64_t day_column(const Span& span) noexcept;

}  // namespace ent::attendance
