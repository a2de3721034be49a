/// How the facts of one actor, or of a whole company, are read by one statement.
#pragma once

#include <algorithm>

#include "access/facts.hpp"
#include "access/facts_sql.hpp"

namespace ent::access {

/// A question about persons, in two texts: about one, and about many. $1 is the day, $2 the person or the list;
/// and where it is about the rows of units, $3 and $4 are the first and the last of them. The first column of
/// an answer is the person, the second, of those by unit, the unit.
struct Asked {
  store::Sql one;
  store::Sql many;
  bool by_unit = true;
};

/// The texts of a question; `person` is the column that it goes by, and stands at the end but for `after`.
#define ENT_ASKED(text, person, after)                                        \
  {text person " = $2" after}, {                                              \
    text person " IN (SELECT w.value FROM EACH($2) w)" after                  \
  }
#define ENT_OF_UNITS " AND m.org BETWEEN $3 AND $4"

/// The facts of a company that lack something, in the order of persons and units.
class Lacking {
 public:
  explicit Lacking(std::vector<Facts*> facts) : facts_(std::move(facts)) {
    std::ranges::sort(facts_, {}, place);
    for (const Facts* one : facts_) {
      const std::int64_t person = one->actor_.person;
      if (person != 0 && (persons_.empty() || persons_.back() != person)) persons_.push_back(person);
    }
  }

  bool is_nobody() const noexcept { return persons_.empty(); }
  std::size_t size() const noexcept { return facts_.size(); }
  Facts& operator[](std::size_t index) const noexcept { return *facts_[index]; }

  store::Rows ask(store::Connection& connection, const Asked& asked) const {
    const auto units = std::ranges::minmax(facts_, {}, [](const Facts* one) { return one->org(); });
    const std::int64_t day = day_number(facts_.front()->at());
    const store::Arg who = persons_.size() == 1 ? store::Arg(persons_.front())
                                                : store::Arg(std::span<const std::int64_t>(persons_));
    const store::Sql& sql = persons_.size() == 1 ? asked.one : asked.many;
    const store::Arg all[] = {day, who, units.min->org(), units.max->org()};
    return connection.query(sql, std::span(all).first(asked.by_unit ? 4 : 2));
  }

  /// The indices of those whom a row is about: from the first up to the last, which is not one of them.
  std::pair<std::size_t, std::size_t> of(const Asked& asked, const store::Rows& row) const {
    if (asked.by_unit) {
      const auto found = std::ranges::equal_range(facts_, std::pair(row.integer(0), row.integer(1)), {}, place);
      return range(found.begin(), found.end());
    }
    const auto found = std::ranges::equal_range(facts_, row.integer(0), {},
                                                [](const Facts* one) { return one->actor_.person; });
    return range(found.begin(), found.end());
  }

 private:
  using Place = std::vector<Facts*>::const_iterator;
  static std::pair<std::int64_t, std::int64_t> place(const Facts* one) noexcept {
    return {one->actor_.person, one->org()};
  }
  std::pair<std::size_t, std::size_t> range(Place first, Place last) const noexcept {
    return {static_cast<std::size_t>(first - facts_.begin()), static_cast<std::size_t>(last - facts_.begin())};
  }

  std::vector<Facts*> facts_;
  std::vector<std::int64_t> persons_;
};

/// `slot` gives the optional<Value> of facts.
template <class Value, class Slot, class Add>
const Value& Facts::load(store::Connection& connection, const Asked& asked, Slot slot, Add add) {
  if (const std::optional<Value>& known = slot(*this)) return *known;
  std::vector<Facts*> who;
  std::ranges::copy_if(company().actors, std::back_inserter(who), [&](Facts* one) { return !slot(*one); });
  const Lacking lacking(std::move(who));
  std::vector<Value> values(lacking.size());  // nothing is kept of a question that failed
  if (!lacking.is_nobody()) {
    store::Rows rows = lacking.ask(connection, asked);
    while (rows.next()) {
      const auto [first, last] = lacking.of(asked, rows);
      for (std::size_t index = first; index < last; ++index) add(lacking[index], values[index], rows);
    }
  }
  for (std::size_t index = 0; index < lacking.size(); ++index) slot(lacking[index]) = std::move(values[index]);
  return *slot(*this);
}

}  // namespace ent::access
