#include "account/waiting.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/error.hpp"
#include "group/target.hpp"
#include "guardian/functions.hpp"

namespace ent::account {
namespace {

using person::Named;

constexpr std::int32_t most_codes = 500;

/// A group's sheet is for its pupils, or for their guardians.
bool is_of_families(const IssueActivations& input) {
  const Profile profile = input.profile.value_or(Profile::pupil);
  return input.person_ids.empty() && (profile == Profile::pupil || profile == Profile::guardian);
}

std::optional<Error> well_formed(const IssueActivations& input) {
  return base::Fields()
      .refuse_if(input.limit < 1 || input.limit > most_codes, "/limit", "field.range")
      .refuse_if(input.person_ids.size() > static_cast<std::size_t>(most_codes), "/person_ids", "field.range")
      .refuse_if(input.person_ids.empty() && !input.profile && !input.group_id, "/person_ids", "account.nobody_named")
      .refuse_if(input.group_id && !is_of_families(input), "/group_id", "account.nobody_named")
      .error();
}

Result<std::vector<Named>> of_group(unit::Unit& unit, const IssueActivations& input, Date day) {
  const auto group = group::find(unit, *input.group_id);
  if (!group || group->view.org_id != input.org_id ||
      !unit.sees(Perm::group_read, group::target_of(*input.group_id, group))) {
    return base::fail(Errc::not_found, group::not_found);
  }
  const std::vector<std::int64_t> pupils = group::pupils_of(unit, *input.group_id, day);
  return input.profile == Profile::guardian ? guardian::adults_of(unit, pupils, day) : person::named(unit, pupils);
}

/// Those whom the call names, by name.
Result<std::vector<Named>> all_named(unit::Unit& unit, const IssueActivations& input, Date day) {
  if (input.group_id) return of_group(unit, input, day);
  if (input.person_ids.empty()) return person::people_of(unit, input.org_id, *input.profile, day);
  auto known = person::all_known(unit, input.org_id, input.person_ids);
  if (!known) return base::fail(Errc::not_found, "person.not_found");
  return *std::move(known);
}

bool waits(const Waiter& waiter, bool renew) {
  if (!waiter.account) return true;
  return waiter.account->state == State::pending && (renew || !waiter.account->has_code);
}

/// Leaves those who can act there under the profile when the codes open: a guardian without any right can't.
void leave_who_come_in(unit::Unit& unit, std::vector<Waiter>& people, const IssueActivations& input, Date day) {
  if (!input.profile || people.empty()) return;
  std::vector<std::int64_t> ids;
  for (const Waiter& one : people) ids.push_back(one.person.person);
  const std::vector<std::int64_t> found = unit.who_acts(ids, *input.profile, input.org_id.value, day);
  const std::unordered_set<std::int64_t> coming(found.begin(), found.end());
  std::erase_if(people, [&](const Waiter& one) { return !coming.contains(one.person.person); });
}

}  // namespace

std::vector<std::int64_t> Waiting::ids() const {
  std::vector<std::int64_t> found;
  for (const Waiter& one : people) found.push_back(one.person.person);
  return found;
}

Result<Waiting> find_waiting(unit::Unit& unit, const IssueActivations& input) {
  ENT_REFUSE(well_formed(input));
  const Date day = std::max(input.opens_on.value_or(unit.today()), unit.today());
  ENT_TRY(people, all_named(unit, input, day));
  Waiting waiting;
  for (const Named& one : people) waiting.named.push_back(one.person);
  auto accounts = rows::holders(unit, waiting.named);
  for (Named& one : people) {
    Waiter waiter{std::move(one), {}};
    const auto account = accounts.find(waiter.person.person);
    if (account != accounts.end()) waiter.account = std::move(account->second);
    if (waits(waiter, input.renew)) waiting.people.push_back(std::move(waiter));
  }
  leave_who_come_in(unit, waiting.people, input, day);
  const auto limit = static_cast<std::size_t>(input.limit);
  waiting.more = waiting.people.size() > limit;
  if (waiting.more) waiting.people.resize(limit);
  return waiting;
}

}  // namespace ent::account
