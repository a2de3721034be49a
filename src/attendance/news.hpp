/// What the guardians are told of entries that are written, as a pure function of what stood and of what is to stand.
#pragma once

#include <span>
#include <vector>

#include "attendance/basis.hpp"
#include "attendance/entry.hpp"
#include "attendance/rules.hpp"

namespace ent::attendance {

struct News {
  std::vector<EntryRow> withdrawn{};  ///< What they were told and was an error: as it stood.
  std::vector<EntryRow> told{};       ///< What they are to be told: as it stands.
};

/// The days that entries are about: those that news_of() needs to know of them.
Days days_about(std::span<const EntryRow> before, std::span<const EntryRow> written);

/// `standing`: what stood on these days of the pupils of `written`; `written`: entries as they are to stand, with their numbers; `basis`: of
/// these days, by which half-days count as everywhere else.
///
/// An entry tells of its half-days what no other one has told of them; a lateness tells of latenesses alone. So who has been told of
/// what is stored nowhere: of the entries that stood, those were told of which none before them told. When what was told is withdrawn,
/// what it kept silent is told: of a half-day the guardians are told last what is right.
News news_of(std::span<const EntryRow> standing, std::span<const EntryRow> written, const Basis& basis);

}  // namespace ent::attendance
