// What the guardians are told, where an entry keeps another one silent.
#include "attendance/news.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace ent::attendance;
using ent::Date;

/// November 2026: the 12th is a Thursday.
Minute at(unsigned day, int hour, int minute = 0) {
  return minute_of(Date{std::chrono::year{2026} / std::chrono::November / std::chrono::day{day}}, hour * 60 + minute);
}

/// Two days from 8:00 to 12:00 and from 13:30 to 17:00.
std::vector<OpenHalf> school() {
  std::vector<OpenHalf> open;
  for (const unsigned day : {12U, 13U}) {
    open.push_back({HalfDay::morning, at(day, 8), at(day, 12)});
    open.push_back({HalfDay::afternoon, at(day, 13, 30), at(day, 17)});
  }
  return open;
}

EntryRow entry(std::int64_t number, Minute from, Minute to, Kind kind = Kind::absence) {
  return {.entry = number, .member = 1, .kind = kind, .span = {from, to}};
}

EntryRow withdrawn(EntryRow row) {
  row.withdrawn = true;
  return row;
}

/// A guardian who hears of one pupil, write after write.
struct Listener {
  std::vector<EntryRow> standing{};
  std::vector<Stand> known{};

  News hear(const std::vector<EntryRow>& written) {
    std::vector<EntryRow> before;
    for (const EntryRow& row : written) {
      std::ranges::copy_if(standing, std::back_inserter(before), [&](const EntryRow& one) { return one.entry == row.entry; });
      std::erase_if(standing, [&](const EntryRow& one) { return one.entry == row.entry; });
      if (!row.withdrawn) standing.push_back(row);
    }
    const Days days = days_about(before, written);
    const auto touches = [&](const Span& span) { return span.overlaps(span_of(days)); };
    std::vector<EntryRow> there;
    std::ranges::copy_if(standing, std::back_inserter(there), [&](const EntryRow& one) { return touches(one.span); });
    std::vector<Stand> heard;
    std::ranges::copy_if(known, std::back_inserter(heard), [&](const Stand& one) { return touches(one.span); });
    const Basis basis{.open = school()};
    News news = news_of(heard, breaches_of(there, basis.how), days, basis);
    for (const std::int64_t gone : news.withdrawn) forget(gone);
    for (const Stand& told : news.told) {
      forget(told.entry);
      known.push_back(told);
    }
    return news;
  }

  void forget(std::int64_t number) {
    std::erase_if(known, [&](const Stand& one) { return one.entry == number; });
  }
};

/// "-1 +2": 1 is withdrawn, 2 is told.
std::string text_of(const News& news) {
  std::string text;
  for (const std::int64_t number : news.withdrawn) text += (text.empty() ? "-" : " -") + std::to_string(number);
  for (const Stand& one : news.told) text += (text.empty() ? "+" : " +") + std::to_string(one.entry);
  return text;
}

/// What is heard of the last write, after these entries were written one after another.
std::string news(const std::vector<EntryRow>& standing, const std::vector<EntryRow>& written) {
  Listener mother;
  for (const EntryRow& row : standing) mother.hear({row});
  return text_of(mother.hear(written));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_news)

BOOST_AUTO_TEST_CASE(a_half_day_is_told_once) {
  const EntryRow eight = entry(1, at(12, 8), at(12, 9)), ten = entry(2, at(12, 10), at(12, 11));
  BOOST_TEST(news({}, {eight}) == "+1");
  BOOST_TEST(news({eight}, {ten}) == "");
  BOOST_TEST(news({eight}, {entry(2, at(12, 14), at(12, 15))}) == "+2");
  BOOST_TEST(news({}, {eight, ten}) == "+1");
  BOOST_TEST(news({}, {entry(1, at(12, 8), at(12, 9), Kind::presence)}) == "");
}

BOOST_AUTO_TEST_CASE(what_was_kept_silent_is_told_when_what_was_told_goes) {
  const EntryRow day = entry(1, at(12, 8), at(12, 17)), ten = entry(2, at(12, 10), at(12, 11)), two = entry(3, at(12, 14), at(12, 15));
  BOOST_TEST(news({day, ten, two}, {withdrawn(day)}) == "-1 +2 +3");
  BOOST_TEST(news({day, ten, two}, {entry(1, at(12, 8), at(12, 12))}) == "+1 +3");  // it ended at noon
  BOOST_TEST(news({day, ten, two}, {withdrawn(two)}) == "");
  BOOST_TEST(news({day, ten, two}, {entry(1, at(13, 8), at(13, 17))}) == "+1 +2 +3");  // it was the day after
  BOOST_TEST(news({day, ten}, {entry(1, at(12, 8), at(12, 17), Kind::presence)}) == "-1");  // of the hour as well
  BOOST_TEST(news({day, ten}, {entry(1, at(12, 10, 30), at(12, 17), Kind::presence)}) == "-1 +2");
}

