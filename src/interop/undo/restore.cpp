#include "interop/undo/restore.hpp"

#include <algorithm>
#include <map>

#include "base/each_once.hpp"
#include "interop/undo/compare.hpp"
#include "interop/undo/describe.hpp"
#include "person/removal.hpp"

namespace ent::interop::undo {
namespace {

constexpr const char* changed_since = "import.changed_since";
constexpr const char* used_since = "import.used_since";

/// What a feed said is forgotten in between, so that it is looked at again: that is no change.
bool same(const person::bulk::Reference& a, const person::bulk::Reference& b) {
  return a.person == b.person && a.kind == b.kind && a.marked_on == b.marked_on;
}
bool same(const org::bulk::Reference& a, const org::bulk::Reference& b) { return a.org == b.org && a.marked_on == b.marked_on; }
template <class Row>
bool same(const Row& a, const Row& b) {
  return text_of(a) == text_of(b);
}

struct Whose {
  std::int64_t org = 0;
  std::int64_t person = 0;
};
template <class Row>
Whose whose(const Row& row) {
  Whose found;
  if constexpr (requires { row.org; }) found.org = row.org;
  if constexpr (requires { row.person; }) found.person = row.person;
  if constexpr (requires { row.pupil; }) found.person = row.pupil;
  if constexpr (requires { row.id.value; }) found.org = row.id.value;
  return found;
}

/// What somebody may have read between keeps a revision of its own.
template <class Row>
void renew(Row& row, const Row& standing) {
  if constexpr (requires { row.revision; }) row.revision = standing.revision + 1;
}

template <class Row>
void add_people(const std::vector<Row>& rows, std::vector<std::int64_t>& people, std::int64_t Row::*person = &Row::person) {
  for (const Row& row : rows) people.push_back(row.*person);
}

std::vector<std::int64_t> each_once(std::vector<std::int64_t> numbers) {
  base::keep_each_once(numbers);
  return numbers;
}

template <class Row>
std::vector<std::int64_t> people_of(const std::vector<Row>& rows, std::int64_t Row::*person = &Row::person) {
  std::vector<std::int64_t> people;
  add_people(rows, people, person);
  return each_once(std::move(people));
}

std::vector<std::int64_t> numbers_in(const std::vector<Range>& ranges) {
  std::vector<std::int64_t> numbers;
  for (const Range& range : ranges) {
    for (std::int64_t i = 0; i < range.count; ++i) numbers.push_back(range.first + i);
  }
  return numbers;
}

}  // namespace

void Restore::conflict(const char* fact, std::int64_t org, std::int64_t person, const char* reason) {
  ++report_.conflicts;
  if (report_.kept.size() < most_) report_.kept.push_back({fact, OrgId{org}, PersonId{person}, reason, {}});
}

template <class Row>
Restore::Back<Row> Restore::compare(const std::vector<Row>& before, const std::vector<Row>& after,
                                    const std::vector<Row>& standing, UndoCounts& counts, const char* fact) {
  using Key = decltype(key_of(std::declval<const Row&>()));
  std::map<Key, const Row*> was, stands;
  for (const Row& row : before) was[key_of(row)] = &row;
  for (const Row& row : standing) stands[key_of(row)] = &row;
  Back<Row> back;
  for (const Row& row : after) {
    const auto now = stands.find(key_of(row));
    const auto then = was.find(key_of(row));
    if (now == stands.end() && then == was.end()) continue;  // made, and gone already
    if (now == stands.end() || !same(*now->second, row)) {
      ++counts.kept;
      conflict(fact, whose(row).org, whose(row).person, changed_since);
    } else if (then == was.end()) {
      ++counts.removed;
      back.gone.push_back(row);
    } else {
      ++counts.restored;
      back.put.push_back(*then->second);
      renew(back.put.back(), *now->second);
    }
  }
  return back;
}

void Restore::take_back(Image image) {
  touch(image);
  take_back_facts(image);
  take_back_identity(image);
  take_back_keys(image);
  remove_people(image);
  take_back_groups(image);
  take_back_units(image);
}

/// Before anything goes: by the numbers that people have in units.
void Restore::touch(const Image& image) {
  std::vector<std::int64_t> people = numbers_in(image.people);
  add_people(image.people_after, people);
  add_people(image.links_after, people, &guardian::bulk::Link::pupil);
  add_people(image.links_after, people, &guardian::bulk::Link::adult);
  for (const auto& place : person::bulk::places(unit_, each_once(std::move(people)))) touched_.insert(place.org);
  for (const auto& row : image.posts_after) touched_.insert(row.org);
  for (const auto& row : image.stays_after) touched_.insert(row.org);
  for (const auto& row : image.roles_after) touched_.insert(row.org);
  for (const auto& row : image.services_after) touched_.insert(row.org);
  for (const auto& row : image.groups_after) touched_.insert(row.org);
  if (!image.new_units.empty()) touched_.insert(0);
}

void Restore::take_back_facts(const Image& image) {
  const auto links = compare(image.links_before, image.links_after,
                             guardian::bulk::all_of_pupils(unit_, people_of(image.links_after, &guardian::bulk::Link::pupil)),
                             report_.guardianships, "guardianship");
  guardian::bulk::insert_links(unit_, granted_, links.put);
  guardian::bulk::delete_links(unit_, granted_, links.gone);
  const auto services = compare(image.services_before, image.services_after,
                                group::bulk::all_services(unit_, people_of(image.services_after)), report_.services, "service");
  group::bulk::end_services(unit_, granted_, services.put);
  group::bulk::delete_services(unit_, granted_, services.gone);
  const auto roles = compare(image.roles_before, image.roles_after,
                             group::bulk::all_roles(unit_, people_of(image.roles_after)), report_.roles, "role");
  group::bulk::insert_roles(unit_, granted_, roles.put);
  group::bulk::delete_roles(unit_, granted_, roles.gone);
  const auto stays = compare(image.stays_before, image.stays_after,
                             group::bulk::all_stays(unit_, people_of(image.stays_after)), report_.memberships, "membership");
  group::bulk::insert_stays(unit_, granted_, stays.put);
  group::bulk::delete_stays(unit_, granted_, stays.gone);
  const auto posts = compare(image.posts_before, image.posts_after,
                             person::bulk::all_posts(unit_, people_of(image.posts_after)), report_.affiliations, "affiliation");
  person::bulk::insert_posts(unit_, granted_, posts.put);
  person::bulk::delete_posts(unit_, granted_, posts.gone);
}

void Restore::take_back_identity(const Image& image) {
  UndoCounts homes_and_contacts;  // told with the people themselves, where they are kept
  const auto homes = compare(image.homes_before, image.homes_after,
                             person::bulk::all_residences(unit_, people_of(image.homes_after)), homes_and_contacts, "residence");
  person::bulk::insert_residences(unit_, granted_, homes.put);
  person::bulk::delete_residences(unit_, granted_, homes.gone);
  const auto contacts = compare(image.contacts_before, image.contacts_after,
                                person::bulk::contacts(unit_, people_of(image.contacts_after)), homes_and_contacts, "contact");
  person::bulk::put_contacts(unit_, granted_, contacts.put);
  person::bulk::delete_contacts(unit_, granted_, people_of(contacts.gone));
  const auto standing = person::bulk::people(unit_, people_of(image.people_after));
  const auto people = compare(image.people_before, image.people_after, standing, report_.people, "person");
  std::vector<person::Person> from;
  for (const auto& row : people.put) from.push_back(*std::ranges::find(standing, row.person, &person::Person::person));
  person::bulk::update(unit_, granted_, from, people.put);
}

void Restore::take_back_keys(const Image& image) {
  UndoCounts keys;  // of people of whom the rest tells
  std::vector<std::string> names;
  for (const auto& reference : image.keys_after) names.push_back(reference.key);
  if (!names.empty()) {
    const auto back = compare(image.keys_before, image.keys_after, person::bulk::references(unit_, feed_, names), keys, "key");
    std::vector<std::string> gone;
    for (const auto& reference : back.gone) gone.push_back(reference.key);
    person::bulk::refer(unit_, granted_, feed_, back.put);
    person::bulk::forget(unit_, granted_, feed_, gone);
  }
  person::bulk::forget(unit_, granted_, "ine", image.national_numbers);
  person::drop_numbers(unit_, granted_, image.numbers_in);
  person::give_numbers(unit_, granted_, image.numbers_out);
}

/// Whoever has got an account since, or a place from another hand or feed, stays with all that the run has brought.
void Restore::remove_people(const Image& image) {
  const auto made = numbers_in(image.people);
  if (!made.empty()) {
    const auto free = person::removal::unused(unit_, made, feed_);
    person::removal::remove(unit_, granted_, free);
    report_.people.removed += std::ssize(free);
    for (const std::int64_t person : person::removal::standing(unit_, made)) {
      ++report_.people.kept;
      conflict("person", 0, person, used_since);
    }
  }
  person::removal::remove_households(unit_, granted_, numbers_in(image.households));
}

void Restore::take_back_groups(const Image& image) {
  std::vector<std::int64_t> ids;
  for (const auto& row : image.groups_after) ids.push_back(row.org << 32 | row.group);
  auto back = compare(image.groups_before, image.groups_after, group::bulk::by_ids(unit_, each_once(std::move(ids))),
                      report_.groups, "group");
  std::vector<std::int64_t> made;
  for (const auto& row : back.gone) made.push_back(row.org << 32 | row.group);
  const auto unused = made.empty() ? std::vector<std::int64_t>{} : group::bulk::unused(unit_, made);
  for (const std::int64_t id : made) {
    if (std::ranges::find(unused, id) != unused.end()) continue;
    --report_.groups.removed;
    ++report_.groups.kept;
    conflict("group", id >> 32, 0, used_since);
  }
  group::bulk::change_groups(unit_, granted_, back.put);
  const auto is_back = [&](const group::bulk::Trait& trait) {
    return std::ranges::any_of(back.put, [&](const auto& row) { return row.org == trait.org && row.group == trait.group; });
  };
  const auto of_back = [&](std::vector<group::bulk::Trait> traits) {
    std::erase_if(traits, [&](const auto& trait) { return !is_back(trait); });
    return traits;
  };
  group::bulk::delete_levels(unit_, granted_, of_back(image.levels_in));
  group::bulk::insert_levels(unit_, granted_, of_back(image.levels_out));
  group::bulk::delete_divisions(unit_, granted_, of_back(image.divisions_in));
  group::bulk::insert_divisions(unit_, granted_, of_back(image.divisions_out));
  group::bulk::remove(unit_, granted_, unused);
}

void Restore::take_back_units(const Image& image) {
  std::vector<std::string> gone;
  std::vector<std::int64_t> orgs;
  for (const auto& row : image.units_after) orgs.push_back(row.id.value);
  const auto states = compare(image.units_before, image.units_after, org::bulk::all_states(unit_, each_once(std::move(orgs))),
                              report_.units, "unit");
  org::bulk::delete_states(unit_, granted_, states.gone);
  org::bulk::put_states(unit_, granted_, states.put);
  const auto standing = org::bulk::references(unit_, feed_);
  UndoCounts keys;
  const auto back = compare(image.unit_keys_before, image.unit_keys_after, standing, keys, "unit");
  std::vector<org::bulk::Reference> kept;
  const auto removable = org::bulk::remove_unused(unit_, granted_, image.new_units);
  for (const auto& reference : back.gone) {
    const bool is_new = std::ranges::find(image.new_units, reference.org) != image.new_units.end();
    const bool is_removed = std::ranges::find(removable, reference.org) != removable.end();
    if (!is_new || is_removed) gone.push_back(reference.key);
  }
  report_.units.removed += std::ssize(removable);
  for (const std::int64_t org : image.new_units) {
    if (std::ranges::find(removable, org) != removable.end()) continue;
    ++report_.units.kept;
    conflict("unit", org, 0, used_since);
  }
  org::bulk::refer(unit_, granted_, feed_, back.put);
  org::bulk::forget(unit_, granted_, feed_, gone);
}

}  // namespace ent::interop::undo
