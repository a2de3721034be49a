#include "attendance/news.hpp"

#include <algorithm>

namespace ent::attendance {
namespace {

struct DayHalf {
  Date date{};
  HalfDay half{};
  friend bool operator==(const DayHalf&, const DayHalf&) = default;
};

/// An entry, and the half-days of which it tells.
struct Telling {
  Stand stand{};
  std::vector<DayHalf> halves{};
};

const OpenHalf* open_on(std::span<const OpenHalf> open, Date date, HalfDay half) {
  const auto found = std::ranges::find_if(open, [&](const OpenHalf& one) { return one.half == half && date_of(one.from) == date; });
  return found == open.end() ? nullptr : &*found;
}

/// The half of its day in which a minute lies, whether the school is open then or not.
HalfDay half_at(Minute minute, const Basis& basis) {
  const Date date = date_of(minute);
  Minute turn = minute_of(date, basis.how.midday);
  if (const OpenHalf* morning = open_on(basis.open, date, HalfDay::morning)) turn = morning->to;
  if (const OpenHalf* afternoon = open_on(basis.open, date, HalfDay::afternoon)) turn = afternoon->from;
  return minute < turn ? HalfDay::morning : HalfDay::afternoon;
}

/// Those that it counts for. What counts for none, as a lateness does or what lies outside of the opening hours, is of the half-day in
/// which it begins.
std::vector<DayHalf> halves_of(const Stand& stand, const Basis& basis) {
  const Observed seen = observed({.kind = stand.kind, .span = stand.span});
  std::vector<DayHalf> halves;
  for (const MissedHalf& half : count(std::span(&seen, 1), {}, basis.open, seen.from, seen.to, basis.how).missed) {
    halves.push_back({half.date, half.half});
  }
  if (halves.empty()) halves.push_back({date_of(seen.from), half_at(seen.from, basis)});
  return halves;
}

/// What each tells of these days, as if there were no others.
std::vector<Telling> tellings_of(std::span<const Stand> stands, const Days& days, const Basis& basis) {
  std::vector<Telling> tellings;
  for (const Stand& stand : stands) {
    Telling& one = tellings.emplace_back(stand, halves_of(stand, basis));
    std::erase_if(one.halves, [&](const DayHalf& half) { return half.date < days.first || half.date > days.last; });
  }
  return tellings;
}

template <class Items>
auto* numbered(Items& items, std::int64_t number) {
  const auto found = std::ranges::find_if(items, [&](const Telling& one) { return one.stand.entry == number; });
  return found == items.end() ? nullptr : &*found;
}

/// Who knows of a lateness does not know yet of an absence.
bool says_as_much(Kind told, Kind kind) noexcept { return told != Kind::lateness || kind == Kind::lateness; }

/// Whether all that an entry tells is told by others.
bool is_told(const Telling& one, std::span<const Telling> others) {
  return std::ranges::all_of(one.halves, [&](const DayHalf& half) {
    return std::ranges::any_of(others, [&](const Telling& other) {
      return says_as_much(other.stand.kind, one.stand.kind) && std::ranges::find(other.halves, half) != other.halves.end();
    });
  });
}

/// Half-days are in their order.
bool tells_the_same(const Telling& one, const Telling& other) {
  return one.stand.kind == other.stand.kind && one.halves == other.halves;
}

}  // namespace

Days days_about(std::span<const EntryRow> before, std::span<const EntryRow> written) {
  Span whole = written.front().span;
  for (const auto entries : {before, written}) {
    for (const EntryRow& entry : entries) whole = {std::min(whole.from, entry.span.from), std::max(whole.to, entry.span.to)};
  }
  return {date_of(whole.from), date_of(whole.to - 1)};
}

std::vector<Stand> breaches_of(std::span<const EntryRow> standing, const CountPolicy& how) {
  std::vector<Observed> seen;
  for (const EntryRow& entry : standing) seen.push_back(observed(entry));
  const auto stays = breaches(seen, how);
  std::vector<Stand> found;
  for (std::size_t index = 0; index < standing.size(); ++index) {
    if (stays[index]) found.push_back({standing[index].entry, standing[index].kind, standing[index].span});
  }
  std::ranges::sort(found, {}, &Stand::entry);
  return found;
}

News news_of(std::span<const Stand> known, std::span<const Stand> standing, const Days& days, const Basis& basis) {
  const auto heard = tellings_of(known, days, basis), to_hear = tellings_of(standing, days, basis);
  News news;
  std::vector<Telling> said, silent;
  for (const Telling& one : to_hear) {
    const Telling* before = numbered(heard, one.stand.entry);
    if (before == nullptr) {
      silent.push_back(one);
      continue;
    }
    if (!tells_the_same(one, *before)) news.told.push_back(one.stand);
    said.push_back(one);
  }
  for (const Telling& one : silent) {
    if (is_told(one, said)) continue;
    news.told.push_back(one.stand);
    said.push_back(one);
  }
  for (const Telling& one : heard) {
    if (numbered(to_hear, one.stand.entry) == nullptr) news.withdrawn.push_back(one.stand.entry);
  }
  return news;
}

}  // namespace ent::attendance
