/// The card of a person.
#pragma once

#include "person/functions.hpp"

namespace ent::person {

inline Card card_of(const Person& person) {
  return {PersonId{person.person}, person.family_name, person.given_name, person.title};
}

/// From four columns of a row, the first of them `column`: person, family_name, given_name, title.
inline Card card_of(const unit::Rows& row, int column) {
  Card card{PersonId{row.integer(column)}, row.string(column + 1), row.string(column + 2), {}};
  if (!row.is_null(column + 3)) card.title = static_cast<Title>(row.int32(column + 3));
  return card;
}

}  // namespace ent::person
