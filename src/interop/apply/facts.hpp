/// The dated facts about the people of one chunk: what stands, and what is to be written.
#pragma once

#include "group/bulk.hpp"
#include "interop/apply/people.hpp"

namespace ent::interop {

/// Rows that begin, and rows whose end is set.
template <class Row>
struct Turn {
  std::vector<Row> in{};
  std::vector<Row> out{};
};

struct People::Facts {
  // what stands, each in the order of people
  std::vector<person::bulk::Post> posts{};
  std::vector<group::bulk::Stay> stays{};
  std::vector<group::bulk::RoleRow> roles{};
  std::vector<group::bulk::ServiceRow> services{};
  std::vector<guardian::bulk::Link> links{};  ///< By pupil.
  TextMap<std::int64_t> adults{};             ///< By key.

  Places places{};

  Turn<person::bulk::Post> post_turn{};
  Turn<group::bulk::Stay> stay_turn{};
  Turn<group::bulk::RoleRow> role_turn{};
  Turn<group::bulk::ServiceRow> service_turn{};
  Turn<guardian::bulk::Link> link_turn{};
};

/// All rows of a turn, in the order in which they are written.
template <class Row>
std::vector<Row> written(const Turn<Row>& turn) {
  std::vector<Row> rows = turn.out;
  rows.insert(rows.end(), turn.in.begin(), turn.in.end());
  return rows;
}

/// Ends a row on a day, or before it has begun.
template <class Row>
Row ended(Row row, std::int64_t day) {
  row.to = std::max(row.from, day);
  return row;
}

}  // namespace ent::interop
