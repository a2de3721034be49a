#include "school_year/rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::school_year {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_code = 40;
constexpr std::size_t most_levels = 20;
constexpr std::size_t most_divisions = 200;
constexpr std::int32_t first_year = 1950, last_year = 2200;

struct Step {
  std::string_view from;
  std::string_view to;
};

/// Within one school: nobody goes on from 3 to 2 under the same roof. The longer of two spellings stands first.
constexpr Step ladder[] = {{"TPS", "PS"},     {"PS", "MS"},     {"MS", "GS"},     {"GS", "CP"},     {"CP", "CE1"},
                           {"CE1", "CE2"},    {"CE2", "CM1"},   {"CM1", "CM2"},   {"6EME", "5EME"}, {"5EME", "4EME"},
                           {"4EME", "3EME"},  {"6", "5"},       {"5", "4"},       {"4", "3"},       {"2NDE", "1ERE"},
                           {"2DE", "1RE"},    {"1ERE", "TLE"},  {"1RE", "TLE"},   {"2", "1"},       {"1", "T"}};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// "6A" begins with 6; "61" is another number, and "CE12" no CE1.
bool begins_with(std::string_view code, std::string_view rung) noexcept {
  return code.starts_with(rung) &&
         (code.size() == rung.size() || !is_digit(code[rung.size()]) || !is_digit(rung.back()));
}

bool has_level(const Division& division, std::string_view level) {
  return std::ranges::any_of(division.levels, [&](const std::string& one) { return base::trim(one) == level; });
}

/// Whether the pupils of one division can be told apart by their levels, who go on into both.
bool tell_apart(const Division& one, const Division& other) {
  const auto lacks_one_of = [](const Division& has, const Division& lacks) {
    return std::ranges::any_of(has.levels, [&](const std::string& level) { return !has_level(lacks, base::trim(level)); });
  };
  return lacks_one_of(one, other) && lacks_one_of(other, one);
}

/// Whether a level is the last of its school.
bool is_last(std::string_view level) noexcept {
  return !one_year_on(level) && std::ranges::find(ladder, level, &Step::to) != std::end(ladder);
}

bool takes(const Division& division, GroupId former) {
  return std::ranges::find(division.from_ids, former) != division.from_ids.end();
}

/// The division into which a level of a former one goes on: its own, which goes on under its name, or the only one that there is.
Division* only_next(std::vector<Division>& divisions, const group::year::Former& former, std::string_view level) {
  const auto next = one_year_on(level);
  if (!next) return nullptr;
  std::vector<Division*> found;
  for (Division& division : divisions) {
    if (!has_level(division, *next)) continue;
    if (division.code == former.code) return &division;
    found.push_back(&division);
  }
  return found.size() == 1 ? found.front() : nullptr;
}

void check_division(base::Fields& fields, const Division& division, const std::string& path) {
  fields.length(base::trim(division.code), 1, longest_code, path + "/code")
      .length(base::trim(division.name), 1, longest_name, path + "/name")
      .refuse_if(division.levels.size() > most_levels, path + "/levels", "field.range")
      .refuse_if(division.from_ids.size() > most_divisions, path + "/from_ids", "field.range");
  for (std::size_t i = 0; i < division.levels.size(); ++i) {
    fields.length(base::trim(division.levels[i]), 1, longest_code, path + "/levels/" + std::to_string(i));
  }
}

void check_year(base::Fields& fields, std::int32_t year) {
  fields.refuse_if(year < first_year || year > last_year, "/school_year", "field.range");
}

}  // namespace

std::optional<Error> well_formed(const Of& input) {
  base::Fields fields;
  if (input.school_year) check_year(fields, *input.school_year);
  return fields.error();
}

std::optional<Error> well_formed(const Open& input) {
  base::Fields fields;
  check_year(fields, input.school_year);
  if (input.first_day) {
    const std::chrono::year_month_day day{*input.first_day};
    fields.refuse_if(static_cast<int>(day.year()) != input.school_year, "/first_day", "period.outside_year");
  }
  if (input.divisions.size() > most_divisions) return fields.refuse_if(true, "/divisions", "field.range").error();
  std::set<std::string> codes;
  std::map<std::int64_t, std::vector<const Division*>> into;
  for (std::size_t i = 0; i < input.divisions.size(); ++i) {
    const Division& division = input.divisions[i];
    const std::string path = "/divisions/" + std::to_string(i);
    check_division(fields, division, path);
    fields.refuse_if(!codes.emplace(base::trim(division.code)).second, path + "/code", "school_year.code_repeated");
    for (std::size_t k = 0; k < division.from_ids.size(); ++k) {
      auto& before = into[division.from_ids[k].value];
      const bool apart = std::ranges::all_of(before, [&](const Division* one) { return tell_apart(*one, division); });
      fields.refuse_if(!apart, path + "/from_ids/" + std::to_string(k), "school_year.division_repeated");
      before.push_back(&division);
    }
  }
  return fields.error();
}

std::optional<std::string> one_year_on(std::string_view code) {
  const auto step = std::ranges::find_if(ladder, [&](const Step& one) { return begins_with(code, one.from); });
  if (step == std::end(ladder)) return std::nullopt;
  return std::string(step->to) + std::string(code.substr(step->from.size()));
}

std::vector<Division> proposed(const std::vector<group::year::Former>& former) {
  std::vector<Division> divisions;
  for (const group::year::Former& one : former) divisions.push_back({one.code, one.name, one.levels, {}});
  for (const group::year::Former& one : former) {
    const auto next = one_year_on(one.code);
    const auto into = next ? std::ranges::find(divisions, *next, &Division::code) : divisions.end();
    if (into != divisions.end()) {
      into->from_ids.push_back(one.id);
    } else if (one.levels.size() > 1) {
      for (const std::string& level : one.levels) {
        Division* const by_level = only_next(divisions, one, level);
        if (by_level != nullptr && !takes(*by_level, one.id)) by_level->from_ids.push_back(one.id);
      }
    }
  }
  return divisions;
}

bool either_takes(const group::year::Former& former, const Division& one, const Division& other) {
  if (base::trim(one.code) == former.code || base::trim(other.code) == former.code) return false;
  return std::ranges::any_of(former.levels, [&](const std::string& level) {
    const auto next = one_year_on(level);
    return next && has_level(one, *next) && has_level(other, *next);
  });
}

const Division* next_of(const group::year::Former& former, const std::string& said_level, const std::vector<Division>& divisions) {
  const std::string& level = said_level.empty() && former.levels.size() == 1 ? former.levels.front() : said_level;
  std::vector<const Division*> into;
  for (const Division& division : divisions) {
    if (takes(division, former.id)) into.push_back(&division);
  }
  const bool one_only = into.size() == 1;
  if (one_only && former.levels.size() < 2) return into.front();
  std::ranges::stable_partition(into, [&](const Division* one) { return base::trim(one->code) == former.code; });
  const auto next = one_year_on(level);
  const auto found = std::ranges::find_if(into, [&](const Division* one) {
    if (!next) return one_only && !is_last(level);  // of a level that says nothing
    return one->levels.empty() || has_level(*one, *next);
  });
  return found == into.end() ? nullptr : *found;
}

std::string level_in(const Division& division, const std::string& former_level) {
  if (division.levels.size() == 1) return std::string(base::trim(division.levels.front()));
  const auto next = one_year_on(former_level);
  return next && (division.levels.empty() || has_level(division, *next)) ? *next : std::string();
}

}  // namespace ent::school_year
