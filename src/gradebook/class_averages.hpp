/// The averages of all pupils of a class over some days, as its reports show them, beside those of earlier days.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/rational.hpp"
#include "ent/gradebook.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// Who is asked about, and where they are.
struct Classmate {
  std::int64_t member = 0;
  std::string level{};        ///< Empty: none.
  std::int64_t division = 0;  ///< Number in the unit; 0: the class itself.
  bool of_class = true;       ///< False: was elsewhere, and is not one of those whom the class looks like.
  bool asked = true;          ///< False: is one of those, and not asked about: left the class after the days were published for it.
};

/// What stands in the place of a computed average; none: not marked, whatever was computed.
using Typed = std::optional<Decimal>;
/// By member and subject (no subject has the code "").
using TypedAverages = std::map<std::pair<std::int64_t, std::string>, Typed>;

/// A span of days, with those who are asked about on its last day.
struct Term {
  Date first_day{};
  Date last_day{};
  std::vector<Classmate> pupils{};  ///< By member.
  TypedAverages typed{};            ///< Of subjects; counts for all that is made of them.
  std::map<std::int64_t, Typed> typed_general{};  ///< Of general averages; likewise.
  Decimal coefficient = 1;          ///< What its averages weigh in those of the year.
};

/// The average of a pupil in a subject.
struct PupilFigure {
  std::optional<Decimal> shown{};     ///< Typed, or else computed.
  std::optional<Decimal> computed{};  ///< Rounded as the policy says.
  std::optional<base::Rational> exact{};  ///< As computed.
  std::int32_t marks = 0;             ///< Numbers that are neither formative nor omitted.
  Decimal coefficient = 1;
  SubjectMode mode = SubjectMode::ordinary;
  std::optional<Decimal> adjustment{};           ///< Points of the bonus/malus column, which are in what is computed.
  std::vector<std::optional<Decimal>> before{};  ///< What was shown in each earlier term.
  std::optional<Decimal> year{};                 ///< Of all terms up to the last one, where that is asked about.
  std::optional<std::string> letter{};           ///< Of what is shown.
};

/// A subject: a figure for each pupil, in their order, and what they look like together.
struct ClassFigures {
  std::string subject{};  ///< Empty: none.
  std::vector<PupilFigure> pupils{};
  GroupSubject look{};
  GroupSubject look_asked{};  ///< What those look like who are asked about: the same, unless some came or left after publication.
  bool now = false;           ///< Whether anything is asked or typed in the last term; else only in an earlier one.
  std::vector<GroupSubject> looks_before{};  ///< Of the class, as it was in each earlier term; nobody is marked where nothing was asked.
};

/// By what averages are made, and what they are out of (none: they are points).
struct MadeBy {
  std::string policy{};
  std::optional<Decimal> scale{};
  std::vector<Category> categories{};
};

/// The same as a subject's of a category.
struct CategoryFigures {
  Category category{};
  ClassFigures figures{};
};

struct ClassAverages {
  std::vector<Classmate> pupils{};       ///< Of whom all figures are, by member.
  std::vector<ClassFigures> subjects{};  ///< By code; those in which something is asked or typed in any of the terms.
  std::vector<CategoryFigures> categories{};  ///< Those of the class in their order, then those of some pupils alone; only where all subjects are asked.
  ClassFigures general{};
  MadeBy made_by{};                      ///< Those of the class in the last term,
  std::optional<Instant> frozen_at{};    ///< since when that is kept, where the term is published for the class,
  std::vector<MadeBy> made_by_pupil{};   ///< and those of each of its pupils: by their level.
};

/// What of a class is asked about.
struct AskedOfClass {
  std::optional<std::vector<std::string>> subjects{};  ///< By code; none: all. The general averages are over these.
  std::vector<std::int64_t> years_of{};                ///< The members whose averages of all terms are told too.
};

/// Of pupils of a division, over the last of these terms, as they are kept; the others come before it and tell how it was. Marks count
/// wherever they were given. Each term goes by the policies and coefficients of its first day, or, where it is a period that is published
/// for a pupil's division or else for this one, by those that are kept of it. The same statements, however many terms there are.
ClassAverages class_averages(unit::Unit& unit, GroupId division, std::span<const Term> terms, const AskedOfClass& asked);

/// Leaves the figures of these pupils, by member, of whom there are some.
void keep_only(ClassAverages& averages, std::span<const Classmate> asked);

}  // namespace ent::gradebook
