#include "interop/aaf/codes.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ent::interop::aaf {
namespace {

constexpr FunctionCode functions[] = {
#define ENT_FUNCTION_CODE(code, profile, function) {code, Profile::profile, function},
#include "interop/code_table.inc"
};

using guardian::Kind;
constexpr RelationshipCode relationships[] = {
#define ENT_RELATIONSHIP_CODE(code, is_old, relationship, if_legal, if_second, otherwise) \
  {code, is_old, relationship, Kind::if_legal, Kind::if_second, Kind::otherwise},
#include "interop/code_table.inc"
};

struct RegimeLabel {
  std::string_view begins;  ///< Folded.
  group::Regime regime;
};
/// The longer before those that begin alike.
constexpr RegimeLabel regimes[] = {
#define ENT_REGIME_LABEL(begins, regime) {begins, group::Regime::regime},
#include "interop/code_table.inc"
};

constexpr std::string_view selves[] = {
#define ENT_SELF_CODE(code) code,
#include "interop/code_table.inc"
};

template <class Table>
auto find(const Table& table, std::string_view code) noexcept -> decltype(&table[0]) {
  const auto found = std::ranges::find_if(table, [code](const auto& row) { return row.code == code; });
  return found == std::end(table) ? nullptr : &*found;
}

}  // namespace

const FunctionCode* find_function(std::string_view code) noexcept { return find(functions, code); }
const RelationshipCode* find_relationship(std::string_view code) noexcept { return find(relationships, code); }
std::optional<group::Regime> find_regime(std::string_view label) {
  const std::string folded = base::fold(label);
  const auto found = std::ranges::find_if(regimes, [&](const RegimeLabel& one) { return folded.starts_with(one.begins); });
  return found == std::end(regimes) ? std::nullopt : std::optional(found->regime);
}

bool is_self(std::string_view code) noexcept { return std::ranges::find(selves, code) != std::end(selves); }

}  // namespace ent::interop::aaf
