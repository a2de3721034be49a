#include "person/oneself.hpp"

#include "person/card.hpp"

namespace ent::person {
namespace {

constexpr unit::Sql select_oneself{
    "SELECT p.person, p.family_name, p.given_name, p.title, m.org, m.member FROM person p "
    "LEFT JOIN member m ON m.person = p.person WHERE p.person = $1 ORDER BY m.org"};

}  // namespace

std::optional<Oneself> oneself(unit::Unit& unit, PersonId person) {
  std::optional<Oneself> found;
  unit::Rows rows = unit.query(select_oneself, person.value);
  while (rows.next()) {
    if (!found) found = Oneself{card_of(rows, 0), {}};
    if (!rows.is_null(4)) found->members.push_back(rows.integer(4) << 32 | rows.integer(5));
  }
  return found;
}

}  // namespace ent::person
