// How people are reached, where they live and what they are, many at a time.
#include "person/bulk.hpp"
#include "person/columns.hpp"
#include "unit/columns.hpp"

namespace ent::person::bulk {
namespace {

using unit::numbers;
using unit::Rows;
using unit::Sql;
using unit::texts;

constexpr Sql select_contacts{
    "SELECT c.person, c.email, c.home_phone, c.work_phone, c.mobile, c.accepts_sms, c.shares_address, c.revision "
    "FROM EACH($1) v JOIN person_contact c ON c.person = v.value"};

constexpr Sql put_contact_rows{
    "INSERT INTO person_contact (person, email, home_phone, work_phone, mobile, accepts_sms, shares_address, revision) "
    "VALUES (ITEM($1), NULLIF(ITEM_TEXT($2), ''), NULLIF(ITEM_TEXT($3), ''), NULLIF(ITEM_TEXT($4), ''), "
    "NULLIF(ITEM_TEXT($5), ''), ITEM($6), ITEM($7), ITEM($8)) ON CONFLICT (person) DO UPDATE SET "
    "email = excluded.email, home_phone = excluded.home_phone, work_phone = excluded.work_phone, "
    "mobile = excluded.mobile, accepts_sms = excluded.accepts_sms, shares_address = excluded.shares_address, "
    "revision = excluded.revision"};

constexpr Sql select_households{
    "SELECT h.household, h.lines, h.postal_code, h.town, h.country, h.fingerprint "
    "FROM EACH($1) v JOIN household h ON h.fingerprint = v.value ORDER BY h.household"};

constexpr Sql insert_household_rows{
    "INSERT INTO household (household, lines, postal_code, town, country, fingerprint) "
    "VALUES (ITEM($1), ITEM_TEXT($2), ITEM_TEXT($3), ITEM_TEXT($4), NULLIF(ITEM_TEXT($5), ''), ITEM($6))"};

constexpr Sql select_residences{
    "SELECT r.person, r.household, r.valid_from, r.valid_to, h.fingerprint FROM EACH($1) v "
    "JOIN residence r ON r.person = v.value JOIN household h ON h.household = r.household WHERE r.valid_to > $2"};

constexpr Sql select_all_residences{
    "SELECT r.person, r.household, r.valid_from, r.valid_to, h.fingerprint FROM EACH($1) v "
    "JOIN residence r ON r.person = v.value JOIN household h ON h.household = r.household"};

constexpr Sql delete_residence_rows{
    "DELETE FROM residence WHERE person = ITEM($1) AND household = ITEM($2) AND valid_from = ITEM($3)"};

constexpr Sql delete_contact_rows{"DELETE FROM person_contact WHERE person = ITEM($1)"};

constexpr Sql insert_residence_rows{
    "INSERT INTO residence (person, household, valid_from, valid_to) VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4)) "
    "ON CONFLICT (person, household, valid_from) DO UPDATE SET valid_to = excluded.valid_to"};

constexpr Sql end_residence_rows{
    "UPDATE residence SET valid_to = ITEM($1) WHERE person = ITEM($2) AND household = ITEM($3) AND valid_from = ITEM($4)"};

constexpr Sql select_with_posts{
    "SELECT DISTINCT m.person FROM affiliation a JOIN member m ON m.org = a.org AND m.member = a.member "
    "WHERE a.org = $1 AND a.valid_to > $2 AND a.valid_to > a.valid_from ORDER BY m.person"};

#define ENT_POSTS_OF_EACH                                                                                          \
  "SELECT a.org, a.member, m.person, a.profile, a.function, a.valid_from, a.valid_to, a.source FROM EACH($1) v "   \
  "JOIN member m ON m.person = v.value JOIN affiliation a ON a.org = m.org AND a.member = m.member "

constexpr Sql select_posts{ENT_POSTS_OF_EACH "WHERE a.valid_to > $2 AND a.valid_to > a.valid_from"};
constexpr Sql select_all_posts{ENT_POSTS_OF_EACH};

constexpr Sql delete_post_rows{
    "DELETE FROM affiliation WHERE org = ITEM($1) AND member = ITEM($2) AND profile = ITEM($3) AND function = ITEM($4) "
    "AND valid_from = ITEM($5)"};

constexpr Sql insert_post_rows{
    "INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
    "VALUES (ITEM($1), ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM_TEXT($7)) "
    "ON CONFLICT (org, member, profile, function, valid_from) "
    "DO UPDATE SET valid_to = excluded.valid_to, source = excluded.source"};

constexpr Sql end_post_rows{
    "UPDATE affiliation SET valid_to = ITEM($1) WHERE org = ITEM($2) AND member = ITEM($3) AND profile = ITEM($4) "
    "AND function = ITEM($5) AND valid_from = ITEM($6)"};

std::vector<Residence> residences_of(Rows rows) {
  std::vector<Residence> found;
  while (rows.next())
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)});
  return found;
}

