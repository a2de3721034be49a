/// A number of a unit as one value of a list: of a person, a member or a group.
#pragma once

#include <cstdint>

namespace ent::base {

inline std::int64_t in_unit(std::int64_t org, std::int64_t number) noexcept { return org << 32 | number; }
inline std::int64_t unit_of(std::int64_t key) noexcept { return key >> 32; }
inline std::int64_t number_of(std::int64_t key) noexcept { return key & 0xffff'ffff; }

}  // namespace ent::base
