/// What a guardian is told of a pupil, as a pure function of what they were told last and of what stands now.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attendance/basis.hpp"
#include "attendance/entry.hpp"
#include "attendance/rules.hpp"

namespace ent::attendance {

/// How an entry of a pupil stands, or stood when a guardian was told of it last.
struct Stand {
  std::int64_t entry = 0;
  Kind kind{};
  Span span{};
};

struct News {
  std::vector<std::int64_t> withdrawn{};  ///< Entries of which they were told, and which were an error.
  std::vector<Stand> told{};              ///< What they are to be told.
};

/// The days that entries are about, as they stood and as they are to stand.
Days days_about(std::span<const EntryRow> before, std::span<const EntryRow> written);

/// Of the entries of one pupil, those that say of their pupil that they were not where they had to be, by number: nothing around them takes
/// them back.
std::vector<Stand> breaches_of(std::span<const EntryRow> standing, const CountPolicy& how);

/// `known`: what one guardian was told last of the entries of one pupil that touch some days, what they were told is an error left out;
/// `standing`: what stands on these days, by number; `basis`: of all days of both.
///
/// Who was told of an entry is told of it again where its kind or its half-days are others now, and that it was an error where it stands
/// no more. Of the others each is told of which some half-day is told by none; a lateness tells of latenesses alone. So what a guardian
/// was told last of a half-day is what stands, and nothing is told twice.
News news_of(std::span<const Stand> known, std::span<const Stand> standing, const Days& days, const Basis& basis);

}  // namespace ent::attendance