std::vector<Post> posts_of(Rows rows) {
  std::vector<Post> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), static_cast<Profile>(rows.int32(3)),
                     rows.int32(4), rows.integer(5), rows.integer(6), rows.string(7)});
  }
  return found;
}

}  // namespace

std::vector<Contact> contacts(unit::Unit& unit, std::span<const std::int64_t> people) {
  Rows rows = unit.query(select_contacts, people);
  std::vector<Contact> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4),
                     rows.integer(5) != 0, rows.integer(6) != 0, rows.integer(7)});
  }
  return found;
}

void put_contacts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Contact> contacts) {
  if (contacts.empty()) return;
  unit.exec_each(granted, put_contact_rows, numbers(contacts, &Contact::person), texts(contacts, &Contact::email),
                 texts(contacts, &Contact::home_phone), texts(contacts, &Contact::work_phone),
                 texts(contacts, &Contact::mobile), numbers(contacts, &Contact::accepts_sms),
                 numbers(contacts, &Contact::shares_address), numbers(contacts, &Contact::revision));
}

/// FNV-1a, of the parts as they are: what differs in a letter is another address.
std::int64_t fingerprint(const Household& household) noexcept {
  std::uint64_t hash = 14695981039346656037u;
  const auto add = [&hash](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    hash = (hash ^ 0xff) * 1099511628211u;
  };
  add(household.lines);
  add(household.postal_code);
  add(household.town);
  add(household.country);
  const auto number = static_cast<std::int64_t>(hash >> 1);
  return number == 0 ? 1 : number;
}

std::vector<Household> households(unit::Unit& unit, std::span<const std::int64_t> fingerprints) {
  Rows rows = unit.query(select_households, fingerprints);
  std::vector<Household> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.integer(5)});
  }
  return found;
}

void insert_households(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Household> households) {
  if (households.empty()) return;
  unit.exec_each(granted, insert_household_rows, numbers(households, &Household::household),
                 texts(households, &Household::lines), texts(households, &Household::postal_code),
                 texts(households, &Household::town), texts(households, &Household::country),
                 numbers(households, &Household::fingerprint));
}

std::vector<Residence> residences(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day) {
  return residences_of(unit.query(select_residences, people, day));
}

std::vector<Residence> all_residences(unit::Unit& unit, std::span<const std::int64_t> people) {
  if (people.empty()) return {};
  return residences_of(unit.query(select_all_residences, people));
}

void delete_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Residence> residences) {
  if (residences.empty()) return;
  unit.exec_each(granted, delete_residence_rows, numbers(residences, &Residence::person),
                 numbers(residences, &Residence::household), numbers(residences, &Residence::from));
}

void delete_contacts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> people) {
  if (!people.empty()) unit.exec_each(granted, delete_contact_rows, people);
}

void insert_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Residence> residences) {
  if (residences.empty()) return;
  unit.exec_each(granted, insert_residence_rows, numbers(residences, &Residence::person),
                 numbers(residences, &Residence::household), numbers(residences, &Residence::from),
                 numbers(residences, &Residence::to));
}

void end_residences(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Residence> residences) {
  if (residences.empty()) return;
  unit.exec_each(granted, end_residence_rows, numbers(residences, &Residence::to),
                 numbers(residences, &Residence::person), numbers(residences, &Residence::household),
                 numbers(residences, &Residence::from));
}

std::vector<std::int64_t> with_posts(unit::Unit& unit, std::int64_t org, std::int64_t day) {
  Rows rows = unit.query(select_with_posts, org, day);
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

std::vector<Post> posts(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day) {
  return posts_of(unit.query(select_posts, people, day));
}

std::vector<Post> all_posts(unit::Unit& unit, std::span<const std::int64_t> people) {
  if (people.empty()) return {};
  return posts_of(unit.query(select_all_posts, people));
}

void delete_posts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Post> posts) {
  if (posts.empty()) return;
  unit.exec_each(granted, delete_post_rows, numbers(posts, &Post::org), numbers(posts, &Post::member),
                 numbers(posts, &Post::profile), numbers(posts, &Post::function), numbers(posts, &Post::from));
}

void insert_posts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Post> posts) {
  if (posts.empty()) return;
  unit.exec_each(granted, insert_post_rows, numbers(posts, &Post::org), numbers(posts, &Post::member),
                 numbers(posts, &Post::profile), numbers(posts, &Post::function), numbers(posts, &Post::from),
                 numbers(posts, &Post::to), texts(posts, &Post::source));
}

void end_posts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Post> posts) {
  if (posts.empty()) return;
  unit.exec_each(granted, end_post_rows, numbers(posts, &Post::to), numbers(posts, &Post::org),
                 numbers(posts, &Post::member), numbers(posts, &Post::profile), numbers(posts, &Post::function),
                 numbers(posts, &Post::from));
}

}  // namespace ent::person::bulk
