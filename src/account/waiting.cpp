#include "account/waiting.hpp"

#include <algorithm>

#include "account/code_rows.hpp"
#include "account/rows.hpp"
#include "base/error.hpp"
#include "person/functions.hpp"

namespace ent::account {
namespace {

constexpr std::int32_t most_codes = 500;

std::optional<Error> well_formed(const IssueActivations& input) {
  return base::Fields()
      .refuse_if(input.limit < 1 || input.limit > most_codes, "/limit", "field.range")
      .refuse_if(input.person_ids.size() > static_cast<std::size_t>(most_codes), "/person_ids", "field.range")
      .refuse_if(input.person_ids.empty() && !input.profile, "/person_ids", "account.nobody_named")
      .error();
}

/// Those named one by one, each once and in the unit, by name.
Result<std::vector<std::int64_t>> named(unit::Unit& unit, const IssueActivations& input) {
  std::vector<person::Known> people;
  for (const PersonId id : input.person_ids) {
    auto known = person::find(unit, input.org_id, id);
    if (!known) return base::fail(Errc::not_found, "person.not_found");
    people.push_back(*std::move(known));
  }
  std::ranges::sort(people, {}, [](const person::Known& known) {
    return std::tuple(known.person.family_name, known.person.given_name, known.person.person);
  });
  std::vector<std::int64_t> ids;
  for (const person::Known& known : people) ids.push_back(known.person.person);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

/// Whether somebody can act there under the profile when the codes open: a guardian without any right can't.
bool will_come_in(unit::Unit& unit, std::int64_t person, const IssueActivations& input, Date day) {
  if (!input.profile) return true;
  const auto places = unit.places_of(person, day);
  return std::ranges::find(places, access::Place{*input.profile, input.org_id.value}) != places.end();
}

bool waits(unit::Unit& unit, std::int64_t person, bool renew) {
  const auto account = rows::find_of(unit, {person});
  if (!account) return true;
  if (account->state != State::pending) return false;
  const auto code = rows::find_code(unit, account->id, rows::Purpose::password);
  const bool good = code && code->usable_at(std::max(unit.now(), code->opens_at));
  return renew || !good;
}

}  // namespace

Result<Waiting> find_waiting(unit::Unit& unit, const IssueActivations& input) {
  ENT_REFUSE(well_formed(input));
  const Date day = std::max(input.opens_on.value_or(unit.today()), unit.today());
  std::vector<std::int64_t> people;
  if (input.person_ids.empty()) {
    people = person::people_of(unit, input.org_id, *input.profile, day);
  } else {
    ENT_TRY(found, named(unit, input));
    people = std::move(found);
  }
  Waiting waiting{people, {}, false};
  for (const std::int64_t person : people) {
    if (!waits(unit, person, input.renew) || !will_come_in(unit, person, input, day)) continue;
    waiting.more = waiting.people.size() == static_cast<std::size_t>(input.limit);
    if (waiting.more) break;
    waiting.people.push_back(person);
  }
  return waiting;
}

}  // namespace ent::account
