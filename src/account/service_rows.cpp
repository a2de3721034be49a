#include "account/service_rows.hpp"

namespace ent::account::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_service{
    "SELECT org, code, name, attributes, profiles FROM account_service WHERE org = $1 AND code = $2"};

constexpr Sql select_services{
    "SELECT org, code, name, attributes, profiles FROM account_service WHERE org = $1 ORDER BY code"};

constexpr Sql upsert_service{
    "INSERT INTO account_service (org, code, name, attributes, profiles) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (org, code) DO UPDATE SET name = excluded.name, attributes = excluded.attributes, "
    "profiles = excluded.profiles"};

constexpr Sql delete_service{"DELETE FROM account_service WHERE org = $1 AND code = $2 RETURNING code"};

constexpr std::int32_t last_attribute = 8;
constexpr std::int32_t last_profile = 13;

/// A bit for each word: 1 << number.
template <class Word>
std::int64_t bits_of(const std::vector<Word>& words) {
  std::int64_t bits = 0;
  for (const Word word : words) bits |= std::int64_t{1} << static_cast<std::int32_t>(word);
  return bits;
}

template <class Word>
std::vector<Word> words_of(std::int64_t bits, std::int32_t last) {
  std::vector<Word> words;
  for (std::int32_t number = 1; number <= last; ++number) {
    if ((bits >> number & 1) != 0) words.push_back(static_cast<Word>(number));
  }
  return words;
}

Service service_of(const Rows& row) {
  return {{row.integer(0)}, row.string(1), row.string(2), words_of<Attribute>(row.integer(3), last_attribute),
          words_of<Profile>(row.integer(4), last_profile)};
}

}  // namespace

std::optional<Service> find_service(unit::Unit& unit, OrgId org, const std::string& code) {
  Rows rows = unit.query(select_service, org.value, code);
  return rows.next() ? std::optional(service_of(rows)) : std::nullopt;
}

Services list_services(unit::Unit& unit, OrgId org) {
  Services found;
  Rows rows = unit.query(select_services, org.value);
  while (rows.next()) found.items.push_back(service_of(rows));
  return found;
}

void put_service(unit::WriteUnit& unit, const unit::Granted& granted, const Service& service) {
  unit.exec(granted, upsert_service, service.org_id.value, service.code, service.name, bits_of(service.attributes),
            bits_of(service.profiles));
}

bool drop_service(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& code) {
  return unit.change(granted, delete_service, org.value, code).next();
}

}  // namespace ent::account::rows
