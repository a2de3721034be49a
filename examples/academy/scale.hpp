/// Portals of the size of an académie, from the same generator.
#pragma once

#include <cstdint>
#include <string>

namespace academy {

enum class Scale {
  academy,  ///< Collèges of 550 pupils.
  primary,  ///< Schools of 135 accounts.
};

/// 218 collèges; 200 schools, 27 000 accounts.
std::int32_t schools_of(Scale scale);

/// Makes so many schools in a new store, and tells how much it was.
int make_scale(const std::string& file, Scale scale, std::int32_t schools);

}  // namespace academy
