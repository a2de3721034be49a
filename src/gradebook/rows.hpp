/// The rows of the grade book.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/bare_assessment.hpp"
#include "gradebook/span.hpp"
#include "group/lookups.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook::rows {

/// From the columns that the statements of `assessment` begin with.
Assessment assessment_of(const unit::Rows& row);

/// One that was not removed.
std::optional<Assessment> find(unit::Unit& unit, AssessmentId id);
/// Of whom something is asked, and in which subject ("" for none).
struct AskedOf {
  GroupId group{};
  std::string subject{};
};
/// Of one that may have been removed: who may do what with it is told that it is gone, or what stood in it.
std::optional<AskedOf> asked_of(unit::Unit& unit, AssessmentId id);
void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Assessment& assessment);
void update(unit::WriteUnit& unit, const unit::Granted& granted, const Assessment& assessment);
void remove(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId id);
void set_revision(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId id, std::int64_t revision);

/// Those of a group in a span of days. `taught_by` 0: of all subjects; else of those that this person teaches the group
/// on `today`.
std::vector<Assessment> list(unit::Unit& unit, const ListAssessments& input, const Span& span, std::int64_t taught_by, Date today);

/// What stands for a member, or stood.
struct MarkRow {
  std::int64_t member = 0;
  MarkKind kind = MarkKind::not_entered;
  Decimal value = 0;
  std::optional<std::string> comment{};
  std::int64_t version = 0;
  Instant at{};
  std::int64_t author = 0;  ///< A person.
  std::optional<std::string> annotation{};  ///< Of the school's own kinds: the code.
  std::optional<std::string> label{};       ///< What it is called, as it is read.
  std::optional<std::string> reason{};      ///< Why it was entered.
};

/// The lowest and the highest mark that stand; none: no number does.
struct MarkRange {
  Decimal lowest = 0;
  Decimal highest = 0;
};
std::optional<MarkRange> range(unit::Unit& unit, AssessmentId id);
/// What stands, by member.
std::vector<MarkRow> marks(unit::Unit& unit, AssessmentId id);
/// Puts `marks` in the place of those that stand, and keeps these.
void replace(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId id, std::span<const MarkRow> before,
             std::span<const MarkRow> marks);
/// What has stood for a member, the last first.
std::vector<Version> versions(unit::Unit& unit, AssessmentId id, std::int64_t member);

/// Which marks of somebody are read.
struct Shown {
  bool all = false;               ///< All of them.
  std::int64_t taught_by = 0;     ///< Those of the subjects that this person teaches them today; 0: none.
  bool to_pupils = false;         ///< Those that are published to pupils;
  bool to_parents = false;        ///< to parents.
};

/// The marks of a member, the earliest first.
std::vector<PupilMark> of_member(unit::Unit& unit, OrgId org, std::int64_t member, const Shown& shown, const Span& span,
                                 Date today);

/// The assessments of groups in which the member was on their days, and in which nothing was entered for them, as not_entered.
std::vector<PupilMark> missing_of(unit::Unit& unit, OrgId org, std::int64_t member, std::span<const group::Attendance> stays,
                                  const Shown& shown, const Span& span, Date today);

/// A mark of a member of a group.
struct GroupMark {
  std::int64_t member = 0;
  AssessmentId assessment{};
  MarkKind kind = MarkKind::not_entered;
  Decimal value = 0;
};

/// The assessments of all groups in which these members ever were, in a span of days, by subject, then by day: whoever has changed
/// classes takes their marks along.
std::vector<BareAssessment> of_classmates(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span);
/// The marks of these members, in order, in these assessments: by assessment, then by member.
std::vector<GroupMark> marks_in(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, std::span<const std::int64_t> assessments);

/// A day on which a member was asked something in which a mark stands.
struct MarkedOn {
  std::int64_t member = 0;
  Date day{};
};
/// Of the assessments of a group in a subject ("" for none) on these days.
std::vector<MarkedOn> marked_in(unit::Unit& unit, GroupId group, const std::string& subject, const Span& days);

/// The subjects ("" for none) that a person teaches on a day to a group, to the groups drawn out of it or to the divisions that it is
/// drawn out of.
std::vector<std::string> taught_by(unit::Unit& unit, GroupId group, std::int64_t person, Date day);

}  // namespace ent::gradebook::rows
