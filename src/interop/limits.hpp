/// How long what comes from a directory may be, as the operations have it, and how much is asked for at once.
#pragma once

#include <cstddef>

namespace ent::interop {

inline constexpr std::size_t longest_person_name = 100;  ///< Characters.
inline constexpr std::size_t longest_org_name = 200;
inline constexpr std::size_t longest_code = 40;
inline constexpr std::size_t longest_person_key = 100;
inline constexpr std::size_t longest_sourced_id = 255;  ///< OneRoster 1.1, §4: a GUID of 255 at most.
inline constexpr std::size_t export_page = 1000;        ///< Persons that an export reads at once.

}  // namespace ent::interop
