#include "account/rows.hpp"

#include <map>
#include <unordered_set>

#include "account/code_rows.hpp"
#include "account/instants.hpp"
#include "account/login.hpp"
#include "base/error.hpp"
#include "unit/dates.hpp"

namespace ent::account::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_by_id{
    "SELECT a.account, COALESCE(p.merged_into, a.person), a.org, a.login, a.state, a.password, a.epoch, a.created_at, "
    "a.activated_at, a.hold_until, a.revision "
    "FROM account a LEFT JOIN person p ON p.person = a.person WHERE a.account = $1"};

/// The person's own account before that of a person who was merged into them.
constexpr Sql select_by_person{
    "SELECT a.account, CAST($1 AS BIGINT), a.org, a.login, a.state, a.password, a.epoch, a.created_at, a.activated_at, a.hold_until, "
    "a.revision FROM account a WHERE a.person = $1 "
    "OR a.person IN (SELECT p.person FROM person p WHERE p.merged_into = $1) "
    "ORDER BY CASE WHEN a.person = $1 THEN 0 ELSE 1 END, a.account LIMIT 1"};

constexpr Sql select_by_login{
    "SELECT a.account, COALESCE(p.merged_into, a.person), a.org, a.login, a.state, a.password, a.epoch, a.created_at, "
    "a.activated_at, a.hold_until, a.revision "
    "FROM account_login l JOIN account a ON a.account = l.account LEFT JOIN person p ON p.person = a.person "
    "WHERE l.login = $1"};

constexpr Sql insert_accounts{
    "INSERT INTO account (account, person, org, login, state, epoch, created_at, revision) "
    "VALUES (ITEM($1), ITEM($2), $3, ITEM_TEXT($4), $5, ITEM($6), $7, $8) ON CONFLICT (person) DO NOTHING"};

constexpr Sql insert_logins{
    "INSERT INTO account_login (login, account) VALUES (ITEM_TEXT($1), ITEM($2)) ON CONFLICT (login) DO NOTHING"};

constexpr Sql count_made{
    "SELECT COUNT(*) FROM EACH($1) v JOIN account a ON a.account = v.value "
    "JOIN account_login l ON l.login = a.login AND l.account = a.account"};

constexpr Sql insert_login{
    "INSERT INTO account_login (login, account) VALUES ($1, $2) ON CONFLICT (login) DO NOTHING RETURNING account"};

constexpr Sql delete_login{"DELETE FROM account_login WHERE login = $1"};

constexpr Sql select_taken{"SELECT l.login FROM EACH_TEXT($1) c JOIN account_login l ON l.login = c.value"};

constexpr Sql update_account{
    "UPDATE account SET state = $1, password = $2, epoch = $3, activated_at = $4, hold_until = $5, revision = $6 "
    "WHERE account = $7"};

constexpr Sql update_hash{"UPDATE account SET password = $1 WHERE account = $2"};

constexpr Sql update_login{"UPDATE account SET login = $1, revision = $2 WHERE account = $3"};

constexpr Sql select_person{"SELECT family_name, given_name, sort_key, birth_date FROM person WHERE person = $1"};

std::optional<Account> first_of(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return Account{{rows.integer(0)},
                 {rows.integer(1)},
                 rows.integer(2),
                 rows.string(3),
                 static_cast<State>(rows.int32(4)),
                 rows.optional_string(5),
                 rows.integer(6),
                 instant(rows.integer(7)),
                 optional_instant(rows, 8),
                 optional_instant(rows, 9),
                 rows.integer(10)};
}

/// People whose logins begin alike.
struct Homonyms {
  std::vector<std::size_t> waiting{};  ///< Places of those who have no login yet.
  std::size_t next = 1;                ///< The number of the first proposal that was not asked about.
};

/// The proposals to ask about, as many as will do in most cases.
std::vector<std::string> proposals(const std::map<std::string, Homonyms>& bases) {
  constexpr std::size_t handful = 8;
  std::vector<std::string> found;
  for (const auto& [base, homonyms] : bases) {
    const std::size_t count = homonyms.waiting.size() + handful;
    for (std::size_t i = 0; i < count; ++i) found.push_back(login_proposal(base, homonyms.next + i));
  }
  return found;
}

