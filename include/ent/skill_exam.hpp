/// The diplôme national du brevet, by the rule of each session.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/decimal.hpp"
#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"

namespace ent::skill {

/// How far an extra subject was mastered: it counts in sessions to 2025.
enum class ExtraSubject : std::int32_t {
  none = 1,      ///< None was taken.
  reached = 2,   ///< Its aims were reached: 10 points.
  exceeded = 3,  ///< They were exceeded: 20 points.
};

/// Mentions.
enum class Mention : std::int32_t {
  none = 1,             ///< Without one.
  fairly_good = 2,      ///< Assez bien.
  good = 3,             ///< Bien.
  very_good = 4,        ///< Très bien.
  congratulations = 5,  ///< Très bien, avec les félicitations du jury; from 2026.
};

/// Input of brevet().
struct AskBrevet {
  OrgId org_id{};                                  ///< The unit that asks.
  std::int32_t session{};                          ///< The civil year of the session: from 2018.
  std::vector<Decimal> marks = {};                 ///< Out of 20, one for each part of the rule, in its order.
  std::vector<std::int32_t> degrees = {};          ///< To 2025: the degrees of the eight components of the socle, 1 to 4.
  ExtraSubject extra = ExtraSubject::none;         ///< To 2025: the extra subject.
  std::vector<Decimal> averages = {};              ///< From 2026: the year's averages of the subjects, out of 20.
  std::optional<Decimal> optional_average = {};    ///< From 2026: that of one optional subject; what is above 10 is added to the others' sum.
  /// Of whom what is not given is taken from the school: of the year that ends in the civil year of the session the averages (an
  /// optional subject is one that counts as a bonus, the best of them), or the degrees of the end of the cycle and the complement.
  std::optional<PersonId> pupil_id = {};
};

/// A subject over the year.
struct YearAverage {
  std::string subject_code{};  ///< Empty: none.
  Decimal average{};           ///< As the last report of the year shows it, brought to 20; those in points, which have no scale, are left out.
  bool optional{};             ///< It counts as a bonus.
};

/// A part of the examination.
struct BrevetPart {
  std::string code{};  ///< "francais".
  Decimal weight{};    ///< To 2025 its points, from 2026 its coefficient.
};

/// What a session's rule makes of it.
struct Brevet {
  std::vector<BrevetPart> items{};         ///< The parts that the rule has.
  bool counts_socle{};                     ///< The socle makes points; else the averages of the year count.
  std::optional<Decimal> socle_points{};   ///< Of 400, to 2025.
  std::optional<Decimal> result{};         ///< To 2025 of 800, from 2026 of 20, to six decimals; none: something is missing.
  Decimal to_pass{};                       ///< Passed from here on.
  bool passed{};                           ///< Whether the result is there, and enough.
  Mention mention{};                       ///< With which mention.
  std::vector<YearAverage> averages{};     ///< Taken from the school: by subject.
  std::vector<std::int32_t> degrees{};     ///< Taken from the school: of the eight components; none where one is not said, or exempt.
};

/// Works the result of the brevet out by the rule of a session: to 2025 the socle and the parts in points, from 2026 on 40 percent
/// the year's averages and 60 percent the parts. Nothing is kept.
///
/// Permission: subject.read on the unit; of a pupil report.read on them too.
/// Errors: invalid_argument (skill.session_unknown, field.range), not_found (org.not_found, person.not_found). Since 0.1.
Result<Brevet> brevet(Session& session, const AskBrevet& input, const CallOptions& options = {});

}  // namespace ent::skill
