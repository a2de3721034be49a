#include "account/code_rows.hpp"

#include "account/instants.hpp"

namespace ent::account::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_code{
    "SELECT number, hash, opens_at, expires_at, tries, issuer FROM account_code WHERE account = $1 AND purpose = $2"};

constexpr Sql upsert_code{
    "INSERT INTO account_code (account, purpose, number, hash, opens_at, expires_at, tries, issuer) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (account, purpose) DO UPDATE SET number = excluded.number, "
    "hash = excluded.hash, opens_at = excluded.opens_at, expires_at = excluded.expires_at, tries = excluded.tries, "
    "issuer = excluded.issuer"};

constexpr Sql upsert_codes{
    "INSERT INTO account_code (account, purpose, number, hash, opens_at, expires_at, tries, issuer) "
    "VALUES (ITEM($1), $2, ITEM($3), ITEM_TEXT($4), $5, $6, 0, $7) ON CONFLICT (account, purpose) DO UPDATE SET "
    "number = excluded.number, hash = excluded.hash, opens_at = excluded.opens_at, expires_at = excluded.expires_at, "
    "tries = excluded.tries, issuer = excluded.issuer"};

constexpr Sql update_tries{"UPDATE account_code SET tries = $1 WHERE account = $2 AND purpose = $3"};

constexpr Sql delete_code{"DELETE FROM account_code WHERE account = $1 AND purpose = $2"};

std::int32_t number_of(Purpose purpose) { return static_cast<std::int32_t>(purpose); }

}  // namespace

std::optional<Code> find_code(unit::Unit& unit, AccountId account, Purpose purpose) {
  Rows rows = unit.query(select_code, account.value, number_of(purpose));
  if (!rows.next()) return std::nullopt;
  return Code{rows.integer(0), rows.string(1), instant(rows.integer(2)), instant(rows.integer(3)), rows.integer(4),
              rows.integer(5)};
}

void put_code(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, Purpose purpose, const Code& code) {
  unit.exec(granted, upsert_code, account.value, number_of(purpose), code.number, code.hash, micros(code.opens_at),
            micros(code.expires_at), code.tries, code.issuer);
}

void put_codes(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> accounts,
               std::span<const std::int64_t> numbers, std::span<const std::string> hashes, const Code& like) {
  if (accounts.empty()) return;
  unit.exec_each(granted, upsert_codes, accounts, number_of(Purpose::password), numbers, hashes, micros(like.opens_at),
                 micros(like.expires_at), like.issuer);
}

void count_code_tries(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, Purpose purpose,
                      std::int64_t tries) {
  unit.exec(granted, update_tries, tries, account.value, number_of(purpose));
}

void drop_code(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, Purpose purpose) {
  unit.exec(granted, delete_code, account.value, number_of(purpose));
}

}  // namespace ent::account::rows
