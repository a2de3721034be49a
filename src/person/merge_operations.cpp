// Records that are one person: found, merged, and told apart again.
#include <algorithm>

#include "base/each_once.hpp"
#include "base/page.hpp"
#include "person/describe.hpp"
#include "person/merge_rows.hpp"
#include "person/rows.hpp"
#include "person/target.hpp"
#include "unit/op.hpp"

namespace ent::person {
namespace {

/// The units whose rights rest on either of two persons.
std::vector<std::int64_t> units_of_both(unit::Unit& unit, PersonId one, PersonId other) {
  std::vector<std::int64_t> units = units_of(unit, one);
  std::ranges::copy(units_of(unit, other), std::back_inserter(units));
  base::keep_each_once(units);
  return units;
}

/// Whoever was merged is found as the person kept, and it is about that person that the right is asked.
PersonId found_as(const std::optional<Known>& known, PersonId asked) {
  return known ? PersonId{known->person.person} : asked;
}

/// person.duplicates
Result<Duplicates> duplicates_(Read<Perm::person_merge>& unit, const FindDuplicates& input) {
  ENT_TRY(visible, unit.visible_people());
  ENT_REFUSE(base::Fields()
                 .refuse_if(input.limit < 1 || input.limit > base::largest_page, "/limit", "field.range")
                 .refuse_if(input.least_score < 1 || input.least_score > 100, "/least_score", "field.range")
                 .error());
  Duplicates found;
  for (rows::Pair& pair : rows::suspects(unit, seen(unit, visible), input)) {
    Likeness likeness = compare(pair.first_identity, pair.second_identity);
    if (likeness.score < input.least_score) continue;
    found.items.push_back({std::move(pair.first), std::move(pair.second), pair.second_org, likeness.score,
                           std::move(likeness.evidence)});
  }
  std::ranges::stable_sort(found.items, std::ranges::greater{}, &Duplicate::score);
  found.items.resize(std::min(found.items.size(), static_cast<std::size_t>(input.limit)));
  return found;
}

/// person.merge
Result<Done> merge_(Write<Perm::person_merge>& unit, const Merge& input) {
  // facts
  const OrgId other_org = input.merged_org_id.value_or(input.org_id);
  const auto kept = find(unit, input.org_id, input.kept_id);
  const auto merged = find(unit, other_org, input.merged_id);
  const auto units = units_of_both(unit, input.kept_id, input.merged_id);
  // guard
  ENT_TRY(over_merged, unit.may(target_of(other_org, found_as(merged, input.merged_id)), not_found));
  static_cast<void>(over_merged);
  ENT_TRY(granted, unit.may(target_of(input.org_id, found_as(kept, input.kept_id)), not_found));
  if (!kept || !merged) return base::fail(Errc::not_found, not_found);
  // rule
  if (input.kept_id == input.merged_id) return base::invalid("/merged_id", "person.same_person");
  const bool found_as_asked = kept->person.person == input.kept_id.value && merged->person.person == input.merged_id.value;
  if (!found_as_asked) return base::fail(Errc::failed_precondition, "person.already_merged");
  // rows
  rows::merge(unit, granted, kept->person, merged->person);
  unit.rights_changed(granted, units);
  // event
  unit.publish(granted, "person.was_merged", input.merged_id.value);
  return Done{};
}

/// person.unmerge
Result<Done> unmerge_(Write<Perm::person_merge>& unit, const Merge& input) {
  // facts
  const auto kept = find(unit, input.org_id, input.kept_id);
  const std::int64_t person = kept ? kept->person.person : 0;
  const auto merged = rows::find_merged(unit, person, input.merged_id);
  const auto standing = rows::find_merge(unit, person, input.merged_id);
  const auto units = units_of(unit, input.kept_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, found_as(kept, input.kept_id)), not_found));
  if (!kept) return base::fail(Errc::not_found, not_found);
  // rule
  if (!merged || !standing) return base::fail(Errc::not_found, "person.not_merged");
  if (!standing->last) return base::fail(Errc::failed_precondition, "person.later_merge");
  // rows
  rows::unmerge(unit, granted, standing->merge, kept->person, *merged);
  unit.rights_changed(granted, units);
  // event
  unit.publish(granted, "person.was_unmerged", input.merged_id.value);
  return Done{};
}

}  // namespace

extern constexpr Op op_duplicates = op<&duplicates_>("person.duplicates", "0.1");
extern constexpr Op op_merge = op<&merge_>("person.merge", "0.1");
extern constexpr Op op_unmerge = op<&unmerge_>("person.unmerge", "0.1");

Result<Duplicates> duplicates(Session& session, const FindDuplicates& input, const CallOptions& options) {
  return run<Duplicates>(op_duplicates, session, input, options);
}
Result<Done> merge(Session& session, const Merge& input, const CallOptions& options) {
  return run<Done>(op_merge, session, input, options);
}
Result<Done> unmerge(Session& session, const Merge& input, const CallOptions& options) {
  return run<Done>(op_unmerge, session, input, options);
}

}  // namespace ent::person
