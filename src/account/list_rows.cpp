#include "account/list_rows.hpp"

#include <limits>

#include "account/code_rows.hpp"
#include "account/instants.hpp"
#include "unit/dates.hpp"

namespace ent::account::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

/// A person's own account before that of a person who was merged into them.
#define ENT_ACCOUNT_OF(person)                                                           \
  "COALESCE((SELECT o.account FROM account o WHERE o.person = " person "), "             \
  "(SELECT MIN(o.account) FROM person q JOIN account o ON o.person = q.person WHERE q.merged_into = " person "))"

/// When the code of the account `a` ends that can still be used, now or later; 0: there is none.
#define ENT_CODE_EXPIRES_AT                                                                          \
  "COALESCE((SELECT c.expires_at FROM account_code c WHERE c.account = a.account AND c.purpose = 1 " \
  "AND c.expires_at > $1 AND c.tries < 5), 0)"
static_assert(static_cast<int>(Purpose::password) == 1 && most_code_tries == 5);

/// 0: never. A session that somebody else began counts for nobody.
#define ENT_SEEN_AT                                                                                  \
  "COALESCE((SELECT MAX(s.seen_at) FROM account_session s WHERE s.account = a.account AND s.reader_account = 0), 0)"

constexpr Sql select_holders{
    "SELECT v.value, a.account, a.login, a.state, " ENT_CODE_EXPIRES_AT
    " FROM EACH($2) v JOIN account a ON a.account = " ENT_ACCOUNT_OF("v.value")};

constexpr Sql select_page{
    "SELECT t.account, t.person, t.login, t.state, t.created_at, t.activated_at, t.hold_until, t.code, t.revision, "
    "t.family_name, t.given_name, t.seen_at FROM (SELECT a.account AS account, m.person AS person, a.login AS login, "
    "a.state AS state, a.created_at AS created_at, a.activated_at AS activated_at, a.hold_until AS hold_until, "
    ENT_CODE_EXPIRES_AT " AS code, a.revision AS revision, p.family_name AS family_name, p.given_name AS given_name, "
    ENT_SEEN_AT " AS seen_at, m.sort_key AS sort_key "
    "FROM member m JOIN person p ON p.person = m.person JOIN account a ON a.account = " ENT_ACCOUNT_OF("m.person")
    " WHERE m.org = $2 AND (m.sort_key, m.person) > ($3, $4) AND "
    ENT_VISIBLE("m", "$5", "$6", "$7", "$8", "$9", "$10", "$11") " AND " ENT_PRESENT("m", "$12")
    " AND ($13 = 0 OR a.state = $13) AND ($14 = 0 OR " ENT_OF_PROFILE("m", "$14", "$12") ") AND ($15 = 1 OR "
    "(m.org * 4294967296 + m.member) IN (SELECT w.value FROM EACH($16) w))) t "
    "WHERE t.seen_at <= $17 ORDER BY t.sort_key, t.person LIMIT $18"};

Entry entry_of(const Rows& row, Instant now) {
  Entry entry;
  entry.account = {{row.integer(0)}, {row.integer(1)}, row.string(2), static_cast<State>(row.int32(3)), instant(row.integer(4)),
                   optional_instant(row, 5), optional_instant(row, 6), if_ever(row.integer(7)), row.integer(8)};
  if (entry.account.hold_until <= now) entry.account.hold_until.reset();
  entry.family_name = row.string(9);
  entry.given_name = row.string(10);
  entry.seen_at = if_ever(row.integer(11));
  return entry;
}

}  // namespace

std::unordered_map<std::int64_t, Holder> holders(unit::Unit& unit, std::span<const std::int64_t> people) {
  std::unordered_map<std::int64_t, Holder> found;
  if (people.empty()) return found;
  Rows rows = unit.query(select_holders, micros(unit.now()), people);
  while (rows.next()) {
    found[rows.integer(0)] = {{rows.integer(1)}, rows.string(2), static_cast<State>(rows.int32(3)), rows.integer(4) != 0};
  }
  return found;
}

std::vector<Entry> list(unit::Unit& unit, const person::Seen& seen, const List& input,
                        const std::optional<std::vector<std::int64_t>>& members, const base::Place& start) {
  constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::max();
  const std::int32_t state = input.state ? static_cast<std::int32_t>(*input.state) : 0;
  const std::int32_t profile = input.profile ? static_cast<std::int32_t>(*input.profile) : 0;
  const bool all = !members.has_value();
  const std::vector<std::int64_t> only = members.value_or(std::vector<std::int64_t>{});
  Rows rows = unit.query(select_page, micros(unit.now()), input.org_id.value, start.text, start.number, seen.whole,
                         seen.members, seen.from, seen.to, seen.today, seen.partial, seen.hidden, day(unit.at()), state,
                         profile, all, only,
                         input.idle_since ? micros(*input.idle_since) : ever, input.limit + 1);
  std::vector<Entry> found;
  while (rows.next()) found.push_back(entry_of(rows, unit.now()));
  return found;
}

}  // namespace ent::account::rows