BOOST_AUTO_TEST_CASE(a_lateness_keeps_no_absence_silent) {
  const EntryRow late = entry(1, at(12, 8), at(12, 8, 5), Kind::lateness), ten = entry(2, at(12, 10), at(12, 11));
  BOOST_TEST(news({late}, {ten}) == "+2");
  BOOST_TEST(news({late}, {entry(2, at(12, 10), at(12, 10, 5), Kind::lateness)}) == "");
  BOOST_TEST(news({ten}, {entry(3, at(12, 11), at(12, 11, 5), Kind::lateness)}) == "");
  BOOST_TEST(news({late, ten}, {entry(2, at(12, 10), at(12, 10, 5), Kind::lateness)}) == "+2");  // who heard of an absence hears that it was none
}

BOOST_AUTO_TEST_CASE(half_days_are_those_that_count) {
  // From eight to 13:35 is one half-day, to 13:36 it is two.
  const EntryRow two = entry(2, at(12, 14), at(12, 15));
  BOOST_TEST(news({entry(1, at(12, 8), at(12, 13, 35))}, {two}) == "+2");
  BOOST_TEST(news({entry(1, at(12, 8), at(12, 13, 36))}, {two}) == "");
  // At lunch nobody misses anything; it is told with the morning.
  BOOST_TEST(news({}, {entry(1, at(12, 12), at(12, 13))}) == "+1");
  BOOST_TEST(news({entry(1, at(12, 8), at(12, 9))}, {entry(2, at(12, 12), at(12, 13))}) == "");
  BOOST_TEST(news({}, {entry(1, at(14, 8), at(14, 9)), entry(2, at(14, 13), at(14, 14))}) == "+1 +2");  // a Saturday, cut at midday
}

BOOST_AUTO_TEST_CASE(what_turns_out_to_be_none_after_all_is_told_again) {
  const EntryRow two = entry(1, at(12, 13, 30), at(12, 15)), later = entry(2, at(12, 13, 40), at(12, 17));
  Listener mother;
  BOOST_TEST(text_of(mother.hear({two})) == "+1");
  BOOST_TEST(text_of(mother.hear({later})) == "");
  BOOST_TEST(text_of(mother.hear({withdrawn(two)})) == "-1 +2");
  BOOST_TEST(text_of(mother.hear({two})) == "");  // of the afternoon they know by the other one
  BOOST_TEST(text_of(mother.hear({withdrawn(later)})) == "-2 +1");
  BOOST_TEST(text_of(mother.hear({withdrawn(two)})) == "-1");
  BOOST_TEST(text_of(mother.hear({later})) == "+2");
}

BOOST_AUTO_TEST_CASE(who_was_not_told_hears_of_no_error) {
  const EntryRow day = entry(1, at(12, 8), at(12, 17)), ten = entry(2, at(12, 10), at(12, 11));
  Listener father{.standing = {day, ten}};  // both from before he was a guardian
  BOOST_TEST(text_of(father.hear({withdrawn(ten)})) == "+1");
  BOOST_TEST(text_of(Listener{.standing = {day}}.hear({withdrawn(day)})) == "");
}

BOOST_AUTO_TEST_CASE(less_is_told_as_more_is) {
  const EntryRow day = entry(1, at(12, 8), at(12, 17));
  BOOST_TEST(news({day}, {entry(1, at(12, 8), at(12, 12))}) == "+1");
  BOOST_TEST(news({day}, {entry(1, at(12, 8, 5), at(12, 16))}) == "");  // the same half-days
  const EntryRow week = entry(1, at(12, 8), at(14, 17));
  BOOST_TEST(news({week}, {entry(2, at(12, 14), at(12, 15))}) == "");
  BOOST_TEST(news({week}, {entry(1, at(12, 8), at(13, 17))}) == "");  // the 14th is a Saturday
}

BOOST_AUTO_TEST_CASE(presence_around_it_makes_an_absence_an_error) {
  const EntryRow eight = entry(1, at(12, 8, 1), at(12, 9)), infirmary = entry(2, at(12, 8), at(12, 9, 10), Kind::presence);
  BOOST_TEST(news({eight}, {infirmary}) == "-1");
  BOOST_TEST(news({eight, infirmary}, {withdrawn(infirmary)}) == "+1");
  BOOST_TEST(news({infirmary}, {eight}) == "");
  BOOST_TEST(news({eight, infirmary}, {entry(3, at(12, 7), at(12, 10))}) == "+1");  // it stands again, and tells of the morning
}

/// Four half-days of two days as bits, by a computation of its own.
int halves(Minute from, Minute to, Kind kind) {
  const Minute length = to - from;
  int found = 0;
  for (int day = 0; day < 2; ++day) {
    const auto touches = [&](Minute opens, Minute closes) { return from < closes && opens < to; };
    const unsigned date = 12U + static_cast<unsigned>(day);
    if (kind == Kind::lateness || length < 30) continue;
    const bool morning = touches(at(date, 8), at(date, 12));
    const bool afternoon = touches(at(date, 13, 30), at(date, 17)) && (!morning || to > at(date, 13, 35));
    found |= (morning ? 1 : 0) << (2 * day) | (afternoon ? 2 : 0) << (2 * day);
  }
  if (found != 0) return found;
  const int day = from < at(13, 0) ? 0 : 1;
  return (from < at(day == 0 ? 12U : 13U, 13, 30) ? 1 : 2) << (2 * day);
}

