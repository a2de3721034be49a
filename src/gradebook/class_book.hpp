/// What was asked of members of a unit, wherever they were, and what was entered.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gradebook/averages.hpp"
#include "gradebook/formula.hpp"
#include "gradebook/rows.hpp"
#include "group/lookups.hpp"

namespace ent::gradebook {

/// Assessments of some days by subject, then by day; marks by assessment, then by member.
struct ClassBook {
  std::vector<BareAssessment> assessments{};
  std::vector<rows::GroupMark> marks{};
  std::vector<rows::GroupMark> missing{};   ///< Not entered: of assessments up to today that were about the member.
  std::vector<GivenPoints> points{};        ///< Of bonus/malus columns of the periods within these days.
  std::vector<group::Attendance> stays{};   ///< In which groups the members are on these days.
  std::set<std::int64_t> divisions{};       ///< Those of these groups that are divisions, by number.
  std::vector<SaidBoxes> boxes{};           ///< Of the groups of the assessments, by subject, then by group, then by day.
};

/// Which subjects are asked about, by code ("": what is of no subject); none: all.
using Subjects = std::optional<std::vector<std::string>>;

/// Of these members over some days, with what it takes to know what counts by these formulas; as it is kept with published periods, of their own
/// divisions or else of this group.
ClassBook class_book(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, std::int64_t group, const Span& days,
                     const Subjects& subjects, std::span<const Formula* const> formulas);

/// The marks that count, of pupils who are in their divisions on a day: with what is missing where that does, and without those that stay
/// behind in groups that their pupil has left on that day, where the policy says so.
std::vector<rows::GroupMark> marks_that_count(const ClassBook& book, const Formula& formula, std::span<const Counted> pupils, Date day);

/// What bonus/malus columns add, by subject ("" for none), where these days are a period: likewise.
std::map<std::string, PointsByMember> points_that_count(const ClassBook& book, const Formula& formula, std::span<const Counted> pupils,
                                                        const Span& days);

/// Of assessments as they are in a class book, those of these days: they stay where they are.
AssessmentsBySubject by_subject(std::span<const BareAssessment> assessments, const Span& days);

}  // namespace ent::gradebook
