#include "attendance/news.hpp"

#include <algorithm>
#include <iterator>

namespace ent::attendance {
namespace {

/// A half-day of a pupil.
struct PupilHalf {
  std::int64_t member = 0;
  Date date{};
  HalfDay half{};
  friend bool operator==(const PupilHalf&, const PupilHalf&) = default;
};

/// An entry that is a breach, and the half-days of which it tells.
struct Known {
  const EntryRow* entry = nullptr;
  std::vector<PupilHalf> halves{};
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
std::vector<PupilHalf> halves_of(const EntryRow& entry, const Basis& basis) {
  const Observed seen = observed(entry);
  std::vector<PupilHalf> halves;
  for (const MissedHalf& half : count(std::span(&seen, 1), {}, basis.open, seen.from, seen.to, basis.how).missed) {
    halves.push_back({entry.member, half.date, half.half});
  }
  if (halves.empty()) halves.push_back({entry.member, date_of(seen.from), half_at(seen.from, basis)});
  return halves;
}

bool has(std::span<const PupilHalf> halves, const PupilHalf& half) { return std::ranges::find(halves, half) != halves.end(); }

const EntryRow* numbered(std::span<const EntryRow> entries, std::int64_t number) {
  const auto found = std::ranges::find(entries, number, &EntryRow::entry);
  return found == entries.end() ? nullptr : &*found;
}

const Known* numbered(std::span<const Known> known, std::int64_t number) {
  const auto found = std::ranges::find(known, number, [](const Known& one) { return one.entry->entry; });
  return found == known.end() ? nullptr : &*found;
}

/// The half-days that entries are about which are written: as they stood, and as they are to stand.
std::vector<PupilHalf> halves_about(std::span<const EntryRow> standing, std::span<const EntryRow> written, const Basis& basis) {
  std::vector<PupilHalf> about;
  const auto add = [&](const EntryRow& entry) {
    if (is_breach(entry)) std::ranges::copy(halves_of(entry, basis), std::back_inserter(about));
  };
  for (const EntryRow& entry : written) {
    add(entry);
    if (const EntryRow* before = numbered(standing, entry.entry)) add(*before);
  }
  return about;
}

/// Of these entries the breaches that touch one of these half-days, as if there were no others, by number.
std::vector<Known> known_of(std::span<const EntryRow> entries, std::span<const PupilHalf> about, const Basis& basis) {
  std::vector<Known> known;
  for (const EntryRow& entry : entries) {
    if (!is_breach(entry)) continue;
    Known one{&entry, halves_of(entry, basis)};
    std::erase_if(one.halves, [&](const PupilHalf& half) { return !has(about, half); });
    if (!one.halves.empty()) known.push_back(std::move(one));
  }
  std::ranges::sort(known, {}, [](const Known& one) { return one.entry->entry; });
  return known;
}

/// Who knows of a lateness does not know yet of an absence.
bool says_as_much(Kind told, Kind kind) noexcept { return told != Kind::lateness || kind == Kind::lateness; }

/// Whether all that an entry tells is told by others.
bool is_told(const Known& one, std::span<const Known> others) {
  return std::ranges::all_of(one.halves, [&](const PupilHalf& half) {
    return std::ranges::any_of(others, [&](const Known& other) {
      return says_as_much(other.entry->kind, one.entry->kind) && has(other.halves, half);
    });
  });
}

/// Of entries by number those of which the guardians were told.
std::vector<Known> told_of(std::span<const Known> known) {
  std::vector<Known> told;
  for (std::size_t index = 0; index < known.size(); ++index) {
    if (!is_told(known[index], known.first(index))) told.push_back(known[index]);
  }
  return told;
}

/// Whether who was told of an entry has still to be told what became of it.
bool is_other(const Known& one, const Known& before) {
  return one.entry->kind != before.entry->kind ||
         std::ranges::any_of(one.halves, [&](const PupilHalf& half) { return !has(before.halves, half); });
}

std::vector<EntryRow> standing_after(std::span<const EntryRow> standing, std::span<const EntryRow> written) {
  std::vector<EntryRow> after(written.begin(), written.end());
  std::ranges::copy_if(standing, std::back_inserter(after),
                       [&](const EntryRow& entry) { return numbered(written, entry.entry) == nullptr; });
  return after;
}

}  // namespace

Days days_about(std::span<const EntryRow> before, std::span<const EntryRow> written) {
  Span whole = written.front().span;
  for (const auto entries : {before, written}) {
    for (const EntryRow& entry : entries) whole = {std::min(whole.from, entry.span.from), std::max(whole.to, entry.span.to)};
  }
  return {date_of(whole.from), date_of(whole.to - 1)};
}

News news_of(std::span<const EntryRow> standing, std::span<const EntryRow> written, const Basis& basis) {
  const auto about = halves_about(standing, written, basis);
  const auto after = standing_after(standing, written);
  const auto known = known_of(standing, about, basis), to_know = known_of(after, about, basis);
  const auto told = told_of(known);
  std::vector<Known> said;
  for (const Known& one : to_know) {
    const Known* before = numbered(told, one.entry->entry);
    if (before != nullptr && !is_other(one, *before)) said.push_back(one);
  }
  News news;
  for (const Known& one : to_know) {
    if (numbered(said, one.entry->entry) != nullptr) continue;
    if (numbered(told, one.entry->entry) != nullptr || !is_told(one, said)) news.told.push_back(*one.entry);
    said.push_back(one);
  }
  for (const Known& one : told) {
    if (numbered(to_know, one.entry->entry) == nullptr) news.withdrawn.push_back(*one.entry);
  }
  return news;
}

}  // namespace ent::attendance