/// Whether anything that contains an entry, and is contained in nothing else that has a say, leaves it a breach.
bool stands(const EntryRow& inner, const std::vector<EntryRow>& all) {
  std::vector<EntryRow> around;
  for (const EntryRow& one : all) {
    const bool has_say = one.kind != Kind::lateness || (inner.kind == Kind::lateness && one.span == inner.span);
    if (one.span.contains(inner.span) && has_say) around.push_back(one);
  }
  return inner.kind != Kind::presence && std::ranges::any_of(around, [&](const EntryRow& one) {
    const bool outermost = std::ranges::none_of(around, [&](const EntryRow& other) {
      return other.span.contains(one.span) && !(other.span == one.span);
    });
    return outermost && one.kind != Kind::presence;
  });
}

/// What a guardian was told last of each entry, by the messages alone: kind and half-days.
using Heard = std::map<std::int64_t, std::pair<Kind, int>>;

void take_in(Heard& heard, const News& news, const std::vector<EntryRow>& standing) {
  for (const std::int64_t number : news.withdrawn) BOOST_REQUIRE(heard.erase(number) == 1);  // they had been told
  for (const Stand& one : news.told) {
    const auto row = std::ranges::find(standing, one.entry, &EntryRow::entry);
    BOOST_REQUIRE((row != standing.end() && row->span == one.span && row->kind == one.kind && stands(*row, standing)));
    const std::pair said{one.kind, halves(one.span.from, one.span.to, one.kind)};
    const auto before = heard.find(one.entry);
    BOOST_REQUIRE((before == heard.end() || before->second != said));  // nothing is told twice
    heard[one.entry] = said;
  }
}

void expect_what_stands(const Heard& heard, const std::vector<EntryRow>& standing) {
  int of_absence = 0, of_anything = 0;
  for (const auto& [number, said] : heard) {
    const auto row = std::ranges::find(standing, number, &EntryRow::entry);
    BOOST_REQUIRE((row != standing.end() && stands(*row, standing)));
    BOOST_REQUIRE((said == std::pair{row->kind, halves(row->span.from, row->span.to, row->kind)}));
    of_anything |= said.second;
    if (said.first != Kind::lateness) of_absence |= said.second;
  }
  for (const EntryRow& row : standing) {
    if (!stands(row, standing)) continue;
    const int told = row.kind == Kind::lateness ? of_anything : of_absence;
    BOOST_REQUIRE((halves(row.span.from, row.span.to, row.kind) & ~told) == 0);
  }
}

BOOST_AUTO_TEST_CASE(whatever_is_written_the_last_that_was_told_stands) {
  std::mt19937 random(20261112);
  const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
  std::int64_t messages = 0;
  for (int sequence = 0; sequence < 12'000; ++sequence) {
    Listener mother, father;  // he is one from the fifth write on
    Heard hers, his;
    std::vector<EntryRow> ever;
    for (int step = 0; step < 9; ++step) {
      const bool is_new = ever.empty() || below(3) == 0;
      EntryRow row = entry(static_cast<std::int64_t>(ever.size()) + 1, 0, 0);
      if (!is_new) row = ever[static_cast<std::size_t>(below(static_cast<int>(ever.size())))];
      if (is_new || below(2) == 0) {
        constexpr std::array<int, 9> times{8 * 60, 8 * 60 + 20, 10 * 60, 12 * 60, 13 * 60, 13 * 60 + 35, 13 * 60 + 40, 15 * 60, 17 * 60};
        const int begins = below(8), ends = begins + 1 + below(8 - begins);
        const unsigned first = 12U + static_cast<unsigned>(below(2)), last = below(4) == 0 ? 13U : first;
        row.kind = static_cast<Kind>(1 + below(4));
        row.span = {at(first, 0, times[static_cast<std::size_t>(begins)]),
                    at(row.kind == Kind::lateness ? first : last, 0, times[static_cast<std::size_t>(ends)])};
        row.withdrawn = false;
      } else {
        row.withdrawn = !row.withdrawn;
      }
      if (is_new) ever.push_back(row);
      else ever[static_cast<std::size_t>(row.entry - 1)] = row;
      const News to_her = mother.hear({row});
      messages += static_cast<std::int64_t>(to_her.told.size() + to_her.withdrawn.size());
      take_in(hers, to_her, mother.standing);
      expect_what_stands(hers, mother.standing);
      if (step < 4) father.standing = mother.standing;
      else take_in(his, father.hear({row}), father.standing);
    }
  }
  BOOST_TEST(messages > 50'000);
}

BOOST_AUTO_TEST_SUITE_END()
