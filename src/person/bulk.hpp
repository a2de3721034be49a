/// People by the thousand, as directory feeds bring them. Each function is a fixed number of statements,
/// however many people it is about (but `join`, which takes numbers unit by unit).
///
/// "Open" is a row that ends after a day. Lists hold a row once.
#pragma once

#include "person/functions.hpp"

namespace ent::person::bulk {

/// How a feed knows somebody, and what it said of them last (hashes; 0: look again).
struct Reference {
  std::string key{};
  std::int64_t person = 0;
  std::int32_t kind = 0;
  std::int64_t said = 0;
  std::int64_t said_contact = 0;
  std::optional<std::int64_t> marked_on{};
};

struct Referred {
  Reference reference{};
  Person person{};
};

/// Whoever was merged is found as the person kept.
std::vector<Referred> find(unit::Unit& unit, const std::string& feed, std::span<const std::string> keys);
/// The same, without what is known of them.
std::vector<Reference> references(unit::Unit& unit, const std::string& feed, std::span<const std::string> keys);
/// A page of those whom the feed knows, by key.
std::vector<Reference> references_after(unit::Unit& unit, const std::string& feed, const std::string& after,
                                        std::int64_t limit);
/// A page of those who were marked on a day or before.
std::vector<Reference> marked(unit::Unit& unit, const std::string& feed, std::int64_t day, std::int64_t limit);
/// How many are not marked, by kind.
struct KindCount {
  std::int32_t kind = 0;
  std::int64_t people = 0;
};
std::vector<KindCount> count_unmarked(unit::Unit& unit, const std::string& feed);

/// The keys under which a feed knows these people: the first of each, by person. Of who was merged with others it is that of the person
/// kept, or else of another of them.
struct Key {
  std::int64_t person = 0;
  std::string key{};
};
std::vector<Key> keys(unit::Unit& unit, const std::string& feed, std::span<const std::int64_t> people);

/// Puts the references of a feed, new or known; marks are taken as they are given.
void refer(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const Reference> references);
/// Keys under which nobody is known yet; one that is, stays.
void refer_new(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
               std::span<const std::string> keys, std::span<const std::int64_t> people);
/// Forgets what the feed said of these people, so that it is looked at again.
void doubt(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const std::int64_t> people);
void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
            std::span<const std::string> keys);

/// Those of the people whom nothing holds any more: no open post or guardianship, and no other feed.
std::vector<std::int64_t> released(unit::Unit& unit, std::span<const std::int64_t> people, const std::string& feed,
                                   std::int64_t day);
/// Deletes how people are reached and where they live.
void remove_contacts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> people);

/// Names and what else directories need, by person.
std::vector<Person> people(unit::Unit& unit, std::span<const std::int64_t> ids);
/// Puts corrected people in the place of those that stand, in the directories too.
void update(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Person> before,
            std::span<const Person> after);

struct Contact {
  std::int64_t person = 0;
  std::string email{}, home_phone{}, work_phone{}, mobile{};  ///< Empty: none.
  bool accepts_sms = false;
  bool shares_address = false;
  std::int64_t revision = 0;
};
std::vector<Contact> contacts(unit::Unit& unit, std::span<const std::int64_t> people);
void put_contacts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Contact> contacts);
void delete_contacts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> people);

/// An address that came from a feed. People at one address share the row.
struct Household {
  std::int64_t household = 0;
  std::string lines{}, postal_code{}, town{};
  std::string country{};  ///< Empty: France.
  std::int64_t fingerprint = 0;
};
std::int64_t fingerprint(const Household& household) noexcept;
std::vector<Household> households(unit::Unit& unit, std::span<const std::int64_t> fingerprints);
void insert_households(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Household> households);

struct Residence {
  std::int64_t person = 0;
  std::int64_t household = 0;
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t fingerprint = 0;  ///< 0: entered by hand.
};
std::vector<Residence> residences(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day);
/// Those that have ended and those that were cancelled, too.
std::vector<Residence> all_residences(unit::Unit& unit, std::span<const std::int64_t> people);
void insert_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Residence> residences);
/// Sets their ends.
void end_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Residence> residences);
void delete_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Residence> residences);

/// A person's number in a unit; 0: none yet.
struct Place {
  std::int64_t org = 0;
  std::int64_t person = 0;
  std::int64_t member = 0;
};
std::vector<Place> places(unit::Unit& unit, std::span<const std::int64_t> people);
/// Gives numbers to people who have none in these units, and writes them into `newcomers`, which are sorted by unit.
void join(unit::WriteUnit& unit, const unit::Granted& granted, std::span<Place> newcomers);

struct Post {
  std::int64_t org = 0;
  std::int64_t member = 0;
  std::int64_t person = 0;
  Profile profile{};
  std::int32_t function = 0;
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string source{};
};
/// Whoever has an open post in a unit, pupils among them; each once.
std::vector<std::int64_t> with_posts(unit::Unit& unit, std::int64_t org, std::int64_t day);
/// All open posts of these people, whoever owns them.
std::vector<Post> posts(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day);
/// Those that have ended and those that were cancelled, too.
std::vector<Post> all_posts(unit::Unit& unit, std::span<const std::int64_t> people);
void insert_posts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Post> posts);
/// Sets their ends.
void end_posts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Post> posts);
void delete_posts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Post> posts);

}  // namespace ent::person::bulk
