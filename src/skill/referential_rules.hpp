/// What makes a referential well-formed, and where its nodes stand: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ent/skill.hpp"

namespace ent::skill {

/// Either a model alone, or what says a referential.
std::optional<Error> well_formed(const AddReferential& input);

/// The input with what its model says in place, and without white space around its texts; refused, where there is no such model.
Result<AddReferential> filled(AddReferential input);

/// Where a node stands.
struct Place {
  std::size_t parent = 0;  ///< 1 + the place of the node that it is below; 0: none.
  std::int32_t depth = 1;
  NodeKind kind = NodeKind::item;
};

/// Of nodes that are well-formed.
std::vector<Place> places_of(std::span<const Node> nodes);

}  // namespace ent::skill
