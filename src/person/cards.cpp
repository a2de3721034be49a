#include "person/cards.hpp"

#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::person {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_cards{
    "SELECT p.person, p.family_name, p.given_name, p.title, m.org, m.member FROM EACH($1) v "
    "JOIN member m ON m.org = v.value / 4294967296 AND m.member = v.value % 4294967296 "
    "JOIN person p ON p.person = m.person ORDER BY m.sort_key, m.person, m.org"};

constexpr Sql select_elsewhere{
    "SELECT o.person, o.org, o.member FROM EACH($1) v JOIN member m ON m.org = $2 AND m.member = v.value "
    "JOIN member o ON o.person = m.person WHERE o.org <> $2 ORDER BY o.org, o.member"};

constexpr Sql select_teachers{
    "SELECT DISTINCT a.member FROM EACH($1) v JOIN affiliation a ON a.org = $2 AND a.member = v.value "
    "WHERE a.profile = $3 AND a.valid_from <= $4 AND a.valid_to > $4 ORDER BY a.member"};

constexpr Sql select_members_of_person{"SELECT m.org, m.member FROM member m WHERE m.person = $1 ORDER BY m.org"};

constexpr Sql select_posts_under{
    "SELECT m.org, MIN(a.valid_from) AS since FROM member m JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE m.person = $1 AND a.profile = $2 AND a.valid_from <= $3 AND a.valid_to > $3 GROUP BY m.org ORDER BY since, m.org"};

}  // namespace

std::vector<std::int64_t> members_of(unit::Unit& unit, PersonId person) {
  std::vector<std::int64_t> found;
  Rows rows = unit.query(select_members_of_person, person.value);
  while (rows.next()) found.push_back(rows.integer(0) << 32 | rows.integer(1));
  return found;
}

std::vector<Since> posts_under(unit::Unit& unit, PersonId person, Profile profile, Date day) {
  std::vector<Since> found;
  Rows rows = unit.query(select_posts_under, person.value, static_cast<std::int32_t>(profile), unit::day(day));
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1)});
  return found;
}

std::vector<MemberCard> cards_of(unit::Unit& unit, std::span<const std::int64_t> members) {
  std::vector<MemberCard> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_cards, members);
  while (rows.next()) found.push_back({rows.integer(4), rows.integer(5), card_of(rows, 0)});
  return found;
}

std::vector<Elsewhere> elsewhere(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members) {
  std::vector<Elsewhere> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_elsewhere, members, org.value);
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1) << 32 | rows.integer(2)});
  return found;
}

std::vector<std::int64_t> teachers_among(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date day) {
  std::vector<std::int64_t> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_teachers, members, org.value, static_cast<std::int32_t>(Profile::teacher), unit::day(day));
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace ent::person
