#include "interop/aaf/codes.hpp"

#include <algorithm>
#include <array>

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
bool is_self(std::string_view code) noexcept { return std::ranges::find(selves, code) != std::end(selves); }

}  // namespace ent::interop::aaf
