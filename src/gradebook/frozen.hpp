/// The formula of a published period, kept as it was: what is published never moves.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "ent/gradebook.hpp"
#include "ent/period.hpp"
#include "gradebook/formula.hpp"
#include "gradebook/period_rows.hpp"
#include "gradebook/span.hpp"
#include "group/divisions.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// What held for pupils of a level; empty: of those that are not named.
struct FrozenPolicy {
  std::string level{};
  Said said{};
};

/// What a subject weighed in a division (its number in the unit; 0: in all) or at a level (empty: at all).
struct FrozenWeight {
  std::int64_t division = 0;
  std::string level{};
  std::string subject{};
  Decimal coefficient = 1;
  SubjectMode mode = SubjectMode::ordinary;
};

/// What a subject weighed for one pupil. It is kept with the pupil's seat, which goes where the pupil goes.
struct FrozenOwn {
  std::string subject{};
  Decimal coefficient = 1;
  std::optional<SubjectMode> mode{};  ///< None: as for the others.
};
struct FrozenOwns {
  std::vector<FrozenOwn> weights{};
};

/// All that held for a group when a period was published for it.
struct FrozenFormula {
  std::vector<FrozenPolicy> policies{};
  std::vector<FrozenWeight> weights{};
};

struct KeptFormula {
  FrozenFormula formula{};
  Instant since{};
  std::map<std::int64_t, FrozenOwns> own{};  ///< By member.
  std::set<std::int64_t> seated{};           ///< The members with whom it is kept, as read_seated() fills it.
};
/// By group, first day and last day of the period.
using KeptFormulas = std::map<std::tuple<std::int64_t, Date, Date>, KeptFormula>;

/// Keeps by what the averages of these groups are made, and who is in them, for a period that becomes published for them. `states` are those that
/// were just set.
void freeze(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, std::span<const group::Placed> groups,
            std::span<const rows::StateRow> states);

/// A report goes out of these people (none: all of the division): those who came to it after the period was published for it are kept with the
/// others from now on, by the same formula. Nothing, where it is not published.
void freeze_with(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, GroupId division,
                 std::span<const PersonId> people);

/// What is kept of the periods that are published for these groups and begin within these days.
KeptFormulas kept_formulas(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& groups, const Span& first_days);

/// Fills in with whom what was found is kept.
void read_seated(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& groups, const Span& first_days, KeptFormulas& kept);

/// For pupils of a level or else (empty) for all.
Formula formula_of(const KeptFormula& kept, const std::string& level);

}  // namespace ent::gradebook
