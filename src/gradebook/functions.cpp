#include "gradebook/functions.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/date.hpp"
#include "gradebook/member_marks.hpp"
#include "gradebook/policy_rows.hpp"
#include "gradebook/shown.hpp"
#include "org/functions.hpp"
#include "period/functions.hpp"
#include "subject/functions.hpp"

namespace ent::gradebook {
namespace {

struct Alike {
  rows::Shown shown{};
  std::vector<std::int64_t> members{};
};

bool same_shown(const rows::Shown& one, const rows::Shown& other) {
  return one.all == other.all && one.taught_by == other.taught_by && one.to_pupils == other.to_pupils &&
         one.to_parents == other.to_parents;
}

/// The pupils by what is shown of them: those of a family are nearly always alike.
std::vector<Alike> by_what_is_shown(unit::Unit& unit, std::span<const Assessed> pupils) {
  std::vector<Alike> found;
  std::vector<access::Target> targets;
  for (const Assessed& pupil : pupils) targets.push_back({.org = pupil.member >> 32, .person = pupil.person.value});
  const auto shown_each = shown_of_each(unit, targets);
  auto each = shown_each.begin();
  for (const Assessed& pupil : pupils) {
    const rows::Shown shown = *each++;
    if (!shows_any(shown)) continue;
    const auto alike = std::ranges::find_if(found, [&](const Alike& one) { return same_shown(one.shown, shown); });
    Alike& one = alike == found.end() ? found.emplace_back(Alike{shown, {}}) : *alike;
    one.members.push_back(pupil.member);
  }
  return found;
}

void name_subjects(unit::Unit& unit, std::vector<Latest>& latest) {
  std::set<std::int64_t> orgs;
  std::set<std::string> codes;
  for (const Latest& one : latest) {
    if (!one.mark.assessment.subject_code) continue;
    orgs.insert(one.member >> 32);
    codes.insert(*one.mark.assessment.subject_code);
  }
  if (codes.empty()) return;
  const auto lines = org::lines_of(unit, std::vector(orgs.begin(), orgs.end()), unit.at());
  const auto names = subject::shown_in(unit, lines, {codes.begin(), codes.end()});
  for (Latest& one : latest) {
    const auto name = names.find({one.member >> 32, one.mark.assessment.subject_code.value_or("")});
    if (name != names.end()) one.subject_name = name->second.name;
  }
}

}  // namespace

std::optional<Assessment> find_assessment(unit::Unit& unit, AssessmentId id) { return rows::find(unit, id); }

std::optional<Error> moves_no_closed_period(unit::Unit& unit, OrgId org, Date from) {
  const auto closed = rows::closed_since(unit, org, base::civil_year(from) - 1);
  if (closed.empty()) return std::nullopt;
  for (const PeriodId period : period::begun_since(unit, org, from)) {
    if (std::ranges::find(closed, period.number()) != closed.end()) return base::fail(Errc::failed_precondition, "gradebook.period_closed");
  }
  return std::nullopt;
}

std::vector<Latest> latest_of(unit::Unit& unit, std::span<const Assessed> pupils, Date first, Date last, std::size_t most) {
  std::vector<Latest> found;
  for (const auto& [shown, members] : by_what_is_shown(unit, pupils)) {
    std::int64_t member = 0;
    std::size_t count = 0;
    for (rows::MemberMark& one : rows::of_members(unit, members, shown, {first, last}, unit.today())) {
      count = one.member == member ? count + 1 : 1;
      member = one.member;
      if (count <= most) found.push_back({member, std::move(one.mark), {}});
    }
  }
  name_subjects(unit, found);
  return found;
}

}  // namespace ent::gradebook
