/// What other domains may do with people and their numbers in units.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/cursor.hpp"
#include "ent/person.hpp"
#include "person/visible.hpp"
#include "unit/period.hpp"
#include "unit/unit.hpp"

namespace ent::person {

/// Who a person is.
struct Person {
  std::int64_t person = 0;
  std::string family_name{};
  std::string given_name{};
  std::optional<std::string> birth_name{};
  std::optional<std::string> other_given_names{};
  std::optional<Title> title{};
  std::optional<Sex> sex{};
  std::optional<Date> birth_date{};
  std::string source{};  ///< The feed that owns the record; empty: entered by hand.
  std::int64_t revision = 1;
};

/// A person's number in a unit.
struct Member {
  std::int64_t member = 0;
  std::int64_t person = 0;
};

/// A person who is known in a unit.
struct Known {
  Person person{};
  std::int64_t member = 0;
};

/// One post of a member; function 0: none.
struct PostRow {
  std::int64_t member = 0;
  Profile profile{};
  std::int32_t function = 0;
  unit::Period period{};
  std::string source{};
};

/// A person as a unit knows them; whoever was merged is found as the person kept.
std::optional<Known> find(unit::Unit& unit, OrgId org, PersonId person);

/// The numbers of these people in a unit, by person; those whom the unit does not know are left out.
std::vector<Member> members_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> people);

/// The units in which a person has a number.
std::vector<std::int64_t> units_of(unit::Unit& unit, PersonId person);

/// A person by name.
struct Named {
  std::int64_t person = 0;
  std::string family_name{};
  std::string given_name{};
  std::optional<Date> birth_date{};
  friend bool operator==(const Named&, const Named&) = default;
};

/// The people of a profile in a unit on a day, by name; guardians are those of its pupils.
std::vector<Named> people_of(unit::Unit& unit, OrgId org, Profile profile, Date at);

/// These people as a unit knows them, each once, by name; whoever was merged is the person kept. Nothing when the
/// unit does not know one of them.
std::optional<std::vector<Named>> all_known(unit::Unit& unit, OrgId org, std::span<const PersonId> people);

/// These members (org << 32 | member), by name.
std::vector<Named> named(unit::Unit& unit, std::span<const std::int64_t> members);

/// From four columns of each row: person, family_name, given_name, birth_date.
std::vector<Named> named_of(unit::Rows rows);

/// How people are reached, and where each last moved to, of those addresses that are theirs on a day; by person.
struct Reached {
  std::optional<std::string> email{}, home_phone{}, work_phone{}, mobile{};
  bool accepts_sms = false;
  std::optional<Address> address{};
};
std::unordered_map<std::int64_t, Reached> how_reached(unit::Unit& unit, std::span<const std::int64_t> people, Date at);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Person> people);

/// Gives each of these people a number in the unit, unless they have one.
void join(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> people);

void insert_posts(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const PostRow> posts);

inline constexpr std::int32_t any_function = -1;

/// Whether the member has the post on some day of a period.
bool has_post(unit::Unit& unit, OrgId org, std::int64_t member, Profile profile, std::int32_t function,
              const unit::Period& period);

/// When these members of a unit are its pupils, by member; who never is has no entry.
std::map<std::int64_t, std::vector<unit::Period>> times_as_pupils(unit::Unit& unit, OrgId org,
                                                                  std::span<const std::int64_t> members);

/// What a member is on some day of a period.
std::vector<Profile> profiles_of(unit::Unit& unit, OrgId org, std::int64_t member, const unit::Period& period);

/// Makes members pupils from a day on, but those who are pupils on that day.
void enrol(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> members, Date from);

/// Ends the posts of a profile on a day; what begins later is cancelled.
void end_posts(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, Profile profile,
               std::int32_t function, Date end);

/// The pupils of these units on a day, as org << 32 | member.
std::vector<std::int64_t> pupils_in(unit::Unit& unit, std::span<const std::int64_t> units, Date at);

/// Up to `limit` visible people of a profile in these units on the session's date, by name, from a place on.
std::vector<Entry> of_profile(unit::Unit& unit, const Seen& seen, std::span<const std::int64_t> units, Profile profile,
                              const base::Place& start, std::int64_t limit);

/// The place of a person in a listing by name.
base::Place place_of(const Entry& entry);
base::Place place_of(const Card& card);

}  // namespace ent::person
