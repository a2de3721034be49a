/// The national codes of AAF, by the project's tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ent/group.hpp"
#include "ent/profile.hpp"

namespace ent::interop::aaf {

struct FunctionCode {
  std::string_view code;
  Profile profile;
  std::int32_t function;
};

/// nullptr: a code that the table does not have.
const FunctionCode* find_function(std::string_view code) noexcept;

struct RelationshipCode {
  std::string_view code;
  bool is_old;  ///< Of the list in use until 2018, which has father and mother the other way round.
  std::int32_t relationship;
  guardian::Kind if_legal, if_second, otherwise;
};

const RelationshipCode* find_relationship(std::string_view code) noexcept;

/// What a label of the national list of régimes means; nothing when it is unknown. Labels are told by how they begin,
/// since they go on with the number of days.
std::optional<group::Regime> find_regime(std::string_view label);

/// Whether the code says that the pupil answers for himself.
bool is_self(std::string_view code) noexcept;

}  // namespace ent::interop::aaf
