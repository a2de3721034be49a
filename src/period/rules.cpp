#include "period/rules.hpp"

#include <algorithm>
#include <tuple>

#include "base/each_once.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::period {
namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_code = 40;
constexpr std::size_t most_periods = 12;
constexpr std::size_t most_levels = 40;
constexpr std::size_t most_divisions = 200;
constexpr std::int32_t largest_coefficient = 100;
constexpr std::int64_t hundredth = Decimal::one / 100;
constexpr std::int32_t first_year = 1950, last_year = 2200;

/// School years of the southern territories begin in February.
bool of_year(const Dates& dates, std::int32_t school_year) noexcept {
  const auto january = [](std::int32_t year) { return Date{std::chrono::year{year} / std::chrono::January / 1}; };
  return dates.first_day >= january(school_year) && dates.last_day < january(school_year + 2);
}

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }

template <class T>
std::vector<T> each_once(std::vector<T> values) {
  base::keep_each_once(values);
  return values;
}

bool is_for_all(const Scheme& scheme) noexcept { return scheme.levels.empty() && scheme.division_ids.empty(); }

template <class T>
bool meet(const std::vector<T>& some, const std::vector<T>& others) {
  return std::ranges::any_of(some, [&](const T& one) { return std::ranges::find(others, one) != others.end(); });
}

const Scheme* find_if(const std::vector<Scheme>& schemes, auto matches) {
  const auto found = std::ranges::find_if(schemes, matches);
  return found == schemes.end() ? nullptr : &*found;
}

/// What the year looks like once the scheme is set.
std::vector<Scheme> with(const Scheme& scheme, std::vector<Scheme> schemes) {
  std::erase_if(schemes, [&](const Scheme& one) { return one.code == scheme.code; });
  if (!scheme.periods.empty()) schemes.push_back(scheme);
  return schemes;
}

/// Whether the days and the coefficient of a period may become others for a group that it holds for.
bool may_become(const Held& held, const View& was, const View& is) {
  if (held.days_stand) return is.first_day == was.first_day && is.last_day == was.last_day && is.coefficient == was.coefficient;
  return is.first_day <= was.last_day && was.first_day <= is.last_day;
}

/// Those that a group may go by: a division by its own, others by any.
std::vector<View> open_to(const std::vector<Scheme>& schemes, const group::Placed& group, const std::vector<std::string>& levels) {
  if (group.kind == group::Kind::division) return periods_of(schemes, group.id, levels);
  std::vector<View> periods;
  for (const Scheme& scheme : schemes) periods.insert(periods.end(), scheme.periods.begin(), scheme.periods.end());
  return periods;
}

}  // namespace

std::optional<Error> well_formed(const Set& input) {
  base::Fields fields;
  fields.refuse_if(input.school_year < first_year || input.school_year > last_year, "/school_year", "field.range")
      .length(base::trim(input.code), 1, longest_code, "/code")
      .refuse_if(input.items.size() > most_periods, "/items", "field.range")
      .refuse_if(input.levels.size() > most_levels, "/levels", "field.range")
      .refuse_if(input.division_ids.size() > most_divisions, "/division_ids", "field.range");
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Dates& item = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.length(base::trim(item.name), 1, longest_name, path + "/name")
        .refuse_if(item.last_day < item.first_day, path + "/last_day", "period.empty")
        .refuse_if(!of_year(item, input.school_year), path + "/first_day", "period.outside_year")
        .refuse_if(i > 0 && item.first_day <= input.items[i - 1].last_day, path + "/first_day", "period.overlap")
        .refuse_if(item.coefficient < 0 || item.coefficient > largest_coefficient, path + "/coefficient", "field.range")
        .refuse_if(item.coefficient.millionths() % hundredth != 0, path + "/coefficient", "gradebook.too_many_decimals");
  }
  for (std::size_t i = 0; i < input.levels.size(); ++i) {
    fields.length(base::trim(input.levels[i]), 1, longest_code, "/levels/" + std::to_string(i));
  }
  return fields.error();
}

