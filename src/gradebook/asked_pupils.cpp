#include "gradebook/asked_pupils.hpp"

#include <algorithm>

namespace ent::gradebook {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_named{
    "SELECT q.assessment, q.member, t.person FROM EACH($1) v CROSS JOIN assessment_pupil q CROSS JOIN member t WHERE q.org = $2 "
    "AND q.assessment = v.value AND t.org = q.org AND t.member = q.member ORDER BY q.assessment, t.sort_key, t.person"};

constexpr Sql delete_named{"DELETE FROM assessment_pupil WHERE org = $1 AND assessment = $2"};
constexpr Sql insert_named{"INSERT INTO assessment_pupil (org, assessment, member) VALUES ($1, $2, ITEM($3))"};

std::vector<std::int64_t> numbers_in(std::span<const Assessment> assessments) {
  std::vector<std::int64_t> numbers;
  for (const Assessment& assessment : assessments) numbers.push_back(assessment.id.number());
  return numbers;
}

}  // namespace

NamedPupils::NamedPupils(unit::Unit& unit, OrgId org, std::span<const std::int64_t> assessments) {
  if (assessments.empty()) return;
  Rows rows = unit.query(select_named, assessments, org.value);
  while (rows.next()) all_.push_back({rows.integer(0), rows.integer(1), PersonId{rows.integer(2)}});
}

NamedPupils::NamedPupils(unit::Unit& unit, OrgId org, std::span<const Assessment> assessments)
    : NamedPupils(unit, org, numbers_in(assessments)) {}

NamedPupils::NamedPupils(unit::Unit& unit, const Assessment& assessment)
    : NamedPupils(unit, OrgId{assessment.id.establishment()}, std::span(&assessment, 1)) {}

std::span<const NamedPupil> NamedPupils::of(AssessmentId assessment) const {
  const auto found = std::ranges::equal_range(all_, assessment.number(), {}, &NamedPupil::assessment);
  return {found.begin(), found.end()};
}

bool NamedPupils::asks(AssessmentId assessment, std::int64_t member) const {
  const auto named = of(assessment);
  return named.empty() || std::ranges::find(named, member, &NamedPupil::member) != named.end();
}

std::vector<PersonId> NamedPupils::people(AssessmentId assessment) const {
  std::vector<PersonId> people;
  for (const NamedPupil& one : of(assessment)) people.push_back(one.person);
  return people;
}

std::vector<group::Pupil> asked_pupils(unit::Unit& unit, const Assessment& assessment, const NamedPupils& named) {
  std::vector<group::Pupil> pupils = group::pupils_on(unit, assessment.group_id, assessment.date);
  std::erase_if(pupils, [&](const group::Pupil& pupil) { return !named.asks(assessment.id, pupil.member); });
  return pupils;
}

void name_pupils(unit::WriteUnit& unit, const unit::Granted& granted, AssessmentId assessment, std::span<const std::int64_t> members) {
  unit.exec(granted, delete_named, assessment.establishment(), assessment.number());
  if (!members.empty()) unit.exec_each(granted, insert_named, assessment.establishment(), assessment.number(), members);
}

}  // namespace ent::gradebook
