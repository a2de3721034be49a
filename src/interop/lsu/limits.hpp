/// How long texts may be in the file, in characters: of the second degree as its schema has them, taken over for the first degree.
#pragma once

#include <cstddef>
#include <limits>

namespace ent::lsu {

inline constexpr std::size_t unlimited = std::numeric_limits<std::int32_t>::max();
inline constexpr std::size_t longest_head = 100;
inline constexpr std::size_t longest_division = 20;
inline constexpr std::size_t longest_division_before_4 = 8;
inline constexpr std::size_t longest_discipline = 40;
inline constexpr std::size_t longest_teacher_name = 100;
inline constexpr std::size_t longest_element = 300;
inline constexpr std::size_t longest_average = 8;
inline constexpr std::size_t longest_project = 150;
inline constexpr std::size_t fewest_subjects_of_epi = 2;
inline constexpr std::size_t longest_comment = 600;
inline constexpr std::size_t longest_general_comment = 1000;
inline constexpr std::size_t longest_synthesis = 1500;
inline constexpr std::int32_t highest_degree = 4;

}  // namespace ent::lsu