/// For each the first login of the row `base`, `base2`, `base3`... that nobody has. Logins that are taken by many
/// homonyms are few: one question does for nearly all.
std::vector<std::string> free_logins(unit::Unit& unit, std::span<const person::Named> people) {
  std::map<std::string, Homonyms> bases;
  for (std::size_t i = 0; i < people.size(); ++i) {
    bases[login_base(people[i].given_name, people[i].family_name)].waiting.push_back(i);
  }
  std::vector<std::string> logins(people.size());
  std::unordered_set<std::string> taken;
  while (!bases.empty()) {
    const std::vector<std::string> asked = proposals(bases);
    {
      Rows rows = unit.query(select_taken, std::span<const std::string>(asked));
      while (rows.next()) taken.insert(rows.string(0));
    }
    auto proposal = asked.begin();
    for (auto& [base, homonyms] : bases) {
      const std::size_t count = proposals({{base, homonyms}}).size();
      for (const auto end = proposal + static_cast<std::ptrdiff_t>(count); proposal != end; ++proposal) {
        if (homonyms.waiting.empty() || !taken.insert(*proposal).second) continue;
        logins[homonyms.waiting.front()] = *proposal;
        homonyms.waiting.erase(homonyms.waiting.begin());
      }
      homonyms.next += count;
    }
    std::erase_if(bases, [](const auto& one) { return one.second.waiting.empty(); });
  }
  return logins;
}

bool reserve(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& login, AccountId id) {
  return unit.change(granted, insert_login, login, id.value).next();
}

}  // namespace

std::optional<Account> find(unit::Unit& unit, AccountId id) { return first_of(unit.query(select_by_id, id.value)); }

std::optional<Account> find_of(unit::Unit& unit, PersonId person) {
  return first_of(unit.query(select_by_person, person.value));
}

std::optional<Account> find_by_login(unit::Unit& unit, const std::string& login) {
  return first_of(unit.query(select_by_login, login));
}

Result<std::optional<Account>> find_named(unit::Unit& unit, const std::optional<AccountId>& id,
                                          const std::optional<PersonId>& person) {
  if (id.has_value() == person.has_value()) return base::fail(Errc::invalid_argument, "account.one_key");
  return id ? find(unit, *id) : find_of(unit, *person);
}

View view_of(unit::Unit& unit, const Account& account) {
  View view{account.id, account.person_id, account.login, account.state, account.created_at, account.activated_at,
            std::nullopt, std::nullopt, account.revision};
  if (account.hold_until > unit.now()) view.hold_until = account.hold_until;
  const auto code = find_code(unit, account.id, Purpose::password);
  if (code && code->usable_at(std::max(unit.now(), code->opens_at))) view.code_expires_at = code->expires_at;
  return view;
}

std::optional<std::vector<Holder>> make(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t org,
                                        std::span<const person::Named> people) {
  std::vector<Holder> made;
  if (people.empty()) return made;
  const std::vector<std::string> logins = free_logins(unit, people);
  const auto first = unit.take_numbers(granted, 0, "account", static_cast<std::int64_t>(people.size()));
  std::vector<std::int64_t> ids, persons, epochs;
  for (std::size_t i = 0; i < people.size(); ++i) {
    ids.push_back(first + static_cast<std::int64_t>(i));
    persons.push_back(people[i].person);
    epochs.push_back(unit.random_number());
    made.push_back({{ids.back()}, logins[i], State::pending, false});
  }
  unit.exec_each(granted, insert_accounts, ids, persons, org, logins, static_cast<std::int32_t>(State::pending), epochs,
                 micros(unit.now()), std::int64_t{1});
  unit.exec_each(granted, insert_logins, logins, ids);
  Rows rows = unit.query(count_made, ids);
  const bool all = rows.next() && rows.integer(0) == static_cast<std::int64_t>(ids.size());
  return all ? std::optional(std::move(made)) : std::nullopt;
}

void update(unit::WriteUnit& unit, const unit::Granted& granted, Account& account) {
  account.revision += 1;
  unit.exec(granted, update_account, static_cast<std::int32_t>(account.state), account.password, account.epoch,
            micros(account.activated_at), micros(account.hold_until), account.revision, account.id.value);
}

void replace_hash(unit::WriteUnit& unit, const unit::Granted& granted, AccountId id, const std::string& phc) {
  unit.exec(granted, update_hash, phc, id.value);
}

bool take_login(unit::WriteUnit& unit, const unit::Granted& granted, Account& account, const std::string& login) {
  if (!reserve(unit, granted, login, account.id)) return false;
  unit.exec(granted, delete_login, account.login);
  account.login = login;
  account.revision += 1;
  unit.exec(granted, update_login, login, account.revision, account.id.value);
  return true;
}

Person person(unit::Unit& unit, PersonId id) {
  Rows rows = unit.query(select_person, id.value);
  if (!rows.next()) return {};
  Person person{rows.string(0), rows.string(1), rows.string(2), std::nullopt};
  if (const auto day = rows.optional_integer(3)) person.birth_date = unit::date(*day);
  return person;
}

Tier tier(unit::Unit& unit, PersonId id) {
  std::vector<Profile> profiles;
  for (const auto& place : unit.places_of(id.value)) profiles.push_back(place.profile);
  return tier_of(profiles);
}

}  // namespace ent::account::rows