Scheme scheme_of(const Set& input, const std::vector<Scheme>& standing) {
  Scheme scheme{trimmed(input.code), {}, {}, each_once(input.division_ids)};
  for (const std::string& level : input.levels) scheme.levels.push_back(trimmed(level));
  scheme.levels = each_once(std::move(scheme.levels));
  const Scheme* const before = find_if(standing, [&](const Scheme& other) { return other.code == scheme.code; });
  for (const Dates& item : input.items) {
    const std::size_t place = scheme.periods.size();
    const PeriodId id = before != nullptr && place < before->periods.size() ? before->periods[place].id : PeriodId{};
    scheme.periods.push_back({id, input.org_id, input.school_year, scheme.code, static_cast<std::int32_t>(place + 1),
                              trimmed(item.name), item.first_day, item.last_day, item.coefficient});
  }
  return scheme;
}

std::optional<Error> beside(const Scheme& scheme, const std::vector<Scheme>& standing) {
  if (scheme.periods.empty()) return std::nullopt;
  for (const Scheme& other : standing) {
    if (other.code == scheme.code) continue;
    if (meet(scheme.levels, other.levels)) return base::fail(Errc::already_exists, "period.level_taken");
    if (meet(scheme.division_ids, other.division_ids)) return base::fail(Errc::already_exists, "period.division_taken");
    if (is_for_all(scheme) && is_for_all(other)) return base::fail(Errc::already_exists, "period.default_taken");
  }
  return std::nullopt;
}

std::optional<Error> moves_nothing_held(const Scheme& scheme, const std::vector<Scheme>& standing, std::span<const Held> held) {
  const std::vector<Scheme> coming = with(scheme, standing);
  for (const Held& one : held) {
    std::vector<std::vector<std::string>> goers{one.group.levels};
    for (const std::string& level : one.pupil_levels) goers.push_back({level});
    for (const std::vector<std::string>& levels : goers) {
      const auto before = open_to(standing, one.group, levels), after = open_to(coming, one.group, levels);
      const auto was = std::ranges::find(before, one.period, &View::id);
      if (was == before.end()) continue;
      const auto is = std::ranges::find(after, one.period, &View::id);
      if (is == after.end() || !may_become(one, *was, *is))
        return base::fail(Errc::failed_precondition, one.days_stand ? "period.held" : "period.in_use");
    }
  }
  return std::nullopt;
}

std::vector<View> periods_of(const std::vector<Scheme>& schemes, std::optional<GroupId> division,
                             const std::vector<std::string>& levels) {
  const auto names_division = [&](const Scheme& one) { return division && meet({*division}, one.division_ids); };
  if (const Scheme* const own = find_if(schemes, names_division)) return own->periods;
  const Scheme* const general = find_if(schemes, is_for_all);
  std::vector<const Scheme*> found;
  for (const std::string& level : levels) {
    const Scheme* const own = find_if(schemes, [&](const Scheme& one) { return meet({level}, one.levels); });
    found.push_back(own != nullptr ? own : general);
  }
  if (levels.empty()) found.push_back(general);
  base::keep_each_once(found);
  std::vector<View> periods;
  for (const Scheme* const one : found) {
    if (one != nullptr) periods.insert(periods.end(), one->periods.begin(), one->periods.end());
  }
  std::ranges::sort(periods, {}, [](const View& view) { return std::tuple(view.first_day, view.code, view.number); });
  return periods;
}

bool goes_by(const std::vector<Scheme>& schemes, GroupId division, const std::string& level, PeriodId period) {
  const auto levels = level.empty() ? std::vector<std::string>{} : std::vector{level};
  const auto periods = periods_of(schemes, division, levels);
  return std::ranges::find(periods, period, &View::id) != periods.end();
}

}  // namespace ent::period
