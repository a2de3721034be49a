/// By what averages are made: the policy that holds for pupils from a day on, and what their subjects weigh.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/engine/overall.hpp"
#include "gradebook/engine/policy.hpp"

namespace ent::gradebook {

/// What a unit says of how averages are made: a preset, and what is otherwise than in it.
struct Said {
  std::string preset{};
  std::optional<Decimal> step{};
  std::optional<RoundingRule> rounding{};
  std::optional<MissingRule> missing{};
  std::optional<Decimal> best_more{};
  std::optional<Decimal> best_times{};
  std::optional<Decimal> worst_times{};
  std::optional<MovedRule> moved{};
  std::optional<bool> negative{};
  std::optional<bool> above_maximum{};
  std::optional<std::int32_t> decimals{};
  std::optional<Letters> letters{};  ///< All of them, whatever their preset becomes.
  std::optional<QuartileRule> quartiles{};
  std::vector<Category> categories{};
  std::optional<WeighRule> weigh{};
  std::optional<BonusRule> bonus{};
  std::optional<OptionalRule> optional{};
  std::optional<YearRule> year{};
  std::vector<RoundingOf> roundings{};
};

/// Roundings of one kind of average each, as they are kept.
struct SaidRoundings {
  std::vector<RoundingOf> items{};
};

/// As the engine has it.
engine::Toward toward(RoundingRule rule) noexcept;
engine::Treatment treatment(MissingRule rule) noexcept;

/// The preset with what is said otherwise; it rounds between levels where the preset does. A preset that is not there is
/// taken for fr-exact.
engine::Policy policy_of(const Said& said);
/// "fr-exact", or with what is otherwise: "pronote; step 0.5; rounding up".
std::string text_of(const Said& said);

/// Where a pupil is, as far as it decides what subjects weigh.
struct Place {
  std::int64_t division = 0;  ///< Number in the unit; 0: none.
  std::string level{};        ///< Empty: none.
  std::int64_t member = 0;    ///< Whose it is; 0: nobody's.
  bool kept = false;          ///< There on the last day of a period that is published so, whatever has been said since.
};

/// What a subject weighs.
struct Weight {
  Decimal coefficient = 1;
  SubjectMode mode = SubjectMode::ordinary;
};

/// What is said of a subject.
struct SaidWeight {
  Decimal coefficient = 1;
  std::optional<SubjectMode> mode{};  ///< None, of a pupil alone: as for the others.
};

/// What is said of subjects, of a pupil, of a division, of a level, or of all.
class Weights {
 public:
  /// `division` 0: of all; `level` empty: of all.
  void add(std::int64_t division, std::string level, std::string subject, const SaidWeight& weight);
  /// Of a pupil alone.
  void add_own(std::int64_t member, std::string subject, const SaidWeight& weight);
  /// Of the pupil, or else of the division, or else of the level, or else of all; 1 where nothing is said.
  Weight of(const std::optional<std::string>& subject, const Place& place) const;

 private:
  Weight of_others(const std::string& subject, const Place& place) const;

  // Looked up for each pupil in each subject: by what stands elsewhere, without a copy of it.
  std::map<std::tuple<std::int64_t, std::string, std::string>, Weight, std::less<>> said_;
  std::map<std::tuple<std::int64_t, std::string>, SaidWeight, std::less<>> own_;
};

struct Formula {
  engine::Policy policy;
  std::string text;
  Weights weights;
  MovedRule moved = MovedRule::follow;
  std::optional<Instant> frozen_at{};  ///< When the period was published whose formula this is; none: it is what holds now.
  bool rounds_between = true;          ///< False: no box rounds its average, whatever is said of it.
  std::optional<Letters> letters{};    ///< In which averages are told.
  std::vector<Category> categories{};  ///< Of subjects that have an average together.
};

}  // namespace ent::gradebook
