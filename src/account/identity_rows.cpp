#include "account/identity_rows.hpp"

#include "account/instants.hpp"

namespace ent::account::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_identity{"SELECT account FROM account_identity WHERE issuer = $1 AND subject = $2"};

constexpr Sql select_of_account{
    "SELECT issuer, subject FROM account_identity WHERE account = $1 ORDER BY issuer, subject"};

constexpr Sql insert_identity{
    "INSERT INTO account_identity (issuer, subject, account, linked_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (issuer, subject) DO NOTHING RETURNING account"};

constexpr Sql delete_identity{
    "DELETE FROM account_identity WHERE issuer = $1 AND subject = $2 AND account = $3 RETURNING account"};

}  // namespace

std::optional<AccountId> find_identity(unit::Unit& unit, const std::string& issuer, const std::string& subject) {
  Rows rows = unit.query(select_identity, issuer, subject);
  return rows.next() ? std::optional(AccountId{rows.integer(0)}) : std::nullopt;
}

Identities list_identities(unit::Unit& unit, AccountId account) {
  Identities found;
  Rows rows = unit.query(select_of_account, account.value);
  while (rows.next()) found.items.push_back({rows.string(0), rows.string(1)});
  return found;
}

bool add_identity(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, const Identity& identity) {
  return unit.change(granted, insert_identity, identity.issuer, identity.subject, account.value, micros(unit.now()))
      .next();
}

bool remove_identity(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, const Identity& identity) {
  return unit.change(granted, delete_identity, identity.issuer, identity.subject, account.value).next();
}

}  // namespace ent::account::rows
