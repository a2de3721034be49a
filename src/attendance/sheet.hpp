/// What taking a register changes, as a pure function of what stood and what is said.
#pragma once

#include <span>
#include <vector>

#include "attendance/entry.hpp"
#include "group/roll.hpp"

namespace ent::attendance {

/// What becomes of the entries of a register.
struct Sheet {
  std::vector<EntryRow> added{};      ///< New, without numbers yet.
  std::vector<EntryRow> changed{};    ///< As they are to stand.
  std::vector<EntryRow> withdrawn{};  ///< Of pupils who were there after all.
  /// For each mark the entry that stands: of `added` (its index), or the number of one that stood.
  struct Place {
    bool is_new = false;
    std::int64_t at = 0;
  };
  std::vector<Place> places{};
  std::int32_t absent = 0;

  /// Those whose entries stood and are to be written anew.
  std::vector<EntryRow> rewritten() const;
};

/// `spans` has one for each mark. Who is named is one of `roll`: else the mark is refused.
Result<Sheet> sheet_of(std::span<const Mark> marks, std::span<const Span> spans, std::span<const group::Called> roll,
                       const RegisterKey& key, std::vector<EntryRow> before, std::int64_t author, Instant now);

}  // namespace ent::attendance
