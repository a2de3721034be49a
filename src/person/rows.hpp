/// The rows of the person domain that no other domain needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/page.hpp"
#include "person/functions.hpp"
#include "person/similarity.hpp"
#include "person/visible.hpp"

namespace ent::person::rows {

/// People who may be the one that is to be added: of the same names and birth date in the portal; without a
/// birth date, of the same names in the unit. Two are enough to know that there are several.
std::vector<std::int64_t> matches(unit::Unit& unit, OrgId org, const Person& person);

/// Puts a corrected person in the place of the one that stands, in the directories too.
void update(unit::WriteUnit& unit, const unit::Granted& granted, const Person& before, const Person& after);

/// What a member is in the unit on the session's date.
std::vector<Post> posts_of(unit::Unit& unit, OrgId org, std::int64_t member);

/// What a person is or will be from the session's date on, where the actor may see it.
std::vector<Affiliation> affiliations(unit::Unit& unit, const Seen& seen, PersonId person);

/// Up to `limit` + 1 visible people of a unit, by name.
std::vector<Entry> list(unit::Unit& unit, const Seen& seen, const List& input, const base::Place& start);

/// Up to `limit` + 1 visible people in whose names all words begin, by name.
std::vector<Entry> search(unit::Unit& unit, const Seen& seen, const Search& input, const base::Place& start);

/// How a person is reached; revision 0: nothing is kept.
struct Contact {
  std::optional<std::string> email, home_phone, work_phone, mobile;
  bool accepts_sms = false;
  bool shares_address = false;
  std::int64_t revision = 0;
};
Contact contact(unit::Unit& unit, std::int64_t person);
void put_contact(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, const Contact& contact);

/// Where a person lives on a date; `with` not 0: only where that person lives too.
std::vector<Address> addresses(unit::Unit& unit, std::int64_t person, Date at, std::int64_t with);
std::int64_t insert_household(unit::WriteUnit& unit, const unit::Granted& granted, const Address& address);
void end_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, Date end);
void live_in(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, std::int64_t household, Date from);
void live_with(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, std::int64_t other, Date from);

/// Whose key it is in a feed; 0: nobody's.
std::int64_t referred_to(unit::Unit& unit, const std::string& feed, const std::string& key);
void refer(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t person, const std::string& feed,
           const std::string& key);
std::vector<Reference> references(unit::Unit& unit, std::int64_t person);

/// Two records that share a birth date or their names, and where the second is known.
struct Pair {
  Card first{}, second{};
  OrgId second_org{};
  Identity first_identity{}, second_identity{};
};
std::vector<Pair> suspects(unit::Unit& unit, const Seen& seen, const FindDuplicates& input);

}  // namespace ent::person::rows
