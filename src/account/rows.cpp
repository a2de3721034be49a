#include "account/rows.hpp"

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

constexpr Sql insert_account{
    "INSERT INTO account (account, person, org, login, state, epoch, created_at, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (person) DO NOTHING RETURNING account"};

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

/// The first login of the row `base`, `base2`, `base3`... that nobody has. Homonyms are few: asked in handfuls.
std::string free_login(unit::Unit& unit, const std::string& base) {
  constexpr std::size_t handful = 8;
  for (std::size_t first = 1;; first += handful) {
    std::vector<std::string> candidates;
    for (std::size_t number = first; number < first + handful; ++number) candidates.push_back(login_proposal(base, number));
    std::vector<std::string> free = candidates;
    Rows rows = unit.query(select_taken, std::span<const std::string>(candidates));
    while (rows.next()) std::erase(free, rows.string(0));
    if (!free.empty()) return free.front();
  }
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

std::optional<Account> make(unit::WriteUnit& unit, const unit::Granted& granted, PersonId person, std::int64_t org,
                            const std::string& base) {
  Account account;
  account.id = {unit.take_numbers(granted, 0, "account")};
  account.person_id = person;
  account.org = org;
  account.login = free_login(unit, base);
  account.epoch = unit.random_number();
  account.created_at = unit.now();
  const bool made = unit.change(granted, insert_account, account.id.value, person.value, org, account.login,
                                static_cast<std::int32_t>(account.state), account.epoch, micros(account.created_at),
                                account.revision).next();
  if (!made || !reserve(unit, granted, account.login, account.id)) return std::nullopt;
  return account;
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
